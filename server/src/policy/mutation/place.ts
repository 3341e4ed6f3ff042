/** Where a mutant was changed, in words: step, clause, how it is computed there, and how the mutant computes it. */
import type { Node, Tree } from '#expression'
import { nodesOf, outline } from '#expression'
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Mutant } from './mutant.ts'
import { operandsOf } from './rewrite.ts'

export type Place = {
  /** The step, check or result in which it lies. */
  readonly step?: { readonly id: string; readonly label: Text }
  /** `source clause` of the nearest citation above it. */
  readonly clause?: string
  readonly before?: Text
  readonly after?: Text
}

export function placeOf(tree: Tree, { at, parameter, policy }: Mutant): Place {
  if (!at) {
    const citation = parameter === undefined ? undefined : policy.parameters[parameter]?.values[0]?.citation
    return citation ? { clause: `${citation.source} ${citation.clause}` } : {}
  }
  const above = linesAbove(tree, at.before)
  const step = above.find(isNamed)
  const cited = above.find((node) => 'cite' in node && node.cite)
  const cite = cited && 'cite' in cited ? cited.cite : undefined
  return {
    ...(step ? { step: { id: step.id, label: step.label } } : resultOf(tree, above)),
    ...(cite ? { clause: `${cite.source} ${cite.clause}` } : {}),
    before: wordsOf(tree, at.before),
    after: wordsOf(policy.tree, at.after),
  }
}

/** The node and what uses it, nearest first, up to a result. */
function linesAbove(tree: Tree, node: Node): readonly Node[] {
  const users = new Map<Node, Node>()
  for (const user of nodesOf(tree))
    for (const { operand } of operandsOf(user, tree)) if (!users.has(operand)) users.set(operand, user)
  const line: Node[] = []
  for (let at: Node | undefined = node; at; at = users.get(at)) line.push(at)
  return line
}

function isNamed(node: Node): node is Node & { readonly id: string; readonly label: Text } {
  return node.kind === 'step' || node.kind === 'check'
}

function resultOf(tree: Tree, above: readonly Node[]): Pick<Place, 'step'> {
  const found = Object.entries(tree.results).find(([, { node }]) => node === above.at(-1))
  return found ? { step: { id: found[0], label: found[1].label } } : {}
}

/** A node as the text of a rule tells it. */
function wordsOf(tree: Tree, node: Node): Text {
  const [line] = outline({ ...tree, results: { part: { label: t('', ''), node } } })
  if (line?.formula) return line.formula
  const cases = line?.cases ?? []
  return t(
    cases.map(({ when, value }) => `${when.zh}：${value.zh}`).join('；') || (line?.label.zh ?? ''),
    cases.map(({ when, value }) => `${when.en}: ${value.en}`).join('; ') || (line?.label.en ?? ''),
  )
}
