// Examples stated with a change, as the second person reads them: facts, and what must come out.
import { t, useText } from '../../app/text.tsx'
import type { Policy, Proposal } from './policy-types.ts'
import { valueText } from './value-text.ts'

type Props = { examples: Proposal['examples']; policy: Policy }

export function StatedLines({ examples, policy }: Props) {
  const say = useText()
  const { facts, results } = policy.meta
  return examples.map(({ rule, given, expect }) => {
    const told = facts.flatMap((fact) =>
      given[fact.name] === undefined ? [] : [`${say(fact.label)} ${say(valueText(given[fact.name], fact))}`],
    )
    const due = results.flatMap((result) => {
      const value = expect.result?.[result.name]
      return value === undefined ? [] : [`${say(result.label)} ${say(valueText(value, result))}`]
    })
    return (
      <p key={JSON.stringify(given)} className="note">
        {say(t('例子', 'Example'))} {rule} {told.join(say(t('，', ', ')))} → {due.join(say(t('，', ', ')))}
      </p>
    )
  })
}
