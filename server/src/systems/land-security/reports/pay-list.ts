/** 待遇发放花名册 of one batch (OF-09): numbers as the printer's role sees them, page by page, sum in words. */
import { z } from 'zod'
import { t } from '#kernel'
import { type Ask, definePaper, houseStyle } from '#report'
import { inWords, shownSum, shownYuan } from './shown.ts'

const text = z.object({ zh: z.string() })
const batchShape = z.object({
  number: z.string(),
  item: text,
  period: z.string(),
  stateLabel: text,
  count: z.number(),
  total: z.string(),
})
const lineShape = z.object({
  line: z.number(),
  name: z.string(),
  idNumber: z.string(),
  cardName: z.string(),
  card: z.string(),
  bank: z.string(),
  amount: z.string(),
  elsewhere: z.string(),
  note: z.string(),
})
const linesShape = z.object({ lines: z.array(lineShape), next: z.number().nullable() })

const template = `${houseStyle('landscape')}
#title(data.title)
#v(2pt)
#align(center, note[批次 #data.number　所属月 #data.period　#data.state　单位：元])
#table(
  columns: (auto, auto, auto, auto, 1fr, auto, auto, auto),
  table.header([序号], [姓名], [证件号], [户名], [账号、开户行], [实发], [另由他基金发], [备注]),
  ..data.rows.map(row => (
    row.line, row.name, row.idNumber, row.cardName, row.card, money(row.amount), money(row.elsewhere), row.note,
  )).flatten(),
  table.cell(colspan: 5)[合计 #data.count 人], money(data.total), money(data.elsewhere), [],
)
#v(4pt)
合计大写：#data.words
#v(18pt)
#grid(columns: (1fr, 1fr, 1fr, 1fr), [编制：], [复核：], [单位负责人：], [财政审核：])
`

export const payList = definePaper({
  id: 'land-security.pay-list',
  label: t('待遇发放花名册', 'Pay list'),
  at: { page: 'batch', of: 'land-security.protection' },
  can: 'ledger.read',
  input: z.object({ batchId: z.number().int() }),
  template,
  data: async (_ctx, { batchId }, ask) => {
    const batch = batchShape.parse(await ask('batch.get', { id: batchId }))
    const lines = await allLines(batchId, ask)
    return {
      title: `${batch.item.zh}发放花名册`,
      name: `${batch.item.zh}花名册 ${batch.number}`,
      number: batch.number,
      period: batch.period,
      state: batch.stateLabel.zh,
      rows: lines.map((line) => ({
        ...line,
        line: String(line.line),
        card: [line.card, line.bank].filter(Boolean).join('　'),
        amount: shownYuan(line.amount),
        elsewhere: shownYuan(line.elsewhere),
      })),
      count: batch.count,
      total: shownSum(lines.map(({ amount }) => amount)),
      elsewhere: shownSum(lines.map(({ elsewhere }) => elsewhere)),
      words: inWords(batch.total),
    }
  },
})

async function allLines(batchId: number, ask: Ask): Promise<z.infer<typeof lineShape>[]> {
  const lines: z.infer<typeof lineShape>[] = []
  for (let after: number | undefined; ; ) {
    const page = linesShape.parse(
      await ask('batch.lines', { batchId, limit: 500, ...(after ? { after } : {}) }),
    )
    lines.push(...page.lines)
    if (page.next === null) return lines
    after = page.next
  }
}
