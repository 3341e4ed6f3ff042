// The columns of an account's movements: each amount opens its reason.
import type { Output } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { t, type useText } from '../../app/text.tsx'
import type { Column } from '../../parts/data-table.tsx'
import { MoneyText } from '../../parts/money-text.tsx'
import { entryAddress, voucherName } from './fund-words.ts'
import { WhyAmount } from './why-amount.tsx'

type Line = Output<'ledger.statement'>['lines'][number]

/** `normal` is the side on which the account grows. */
export function lineColumns(say: ReturnType<typeof useText>, normal: 'D' | 'C'): Column<Line>[] {
  const into = (row: Line) => row.side === normal
  return [
    { key: 'day', label: t('日期', 'Day'), cell: (row) => row.day, width: 96 },
    {
      key: 'voucher',
      label: t('凭证', 'Voucher'),
      cell: (row) => (row.voucher ? voucherName(row.voucher) : '—'),
      width: 132,
      card: 'hidden',
    },
    {
      key: 'text',
      label: t('摘要', 'Text'),
      cell: (row) => say(row.voucher?.text ?? row.purposeLabel),
      slack: true,
      card: 'title',
    },
    {
      key: 'in',
      label: t('收入', 'In'),
      number: true,
      cell: (row) => (into(row) ? <WhyAmount yuan={row.amount} to={entryAddress(row.entryId)} /> : null),
    },
    {
      key: 'out',
      label: t('支出', 'Out'),
      number: true,
      cell: (row) => (into(row) ? null : <WhyAmount yuan={row.amount} to={entryAddress(row.entryId)} />),
    },
    {
      key: 'balance',
      label: t('余额', 'Balance'),
      number: true,
      cell: (row) => <MoneyText yuan={row.balance} strong />,
    },
    {
      key: 'why',
      label: t('理由', 'Why'),
      cell: (row) => <PageLink to={entryAddress(row.entryId)}>{say(t('为什么', 'Why'))}</PageLink>,
      card: 'hidden',
    },
  ]
}
