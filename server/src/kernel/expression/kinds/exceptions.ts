/** A base rule with its exceptions: all are looked at; two that differ are a conflict, never a silent pick. */
import type { Citation } from '../../citation.ts'
import { citationName } from '../../citation.ts'
import { t } from '../../label.ts'
import type { RuleNode } from '../node.ts'
import { agreed, condition, finding, isFalse, isTrue, lacking, sameReading, unsettled } from '../reading.ts'
import type { Reading } from '../types.ts'
import { foldedReason } from './choose.ts'
import type { Folded, KindRule, Run } from './rule.ts'
import { unite } from './rule.ts'

export const ruleRule: KindRule<RuleNode> = {
  brackets: true,
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
    const results = [candidate, ...open.map((e) => e.result)].filter((r) => r.state === 'unknown')
    return unsettled([...open.map((e) => e.reading), ...results])
  },
  branches: (node) => node.exceptions.length + 1,
  cases: (node) => [...node.exceptions, { word: t('其余', 'else'), value: node.base }],
  words: (node, say, { run }) => {
    const holding = node.exceptions.find((e) => isTrue(condition(run.speculative(e.when))))
    return holding ? t(`例外：${say(holding.when).zh}`, `exception: ${say(holding.when).en}`) : say(node.base)
  },
  reason: (node, run, { say, deny }) => {
    const at = node.exceptions.findIndex((e) => isTrue(condition(run.speculative(e.when))))
    const taken = node.exceptions[at]
    const folded = node.exceptions.flatMap((e, i): Folded[] =>
      i === at ? [] : [{ node: e.value, reason: foldedReason(e.when, true, deny), cite: e.cite }],
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

/** Two exceptions that hold at once with different values. */
function clashing(holding: readonly Holding[]): readonly [Holding, Holding] | undefined {
  const settledOnes = holding.filter((e) => e.result.state === 'known' || e.result.state === 'na')
  const [first] = settledOnes
  const other = settledOnes.find((e) => first && !sameReading(e.result, first.result))
  return first && other ? [first, other] : undefined
}

function conflict([a, b]: readonly [Holding, Holding]): Reading {
  const [first, second] = [citationName(a.cite), citationName(b.cite)]
  return finding(
    'policy.conflict',
    t(
      `${first.zh}与${second.zh}同时适用，结果不同，不能自动决定。请转人工。`,
      `${first.en} and ${second.en} both apply with different results, so it is not decided automatically. Decide it by hand.`,
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
