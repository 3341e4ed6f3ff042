// 到齐后怎么分: who gets how much into which account, closing on the sum that the project raises (LS-10).
import { type Output, useCall } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { MoneyText, moneyText } from '../../parts/money-text.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { type Fund, type Project, sourceAddress } from './fund-words.ts'
import { WhyAmount } from './why-amount.tsx'

type Row = Output<'fund.distribution'>['rows'][number]

export function DistributionSheet({ fund, project }: { fund: Fund; project: Project }) {
  const say = useText()
  const { data } = useCall('fund.distribution', { context: project.context })
  const sheet = useCall('fund.sheet', { fund: fund.id, context: project.context })
  if (!data || data.rows.length === 0) return null
  const opened = data.rows.reduce((sum, row) => sum + row.opened, 0)
  const title = opened > 0 ? t('怎么分的', 'How it is shared') : t('到齐后怎么分', 'How it will be shared')
  const note =
    opened > 0
      ? t(`已开户 ${opened} 人　单位：元`, `${opened} accounts open, in yuan`)
      : t('预览，没有入账　单位：元', 'preview, nothing is posted; in yuan')
  return (
    <Sheet title={title} note={say(note)} flush>
      <DataTable
        label={title}
        columns={columns(say, decidedIn(sheet.data?.parts))}
        rows={data.rows}
        rowKey={(row) => `${row.category} ${row.individual} ${row.pooled}`}
        sum={{
          label: (
            <>
              {say(t('合计', 'Total'))} <span className="ledger-closing">＝ {moneyText(data.total)}</span>
            </>
          ),
          persons: data.persons,
          individualTotal: <MoneyText yuan={data.individualTotal} />,
          pooledTotal: <MoneyText yuan={data.pooledTotal} />,
        }}
      />
    </Sheet>
  )
}

/** The case in which the persons were decided one by one, each with its reason. */
function decidedIn(parts: Output<'fund.sheet'>['parts'] | undefined): string | undefined {
  return parts?.map((part) => sourceAddress(part.dueSource)).find(Boolean)
}

function columns(say: ReturnType<typeof useText>, to: string | undefined): Column<Row>[] {
  const none = (row: Row) => row.individual === null
  const each = (yuan: string | null) => (yuan === null ? '—' : <WhyAmount yuan={yuan} to={to} />)
  return [
    { key: 'label', label: t('类别', 'Category'), cell: (row) => say(row.label), slack: true, card: 'title' },
    {
      key: 'persons',
      label: t('人数', 'Persons'),
      number: true,
      cell: (row) => (row.held > 0 ? `${row.persons}（${row.held} 人因异议暂缓）` : row.persons),
    },
    {
      key: 'individual',
      label: t('每人进账户', 'Each: account'),
      number: true,
      cell: (row) => (none(row) ? say(t('不开户', 'no account')) : each(row.individual)),
    },
    {
      key: 'pooled',
      label: t('每人进统筹', 'Each: pool'),
      number: true,
      cell: (row) => (none(row) ? '—' : each(row.pooled)),
      card: 'hidden',
    },
    {
      key: 'individualTotal',
      label: t('账户合计', 'Accounts'),
      number: true,
      cell: (row) => (none(row) ? '—' : <WhyAmount yuan={row.individualTotal} to={to} />),
    },
    {
      key: 'pooledTotal',
      label: t('统筹合计', 'Pool'),
      number: true,
      cell: (row) => (none(row) ? '—' : <WhyAmount yuan={row.pooledTotal} to={to} />),
    },
  ]
}
