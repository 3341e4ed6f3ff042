// One fund: arrival of each project, accounts, vouchers, payments, interest, what was refused.
import { useCall } from '../../api.ts'
import { useAddressValue, usePathValue } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { Page as PageFrame } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { AccountsTab } from './fund-accounts.tsx'
import { ArrivalTab } from './fund-arrival.tsx'
import { CheckTab } from './fund-check.tsx'
import { FlowTab } from './fund-flow.tsx'
import { type Fund, isZero } from './fund-words.ts'
import { RunList } from './run-list.tsx'
import { VouchersTab } from './vouchers-tab.tsx'
import './ledger.css'

export function Page() {
  const id = usePathValue('id')
  const read = useCall('fund.get', { fund: id })
  if (read.error && !read.data)
    return <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />
  if (!read.data) return <WaitBars lines={12} />
  return <FundPage key={id} fund={read.data} />
}

const tabs = {
  arrival: t('到账', 'Arrival'),
  accounts: t('账户', 'Accounts'),
  vouchers: t('凭证', 'Vouchers'),
  flow: t('收支', 'Income and expense'),
  runs: t('发放、计息', 'Runs'),
  check: t('核对', 'Checks'),
}
type Tab = keyof typeof tabs

function FundPage({ fund }: { fund: Fund }) {
  const say = useText()
  const [asked = 'arrival'] = useAddressValue('tab')
  const tab = (asked in tabs ? asked : 'arrival') as Tab // checked on the line itself
  const short = fund.projects.filter((project) => !isZero(project.short))
  return (
    <PageFrame
      crumb={[{ label: t('资金', 'Funds'), to: '/funds' }, { label: fund.label }]}
      title={fund.label}
      states={
        short.length > 0 && (
          <StateMark
            mark="late"
            boxed
            word={t(`${short.length} 个项目没有足额到账`, `${short.length} projects not fully funded`)}
          />
        )
      }
      sentence={say(
        t(`${fund.basis.zh}，只用于：${fund.uses.zh}。`, `${fund.basis.en}; only for: ${fund.uses.en}.`),
      )}
      tabs={Object.entries(tabs).map(([key, label]) => ({ key, label, to: `/fund/${fund.id}?tab=${key}` }))}
      tab={tab}
    >
      <Content tab={tab} fund={fund} />
    </PageFrame>
  )
}

function Content({ tab, fund }: { tab: Tab; fund: Fund }) {
  if (tab === 'accounts') return <AccountsTab fund={fund} />
  if (tab === 'vouchers') return <VouchersTab fund={fund.id} />
  if (tab === 'flow') return <FlowTab fund={fund} />
  if (tab === 'runs') return <RunList fund={fund.id} />
  if (tab === 'check') return <CheckTab fund={fund} />
  return <ArrivalTab fund={fund} />
}
