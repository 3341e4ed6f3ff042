// All funds: what each may be used for, and what is in it.
import { useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Page as PageFrame, Stack } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Facts, Sheet } from '../../parts/sheet.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { ChainLine } from './chain-line.tsx'
import { TwoSides } from './two-sides.tsx'

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
function FundSheet({ fund }: { fund: Listed }) {
  const say = useText()
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
      {fund.sums.length > 0 ? (
        <TwoSides fund={fund.id} sums={fund.sums} />
      ) : (
        <EmptyNote text={t('还没有记过账。', 'Nothing is posted yet.')} />
      )}
    </Sheet>
  )
}
