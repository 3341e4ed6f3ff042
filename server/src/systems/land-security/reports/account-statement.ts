/** 个人账户对账单: every entry with the balance after it (LS-11, OF-06). */
import { z } from 'zod'
import { t } from '#kernel'
import { type Ask, definePaper, houseStyle } from '#report'
import { inWords, shownYuan } from './shown.ts'

const text = z.object({ zh: z.string() })
const pageShape = z.object({
  account: z.object({
    id: z.number(),
    label: z.string(),
    kindLabel: text,
    normal: z.string(),
    openedOn: z.string(),
    balance: z.string(),
  }),
  lines: z.array(
    z.object({
      entryId: z.number(),
      day: z.string(),
      purposeLabel: text,
      side: z.string(),
      amount: z.string(),
      balance: z.string(),
      voucher: z.object({ period: z.string(), number: z.string(), text }).nullable(),
    }),
  ),
  next: z.number().nullable(),
})
type Page = z.infer<typeof pageShape>

const template = `${houseStyle('portrait')}
#title(data.title)
#v(4pt)
户名：#data.holder　　账号：#data.account　　开户日：#data.opened
#v(4pt)
#table(
  columns: (auto, 1fr, auto, auto, auto, auto),
  table.header([日期], [摘要], [凭证], [收入（元）], [支出（元）], [余额（元）]),
  ..data.lines.map(row => (row.day, row.text, row.voucher, money(row.income), money(row.expense), money(row.balance))).flatten(),
)
#v(6pt)
余额：#data.balance 元　大写：#data.words
#v(6pt)
#note[个人账户只用于本人待遇、计息、转接、继承。对账单有疑问的，请到县人社局基金财务科核对。]
#v(24pt)
#grid(columns: (1fr, 1fr), [本人签收：], [经办机构（盖章）])
`

export const accountStatement = definePaper({
  id: 'land-security.account-statement',
  label: t('个人账户对账单', 'Account statement'),
  at: { page: 'account', of: 'land-security.protection' },
  can: 'ledger.read',
  input: z.object({ accountId: z.number().int() }),
  template,
  data: async (_ctx, { accountId }, ask) => {
    const { account, lines } = await wholeStatement(accountId, ask)
    const shown = lines.map((line) => ({
      day: line.day,
      text: line.voucher?.text.zh || line.purposeLabel.zh,
      voucher: line.voucher ? `${line.voucher.period} ${line.voucher.number}` : '',
      income: line.side === account.normal ? shownYuan(line.amount) : '',
      expense: line.side === account.normal ? '' : shownYuan(line.amount),
      balance: shownYuan(line.balance),
    }))
    return {
      title: `${account.kindLabel.zh}对账单`,
      name: `${account.label}对账单`,
      holder: account.label,
      account: String(account.id),
      opened: account.openedOn,
      lines: shown,
      balance: shownYuan(account.balance),
      words: inWords(account.balance),
    }
  },
})

/** All pages of the statement, in order. */
async function wholeStatement(accountId: number, ask: Ask): Promise<Pick<Page, 'account' | 'lines'>> {
  const lines: Page['lines'] = []
  for (let after: number | undefined; ; ) {
    const page = pageShape.parse(
      await ask('ledger.statement', { accountId, limit: 200, ...(after ? { after } : {}) }),
    )
    lines.push(...page.lines)
    if (page.next === null) return { account: page.account, lines }
    after = page.next
  }
}
