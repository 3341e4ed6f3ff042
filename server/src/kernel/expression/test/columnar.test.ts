/** The columnar reading says what the evaluation says. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MoneyTerm, Tree } from '../index.ts'
import { ifApplies, money, notApplicable, percent, split } from '../index.ts'
import { always, expectAgreement } from './columnar.kit.ts'
import { NA, treeOf } from './kit.ts'
import { anyTerm, everyFact, fullFacts, hide, paths } from './random.ts'
import { wideDeclared, wideFacts, wideKnowledge, wideParameters, wideTerm } from './random-wide.ts'
import { tables } from './truth-tables.data.ts'

describe.each(tables)('%s', (_name, term, rows) => {
  it('reads its truth table', () => {
    const wire = rows.map(([facts]) =>
      Object.fromEntries(Object.entries(facts).map(([k, v]) => [k, v === NA ? { applicable: false } : v])),
    )
    const { why } = expectAgreement(treeOf(term), wire)
    expect(why).toBeUndefined()
  })
})

const hiddenPlaces = fc.uniqueArray(fc.constantFrom(...paths), { maxLength: 6 })
const subject = fc.tuple(fullFacts, hiddenPlaces).map(([facts, hidden]) => hide(facts, new Set(hidden)))

describe('for every rule', () => {
  it('over subjects with unknown facts', () => {
    fc.assert(
      fc.property(anyTerm, fc.array(subject, { minLength: 1, maxLength: 12 }), (term, rows) => {
        const tree: Tree = { ...treeOf(term), facts: everyFact }
        expectAgreement(tree, rows)
      }),
      { numRuns: Number(process.env.RUNS ?? 400) },
    )
  })

  it('over days, fractions, spells and tables, with cells of a wrong form', () => {
    const book = always(wideParameters)
    fc.assert(
      fc.property(wideTerm, fc.array(wideKnowledge, { minLength: 1, maxLength: 12 }), (term, rows) => {
        const tree: Tree = { ...treeOf(term), facts: wideFacts, parameters: wideDeclared }
        const { why } = expectAgreement(tree, rows, { book })
        expect(why).toBeUndefined()
      }),
      { numRuns: Number(process.env.RUNS ?? 400) },
    )
  })
})

it('keeps apart two splits of equal numbers, one of which does not apply', () => {
  const half = (total: MoneyTerm) =>
    split(total, [
      ['one', percent(50)],
      ['two', 'rest'],
    ]).one
  const [none, zero] = [half(notApplicable(money('0.00'))), half(money('0.00'))]
  expectAgreement(treeOf(ifApplies(none, money('1.00'), ifApplies(zero, money('2.00'), money('3.00')))), [{}])
})
