// 一项政策: who, how much, how, from where; the rule beside its clauses; parameters, examples, a try-out.
import { Button } from 'antd'
import { citationName } from 'xiangce/kernel'
import { useCall } from '../../api.ts'
import { useGo, usePathValue } from '../../app/link.tsx'
import { systemLabel, systemOf } from '../../app/meta.ts'
import { useMay, useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { Columns, Page as PageFrame, Stack } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Facts, Sheet } from '../../parts/sheet.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { ExamplesSheet } from './examples-sheet.tsx'
import { PlansSheet } from './laboratory/plans-sheet.tsx'
import { ParametersSheet } from './parameters-sheet.tsx'
import { ExampleMark, InForce, shortHash } from './policy-marks.tsx'
import type { Policy } from './policy-types.ts'
import { ProposalsSheet } from './proposals-sheet.tsx'
import { RecheckSheet } from './recheck-sheet.tsx'
import { RuleSheet } from './rule-sheet.tsx'
import { TrySheet } from './try-sheet.tsx'
import './policy.css'

export function Page() {
  const id = usePathValue('id')
  const got = useCall('policy.get', { id })
  if (got.error) return <ProblemNote problem={got.error} onRetry={() => void got.refetch()} />
  if (!got.data || got.data.meta.id !== id) return <WaitBars lines={12} />
  return <OpenPolicy key={id} policy={got.data} />
}

function OpenPolicy({ policy }: { policy: Policy }) {
  const say = useText()
  const { meta: house } = useSession()
  const { meta } = policy
  const mayTry = useMay()('policy.simulate')
  const system = systemLabel(house, systemOf(meta))
  const source = citationName(meta.source)
  return (
    <PageFrame
      crumb={[{ label: t('政策', 'Policies'), to: '/policy' }, { label: system }, { label: meta.title }]}
      title={meta.title}
      states={
        <>
          <InForce effective={meta.effective} today={house.today} />
          <ExampleMark policy={policy} />
        </>
      }
      actions={<ToLaboratory policy={policy} />}
      sentence={say(
        t(
          `依据 ${source.zh}　规则第 ${meta.version} 版 ${shortHash(meta.ruleHash)}`,
          `By ${source.en}, version ${meta.version} of the rule, ${shortHash(meta.ruleHash)}`,
        ),
      )}
    >
      <Columns
        sideWidth={380}
        main={
          <>
            <SummarySheet policy={policy} />
            <RuleSheet policy={policy} />
            <ParametersSheet policy={policy} />
            <TrySheet policy={policy} />
          </>
        }
        side={
          <Stack>
            {mayTry && <PlansSheet policy={policy} />}
            <ProposalsSheet policy={policy} />
            <RecheckSheet policy={policy} />
            <ExamplesSheet policy={policy} />
          </Stack>
        }
      />
    </PageFrame>
  )
}

/** Only where the facts are in the registers. */
function ToLaboratory({ policy }: { policy: Policy }) {
  const say = useText()
  const go = useGo()
  const mayTry = useMay()('policy.simulate')
  const { data } = useCall('policy.tryable', {}, { enabled: mayTry })
  if (!data?.policies.some(({ id }) => id === policy.meta.id)) return null
  return (
    <Button onClick={() => go(`/laboratory/${policy.meta.id}`)}>
      {say(t('政策实验室', 'Policy laboratory'))}
    </Button>
  )
}

function SummarySheet({ policy }: { policy: Policy }) {
  const say = useText()
  const { summary } = policy.meta
  if (!summary) return null
  const facts = [
    { label: t('谁能得', 'Who'), value: summary.who },
    { label: t('得多少', 'How much'), value: summary.amount },
    { label: t('怎么算', 'How'), value: summary.how },
    { label: t('从哪里付', 'Paid from'), value: summary.paidFrom },
    { label: t('规则编号', 'Rules'), value: carriedRules(policy) },
  ]
  return (
    <Sheet>
      <Facts facts={facts.flatMap(({ label, value }) => (value ? [{ label, value: say(value) }] : []))} />
    </Sheet>
  )
}

/** The rules of the catalogue that its examples illustrate and its parameters answer: `LS-07、AMB-08`. */
function carriedRules({ examples, meta }: Policy) {
  const questions = meta.parameters.flatMap(({ question }) => question ?? [])
  const rules = [...new Set([...examples.map(({ rule }) => rule), ...questions])].sort()
  return t(rules.join('、'), rules.join(', '))
}
