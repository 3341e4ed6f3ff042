// Marks of a policy: in force, examples, the name of its rule.
import { t } from '../../app/text.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import type { Policy, PolicyMeta } from './policy-types.ts'

/** ●生效 2019-01-01 起 */
export function InForce({ effective, today }: { effective: PolicyMeta['effective']; today: string }) {
  const { from, until } = effective
  const span = until ? `${from} — ${until}` : undefined
  if (today < from) return <StateMark mark="open" word={t(`${from} 起施行`, `from ${from}`)} />
  if (until && until <= today) return <StateMark mark="same" word={t(`施行到 ${until}`, `until ${until}`)} />
  return (
    <StateMark mark="done" word={t(`生效 ${span ?? `${from} 起`}`, `in force ${span ?? `from ${from}`}`)} />
  )
}

/** 例子 12 ●全部成立 */
export function ExampleMark({ policy }: { policy: Policy }) {
  const { examples } = policy
  const failing = examples.filter(({ holds }) => !holds).length
  return failing === 0 ? (
    <StateMark
      mark="done"
      word={t(`例子 ${examples.length}，全部成立`, `${examples.length} examples, all hold`)}
    />
  ) : (
    <StateMark
      mark="refused"
      word={t(
        `例子 ${examples.length}，${failing} 个不成立`,
        `${failing} of ${examples.length} examples do not hold`,
      )}
    />
  )
}

/** `a58c·bb6b`, as the rule is named in print. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)}·${hash.slice(4, 8)}`
}
