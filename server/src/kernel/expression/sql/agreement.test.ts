/** SQL against `evaluate`, the oracle: one state and one value, to the fen. */
import fc from 'fast-check'
import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { t } from '../../label.ts'
import type { Parameters, Term, Tree } from '../index.ts'
import { decodeFacts, evaluate, fact, kinds, nodesOf, restore, store } from '../index.ts'
import { NA, treeOf } from '../test/kit.ts'
import { anyTerm, fullFacts, hide, paths } from '../test/random.ts'
import { wideDeclared, wideFacts, wideKnowledge, wideParameters, wideTerm } from '../test/random-wide.ts'
import { keyTables, lookedUp } from '../test/table-keys.data.ts'
import { tables } from '../test/truth-tables.data.ts'
import type { Disagreement, Trial } from './agreement.kit.ts'
import { disagreements } from './agreement.kit.ts'

const RULES = Number(process.env.RULES ?? 250)
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const AT_ONCE = 20
const label = t('甲', 'a')
const moneyFacts = {
  a: fact.money({ label }),
  b: fact.money({ label }),
  p: fact.boolean({ label }),
  q: fact.boolean({ label }),
  n: fact.count({ label }),
  colour: fact.choice({ label, options: { red: label, blue: label } }),
  items: fact.list({
    label,
    fields: { size: fact.money({ label }), ok: fact.boolean({ label }), kind: fact.text({ label }) },
  }),
}

let database: Awaited<ReturnType<typeof testDatabase>>
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const run = ({ text, values }: { text: string; values: readonly unknown[] }) =>
  database.db.app.executeQuery(CompiledQuery.raw(text, [...values]))

function decoded(tree: Tree, given: Readonly<Record<string, unknown>>) {
  const wire = Object.entries(given).map(([name, value]) => [
    name,
    value === NA ? { applicable: false } : value,
  ])
  return decodeFacts(tree.facts, Object.fromEntries(wire)).facts
}

describe('every kind of node', () => {
  it.each(tables)('%s', async (_name, term, rows) => {
    const tree = treeOf(term)
    const trial: Trial = { tree, facts: rows.map(([facts]) => decoded(tree, facts)) }
    expect((await disagreements([trial], run)).map(told)).toEqual([])
  })
})

describe('amounts as keys of a table', () => {
  it.each(keyTables.map((table) => [table.name, table] as const))('%s', async (_name, table) => {
    expect((await disagreements([lookedUp(table)], run)).map(told)).toEqual([])
  })
})

describe('every rule and every state of knowledge', () => {
  it('about money, conditions and lists', async () => {
    const hidden = fc.uniqueArray(fc.constantFrom(...paths), { maxLength: 6 })
    const facts = fc.tuple(fullFacts, hidden).map(([given, places]) => hide(given, new Set(places)))
    await holds({ term: anyTerm, facts, declared: { facts: moneyFacts, parameters: {} }, parameters: {} })
  })

  it('has every kind of node in it', () => {
    const drawn = [
      ...fc.sample(anyTerm, { numRuns: 500, seed: 1 }),
      ...fc.sample(wideTerm, { numRuns: 500, seed: 1 }),
    ]
    const seen = new Set(drawn.flatMap((term) => nodesOf(treeOf(term)).map(({ kind }) => kind)))
    expect(kinds.filter((kind) => !seen.has(kind))).toEqual([])
  })

  it('about days, fractions, spells, tables and nested lists', async () => {
    const declared = { facts: wideFacts, parameters: wideDeclared }
    await holds({ term: wideTerm, facts: wideKnowledge, declared, parameters: wideParameters })
  })
})

type Drawn = {
  term: fc.Arbitrary<Term>
  facts: fc.Arbitrary<Record<string, unknown>>
  declared: Pick<Tree, 'facts' | 'parameters'>
  parameters: Parameters
}

/** Many rules a statement, some states of knowledge a rule; says the smallest disagreements and how to draw them again. */
async function holds({ term, facts, declared, parameters }: Drawn): Promise<void> {
  const one = fc.tuple(term, fc.array(facts, { minLength: 6, maxLength: 6 }))
  const trials = fc.sample(one, { numRuns: RULES, seed: SEED }).map(([drawn, all]): Trial => {
    const tree: Tree = restore(store({ ...treeOf(drawn), ...declared }))
    return { tree, facts: all.map((given) => decodeFacts(tree.facts, given).facts), parameters }
  })
  const found: Disagreement[] = []
  expect(readable(trials)).toBeGreaterThan(0.3)
  for (let at = 0; at < trials.length; at += AT_ONCE)
    found.push(...(await disagreements(trials.slice(at, at + AT_ONCE), run)))
  const smallest = found.map(told).sort((a, b) => a.rule.length - b.rule.length)
  expect(smallest.slice(0, 2), `seed ${SEED}, ${smallest.length} differ`).toEqual([])
}

/** The share of readings that have a value: rules that are nearly always open would prove little. */
function readable(trials: readonly Trial[]): number {
  const readings = trials.flatMap(({ tree, facts, parameters }) =>
    facts.flatMap((one) => Object.values(evaluate(tree, one, parameters ?? {}).results)),
  )
  return readings.filter(({ state }) => state === 'known').length / readings.length
}

function told({ trial, facts, expected, found }: Disagreement) {
  return { expected, found, rule: JSON.stringify(trial.tree.results), facts: JSON.stringify(facts) }
}
