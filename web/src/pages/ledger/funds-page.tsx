// All funds: what each may be used for, and what is in it.
import { useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { MoneyText } from '../../parts/money-text.tsx'
import { Page as PageFrame, Stack } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Facts, Sheet } from '../../parts/sheet.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { ChainLine } from './chain-line.tsx'

export function Page() {
  const say = useText()
  const { data, error, refetch } = useCall('fund.list', {})
  return (
    <PageFrame
      title={t('资金', 'Funds')}
      sentence={say(
        t(
          '各项资金分开立户、分开记账，互不相抵。这里是到人的业务账，不代替法定的两本账。',
          'Each fund has its own accounts and books; nothing is set off. This is the person-level ledger, not the statutory books.',
        ),
      )}
    >
      <Stack>
        {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
        {!data && !error && <WaitBars lines={8} />}
        {data?.funds.map((fund) => (
          <FundSheet key={fund.id} fund={fund} />
        ))}
        <ChainLine />
      </Stack>
    </PageFrame>
  )
}

type Listed = NonNullable<ReturnType<typeof useCall<'fund.list'>>['data']>['funds'][number]
type Sum = Listed['sums'][number]

function FundSheet({ fund }: { fund: Listed }) {
  const say = useText()
  const { meta } = useSession()
  const columns: Column<Sum>[] = [
    { key: 'kind', label: t('账户', 'Account'), cell: (row) => say(kindLabel(meta, row.kind)), slack: true },
    {
      key: 'count',
      label: t('户数', 'Accounts'),
      number: true,
      cell: (row) => row.count.toLocaleString('en-US'),
    },
    {
      key: 'balance',
      label: t('余额', 'Balance'),
      number: true,
      cell: (row) => <MoneyText yuan={row.balance} quietZero />,
    },
  ]
  return (
    <Sheet
      title={fund.label}
      note={say(t('单位：元', 'In yuan'))}
      actions={<PageLink to={`/fund/${fund.id}`}>{say(t('打开', 'Open'))}</PageLink>}
      flush
    >
      <div style={{ padding: 14 }}>
        <Facts
          facts={[
            { label: t('管理', 'Held'), value: say(fund.basis) },
            { label: t('只用于', 'Only for'), value: say(fund.uses) },
          ]}
        />
      </div>
      <DataTable
        label={fund.label}
        columns={columns}
        rows={fund.sums.filter((sum) => sum.bookEntity === 'agency')}
        rowKey={(row) => row.kind}
      />
    </Sheet>
  )
}

type WithLedger = { ledger?: { kinds: Record<string, { label: { zh: string; en: string } }> } | null }

/** The word for a kind of account, from the declarations. */
export function kindLabel(meta: WithLedger, kind: string) {
  return meta.ledger?.kinds[kind]?.label ?? t(kind, kind)
}
