// 修订提议: what waits for a second signature, and what was decided.
import { Button } from 'antd'
import { citationName } from 'xiangce/kernel'
import { useAct, useCall } from '../../api.ts'
import { useMay, useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import type { Policy, Proposal } from './policy-types.ts'
import { StatedLines } from './stated-lines.tsx'
import { valueText } from './value-text.ts'

export function ProposalsSheet({ policy }: { policy: Policy }) {
  const { data } = useCall('policy.proposals', { policy: policy.meta.id })
  const proposals = data?.proposals ?? []
  if (proposals.length === 0) return null
  return (
    <Sheet title={t('修订提议', 'Proposed changes')} flush>
      <ul className="policy-lines">
        {proposals.map((proposal) => (
          <ProposalLine key={proposal.id} proposal={proposal} policy={policy} />
        ))}
      </ul>
    </Sheet>
  )
}

function ProposalLine({ proposal, policy }: { proposal: Proposal; policy: Policy }) {
  const say = useText()
  const parameter = policy.meta.parameters.find(({ key }) => key === proposal.key)
  if (!parameter) return null
  const { validFrom: from, validUntil: until, proposedByName: who = '' } = proposal
  return (
    <li>
      <p>
        <OutcomeMark outcome={proposal.outcome} /> <b>{say(parameter.label)}</b>{' '}
        {Array.isArray(proposal.value)
          ? proposal.value
              .map((row: Record<string, unknown>) => say(valueText(row.value, parameter)))
              .join(say(t('、', ', ')))
          : say(valueText(proposal.value, parameter))}
        {'　'}
        {say(
          until ? t(`${from} — ${until} 前`, `${from} — before ${until}`) : t(`${from} 起`, `from ${from}`),
        )}
      </p>
      <p className="note">
        {say(citationName(proposal.citation))}　{proposal.reason}
        {'　'}
        {say(t(`${who} 提出`, `proposed by ${who}`))}
        {proposal.decidedByName &&
          say(t(`，${proposal.decidedByName} 办理`, `, decided by ${proposal.decidedByName}`))}
      </p>
      <StatedLines examples={proposal.examples} policy={policy} />
      {proposal.outcome === null && <Decide proposal={proposal} />}
    </li>
  )
}

function OutcomeMark({ outcome }: { outcome: Proposal['outcome'] }) {
  if (outcome === 'approved') return <StateMark mark="done" word={t('已批准', 'Approved')} />
  if (outcome === 'refused') return <StateMark mark="refused" word={t('不予批准', 'Refused')} />
  return <StateMark mark="doing" word={t('待批准', 'To be approved')} />
}

function Decide({ proposal }: { proposal: Proposal }) {
  const say = useText()
  const { me } = useSession()
  const mayApprove = useMay()('policy.approve')
  const act = useAct('policy.approve')
  if (proposal.proposedBy === me.accountId)
    return (
      <p className="note">
        {say(t('您提出的，要由另一人批准。', 'You proposed it, so somebody else approves.'))}
      </p>
    )
  if (!mayApprove) return <p className="note">{say(t('等人社业务复核批准。', 'Waits for the reviewer.'))}</p>
  return (
    <>
      <p className="policy-acts">
        <Button
          type="primary"
          size="small"
          loading={act.isPending}
          onClick={() => act.mutate({ id: proposal.id, outcome: 'approved' })}
        >
          {say(t('批准', 'Approve'))}
        </Button>
        <Button size="small" onClick={() => act.mutate({ id: proposal.id, outcome: 'refused' })}>
          {say(t('不予批准', 'Refuse'))}
        </Button>
        <span className="note">
          {say(t('批准后从那天起按新的值算。', 'Once approved, the new value holds from that day.'))}
        </span>
      </p>
      {act.error && <ProblemNote problem={act.error} />}
    </>
  )
}
