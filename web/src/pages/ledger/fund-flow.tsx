// 收支: two lines that never net (LS-18).
import { PageLink } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { Chart } from '../../parts/chart.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Stack } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import type { Fund } from './fund-words.ts'
import { WhyAmount } from './why-amount.tsx'

type Flow = Fund['flows'][number]

export function FlowTab({ fund }: { fund: Fund }) {
  const say = useText()
  const columns: Column<Flow>[] = [
    {
      key: 'period',
      label: t('月份', 'Month'),
      cell: (row) => (
        <PageLink to={`/fund/${fund.id}?tab=vouchers&period=${row.period}`}>{row.period}</PageLink>
      ),
      card: 'title',
    },
    {
      key: 'income',
      label: t('收入', 'Income'),
      number: true,
      cell: (row) => (
        <WhyAmount yuan={row.income} to={`/fund/${fund.id}?tab=vouchers&period=${row.period}`} quietZero />
      ),
    },
    {
      key: 'expense',
      label: t('支出', 'Expense'),
      number: true,
      cell: (row) => (
        <WhyAmount yuan={row.expense} to={`/fund/${fund.id}?tab=vouchers&period=${row.period}`} quietZero />
      ),
    },
  ]
  const title = t(`${fund.year} 年收入与支出`, `Income and expense of ${fund.year}`)
  if (fund.flows.length === 0)
    return (
      <Sheet title={title}>
        <EmptyNote text={t(`${fund.year} 年还没有收支。`, `Nothing came in or went out in ${fund.year}.`)} />
      </Sheet>
    )
  return (
    <Stack>
      <Sheet title={title} note={say(t('两条线，不相抵', 'two lines, never netted'))}>
        <Chart
          kind="columns"
          label={title}
          unit={t('万元', '10,000 yuan')}
          categories={fund.flows.map((flow) => flow.period)}
          series={[
            {
              label: t('收入', 'Income'),
              look: 'first',
              values: fund.flows.map((flow) => tenThousands(flow.income)),
            },
            {
              label: t('支出', 'Expense'),
              look: 'second',
              values: fund.flows.map((flow) => tenThousands(flow.expense)),
            },
          ]}
        />
      </Sheet>
      <Sheet title={t('逐月', 'By month')} note={say(t('单位：元', 'in yuan'))} flush>
        <DataTable label={title} columns={columns} rows={fund.flows} rowKey={(row) => row.period} />
      </Sheet>
    </Stack>
  )
}

/** For the height of a column only; the exact amounts stand in the table below it. */
function tenThousands(yuan: string): number {
  return Math.round(Number(yuan) / 100) / 100
}
