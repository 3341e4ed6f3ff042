// The inheritances of one account, done and under way; on the account's own page, too.
import { Button } from 'antd'
import { type Output, useCall } from '../../api.ts'
import { PageLink, useGo } from '../../app/link.tsx'
import { useMay } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { moneyText } from '../../parts/money-text.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { runMark } from './fund-words.ts'
import type { View } from './inheritance-words.ts'
import './ledger.css'

export function PastSheet({ view }: { view: View }) {
  const say = useText()
  if (view.runs.length === 0) return null
  return (
    <Sheet title={t('继承办理', 'Inheritance')} note={say(t('单位：元', 'in yuan'))} flush>
      <ul className="ledger-list">
        {view.runs.map((run) => (
          <li key={run.id}>
            <StateMark mark={runMark(run.state)} word={run.stateLabel} />
            <PageLink to={`/run/${run.id}`}>{say(t(`第 ${run.id} 号`, `No. ${run.id}`))}</PageLink>
            <span className="ledger-list-words">
              {run.batchId !== null && (
                <PageLink to={`/batch/${run.batchId}`}>{say(t('看发放批次', 'Payment batch'))}</PageLink>
              )}
            </span>
            <span className="number">{moneyText(run.total)}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

type Account = Output<'ledger.statement'>['account']

/** On the page of an individual account. */
export function InheritanceOfAccount({ account }: { account: Account }) {
  const { data } = useCall('inheritance.view', { accountId: account.id }, { enabled: isPersonal(account) })
  return data && isPersonal(account) ? <PastSheet view={data} /> : null
}

export function InheritButton({ account }: { account: Account }) {
  const say = useText()
  const may = useMay()
  const go = useGo()
  if (!isPersonal(account) || !may('inheritance.propose')) return null
  return (
    <Button onClick={() => go(`/account/${account.id}/inheritance`)}>
      {say(t('办理继承', 'Inheritance'))}
    </Button>
  )
}

function isPersonal({ kind }: Account): boolean {
  return kind === 'individual'
}
