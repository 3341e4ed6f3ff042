/** A fact that could only be one of a few words, and changes nothing, is not missing. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { t } from '../../label.ts'
import type { Parameters, Reading, Term, Tree } from '../index.ts'
import { choose, decodeFacts, evaluate, fact, settler, termOf, years } from '../index.ts'
import { given, treeOf } from './kit.ts'
import { wideDeclared, wideFacts, wideKnowledge, wideParameters, wideTerm } from './random-wide.ts'

const label = t('甲', 'a')
const options = { male: label, female: label }
const sex = given('sex', fact.choice({ label, options }))
const age = given('age', fact.years({ label }))
const local = given('local', fact.boolean({ label }))
const limit = termOf(
  { kind: 'years' },
  {
    kind: 'parameter',
    name: 'limit',
    of: { kind: 'years' },
    label,
    keys: [{ key: { name: 'sex', match: 'exact' }, by: sex.node }],
  },
)
const row = (of: string, value: number) => ({ keys: { sex: of }, value })
const parameters: Parameters = {
  limit: { state: 'known', from: '2019-01-01', wire: null, rows: [row('male', 60), row('female', 55)] },
}

function read(term: Term, facts: Readonly<Record<string, unknown>>): Reading {
  const tree: Tree = treeOf(term)
  const surroundings = { facts: decodeFacts(tree.facts, facts).facts, parameters }
  const after = settler(tree, surroundings)
  return evaluate(tree, surroundings.facts, parameters, after).results.result as Reading
}

const unknown = (...missing: string[]) => ({ state: 'unknown', missing, missingParameters: [] })
const known = (value: unknown) => ({ state: 'known', value })

describe('whether somebody is of working age (LS-03: men to 60, women to 55)', () => {
  const working = age.isBelow(limit as typeof age)

  it.each([
    [{ age: 30 }, known(true)],
    [{ age: 54 }, known(true)],
    [{ age: 55 }, unknown('sex')],
    [{ age: 59 }, unknown('sex')],
    [{ age: 60 }, known(false)],
    [{ age: 57, sex: 'male' }, known(true)],
    [{}, unknown('age', 'sex')],
  ])('%j', (facts, expected) => {
    expect(read(working, facts)).toEqual(expected)
  })

  it('asks only for what still counts beside other open facts', () => {
    const both = choose().when(working, years(1)).when(local, years(2)).otherwise(years(3))
    expect(read(both, { age: 30 })).toEqual(known(1))
    expect(read(both, { age: 57 })).toEqual(unknown('local', 'sex'))
    expect(read(both, { age: 70 })).toEqual(unknown('local'))
    const same = choose().when(working, years(2)).when(local, years(2)).otherwise(years(3))
    expect(read(same, { age: 57, local: true })).toEqual(known(2))
  })
})

it('never says otherwise than the evaluation, and what it settles holds whatever the word is', () => {
  const facts = (wire: Readonly<Record<string, unknown>>) => decodeFacts(wideFacts, wire).facts
  fc.assert(
    fc.property(wideTerm, wideKnowledge, (term, wire) => {
      const tree: Tree = { ...treeOf(term), facts: wideFacts, parameters: wideDeclared }
      const ground = { facts: facts(wire), parameters: wideParameters }
      const plain = evaluate(tree, ground.facts, ground.parameters).results.result as Reading
      const settled = evaluate(tree, ground.facts, ground.parameters, settler(tree, ground)).results
        .result as Reading
      if (plain.state === 'known' || plain.state === 'na') expect(settled).toEqual(plain)
      if (plain.state !== 'unknown') return
      if (settled.state === 'unknown')
        expect(plain.missing).toEqual(expect.arrayContaining([...settled.missing]))
      if (settled.state !== 'known') return
      for (const colour of ['red', 'blue', 'green'])
        for (const yes of [true, false]) {
          const full = facts({ colour, yes, ...withoutNull(wire) })
          const found = evaluate(tree, full, ground.parameters).results.result as Reading
          if (found.state === 'known') expect(found).toEqual(settled)
        }
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  )
})

function withoutNull(wire: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(wire).filter(([, value]) => value !== null && value !== undefined))
}
