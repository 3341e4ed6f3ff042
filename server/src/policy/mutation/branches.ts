/** Slips in branches: a case left out, its condition turned, the values of two cases swapped, an exception forgotten. */
import type { Node, NodeOf } from '#expression'
import { t } from '#kernel'
import { change } from './arithmetic.ts'
import type { Change } from './mutant.ts'

function turned(when: Node): Node {
  return when.kind === 'not' ? when.of : { kind: 'not', of: when }
}

/** The list with the item at `i` changed. */
function at<T>(list: readonly T[], i: number, by: (item: T) => T): readonly T[] {
  return list.map((item, j) => (j === i ? by(item) : item))
}

export const chooseSlips = (node: NodeOf<'choose'>): readonly Change[] =>
  node.cases.flatMap(({ when }, i) => [
    change('branch', t(`第 ${i + 1} 种情况的条件反了`, `condition of case ${i + 1} turned`), {
      ...node,
      cases: at(node.cases, i, (c) => ({ ...c, when: turned(when) })),
    }),
    ...caseLeftOut(node, i),
    ...valuesSwapped(node, i),
  ])

function caseLeftOut(node: NodeOf<'choose'>, i: number): readonly Change[] {
  const cases = node.cases.filter((_, j) => j !== i)
  const left: Node | undefined = cases.length > 0 ? { ...node, cases } : node.otherwise
  return left ? [change('branch', t(`漏掉第 ${i + 1} 种情况`, `case ${i + 1} left out`), left)] : []
}

/** With the next case; the last one with what holds otherwise. */
function valuesSwapped(node: NodeOf<'choose'>, i: number): readonly Change[] {
  const here = (node.cases[i] as { value: Node }).value
  const next = node.cases[i + 1]
  const words = t(`第 ${i + 1} 种情况与下一种的结果对调`, `values of case ${i + 1} and the next swapped`)
  const other = next?.value ?? node.otherwise
  if (!other) return []
  const cases = at(node.cases, i, (c) => ({ ...c, value: other }))
  const swapped = next
    ? { ...node, cases: at(cases, i + 1, (c) => ({ ...c, value: here })) }
    : { ...node, cases, otherwise: here }
  return [change('branch', words, swapped)]
}

export const matchSlips = (node: NodeOf<'match'>): readonly Change[] =>
  node.cases.slice(1).map((next, i) => {
    const here = node.cases[i] as { is: string; value: Node }
    const cases = node.cases.map((c, j) =>
      j === i ? { ...c, value: next.value } : j === i + 1 ? { ...c, value: here.value } : c,
    )
    return change('branch', t(`“${here.is}”与“${next.is}”的结果对调`, `${here.is} and ${next.is} swapped`), {
      ...node,
      cases,
    })
  })

export const ruleSlips = (node: NodeOf<'rule'>): readonly Change[] =>
  node.exceptions.flatMap((exception, i) => {
    const rest = node.exceptions.filter((_, j) => j !== i)
    const turnedOne = at(node.exceptions, i, (e) => ({ ...e, when: turned(e.when) }))
    const swapped = at(node.exceptions, i, (e) => ({ ...e, value: node.base }))
    return [
      change('exception', t(`漏掉第 ${i + 1} 条例外`, `exception ${i + 1} left out`), {
        ...node,
        exceptions: rest,
      }),
      change('exception', t(`第 ${i + 1} 条例外的条件反了`, `condition of exception ${i + 1} turned`), {
        ...node,
        exceptions: turnedOne,
      }),
      change('branch', t(`第 ${i + 1} 条例外与本则的结果对调`, `exception ${i + 1} and the base swapped`), {
        ...node,
        base: exception.value,
        exceptions: swapped,
      }),
    ]
  })
