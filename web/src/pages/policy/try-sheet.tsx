// 试算: facts in, result with its reasons out. Violet and dashed: nothing here is in force.
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { explainNodes } from '../../parts/explain-adapter.ts'
import { ExplainTree } from '../../parts/explain-tree.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { FactInputs } from './fact-inputs.tsx'
import { type Typed, typedOfAll, wireOfAll } from './fact-wire.ts'
import { lackWords } from './lack-words.ts'
import type { Assessment, Policy } from './policy-types.ts'

export function TrySheet({ policy }: { policy: Policy }) {
  const say = useText()
  const { meta } = policy
  const [typed, setTyped] = useState<Typed>({})
  const [on, setOn] = useState<string>()
  const act = useAct('policy.assess')
  const found = act.data
  const change = (next: Typed) => {
    setTyped(next)
    act.reset()
  }
  return (
    <Sheet
      trial
      title={t('试算', 'Try out')}
      states={<StateMark mark="trial" word={t('试算，不作数', 'A trial, not in force')} />}
    >
      <ExampleChoice policy={policy} onChoose={change} />
      <div className="policy-facts">
        <FactInputs facts={meta.facts} values={typed} onChange={change} problems={problemsByFact(found)} />
      </div>
      <div className="field-line policy-gap">
        <label htmlFor="try-on">{say(t('参数日期', 'Parameters of'))}</label>
        <div>
          <DayField id="try-on" value={on} onChange={setOn} />
          <p className="note">
            {say(
              'on' in policy.tree
                ? t('不填就按规则写明的那一天。', 'Left empty: the day that the rule names.')
                : t('这项政策要写明日期。', 'This policy needs a day.'),
            )}
          </p>
        </div>
      </div>
      <p className="policy-gap">
        <Button
          loading={act.isPending}
          onClick={() =>
            act.mutate({ policy: meta.id, facts: wireOfAll(typed, meta.facts), ...(on ? { on } : {}) })
          }
        >
          {say(t('试算', 'Try'))}
        </Button>
      </p>
      {act.error && <ProblemNote problem={act.error} />}
      {found && <TryResult policy={policy} found={found} />}
    </Sheet>
  )
}

function ExampleChoice({ policy, onChoose }: { policy: Policy; onChoose: (typed: Typed) => void }) {
  const say = useText()
  return (
    <Select
      className="policy-gap"
      style={{ width: '100%' }}
      placeholder={say(t('用一个例子的事实填', 'Fill in the facts of an example'))}
      aria-label={say(t('用一个例子的事实填', 'Fill in the facts of an example'))}
      value={null}
      options={policy.examples.map((example, index) => ({
        value: index,
        label: `${index + 1}. ${example.rule} ${say(example.title)}`,
      }))}
      onChange={(index: number) => {
        const example = policy.examples[index]
        if (example) onChoose(typedOfAll(example.given, policy.meta.facts))
      }}
    />
  )
}

function TryResult({ policy, found }: { policy: Policy; found: Assessment }) {
  const say = useText()
  const lacks = lackWords(found, policy.meta)
  const strange = found.problems.filter(({ details }) => typeof details?.fact !== 'string')
  return (
    <div role="status">
      <p className="policy-verdict">
        <StatusMark status={found.status} />
        {found.on && (
          <span className="note">{say(t(`按 ${found.on} 的参数`, `parameters of ${found.on}`))}</span>
        )}
      </p>
      {lacks && <p>{say(lacks)}</p>}
      {strange.map(({ code, text }) => (
        <p key={`${code} ${text.zh}`} className="field-problem">
          {say(text)}
        </p>
      ))}
      {found.status !== 'problem' && (
        <div className="policy-wide">
          <ExplainTree roots={explainNodes(found.trace)} label={t('试算结果', 'Result of the trial')} />
        </div>
      )}
    </div>
  )
}

export function StatusMark({ status }: { status: Assessment['status'] }) {
  if (status === 'known') return <StateMark mark="done" word={t('算出来了', 'Computed')} />
  if (status === 'unknown') return <StateMark mark="unknown" word={t('还不能判断', 'Not decided yet')} />
  return <StateMark mark="refused" word={t('有事实要改', 'A fact must be mended')} />
}

/** A refused form stands at its fact. */
function problemsByFact(found: Assessment | undefined) {
  const entries = (found?.problems ?? []).flatMap(({ text, details }) =>
    typeof details?.fact === 'string' ? [[details.fact, text] as const] : [],
  )
  return Object.fromEntries(entries)
}
