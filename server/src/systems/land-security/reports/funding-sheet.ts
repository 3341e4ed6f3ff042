/** 资金筹集表: what a project has to bring, part by part, and what has arrived (LS-07 to LS-09). */
import { z } from 'zod'
import { t } from '#kernel'
import { definePaper, houseStyle } from '#report'
import { inWords, shownYuan } from './shown.ts'

const text = z.object({ zh: z.string() })
const sheetShape = z.object({
  title: z.string(),
  parts: z.array(
    z.object({
      label: text,
      from: text,
      due: z.string(),
      arrived: z.string(),
      short: z.string(),
      lastArrived: z.string().nullable(),
    }),
  ),
  due: z.string(),
  arrived: z.string(),
  short: z.string(),
  full: z.boolean(),
  reasons: z.array(text),
  claims: z.array(
    z.object({
      amount: z.string(),
      arrivedOn: z.string(),
      ticket: z.string(),
      number: z.string(),
      period: z.string(),
      claimedName: z.string(),
    }),
  ),
})

const template = `${houseStyle('portrait')}
#title(data.title)
#v(4pt)
#table(
  columns: (1fr, 1.6fr, auto, auto, auto, auto),
  table.header([来源], [从哪里出], [应到（元）], [已到（元）], [差（元）], [到账日]),
  ..data.parts.map(row => (row.label, row.from, money(row.due), money(row.arrived), money(row.short), row.day)).flatten(),
  table.cell(colspan: 2)[合计], money(data.due), money(data.arrived), money(data.short), [],
)
#v(6pt)
应到大写：#data.words
#v(4pt)
#data.verdict
#if data.claims.len() > 0 [
  #v(8pt)
  #table(
    columns: (auto, auto, 1fr, auto, auto),
    table.header([到账日], [凭证], [票据号], [金额（元）], [认领人]),
    ..data.claims.map(row => (row.day, row.voucher, row.ticket, money(row.amount), row.name)).flatten(),
  )
]
#v(24pt)
#grid(columns: (1fr, 1fr, 1fr), [编制：], [复核：], [财政部门（盖章）])
`

export const fundingSheetPaper = definePaper({
  id: 'land-security.funding-sheet',
  label: t('资金筹集表', 'Funding sheet'),
  at: { page: 'project', of: 'land-security.protection' },
  can: 'ledger.read',
  input: z.object({ fund: z.string(), context: z.object({ register: z.string(), id: z.number().int() }) }),
  template,
  data: async (_ctx, input, ask) => {
    const sheet = sheetShape.parse(await ask('fund.sheet', input))
    return {
      title: `${sheet.title}征地社保资金筹集表`,
      name: `${sheet.title}资金筹集表`,
      parts: sheet.parts.map((part) => ({
        label: part.label.zh,
        from: part.from.zh,
        due: shownYuan(part.due),
        arrived: shownYuan(part.arrived),
        short: shownYuan(part.short),
        day: part.lastArrived ?? '',
      })),
      due: shownYuan(sheet.due),
      arrived: shownYuan(sheet.arrived),
      short: shownYuan(sheet.short),
      words: inWords(sheet.due),
      verdict: sheet.full ? '四笔资金已全部到账。' : sheet.reasons.map(({ zh }) => zh).join('；'),
      claims: sheet.claims.map((claim) => ({
        day: claim.arrivedOn,
        voucher: `${claim.period} ${claim.number}`,
        ticket: claim.ticket,
        amount: shownYuan(claim.amount),
        name: claim.claimedName,
      })),
    }
  },
})
