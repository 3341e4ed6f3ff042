// 政策实验室: move a value, see what it does to everybody; nothing here is in force.
import { Button, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useCall } from '../../../api.ts'
import { useAddressValue, usePathValue } from '../../../app/link.tsx'
import { NoSuchPage } from '../../../app/no-page.tsx'
import { useScreen } from '../../../app/screen.ts'
import { useMay, useSession } from '../../../app/session.tsx'
import { t, useText } from '../../../app/text.tsx'
import { DayField } from '../../../parts/day-field.tsx'
import { Columns, Page as PageFrame, Stack } from '../../../parts/page.tsx'
import { ProblemNote } from '../../../parts/problem-note.tsx'
import { Sheet } from '../../../parts/sheet.tsx'
import { StateMark } from '../../../parts/state-mark.tsx'
import { WaitBars } from '../../../parts/wait-bars.tsx'
import type { Policy } from '../policy-types.ts'
import { differenceWords } from './amount-words.ts'
import { ExamplesUnderSheet } from './example-marks.tsx'
import { Findings } from './findings.tsx'
import { NotForYou } from './not-for-you.tsx'
import { ParametersPanel } from './parameters-panel.tsx'
import { PlanSheet } from './plan-sheet.tsx'
import { PlansSheet } from './plans-sheet.tsx'
import type { Ask, Overrides } from './types.ts'
import { useSimulation } from './use-simulation.ts'
import { useSteps } from './use-steps.ts'
import '../policy.css'
import './laboratory.css'

export function Page() {
  const id = usePathValue('id')
  const mayTry = useMay()('policy.simulate')
  const got = useCall('policy.get', { id })
  const tryable = useCall('policy.tryable', {}, { enabled: mayTry })
  if (!mayTry) return <NotForYou />
  const problem = got.error ?? tryable.error
  if (problem) return <ProblemNote problem={problem} onRetry={() => void got.refetch()} />
  if (!got.data || got.data.meta.id !== id || !tryable.data) return <WaitBars lines={12} />
  const found = tryable.data.policies.find((one) => one.id === id)
  return found ? <Bench key={id} policy={got.data} {...found} /> : <NoSuchPage />
}

type BenchProps = {
  policy: Policy
  registers: readonly string[]
  results: readonly string[]
  /** It can be carried through whole years. */
  ahead: boolean
  /** The other benefit because of which it cannot. */
  restsOn: string | null
}

/** What is tried, what is shown of it, and what came out. */
function useTrial({ policy, registers, results }: BenchProps) {
  const [kept, keep] = useAddressValue('try')
  const [overrides, setOverrides] = useState<Overrides>(() => readOverrides(kept))
  const [chosen, setResult] = useAddressValue('result')
  const [on, setOn] = useAddressValue('on')
  const [known, setKnown] = useState<string>()
  const result = results.find((one) => one === chosen) ?? results[0] ?? ''
  const ask: Ask = {
    policy: policy.meta.id,
    register: registers[0],
    result,
    overrides: { ...overrides },
    ...(on ? { on } : {}),
    ...(known ? { known } : {}),
  }
  const got = useSimulation(ask, true)
  const text = Object.keys(overrides).length === 0 ? undefined : JSON.stringify(overrides)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address follows once a move has settled
  useEffect(() => {
    if (got.isSettled && text !== kept) keep(text)
  }, [got.isSettled, text])
  if (!known && got.data) setKnown(got.data.known) // read once: every further move is over the same facts
  return { overrides, setOverrides, result, setResult, on, setOn, got }
}

/** A trial that was sent as an address; what cannot be read is none. */
function readOverrides(kept: string | undefined): Overrides {
  try {
    const read: unknown = JSON.parse(kept ?? '{}')
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Overrides) : {}
  } catch {
    return {}
  }
}

type Trial = ReturnType<typeof useTrial>

function Bench(props: BenchProps) {
  const { policy } = props
  const say = useText()
  const isPhone = useScreen() === 'phone'
  const mayPropose = useMay()('policy.propose')
  const trial = useTrial(props)
  const [saving, setSaving] = useState(false)
  const changed = Object.keys(trial.overrides).length
  const close = () => setSaving(false)
  return (
    <PageFrame
      crumb={crumbOf(policy)}
      title={policy.meta.title}
      states={<StateMark mark="trial" word={t('试算，未生效', 'A trial, not in force')} />}
      sentence={say(
        changed === 0
          ? t('拖动左边任一参数，看全县会怎样。', 'Move any parameter and see what becomes of the county.')
          : t(`改了 ${changed} 项参数。`, `Parameters changed: ${changed}.`),
      )}
      actions={
        <>
          <Button disabled={changed === 0} onClick={() => trial.setOverrides({})}>
            {say(t('恢复现行', 'Back to now'))}
          </Button>
          {mayPropose && !isPhone && (
            <Button type="primary" disabled={changed === 0 || saving} onClick={() => setSaving(true)}>
              {say(t('存为方案', 'Save as a plan'))}
            </Button>
          )}
        </>
      }
    >
      {isPhone && <Glance trial={trial} />}
      <Columns
        sideFirst
        sideWidth={316}
        side={<Controls {...props} trial={trial} />}
        main={
          <>
            {isPhone && <Moving policy={policy} trial={trial} />}
            {saving && trial.got.data && (
              <PlanSheet
                policy={policy}
                ask={trial.got.asked}
                simulation={trial.got.data}
                onDone={close}
                onClose={close}
              />
            )}
            <PlansSheet which="open" policy={policy} onTry={trial.setOverrides} />
            <Outcome policy={policy} trial={trial} ahead={props.ahead} restsOn={props.restsOn} />
            <PlansSheet which="decided" policy={policy} onTry={trial.setOverrides} />
          </>
        }
      />
    </PageFrame>
  )
}

/** On a phone the parameters stand above what they do: the sums stay in sight while one is moved. */
function Glance({ trial: { got } }: { trial: Trial }) {
  const say = useText()
  const { data } = got
  if (!data) return null
  const { total, kind } = data
  const words = differenceWords(total.difference, total.sum[0], kind)
  return (
    <p className="lab-glance" aria-busy={!got.isSettled || got.isFetching}>
      <b>{say(words)}</b>{' '}
      {say(
        t(
          `增加 ${total.up.toLocaleString('en-US')} 人，减少 ${total.down.toLocaleString('en-US')} 人。存为方案请在电脑上办。`,
          `${total.up} gain, ${total.down} lose. Plans are saved on a computer.`,
        ),
      )}
    </p>
  )
}

function crumbOf({ meta }: Policy) {
  return [
    { label: t('政策', 'Policies'), to: '/policy' },
    { label: meta.title, to: `/policy/${meta.id}` },
    { label: t('政策实验室', 'Laboratory'), to: '/laboratory' },
  ]
}

type ControlsProps = BenchProps & { trial: Trial }

/** The values, each with what a step of it comes to. */
function Moving({ policy, trial }: Pick<ControlsProps, 'policy' | 'trial'>) {
  const steps = useSteps(policy, trial)
  return (
    <ParametersPanel
      policy={policy}
      overrides={trial.overrides}
      onChange={trial.setOverrides}
      fixed={trial.got.data?.fixed ?? {}}
      steps={steps}
    />
  )
}

function Controls({ policy, results, trial }: ControlsProps) {
  const say = useText()
  const { meta: house } = useSession()
  const isPhone = useScreen() === 'phone'
  const labels = new Map(policy.meta.results.map(({ name, label }) => [name, label]))
  return (
    <Stack>
      {!isPhone && <Moving policy={policy} trial={trial} />}
      <Sheet title={t('看什么', 'What is shown')}>
        <div className="lab-choices">
          <label htmlFor="lab-result">{say(t('合计哪一项', 'Result'))}</label>
          <Select
            id="lab-result"
            value={trial.result}
            options={results.map((name) => ({ value: name, label: say(labels.get(name)) || name }))}
            onChange={trial.setResult}
          />
          <label htmlFor="lab-on">{say(t('按哪一天的情况', 'As of the day'))}</label>
          <DayField
            id="lab-on"
            value={trial.on ?? house.today}
            onChange={(day) => trial.setOn(day ?? undefined)}
          />
        </div>
      </Sheet>
      <ExamplesUnderSheet policy={policy} failing={trial.got.data?.examples ?? []} />
    </Stack>
  )
}

type OutcomeProps = { policy: Policy; trial: Trial } & Pick<BenchProps, 'ahead' | 'restsOn'>

function Outcome({ policy, trial: { got }, ahead, restsOn }: OutcomeProps) {
  const { me } = useSession()
  const { data, error, asked } = got
  if (error) return <ProblemNote problem={error} onRetry={() => void got.refetch()} />
  if (!data) return <WaitBars lines={10} />
  const label = policy.meta.results.find(({ name }) => name === data.result)?.label
  return (
    <Findings
      ask={asked}
      simulation={data}
      result={label ?? t(data.result, data.result)}
      place={me.areaName}
      busy={!got.isSettled || got.isFetching}
      ahead={ahead}
      restsOn={restsOn}
    />
  )
}
