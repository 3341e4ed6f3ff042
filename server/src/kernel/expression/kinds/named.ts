/** What an explanation shows as a line of its own: steps and checks; and `repeat`, one line a round. */
import { t } from '../../label.ts'
import type { CheckNode, RepeatNode, StepNode } from '../node.ts'
import { finding, lacking, na } from '../reading.ts'
import type { Reading } from '../types.ts'
import type { KindRule, Pass, Run } from './rule.ts'
import { misfit, phrase, unite } from './rule.ts'

export const stepRule: KindRule<StepNode> = {
  parts: (node) => [node.of],
  type: (node, typeOf) => typeOf(node.of),
  evaluate: (node, run) => run(node.of),
  words: (node) => node.label,
  line: (node) => ({ id: node.id, kind: 'step', label: node.label, citation: node.cite }),
  body: (node) => node.of,
}

export const checkRule: KindRule<CheckNode> = {
  parts: (node) => [node.of],
  type: (node, typeOf) => {
    if (typeOf(node.of).kind !== 'boolean') throw misfit('核对要写条件。', 'A check needs a condition.')
    return { kind: 'boolean' }
  },
  // A check that does not concern the subject stays 不适用; only a real condition may decide.
  evaluate: (node, run) => run(node.of),
  words: (node) => node.label,
  line: ({ id, label, cite, severity, message }) => ({
    id,
    kind: 'check',
    label,
    citation: cite,
    check: { severity, message },
  }),
  body: (node) => node.of,
}

/** More rounds than this are a mistake in the rule or in the facts. */
export const MOST_ROUNDS = 100

export const repeatRule: KindRule<RepeatNode> = {
  parts: (node) => [node.times, node.start, node.next],
  type: (node, typeOf) => {
    if (!['count', 'years', 'months'].includes(typeOf(node.times).kind))
      throw misfit('重复次数要是整数。', 'The number of rounds must be whole.')
    return unite([typeOf(node.start), typeOf(node.next)])
  },
  evaluate: (node, run) => {
    const [times, start] = [run(node.times), run(node.start)]
    if (times.state === 'na' || start.state === 'na') return na
    const open = lacking([times])
    if (open)
      return (
        lacking([times, start, run.with(node.state, start)(node.next)].filter((r) => r.state !== 'na')) ??
        open
      )
    return rounds(node, run, times).at(-1) ?? (tooMany(times) as Reading)
  },
  words: (node, say) =>
    phrase(
      (x) => `从 ${x(0)} 起，重复 ${x(1)} 次`,
      (x) => `from ${x(0)}, ${x(1)} rounds`,
      [say(node.start), say(node.times)],
    ),
  reason: (node, run) => ({ used: [node.times, node.start], passes: passes(node, run) }),
}

/** The state before the first round and after each; empty where the number of rounds is out of bounds. */
function rounds(node: RepeatNode, run: Run, times: Reading): readonly Reading[] {
  if (times.state !== 'known' || tooMany(times)) return []
  const states: Reading[] = [run(node.start)]
  for (let i = 0; i < (times.value as number); i++)
    states.push(run.with(node.state, states[i] as Reading)(node.next))
  return states
}

function tooMany(times: Reading): Reading | undefined {
  if (times.state !== 'known') return undefined
  const n = times.value as number
  if (n >= 0 && n <= MOST_ROUNDS) return undefined
  return finding(
    'expression.rounds',
    t(
      `重复次数是 ${n}，应当在 0 至 ${MOST_ROUNDS} 之间。请核对。`,
      `The number of rounds is ${n}; it must be from 0 to ${MOST_ROUNDS}. Check it.`,
    ),
    { details: { times: n } },
  )
}

function passes(node: RepeatNode, run: Run): readonly Pass[] {
  const states = rounds(node, run, run(node.times))
  return states.slice(1).map((_, i) => ({
    label: t(`第 ${i + 1} 次`, `round ${i + 1}`),
    node: node.next,
    run: run.with(node.state, states[i] as Reading),
  }))
}
