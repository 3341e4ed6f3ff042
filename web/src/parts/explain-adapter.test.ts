import { describe, expect, it } from 'vitest'
import type { Explanation } from 'xiangce/expression'
import { explainNodes } from './explain-adapter.ts'

const line = (more: Partial<Explanation>): Explanation => ({
  id: 'x',
  kind: 'step',
  label: { zh: '保障类别', en: 'Category' },
  state: 'known',
  value: 'above',
  text: { zh: '甲类', en: 'A' },
  type: 'choice',
  children: [],
  ...more,
})

describe('reasoning of the server as lines of the tree', () => {
  it('keeps label, result and clause', () => {
    const quote = { zh: '满三个月', en: 'three months or more' }
    const called = { zh: '办法 第五条', en: 'Measures, art. 5' }
    const [node] = explainNodes([line({ citation: { source: '办法', clause: '第五条', called, quote } })])
    expect(node?.clause).toEqual({ name: called, quote, open: undefined })
    expect(node?.result).toEqual({ text: { zh: '甲类', en: 'A' }, mark: undefined })
  })
  it('a clause that was stored before it had words in English is called 来文 and marked as Chinese', () => {
    const [node] = explainNodes([
      line({ citation: { source: 'S000', clause: '篇一 三', quote: '满三个月' } }),
    ])
    expect(node?.clause?.name).toEqual({ zh: '来文 篇一 三', en: 'Source 篇一 三' })
    expect(node?.clause?.quote).toEqual({ zh: '满三个月', en: '(zh) 满三个月' })
  })
  it('marks conditions by what they are worth, a failed check as a problem', () => {
    const marks = [
      line({ type: 'boolean', value: true }),
      line({ type: 'boolean', value: false }),
      line({ type: 'boolean', value: false, kind: 'check' }),
      line({ state: 'unknown' }),
      line({ state: 'problem' }),
    ].map((one) => explainNodes([one])[0]?.result.mark)
    expect(marks).toEqual(['done', 'same', 'refused', 'unknown', 'refused'])
  })
  it('offers to fill in an unknown fact, and only that', () => {
    const fill = (fact: string) => ({ label: `补 ${fact}`, onAct: () => undefined })
    const unknownFact = line({ kind: 'fact', state: 'unknown', fact: { name: 'startedOn' } })
    expect(explainNodes([unknownFact], { fill })[0]?.remedy?.label).toBe('补 startedOn')
    expect(explainNodes([line({ state: 'unknown' })], { fill })[0]?.remedy).toBeUndefined()
  })
  it('gives every line its own identity, also where a step is repeated', () => {
    const child = line({ id: 'age' })
    const [node] = explainNodes([
      line({
        children: [child, child],
        notTaken: [{ label: { zh: '乙类', en: 'B' }, reason: { zh: '已超龄', en: 'too old' } }],
      }),
    ])
    const ids = node?.children?.map((one) => one.id) ?? []
    expect(new Set(ids).size).toBe(3)
    expect(node?.children?.at(-1)?.notTaken).toBe(true)
  })
})
