/** The minutes and the attendance list of a members' meeting, as the village keeps them. */
import { officeWorkbook } from '../population/demo/office-sheet.ts'
import type { DemoPerson } from '../population/demo/people.ts'
import { excelFile } from './rosters.ts'
import type { Upload } from './stage.ts'

export type Meeting = {
  heldOn: string
  entitled: number
  present: number
  /** For, against, abstaining: on the list of persons, on the use of the land compensation (OF-13). */
  list: readonly [number, number, number]
  use: readonly [number, number, number]
}

const votes = ([agree, against, abstain]: Meeting['list']) =>
  `赞成 ${agree} 人，反对 ${against} 人，弃权 ${abstain} 人`

export async function minutesFile(
  taking: string,
  meeting: Meeting,
  attended: readonly DemoPerson[],
): Promise<Upload> {
  const bytes = await officeWorkbook([
    {
      name: '会议记录',
      title: `${taking}征地社保村民会议记录`,
      unit: `开会日期：${meeting.heldOn}　　地点：村委会会议室`,
      columns: [
        { head: '事项', width: 26 },
        { head: '内容', width: 60 },
      ],
      rows: [
        ['应到、实到', `应到 ${meeting.entitled} 人，实到 ${meeting.present} 人，达到法定人数`],
        ['决议一：保障对象名单', `${votes(meeting.list)}，通过`],
        ['决议二：土地补偿费用于集体出资', `${votes(meeting.use)}，通过`],
      ],
    },
    {
      name: '签到册',
      title: '村民会议签到册',
      unit: `开会日期：${meeting.heldOn}　　单位：人`,
      columns: [
        { head: '序号', width: 6 },
        { head: '姓名', width: 14 },
        { head: '签名或手印', width: 20 },
      ],
      rows: attended.slice(0, meeting.present).map(({ name }, at) => [at + 1, name, '已签']),
      total: ['合计', meeting.present],
    },
  ])
  return excelFile(`${taking}会议记录和签到册`, bytes)
}
