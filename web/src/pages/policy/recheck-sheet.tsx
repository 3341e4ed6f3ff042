// 全县复核: the rule read twice for everybody; how many agree, on which day, and who does not.
import { Button } from 'antd'
import { useState } from 'react'
import { useAct, useCall } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { useMay } from '../../app/session.tsx'
import { type Text, t, useText } from '../../app/text.tsx'
import { LiveJob } from '../../parts/job-bar.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { dayText } from '../register/moment.ts'
import type { Policy, Recheck } from './policy-types.ts'
import { valueText } from './value-text.ts'

export function RecheckSheet({ policy }: { policy: Policy }) {
  const may = useMay()
  return may('policy.explain') ? <OpenRecheck policy={policy} /> : null
}

function OpenRecheck({ policy }: { policy: Policy }) {
  const say = useText()
  const got = useCall('policy.compared', { policy: policy.meta.id })
  if (got.error) return <ProblemNote problem={got.error} onRetry={() => void got.refetch()} />
  if (!got.data?.bound) return null
  const { latest } = got.data
  return (
    <Sheet title={t('全县复核', 'Recheck of the county')} states={latest && <Outcome latest={latest} />}>
      <p>{say(latest ? sentence(latest) : t('还没有比对过。', 'Not compared yet.'))}</p>
      {latest && isOlder(latest, policy) && (
        <p className="note">
          {say(
            t(
              '规则或参数在这之后改过，请再比对一遍。',
              'The rule or its parameters have changed since. Compare once more.',
            ),
          )}
        </p>
      )}
      {latest && latest.differing.length > 0 && <Differences latest={latest} policy={policy} />}
      <Start policy={policy} onDone={() => void got.refetch()} />
    </Sheet>
  )
}

function Outcome({ latest }: { latest: Recheck }) {
  return latest.agreed === latest.compared ? (
    <StateMark mark="done" word={t('一致', 'They agree')} />
  ) : (
    <StateMark mark="doubt" word={t('有不一致', 'They differ')} />
  )
}

/** Who is in two registers that the rule is bound to counts twice, hence 人次. */
function sentence({ compared, agreed, onDay, madeAt }: Recheck): Text {
  const [same = '', apart = ''] = [agreed, compared - agreed].map((n) => n.toLocaleString('en-US'))
  const rest = compared === agreed ? t('', '') : t(`，${apart} 人次不一致`, `, ${apart} differ`)
  const day = dayText(madeAt)
  return t(
    `两种算法逐人比对，${same} 人次一致${rest.zh}。${day} 比对，按 ${onDay} 的事实。`,
    `Two readings compared person by person: ${same} agree${rest.en}. Done on ${day}, with the facts of ${onDay}.`,
  )
}

function isOlder(latest: Recheck, { meta, parameterVersion }: Policy): boolean {
  return latest.ruleHash !== meta.ruleHash || latest.parameterVersion !== parameterVersion
}

function Differences({ latest, policy }: { latest: Recheck; policy: Policy }) {
  const say = useText()
  return (
    <ul className="policy-lines">
      {latest.differing.map(({ register, id, result, first, second }) => (
        <li key={`${register} ${id} ${result}`}>
          <PageLink to={`/r/${register}/${id}`}>{say(t(`第 ${id} 号`, `No. ${id}`))}</PageLink>{' '}
          {say(labelOf(policy, result))}：{say(saidText(first, policy, result))} ≠{' '}
          {say(saidText(second, policy, result))}
        </li>
      ))}
    </ul>
  )
}

type Said = Recheck['differing'][number]['first']

const stateWords: Record<Exclude<Said['state'], 'known'>, Text> = {
  na: t('不适用', 'not applicable'),
  unknown: t('不详', 'not known'),
  problem: t('有问题', 'a problem'),
  none: t('没有', 'nothing'),
}

function saidText({ state, value }: Said, { meta }: Policy, result: string): Text {
  if (state !== 'known') return stateWords[state]
  const kind = meta.results.find(({ name }) => name === result)
  return kind ? valueText(value, kind) : t(String(value), String(value))
}

function labelOf({ meta }: Policy, result: string): Text {
  return meta.results.find(({ name }) => name === result)?.label ?? t(result, result)
}

function Start({ policy, onDone }: { policy: Policy; onDone: () => void }) {
  const say = useText()
  const may = useMay()
  const [jobId, setJobId] = useState<number>()
  const act = useAct('policy.compare', { onDone: (output) => setJobId(output.jobId) })
  if (!may('policy.compare')) return null
  return (
    <>
      {jobId !== undefined && <LiveJob id={jobId} onDone={onDone} />}
      {act.error && <ProblemNote problem={act.error} />}
      <p className="policy-acts">
        <Button size="small" loading={act.isPending} onClick={() => act.mutate({ policy: policy.meta.id })}>
          {say(t('逐人比对一遍', 'Compare everybody'))}
        </Button>
      </p>
    </>
  )
}
