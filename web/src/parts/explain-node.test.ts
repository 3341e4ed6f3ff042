import { describe, expect, it } from 'vitest'
import { type ExplainNode, explainAsText, openAtFirst, visibleRows } from './explain-node.ts'

const leaf = (id: string, more: Partial<ExplainNode> = {}): ExplainNode => ({
  id,
  kind: 'fact',
  label: id,
  result: { text: '1' },
  ...more,
})
const tree: ExplainNode[] = [
  leaf('sum', {
    kind: 'sum',
    children: [
      leaf('a', {
        children: [
          leaf('a1', { decides: true, children: [leaf('a11')] }),
          leaf('a2', { children: [leaf('a21')] }),
        ],
      }),
      leaf('b', { notTaken: true, children: [leaf('b1')] }),
    ],
  }),
]

describe('the explanation tree', () => {
  it('opens two levels and the way that decides; branches not taken stay folded', () => {
    expect([...openAtFirst(tree)].sort()).toEqual(['a', 'a1', 'sum'])
  })
  it('announces level, place and siblings of each visible row', () => {
    const rows = visibleRows(tree, openAtFirst(tree))
    expect(rows.map((row) => row.node.id)).toEqual(['sum', 'a', 'a1', 'a11', 'a2', 'b'])
    expect(rows.map((row) => [row.level, row.position, row.siblings])).toEqual([
      [0, 1, 1],
      [1, 1, 2],
      [2, 1, 2],
      [3, 1, 1],
      [2, 2, 2],
      [1, 2, 2],
    ])
  })
  it('reads as text with every node, indented by level', () => {
    const text = explainAsText(tree, (one) => (typeof one === 'string' ? one : (one?.zh ?? '')))
    expect(text.split('\n')).toHaveLength(8)
    expect(text).toContain('      a11　＝ 1')
  })
})
