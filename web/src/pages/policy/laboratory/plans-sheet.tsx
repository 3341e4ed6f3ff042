// 方案: drafts, what waits for a second person, what was decided; each with its memo.
import { Button } from 'antd'
import { citationName } from 'xiangce/kernel'
import { fileAddress, useAct, useCall } from '../../../api.ts'
import { useMay, useSession } from '../../../app/session.tsx'
import { type Text, t, useText } from '../../../app/text.tsx'
import { ProblemNote } from '../../../parts/problem-note.tsx'
import { Sheet } from '../../../parts/sheet.tsx'
import { StateMark } from '../../../parts/state-mark.tsx'
import type { Policy } from '../policy-types.ts'
import { StatedLines } from '../stated-lines.tsx'
import { valueText } from '../value-text.ts'
import { differenceWords } from './amount-words.ts'
import type { Overrides, Plan } from './types.ts'

type Props = {
  policy: Policy
  onTry?: (overrides: Overrides) => void
  /** Those still to be sent or approved, those that were decided, or all. */
  which?: 'open' | 'decided' | 'all'
}

const titles = {
  open: t('没有办完的方案', 'Open plans'),
  decided: t('办过的方案', 'Decided plans'),
  all: t('方案', 'Plans'),
}

export function PlansSheet({ policy, onTry, which = 'all' }: Props) {
  const got = useCall('policy.plans', { policy: policy.meta.id })
  const plans = (got.data?.plans ?? []).filter(
    ({ outcome }) => which === 'all' || (outcome === null) === (which === 'open'),
  )
  if (plans.length === 0) return null
  return (
    <Sheet title={titles[which]} flush>
      <ul className="policy-lines">
        {plans.map((plan) => (
          <PlanLine key={plan.id} policy={policy} plan={plan} onTry={onTry} />
        ))}
      </ul>
    </Sheet>
  )
}

function PlanLine({ policy, plan, onTry }: { policy: Policy; plan: Plan } & Pick<Props, 'onTry'>) {
  const say = useText()
  const { effect, changes } = plan
  const { total, kind } = effect
  const memo = useAct('laboratory.memo', {
    onDone: ({ fileId }) => window.location.assign(fileAddress(fileId)),
  })
  const values = Object.fromEntries(changes.map(({ key, value }) => [key, value]))
  return (
    <li>
      <p>
        <PlanMark plan={plan} /> <b>{plan.title}</b>{' '}
        {changes.map((change) => say(changeWords(policy, change))).join(say(t('；', '; ')))}
      </p>
      <p className="note">
        {say(differenceWords(total.difference, total.sum[0], kind))}
        {say(t(`；增加 ${total.up} 人，减少 ${total.down} 人`, `; ${total.up} gain, ${total.down} lose`))}
        {plan.examples.length > 0 &&
          say(t(`；写明 ${plan.examples.length} 个例子`, `; ${plan.examples.length} examples stated`))}
      </p>
      <p className="note">
        {plan.validFrom && say(t(`${plan.validFrom} 起　`, `from ${plan.validFrom}　`))}
        {plan.citation && say(citationName(plan.citation))}　{plan.reason}　
        {say(t(`${plan.madeByName} 起草`, `by ${plan.madeByName}`))}
        {plan.decidedByName && say(t(`，${plan.decidedByName} 办理`, `, decided by ${plan.decidedByName}`))}
      </p>
      <p className="policy-acts">
        <Button size="small" loading={memo.isPending} onClick={() => memo.mutate({ plan: plan.id })}>
          {say(t('方案说明（Word）', 'Memo (Word)'))}
        </Button>
        {onTry && (
          <Button size="small" onClick={() => onTry(values)}>
            {say(t('照它试算', 'Try it again'))}
          </Button>
        )}
      </p>
      {memo.error && <ProblemNote problem={memo.error} />}
      {plan.sentAt && !plan.outcome && <Decide plan={plan} policy={policy} />}
    </li>
  )
}

function changeWords(policy: Policy, { key, value, was }: Plan['changes'][number]): Text {
  const parameter = policy.meta.parameters.find((one) => one.key === key)
  if (!parameter) return t(key, key)
  const [before, after] = [was, value].map((one) =>
    one === null ? t('未定', 'not set') : valueText(one, parameter),
  ) as [Text, Text]
  return t(
    `${parameter.label.zh} ${before.zh} → ${after.zh}`,
    `${parameter.label.en} ${before.en} → ${after.en}`,
  )
}

function PlanMark({ plan }: { plan: Plan }) {
  if (plan.outcome === 'approved') return <StateMark mark="done" word={t('已批准', 'Approved')} />
  if (plan.outcome === 'refused') return <StateMark mark="refused" word={t('不予批准', 'Refused')} />
  if (plan.sentAt) return <StateMark mark="doing" word={t('待批准', 'To be approved')} />
  return <StateMark mark="trial" word={t('草稿，未送出', 'Draft')} />
}

function Decide({ plan, policy }: { plan: Plan; policy: Policy }) {
  const say = useText()
  const { me } = useSession()
  const mayApprove = useMay()('policy.approve')
  const act = useAct('policy.decidePlan')
  if (plan.madeBy === me.accountId)
    return (
      <p className="note">
        {say(t('您起草的，要由另一人批准。', 'You wrote it, so somebody else approves.'))}
      </p>
    )
  if (!mayApprove) return <p className="note">{say(t('等人社业务复核批准。', 'Waits for the reviewer.'))}</p>
  return (
    <>
      <StatedLines examples={plan.examples} policy={policy} />
      <p className="policy-acts">
        <Button
          type="primary"
          size="small"
          loading={act.isPending}
          onClick={() => act.mutate({ id: plan.id, outcome: 'approved' })}
        >
          {say(t('批准方案', 'Approve the plan'))}
        </Button>
        <Button size="small" onClick={() => act.mutate({ id: plan.id, outcome: 'refused' })}>
          {say(t('不予批准', 'Refuse'))}
        </Button>
        <span className="note">
          {say(
            t(
              `批准后从 ${plan.validFrom ?? ''} 起按新值算。所有例子都要与写明的相符，批准时再核一遍。`,
              `Once approved the new values hold from ${plan.validFrom ?? ''}. Every example must come out as stated; that is checked again.`,
            ),
          )}
        </span>
      </p>
      {act.error && <ProblemNote problem={act.error} />}
    </>
  )
}
