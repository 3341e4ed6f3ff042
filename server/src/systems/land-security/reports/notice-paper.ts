/** 公示 for the village board: the public notice on paper, as masked as its page (OF-13, GEN-14). */
import { z } from 'zod'
import { t } from '#kernel'
import { definePaper, houseStyle } from '#report'
import { chineseDay, shownYuan } from './shown.ts'

const noticeShape = z.object({
  number: z.string(),
  title: z.string(),
  purpose: z.string(),
  postedOn: z.string(),
  until: z.string(),
  days: z.number(),
  seal: z.string(),
  telephone: z.string(),
  hours: z.string(),
  clause: z.string(),
  categories: z.array(z.object({ code: z.string(), name: z.string(), rule: z.string() })),
  rows: z.array(
    z.object({
      name: z.string(),
      groupName: z.string(),
      suffix: z.string(),
      category: z.string(),
      amount: z.string().nullable(),
    }),
  ),
})
type Notice = z.infer<typeof noticeShape>

const template = `${houseStyle('portrait')}
#set text(size: 14pt)
#set par(leading: 0.9em, first-line-indent: (amount: 2em, all: true))
#align(center)[#text(size: 22pt, weight: 700, data.title)]
#align(center)[#data.number]
#line(length: 100%, stroke: 1pt + rgb("#A63A22"))
#v(4pt)
#data.purpose

公示期 #data.days 天：#data.from 张贴（当天为第 0 天），到 #data.until 24 时止。

#text(weight: 700)[类别是怎么定的。]#data.rules。#data.clause。

#text(weight: 700)[有不同意见的，]请在公示期内提出：电话 #data.telephone；#data.hours。可以不写姓名。有异议的只暂缓本人，其余的人继续办。
#v(4pt)
#set text(size: 11pt)
#set par(first-line-indent: 0em)
#table(
  columns: (auto, 1fr, auto, auto, auto), inset: (x: 8pt, y: 5pt),
  table.header([序号], [姓名], [组], [类别], [保障金（元）]),
  ..data.rows.enumerate().map(((at, row)) => (
    str(at + 1), row.name, row.group, row.category, money(row.amount),
  )).flatten(),
)
#note[共 #data.rows.len() 人。同组同名的，括号里是证件号末两位。不公开证件号、电话、卡号。]
#v(30pt)
#set text(size: 14pt)
#align(right)[#data.seal（盖章处）#linebreak()#data.from]
`

export const noticePaper = definePaper({
  id: 'land-security.notice',
  label: t('公示', 'Public notice'),
  at: { page: 'notice', of: 'land-security.protection' },
  can: 'case.read',
  input: z.object({ noticeId: z.string().max(64) }),
  template,
  data: async (_ctx, { noticeId }, ask) => {
    const notice = noticeShape.parse(await ask('notice.get', { noticeId }))
    return {
      title: notice.title,
      name: `${notice.title} ${notice.number}`,
      number: notice.number,
      purpose: notice.purpose,
      days: notice.days,
      from: chineseDay(notice.postedOn),
      until: chineseDay(notice.until),
      rules: notice.categories.map(({ name, rule }) => `${name}：${rule}`).join('；'),
      clause: notice.clause,
      telephone: notice.telephone,
      hours: notice.hours.replace(/。$/, ''),
      seal: notice.seal,
      rows: rowsOf(notice),
    }
  },
})

/** The notice itself keeps the last two digits only where two of one name stand in one group (OF-13). */
function rowsOf({ rows }: Notice) {
  return rows.map((row) => ({
    name: row.suffix ? `${row.name}（${row.suffix}）` : row.name,
    group: row.groupName,
    category: row.category,
    amount: row.amount === null ? '' : shownYuan(row.amount),
  }))
}
