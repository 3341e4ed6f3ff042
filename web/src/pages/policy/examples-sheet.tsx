// 例子: what the source says must come out, run at this moment.
import { t, useText } from '../../app/text.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { ExampleMark } from './policy-marks.tsx'
import type { Example, Policy } from './policy-types.ts'
import { valueText } from './value-text.ts'

export function ExamplesSheet({ policy }: { policy: Policy }) {
  return (
    <Sheet title={t('例子', 'Examples')} states={<ExampleMark policy={policy} />} flush>
      <ul className="policy-lines">
        {policy.examples.map((example, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: examples have no name of their own and never move
          <ExampleLine key={index} example={example} policy={policy} />
        ))}
      </ul>
    </Sheet>
  )
}

function ExampleLine({ example, policy }: { example: Example; policy: Policy }) {
  const say = useText()
  const { facts, results } = policy.meta
  const given = facts.flatMap((fact) => {
    const value = example.given[fact.name]
    return value === undefined ? [] : [`${say(fact.label)} ${say(valueText(value, fact))}`]
  })
  const expected = results.flatMap((result) => {
    const value = example.expect.result?.[result.name]
    return value === undefined ? [] : [`${say(result.label)} ${say(valueText(value, result))}`]
  })
  return (
    <li>
      <p>
        <StateMark
          mark={example.holds ? 'done' : 'refused'}
          word={example.holds ? t('成立', 'holds') : t('不成立', 'does not hold')}
        />{' '}
        <b>{example.rule}</b> {say(example.title)}
      </p>
      <p className="note">
        {given.length > 0 ? given.join(say(t('，', ', '))) : say(t('什么都没给', 'nothing given'))}
      </p>
      <p>→ {[...expected, ...lacks(example, policy).map(say)].join(say(t('，', ', ')))}</p>
      {example.differences.map((one) => (
        <p key={one.what} className="field-problem">
          {one.what}：{JSON.stringify(one.expected)} ≠ {JSON.stringify(one.found)}
        </p>
      ))}
    </li>
  )
}

function lacks({ expect }: Example, { meta }: Policy) {
  const facts = (expect.missing ?? []).map((name) => meta.facts.find((one) => one.name === name)?.label)
  const parameters = (expect.missingParameters ?? []).map(
    (key) => meta.parameters.find((one) => one.key === key)?.label,
  )
  const checks = Object.values(expect.checks ?? {}).map((holds) =>
    holds ? t('核对成立', 'the check holds') : t('核对不成立', 'the check does not hold'),
  )
  return [
    ...[...facts, ...parameters].map((label) => t(`缺 ${label?.zh ?? ''}`, `needs ${label?.en ?? ''}`)),
    ...checks,
  ]
}
