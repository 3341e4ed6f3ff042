/** A base rule with its exceptions: all are looked at; two that differ are a conflict, never a silent pick. */
import type { Citation } from '../../citation.ts'
import { citationName } from '../../citation.ts'
import { t } from '../../label.ts'
import type { Exception, Node, RuleNode } from '../node.ts'
import { agreed, condition, finding, isFalse, isTrue, lacking, sameReading, unsettled } from '../reading.ts'
import type { Reading } from '../types.ts'
import { allCases, foldedReason, withFormula } from './choose.ts'
import type { Folded, KindRule, Reasoning, Run, Say } from './rule.ts'
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
  words: (node, say, context) => {
    const { taken, used } = reasonOf(node, context.run, { ...context, say })
    return taken ? withFormula(taken.reason, used.at(-1), say) : allCases(undecided(node, context.run), say)
  },
  reason: (node, run, context) => reasonOf(node, run, context),
}

type Ways = { readonly cases: RuleNode['exceptions']; readonly otherwise?: Node }

/** What it is between: the exceptions that clash, or else those that may hold, and the rest. */
function undecided(node: RuleNode, run: Run): Ways {
  const when = (e: Exception) => condition(run.speculative(e.when))
  const holding = node.exceptions.filter((e) => isTrue(when(e)))
  if (holding.length > 1) return { cases: holding }
  return { cases: node.exceptions.filter((e) => !isFalse(when(e))), otherwise: node.base }
}

type Sayers = { readonly say: Say; readonly deny: Say }

function reasonOf(node: RuleNode, run: Run, { say, deny }: Sayers): Reasoning {
  const readings = node.exceptions.map((e) => condition(run.speculative(e.when)))
  const at = readings.findIndex(isTrue)
  const isOpen = readings.some((r) => !isTrue(r) && !isFalse(r)) || run.speculative(node).state === 'problem'
  if (isOpen) {
    const { cases, otherwise } = undecided(node, run)
    return { used: [...cases.flatMap((e) => [e.when, e.value]), ...(otherwise ? [otherwise] : [])] }
  }
  const folded = node.exceptions.flatMap((e, i): Folded[] =>
    i === at ? [] : [{ node: e.value, reason: foldedReason(e.when, true, deny), cite: e.cite }],
  )
  const taken = node.exceptions[at]
  const whens = node.exceptions.map((e) => e.when)
  if (!taken)
    return {
      used: [...whens, node.base],
      taken: { branch: 0, reason: t('没有例外适用', 'no exception applies') },
      folded,
    }
  const { zh, en } = say(taken.when)
  return {
    used: [taken.when, taken.value],
    taken: { branch: at + 1, reason: t(`例外：${zh}`, `exception: ${en}`), cite: taken.cite },
    folded: [{ node: node.base, reason: t('有例外规定', 'an exception applies') }, ...folded],
  }
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
