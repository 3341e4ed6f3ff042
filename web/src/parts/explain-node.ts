// What the explanation tree shows, whatever policy it comes from. Pages turn the server's explanation into this.
import type { Text } from '../app/text.tsx'
import type { Mark } from './state-mark.tsx'

/** sum and choose compute, condition and check hold or not, lookup and parameter read a table, fact reads a register. */
export type ExplainKind = 'sum' | 'condition' | 'lookup' | 'parameter' | 'fact' | 'check'

export type ExplainClause = {
  name: Text | string
  quote?: Text | string
  open?: { label: Text | string; to: string }
}

export type ExplainNode = {
  id: string
  kind: ExplainKind
  label: Text | string
  /** The formula in words, with its figures: 养老金 240.00 ＋ 农保 80.00. */
  formula?: Text | string
  clause?: ExplainClause
  /** For facts: which register, which day. */
  source?: Text | string
  result: { text: Text | string; mark?: Mark }
  /** Folded at first, shown as 没走这条：乙类. */
  notTaken?: boolean
  /** On the way that decides: open at first. */
  decides?: boolean
  /** 补 for an unknown fact, 转人工 for a clash. */
  remedy?: { label: Text | string; onAct: () => void }
  children?: readonly ExplainNode[]
}

export type ExplainRow = {
  node: ExplainNode
  level: number
  parent?: string
  last: boolean
  position: number
  siblings: number
}

/** Pure: which nodes are open at first: two levels, plus the way that decides; never a branch not taken. */
export function openAtFirst(roots: readonly ExplainNode[]): Set<string> {
  const open = new Set<string>()
  const walk = (node: ExplainNode, level: number) => {
    if (node.notTaken) return
    if (level < 2 || node.decides) open.add(node.id)
    for (const child of node.children ?? []) walk(child, level + 1)
  }
  for (const root of roots) walk(root, 0)
  return open
}

/** Pure: the visible rows in order, with what a tree grid must announce. */
export function visibleRows(roots: readonly ExplainNode[], open: ReadonlySet<string>): ExplainRow[] {
  const rows: ExplainRow[] = []
  const walk = (nodes: readonly ExplainNode[], level: number, parent?: string) => {
    nodes.forEach((node, index) => {
      rows.push({
        node,
        level,
        parent,
        last: index === nodes.length - 1,
        position: index + 1,
        siblings: nodes.length,
      })
      if (open.has(node.id)) walk(node.children ?? [], level + 1, node.id)
    })
  }
  walk(roots, 0)
  return rows
}

/** Every node that can be opened: for `*`. */
export function allOpen(roots: readonly ExplainNode[]): Set<string> {
  const open = new Set<string>()
  const walk = (node: ExplainNode) => {
    if (node.children?.length) open.add(node.id)
    for (const child of node.children ?? []) walk(child)
  }
  for (const root of roots) walk(root)
  return open
}

/** The tree as plain text, two spaces a level: for 复制为文字. */
export function explainAsText(
  roots: readonly ExplainNode[],
  say: (text: Text | string | undefined) => string,
): string {
  return visibleRows(roots, allOpen(roots))
    .map(({ node, level }) => {
      const words = [
        say(node.label),
        say(node.formula),
        node.clause && `（${say(node.clause.name)}）`,
        say(node.source),
        `＝ ${say(node.result.text)}`,
      ]
      return `${'  '.repeat(level)}${words.filter(Boolean).join('　')}`
    })
    .join('\n')
}
