/** What must hold for every rule and every state of knowledge. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { t } from '../../label.ts'
import type { Reading, Term, Tree } from '../index.ts'
import {
  canonical,
  decodeFacts,
  encodeReading,
  evaluate,
  explain,
  fact,
  restore,
  sameReading,
  store,
  typeOf,
} from '../index.ts'
import { given, treeOf } from './kit.ts'
import { anyTerm, everyFact, fullFacts, hide, paths } from './random.ts'

const label = t('甲', 'a')

function ruleOf(term: Term): Tree {
  return { ...treeOf(term), facts: everyFact }
}

function readIn(tree: Tree, wire: Record<string, unknown>): Reading {
  return evaluate(tree, decodeFacts(tree.facts, wire).facts, {}).results.result as Reading
}

const hiddenPlaces = fc.uniqueArray(fc.constantFrom(...paths), { maxLength: 6 })
const runs = { numRuns: 2000 }

describe('for every rule', () => {
  it('a fact more never turns a known result into an unknown or another one', () => {
    fc.assert(
      fc.property(anyTerm, fullFacts, hiddenPlaces, fc.nat(6), (term, facts, hidden, reveal) => {
        const tree = ruleOf(term)
        const less = readIn(tree, hide(facts, new Set(hidden)))
        const more = readIn(tree, hide(facts, new Set(hidden.slice(reveal))))
        if (less.state === 'known' || less.state === 'na') expect(sameReading(less, more)).toBe(true)
      }),
      runs,
    )
  })

  it('supplying all that is missing leaves nothing unknown', () => {
    fc.assert(
      fc.property(anyTerm, fullFacts, hiddenPlaces, (term, facts, hidden) => {
        const tree = ruleOf(term)
        const reading = readIn(tree, hide(facts, new Set(hidden)))
        if (reading.state !== 'unknown') return
        expect(reading.missing.length).toBeGreaterThan(0)
        const still = hidden.filter((path) => !reading.missing.includes(path))
        const inside = reading.missing.includes('items')
          ? still.filter((path) => !path.startsWith('items['))
          : still
        expect(readIn(tree, hide(facts, new Set(inside))).state).not.toBe('unknown')
      }),
      runs,
    )
  })

  it('what is not named as missing does not matter', () => {
    fc.assert(
      fc.property(anyTerm, fullFacts, hiddenPlaces, (term, facts, hidden) => {
        const tree = ruleOf(term)
        const reading = readIn(tree, hide(facts, new Set(hidden)))
        if (reading.state !== 'unknown') return
        const named = hidden.filter((path) => reading.missing.includes(path))
        const inside = reading.missing.includes('items')
          ? [...named, ...hidden.filter((path) => path.startsWith('items['))]
          : named
        expect(readIn(tree, hide(facts, new Set(inside)))).toEqual(reading)
      }),
      runs,
    )
  })

  it('the stored tree reads the same and has the same canonical text', () => {
    fc.assert(
      fc.property(anyTerm, fullFacts, hiddenPlaces, (term, facts, hidden) => {
        const tree = ruleOf(term)
        const again = restore(JSON.parse(JSON.stringify(store(tree))))
        const wire = hide(facts, new Set(hidden))
        expect(readIn(again, wire)).toEqual(readIn(tree, wire))
        expect(canonical(again)).toBe(canonical(tree))
      }),
      { numRuns: 500 },
    )
  })

  it('the explanation ends in the value that evaluating gives', () => {
    fc.assert(
      fc.property(anyTerm, fullFacts, hiddenPlaces, (term, facts, hidden) => {
        const tree = ruleOf(term)
        const decoded = decodeFacts(tree.facts, hide(facts, new Set(hidden)))
        const [line] = explain(tree, { facts: decoded.facts, parameters: {} })
        const reading = evaluate(tree, decoded.facts, {}).results.result as Reading
        expect([line?.state, line?.value]).toEqual([reading.state, encodeReading(reading, typeOf(term.node))])
      }),
      { numRuns: 1000 },
    )
  })
})

describe('canonical text', () => {
  const amount = (words: string, limit: string) =>
    ruleOf(
      given('a', fact.money({ label: t(words, words) }))
        .plus(given('b', fact.money({ label })))
        .times(given('n', fact.count({ label: t(limit, limit) }))),
    )

  it('does not change with a label', () => {
    expect(canonical(amount('收入', '次数'))).toBe(canonical(amount('人均收入', '月数')))
  })
})
