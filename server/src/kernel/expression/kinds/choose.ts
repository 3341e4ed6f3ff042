/** Branches: cases in order, cases of a choice, a base rule with its exceptions. */
import type { Citation } from '../../citation.ts'
import type { Text } from '../../label.ts'
import { t } from '../../label.ts'
import type { ChooseNode, MatchNode, Node, RuleNode } from '../node.ts'
import {
  agreed,
  condition,
  finding,
  isFalse,
  isTrue,
  lacking,
  missingOf,
  na,
  sameReading,
} from '../reading.ts'
import type { Reading } from '../types.ts'
import type { Folded, KindRule, Reasoning, Run, Say } from './rule.ts'
import { misfit, unite } from './rule.ts'

export const chooseRule: KindRule<ChooseNode> = {
  parts: (node) => [
    ...node.cases.flatMap((c) => [c.when, c.value]),
    ...(node.otherwise ? [node.otherwise] : []),
  ],
  type: (node, typeOf) => {
    if (node.cases.some((c) => typeOf(c.when).kind !== 'boolean'))
      throw misfit('“当…时”后面要写条件。', 'A case needs a condition.')
    return unite([
      ...node.cases.map((c) => typeOf(c.value)),
      ...(node.otherwise ? [typeOf(node.otherwise)] : []),
    ])
  },
  evaluate: (node, run) => {
    for (const [i, branch] of node.cases.entries()) {
      const when = condition(run(branch.when))
      if (isTrue(when)) return decide(node, run, { branch: i, value: branch.value })
      if (!isFalse(when)) return openChoice(node, i, run.speculative)
    }
    return node.otherwise ? decide(node, run, { branch: node.cases.length, value: node.otherwise }) : gap()
  },
  branches: (node) => node.cases.length + (node.otherwise ? 1 : 0),
  words: (node, say, { run }) => reasonOf(node, run, say).taken?.reason ?? t('按条件分档', 'by cases'),
  reason: (node, run, { say }) => reasonOf(node, run, say),
}

function decide(node: Node, run: Run, { branch, value }: { branch: number; value: Node }): Reading {
  run.decided(node, branch)
  return run(value)
}

/** From the first open condition on: known only where every branch still reachable gives the same. */
function openChoice(node: ChooseNode, first: number, run: Run): Reading {
  const conditions: Reading[] = []
  const values: Reading[] = []
  for (const { when, value } of node.cases.slice(first)) {
    const reading = condition(run(when))
    if (isFalse(reading)) continue
    values.push(run(value))
    if (isTrue(reading)) return openResult(conditions, values)
    conditions.push(reading)
  }
  values.push(node.otherwise ? run(node.otherwise) : gap())
  return openResult(conditions, values)
}

function openResult(conditions: readonly Reading[], values: readonly Reading[]): Reading {
  const same = agreed(values)
  if (same) return same
  const [first] = conditions
  if (first?.state === 'problem') return first
  return missingOf([...conditions, ...values])
}

function gap(): Reading {
  return finding(
    'policy.gap',
    t(
      '没有一条规定适用于这种情况，不能自动决定。请转人工。',
      'No clause covers this case, so it is not decided automatically. Decide it by hand.',
    ),
  )
}

function reasonOf(node: ChooseNode, run: Run, say: Say): Reasoning {
  const { speculative } = run
  const at = node.cases.findIndex((c) => !isFalse(condition(speculative(c.when))))
  const taken = at === -1 ? node.otherwise : node.cases[at]?.value
  const whens = node.cases.slice(0, at === -1 ? undefined : at + 1).map((c) => c.when)
  const isOpen = at !== -1 && !isTrue(condition(speculative((node.cases[at] as { when: Node }).when)))
  if (isOpen)
    return {
      used: node.cases
        .slice(at)
        .flatMap((c) => [c.when, c.value])
        .concat(node.otherwise ?? []),
    }
  const folded = node.cases.flatMap((c, i): Folded[] =>
    i === at ? [] : [{ node: c.value, reason: foldedReason(c.when, at === -1 || i < at, say), cite: c.cite }],
  )
  const rest: Folded[] =
    at !== -1 && node.otherwise
      ? [{ node: node.otherwise, reason: t('前面的规定已适用', 'an earlier clause applies') }]
      : []
  const branch = at === -1 ? node.cases.length : at
  const reason = at === -1 ? otherwiseReason(node, say) : say((node.cases[at] as { when: Node }).when)
  return {
    used: [...whens, ...(taken ? [taken] : [])],
    taken: { branch, reason, cite: node.cases[at]?.cite },
    folded: [...folded, ...rest],
  }
}

function foldedReason(when: Node, tested: boolean, say: Say): Text {
  const words = say(when)
  return tested
    ? t(`不成立：${words.zh}`, `does not hold: ${words.en}`)
    : t('前面的规定已适用', 'an earlier clause applies')
}

/** Of one condition its opposite is told; of several, that none holds. */
function otherwiseReason(node: ChooseNode, say: Say): Text {
  const words = node.cases.map((c) => say(c.when))
  return t(
    `不符合：${words.map((w) => w.zh).join('；')}`,
    `not the case: ${words.map((w) => w.en).join('; ')}`,
  )
}

export const matchRule: KindRule<MatchNode> = {
  parts: (node) => [node.subject, ...node.cases.map((c) => c.value)],
  type: (node, typeOf) => {
    if (typeOf(node.subject).kind !== 'choice')
      throw misfit('“按选项”前面要是一个选项。', 'Matching needs a choice.')
    return unite(node.cases.map((c) => typeOf(c.value)))
  },
  evaluate: (node, run) => {
    const subject = run(node.subject)
    if (subject.state === 'na') return na
    if (subject.state === 'known') return matched(node, run, subject.value as string)
    const values = node.cases.map((c) => run.speculative(c.value))
    return agreed(values) ?? (subject.state === 'problem' ? subject : missingOf([subject, ...values]))
  },
  branches: (node) => node.cases.length,
  words: (node, say) => say(node.subject),
  reason: (node, run, { say }) => {
    const subject = run.speculative(node.subject)
    if (subject.state !== 'known') return { used: [node.subject] }
    const at = node.cases.findIndex((c) => c.is === subject.value)
    const folded = node.cases.flatMap((c, i): Folded[] =>
      i === at ? [] : [{ node: c.value, reason: say(node.subject) }],
    )
    const taken = node.cases[at]?.value
    return {
      used: taken ? [node.subject, taken] : [node.subject],
      taken: { branch: at, reason: say(node.subject) },
      folded,
    }
  },
}

function matched(node: MatchNode, run: Run, key: string): Reading {
  const branch = node.cases.findIndex((c) => c.is === key)
  const value = node.cases[branch]?.value
  return value ? decide(node, run, { branch, value }) : gap()
}

export const ruleRule: KindRule<RuleNode> = {
  parts: (node) => [node.base, ...node.exceptions.flatMap((e) => [e.when, e.value])],
  type: (node, typeOf) => unite([typeOf(node.base), ...node.exceptions.map((e) => typeOf(e.value))]),
  evaluate: (node, run) => {
    const cases = node.exceptions
      .map((e, i) => ({ ...e, i, reading: condition(run.speculative(e.when)) }))
      .filter((e) => !isFalse(e.reading))
    const holding = cases
      .filter((e) => isTrue(e.reading))
      .map((e) => ({ ...e, result: run.speculative(e.value) }))
    const clash = clashing(holding)
    if (clash) return conflict(clash)
    const candidate =
      holding.length > 0 ? unitedResult(holding.map((e) => e.result)) : run.speculative(node.base)
    const open = cases
      .filter((e) => !isTrue(e.reading))
      .map((e) => ({ ...e, result: run.speculative(e.value) }))
    if (open.every((e) => sameReading(e.result, candidate)))
      return settled(node, run, { holding, candidate, isOpen: open.length > 0 })
    const doubt = open.filter((e) => !sameReading(e.result, candidate))
    return (
      lacking([...doubt.filter((e) => e.reading.state === 'problem').map((e) => e.reading)]) ??
      missingOf([candidate, ...doubt.flatMap((e) => [e.reading, e.result])])
    )
  },
  branches: (node) => node.exceptions.length + 1,
  words: (node, say, { run }) => {
    const holding = node.exceptions.find((e) => isTrue(condition(run.speculative(e.when))))
    return holding ? t(`例外：${say(holding.when).zh}`, `exception: ${say(holding.when).en}`) : say(node.base)
  },
  reason: (node, run, { say }) => {
    const at = node.exceptions.findIndex((e) => isTrue(condition(run.speculative(e.when))))
    const taken = node.exceptions[at]
    const folded = node.exceptions.flatMap((e, i): Folded[] =>
      i === at ? [] : [{ node: e.value, reason: foldedReason(e.when, true, say), cite: e.cite }],
    )
    if (!taken) return { used: [...node.exceptions.map((e) => e.when), node.base], folded }
    const base: Folded = { node: node.base, reason: t('有例外规定', 'an exception applies') }
    return {
      used: [taken.when, taken.value],
      taken: { branch: at + 1, reason: say(taken.when), cite: taken.cite },
      folded: [base, ...folded],
    }
  },
}

type Holding = { readonly result: Reading; readonly cite: Citation; readonly i: number }

/** Two exceptions that hold at once with different values (expression.md "Base and exceptions"). */
function clashing(holding: readonly Holding[]): readonly [Holding, Holding] | undefined {
  const settledOnes = holding.filter((e) => e.result.state === 'known' || e.result.state === 'na')
  const [first] = settledOnes
  const other = settledOnes.find((e) => first && !sameReading(e.result, first.result))
  return first && other ? [first, other] : undefined
}

function conflict([a, b]: readonly [Holding, Holding]): Reading {
  const name = (c: Citation) => `${c.source} ${c.clause}`
  return finding(
    'policy.conflict',
    t(
      `${name(a.cite)}与${name(b.cite)}同时适用，结果不同，不能自动决定。请转人工。`,
      `${name(a.cite)} and ${name(b.cite)} both apply with different results, so it is not decided automatically. Decide it by hand.`,
    ),
    { citations: [a.cite, b.cite], details: { clauses: [a.cite, b.cite] } },
  )
}

function unitedResult(results: readonly Reading[]): Reading {
  return agreed(results) ?? lacking(results) ?? (results[0] as Reading)
}

function settled(
  node: RuleNode,
  run: Run,
  { holding, candidate, isOpen }: { holding: readonly Holding[]; candidate: Reading; isOpen: boolean },
): Reading {
  if (isOpen) return candidate
  const [first] = holding
  run.decided(node, first ? first.i + 1 : 0)
  return first ? candidate : run(node.base)
}
