// 例子: what must come out under the new value is written by hand; the county's figure is shown only beside what was written.
import { Button, Select } from 'antd'
import { type Text, t, useText } from '../../app/text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { FactInput, FactInputs } from './fact-inputs.tsx'
import type { Typed } from './fact-wire.ts'
import type { Policy } from './policy-types.ts'
import { type Case, type Failing, openResults, type Stating } from './use-stated.ts'
import { valueText } from './value-text.ts'

type Props = { policy: Policy; stating: Stating }

export function StatedExamples({ policy, stating }: Props) {
  const say = useText()
  const { failing, cases, setCases, problem } = stating
  return (
    <section className="stated-examples" aria-label={say(t('例子', 'Examples'))}>
      <p>
        <b>{say(t('例子', 'Examples'))}</b>{' '}
        <span className="note">{say(stating.isAsked ? headWords(failing.length) : firstTheDay)}</span>
      </p>
      {problem && <ProblemNote problem={problem} />}
      {failing.map((one) => (
        <Restated key={one.at} policy={policy} one={one} stating={stating} />
      ))}
      {cases.map((one, at) => (
        <NewCase
          // biome-ignore lint/suspicious/noArrayIndexKey: cases have no identity before they are sent
          key={at}
          policy={policy}
          one={one}
          onChange={(next) => setCases(cases.map((other, index) => (index === at ? next : other)))}
          onRemove={() => setCases(cases.filter((_, index) => index !== at))}
        />
      ))}
      <LeftOver policy={policy} stating={stating} />
      <Button size="small" onClick={() => setCases([...cases, { facts: {}, results: {} }])}>
        {say(t('另写一个例子', 'Write another example'))}
      </Button>
    </section>
  )
}

const firstTheDay = t(
  '填好新值和“从哪天起”，这里就列出按新值不同的例子。',
  'Once the value and its first day are filled in, the examples that come out otherwise stand here.',
)

function headWords(count: number): Text {
  return count === 0
    ? t('从这一天起按新值算，原有的例子都成立。', 'With the new value from that day every example holds.')
    : t(
        `${count} 个例子按新值不同。请照文件算出应得多少，写在下面。`,
        `${count} come out otherwise. Work out by the document what each must give, and write it here.`,
      )
}

function Restated({ policy, one, stating }: Props & { one: Failing }) {
  const say = useText()
  const { typed, setTyped } = stating
  const own = typed[one.at] ?? {}
  const results = openResults(policy, one)
  return (
    <fieldset className="policy-list">
      <legend>
        {one.at + 1}. {one.rule} {say(one.title)}
      </legend>
      <p className="note">{say(factsWords(policy, one))}</p>
      {results.length === 0 && (
        <p className="field-problem">
          {say(
            t(
              '按新值这个例子算不出来了，请改值或日期。',
              'With the new value nothing comes out. Mend the value or its day.',
            ),
          )}
        </p>
      )}
      {results.map((result) => (
        <FactInput
          key={result.name}
          fact={{ ...result, label: asked(result.label, wasWords(policy, one, result.name)) }}
          value={own[result.name]}
          onChange={(value) => setTyped({ ...typed, [one.at]: { ...own, [result.name]: value } })}
          offersNotApplicable
        />
      ))}
    </fieldset>
  )
}

function asked(label: Text, was: Text): Text {
  return t(`${label.zh}（原 ${was.zh}）`, `${label.en} (was ${was.en})`)
}

function wasWords(policy: Policy, { differences }: Failing, name: string): Text {
  const result = policy.meta.results.find((one) => one.name === name)
  const found = differences.find(({ what }) => what === name)
  return result ? valueText(found?.expected, result) : t('', '')
}

/** 2025-04-01；县内 是，就业起始日 2025-01-01 */
function factsWords(policy: Policy, { asked: { given }, day }: Failing): Text {
  const facts = policy.meta.facts.flatMap((fact) => {
    const value = given[fact.name]
    if (value === undefined) return []
    const text = valueText(value, fact)
    return [t(`${fact.label.zh} ${text.zh}`, `${fact.label.en} ${text.en}`)]
  })
  const on = day ? t(`按 ${day} 的参数；`, `parameters of ${day}; `) : t('', '')
  return t(
    `${on.zh}${facts.map(({ zh }) => zh).join('，')}`,
    `${on.en}${facts.map(({ en }) => en).join(', ')}`,
  )
}

type CaseProps = { policy: Policy; one: Case; onChange: (next: Case) => void; onRemove: () => void }

function NewCase({ policy, one, onChange, onRemove }: CaseProps) {
  const say = useText()
  const { facts, results } = policy.meta
  const chosen = results.filter(({ name }) => name in one.results)
  const put = (more: Typed) => onChange({ ...one, results: { ...one.results, ...more } })
  return (
    <fieldset className="policy-list">
      <legend>{say(t('新的例子', 'A new example'))}</legend>
      <FactInputs facts={facts} values={one.facts} onChange={(next) => onChange({ ...one, facts: next })} />
      <Select
        className="policy-gap"
        style={{ width: '100%' }}
        aria-label={say(t('应得哪一项', 'Which result'))}
        placeholder={say(t('应得哪一项', 'Which result'))}
        value={null}
        options={results.map(({ name, label }) => ({ value: name, label: say(label) }))}
        onChange={(name: string) => put({ [name]: undefined })}
      />
      {chosen.map((result) => (
        <FactInput
          key={result.name}
          fact={result}
          value={one.results[result.name]}
          onChange={(value) => put({ [result.name]: value })}
          offersNotApplicable
        />
      ))}
      <Button size="small" onClick={onRemove}>
        {say(t('去掉这个例子', 'Remove this example'))}
      </Button>
    </fieldset>
  )
}

/** What was written beside what the values give, once all is written. */
function LeftOver({ policy, stating: { left } }: Props) {
  const say = useText()
  return left.map((one) => (
    <p key={one.at} className="field-problem">
      <StateMark mark="refused" word={t(`第 ${one.at + 1} 个例子不符`, `Example ${one.at + 1} differs`)} />{' '}
      {one.differences.map(({ what, expected, found }) => {
        const result = policy.meta.results.find(({ name }) => name === what)
        const [was, is] = [expected, found].map((value) =>
          say(result ? valueText(value, result) : String(value)),
        )
        return say(
          t(
            `${result?.label.zh ?? what} 写明 ${was}，算出 ${is}。`,
            `${result?.label.en ?? what}: ${was} stated, ${is} computed.`,
          ),
        )
      })}
    </p>
  ))
}
