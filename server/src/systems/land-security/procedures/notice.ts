/** The public notice of the persons to be protected (LS-01, GEN-14, OF-13). Office, telephone and hours are invented. */
import type { Effect } from '#procedure'
import { openNotice } from '#procedure'

/** GEN-14, AMB-38: day of posting is day 0, days 1 to 7 are open. */
export const NOTICE_DAYS = 7

export const protectionNotice: Effect = openNotice({
  title: '失地农民保障对象公示',
  days: NOTICE_DAYS,
  purpose: ({ subject, count }) =>
    `${subject}征地涉及 ${count} 人，经成员会议通过、乡镇核准、县人社局审定，拟列入保障对象。现予公示。`,
  categories: [
    { code: 'above', name: '甲类', rule: '男满 60、女满 55 周岁' },
    { code: 'working', name: '乙类', rule: '满 16 周岁、不到上面年龄' },
    { code: 'minor', name: '丙类', rule: '不满 16 周岁，一次发给安置补助费' },
  ],
  clause: '看征地那天的年龄。依据：青禾县被征地农民社会保障办法第四条、第五条',
  seal: '青禾县人力资源和社会保障局',
  telephone: '0000-1234567',
  hours: '工作日 8:30—12:00、14:30—18:00。也可到乡镇便民服务中心窗口当面提。',
})
