/** Who holds which post in the villages, and what villages give their own people (LS-22), as township clerks report it. */

import { femaleGiven, maleGiven, surnames } from '../population/demo/names.data.ts'
import { type OfficeColumn, officeWorkbook } from '../population/demo/office-sheet.ts'
import { type Random, seeded } from '../population/demo/random.ts'
import type { DemoVillage } from '../population/demo/villages.ts'
import { importing } from './importing.ts'
import { excelFile } from './rosters.ts'
import type { Scene, Stage, Upload } from './stage.ts'

type Cell = string | number | null

const officialColumns: readonly OfficeColumn[] = [
  { head: '序号', width: 6 },
  { head: '姓名', width: 12 },
  { head: '所在地', width: 14 },
  { head: '机构', width: 16 },
  { head: '职务', width: 14 },
  { head: '性别', width: 6 },
  { head: '电话', width: 14 },
  { head: '政治面貌', width: 12 },
  { head: '文化程度', width: 10 },
  { head: '任职日期', width: 14 },
]

const posts = [
  { body: '村党组织', post: '党支部书记', party: '中共党员' },
  { body: '村民委员会', post: '主任', party: '中共党员' },
  { body: '村民委员会', post: '会计', party: '群众' },
  { body: '村务监督委员会', post: '主任', party: '群众' },
] as const

/** Whoever signs in for a village is on its list under that name. */
const clerks: Readonly<Record<string, string>> = { 石桥村: '周立民', 上坝村: '韦春生' }

function officialRows(villages: readonly DemoVillage[], random: Random): Cell[][] {
  return villages.flatMap(({ name }) =>
    posts.map(({ body, post, party }) => {
      const clerk = post === '会计' ? clerks[name] : undefined
      const woman = !clerk && random.chance(30)
      const given = random.pick(woman ? femaleGiven : maleGiven)
      return [
        clerk ?? random.pick(surnames) + given,
        name,
        body,
        post,
        woman ? '女' : '男',
        `139${String(10_000_000 + random.below(89_999_999))}`,
        party,
        random.pick(['初中', '高中', '大专']),
        '2021-03-15',
      ]
    }),
  )
}

async function officialFile(township: string, villages: readonly DemoVillage[]): Promise<Upload> {
  const rows = officialRows(villages, seeded(villages.length * 31 + township.length))
  const bytes = await officeWorkbook([
    {
      name: '村干部',
      title: `${township}村干部名册`,
      unit: `填报单位：${township}人民政府　　2023 年 4 月　　单位：人`,
      columns: officialColumns,
      rows: rows.map((row, at) => [at + 1, ...row]),
    },
  ])
  return excelFile(`${township}村干部名册`, bytes)
}

/** The three tiers that the survey found: from 50 and 45, everybody, from 60 (LS-22). */
const welfare = [
  {
    village: '石桥村',
    values: {
      tier: 'tier1',
      maleFrom: 50,
      femaleFrom: 45,
      monthly: '150.00',
      goods: '米面油，取暖、水电补贴',
    },
  },
  {
    village: '柳溪村',
    values: { tier: 'tier2', maleFrom: 0, femaleFrom: 0, monthly: '100.00', goods: '面粉，每年两次' },
  },
  { village: '田心村', values: { tier: 'tier3', maleFrom: 60, femaleFrom: 60, monthly: '30.00' } },
] as const

type Found = { rows: { id: number }[] }

async function enterWelfare(stage: Stage, villages: readonly DemoVillage[]): Promise<void> {
  for (const { village, values } of welfare) {
    const code = villages.find(({ name }) => name === village)?.code
    if (!code) continue
    const filter = [{ field: 'code', op: 'eq', value: code }]
    const { rows } = await stage.call<Found>('liuxi', 'register.list', { register: 'area', filter, limit: 1 })
    await stage.call('liuxi', 'register.save', {
      register: 'villageWelfare',
      ownerId: rows[0]?.id,
      validFrom: '2019-01-01',
      values,
    })
  }
}

export function villageLifeScenes(villages: readonly DemoVillage[]): Scene[] {
  const officials = [
    { login: 'liuxi', code: '990101103', name: '柳溪镇', at: '2023-04-10T10:20' },
    { login: 'shimen', code: '990101102', name: '石门镇', at: '2023-04-12T15:30' },
  ].filter(({ code }) => villages.some(({ township }) => township === code))
  return [
    ...officials.map(({ login, code, name, at }) => ({
      name: `officials.${login}`,
      at,
      play: async (stage: Stage) => {
        const of = villages.filter(({ township }) => township === code)
        await importing(stage, login, { register: 'official', file: await officialFile(name, of) })
      },
    })),
    { name: 'welfare', at: '2023-04-18T09:50', play: (stage) => enterWelfare(stage, villages) },
  ]
}
