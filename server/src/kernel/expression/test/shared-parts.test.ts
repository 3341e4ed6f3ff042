/** A stored tree writes each part once; what it means, and its hash, stay what they were. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonical, restore, type StoredTree, store } from '../index.ts'
import type { Json } from '../shared-parts.ts'
import { shareParts, unshareParts } from '../shared-parts.ts'
import { treeOf } from './kit.ts'
import { wideDeclared, wideFacts, wideTerm } from './random-wide.ts'

/** As trees were stored before parts were shared. */
function plain(stored: StoredTree): StoredTree {
  return unshareParts(stored)
}

it('gives back the same tree and the same hash, as old stored trees do', () => {
  fc.assert(
    fc.property(wideTerm, (term) => {
      const tree = restore(store({ ...treeOf(term), facts: wideFacts, parameters: wideDeclared }))
      const stored = JSON.parse(JSON.stringify(store(tree))) as StoredTree
      const old = plain(stored)
      expect(restore(stored)).toEqual(tree)
      expect(restore(old)).toEqual(tree)
      expect([canonical(stored), canonical(old)]).toEqual([canonical(tree), canonical(tree)])
    }),
    { numRuns: 200 },
  )
})

it('writes what occurs more than once only once, at any depth', () => {
  const inner = { kind: 'fact', name: 'a', label: { zh: '保障资金总额', en: 'Security amount' } }
  const outer = { kind: 'add', of: [inner, { kind: 'x' }], note: '同样的一段，写两次' }
  const body = { one: outer, two: [outer, inner], three: { part: { kind: 'x' } } }
  const shared = shareParts(body)
  expect(unshareParts(shared)).toEqual(body)
  expect(JSON.stringify(shared).split('保障资金总额')).toHaveLength(2)
  expect(JSON.stringify(shared).split('同样的一段')).toHaveLength(2)
})

it('leaves any JSON as it was', () => {
  const json = fc.jsonValue({ maxDepth: 4 }).map((value) => value as Json)
  fc.assert(
    fc.property(fc.array(json, { maxLength: 3 }), (values) => {
      const body = { a: values, b: values, c: { a: values } }
      expect(unshareParts(shareParts(body))).toEqual(body)
    }),
    { numRuns: 200 },
  )
})
