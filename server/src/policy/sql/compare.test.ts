/** A comparison that finds what is wrong: a rounding planted in one of the two readings, person by person. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Tree } from '#expression'
import { fact, percent, restore, step, store } from '#expression'
import { cite, t } from '#kernel'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { defineBinding, from } from '../binding.ts'
import { policyCommands } from '../commands.ts'
import type { Policy } from '../define.ts'
import { definePolicy } from '../define.ts'
import { bookOf } from '../lookup.ts'
import { dated } from '../parameter.ts'
import type { FactSource } from '../port.ts'
import { policies } from '../registry.ts'
import { openPolicyRoom } from '../room.ts'
import type { CompareState } from './compare.ts'
import { comparePage } from './compare.ts'
import { bySql } from './read-store.ts'
import type { Reader } from './readings.ts'
import { byOracle } from './readings.ts'

const clause = cite('S000', '篇一')
const aid = definePolicy({
  id: 'test.aid',
  label: t('补助', 'Aid'),
  source: clause,
  effective: { from: '2020-01-01' },
  facts: { base: fact.money({ label: t('基数', 'Base') }), since: fact.day({ label: t('起日', 'Since') }) },
  parameters: {
    share: dated(percent('50'), { label: t('比例', 'Share'), from: '2020-01-01', cite: clause }).later(
      percent('25'),
      { from: '2024-01-01', cite: clause },
    ),
  },
  on: (f) => f.since,
  decide: (f, p) => ({ amount: step('amount', t('金额', 'Amount'), f.base.times(p.share)) }),
  examples: [],
})

/** Six persons: whole fen, half a fen, a quarter under 2024, no base, a base that does not apply, no day. */
const persons: readonly Record<string, unknown>[] = [
  { base: '10.00', since: '2023-05-01' }, // 5.00
  { base: '10.01', since: '2023-05-01' }, // 5.005: 5.01 or 5.00
  { base: '10.02', since: '2024-01-01' }, // 2.505: 2.51 or 2.50
  { base: null, since: '2024-01-01' },
  { base: { applicable: false }, since: '2024-01-01' },
  { base: '10.01', since: null },
]
const source: FactSource = {
  read: async (_, { subject, facts }) => {
    const known = persons[subject.id - 1] ?? {}
    return {
      area: '990101',
      facts: Object.fromEntries(Object.keys(facts).map((name) => [name, known[name] ?? null])),
      origins: {},
    }
  },
  subjects: async (_, __, { after, limit }) => {
    const rest = persons.map((_, i) => i + 1).filter((id) => id > after)
    return { ids: rest.slice(0, limit), left: rest.length }
  },
}
const bindings = [
  defineBinding({ policy: aid, subject: 'person', facts: { base: from('base'), since: from('since') } }),
]
const room = { registry: policies([aid]), bindings, source }
const request = { policy: aid.id, on: '2023-05-01', known: '2026-01-01T00:00:00Z' }

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

/** Pages of two, so that the comparison goes on where it stood. */
async function compared(readAs: (policy: Policy) => Policy): Promise<CompareState> {
  let state: CompareState | undefined
  for (;;) {
    const page = await county.run(county.actor(), (ctx) => {
      const second: Reader = (policy, book, given) => bySql(ctx.tx)(readAs(policy), book, given)
      return comparePage(room, ctx, { request, page: 2, second, ...(state ? { state } : {}) })
    })
    state = page.state
    if (page.done) return state
  }
}

it('two readings of one rule agree on every person', async () => {
  expect(await compared((policy) => policy)).toMatchObject({
    total: 6,
    compared: 6,
    agreed: 6,
    differing: [],
  })
})

it('a rounding planted in one of them is found where half a fen is at stake, and nowhere else', async () => {
  const { compared: all, agreed, differing } = await compared(roundedDown)
  expect([all, agreed]).toEqual([6, 4])
  expect(differing).toEqual([
    { register: 'person', id: 2, result: 'amount', first: known('5.01'), second: known('5.00') },
    { register: 'person', id: 3, result: 'amount', first: known('2.51'), second: known('2.50') },
  ])
})

function known(value: string) {
  return { state: 'known', value }
}

function roundedDown(policy: Policy): Policy {
  const text = JSON.stringify(store(policy.tree)).replace('"rounding":"half-up"', '"rounding":"down"')
  const tree: Tree = restore(JSON.parse(text))
  return { ...policy, tree }
}

it('the command names every person that differs and ends with exit code 1; agreement ends with 0', async () => {
  const { compared: all, agreed, differing } = await compared(roundedDown)
  const about = {
    policy: aid.id,
    ruleHash: aid.hash,
    parameterVersion: 'file:0',
    onDay: request.on,
    known: request.known,
  }
  const command = policyCommands(openPolicyRoom({ policies: [aid], bindings, source })).find(
    ({ name }) => name === 'assess',
  )
  const result = { ...about, compared: all, agreed, differing } as never
  expect(command?.show?.(result, { words: [], options: {} }).split('\n')).toEqual([
    'test.aid　2023-05-01　两种算法逐人比对：6 人次，一致 4 人次，不一致 2 人次',
    '  person 2　amount　5.01 ≠ 5.00',
    '  person 3　amount　2.51 ≠ 2.50',
  ])
  expect(command?.fails?.(result)).toBe(1)
  expect(command?.fails?.({ ...about, compared: 6, agreed: 6, differing: [] } as never)).toBe(false)
})

it.each([
  ['2023-05-01', 200], // the file: 50 %
  ['2023-06-01', 40], // the county: 10 %
  ['2023-06-30', 80], // its later entry, which also covers that day: 20 %
  ['2023-08-01', 40], // that one has ended, the earlier one still runs
  ['2023-10-01', 200], // taken back: the file's value holds again
  ['2024-01-01', 100], // the file's next value: 25 %
  ['2019-12-31', null], // before any value: unknown
])('a parameter on %s is the one that holds on that day', async (since, amount) => {
  const entry = (value: unknown, start: string, until: string | null) => ({
    key: 'share',
    value,
    from: start,
    until,
    citation: clause,
  })
  const book = bookOf(aid, [
    entry('10', '2023-06-01', null),
    entry('20', '2023-06-30', '2023-08-01'),
    entry(null, '2023-10-01', null),
  ])
  const given = [{ id: 1, facts: { base: '4.00', since }, parameters: {}, on: since }]
  const expected = new Map([[1, { amount: amount === null ? [2, null] : [0, amount] }]])
  expect(await bySql(county.db.app)(aid, book, given)).toEqual(expected)
  expect(await byOracle(aid, book, given)).toEqual(expected)
})

it('a share that the papers of one person fix holds on every day', async () => {
  const one = { id: 1, facts: { base: '4.00', since: '2023-05-01' }, on: '2023-05-01' }
  const given = [
    { ...one, parameters: { share: '75' } },
    { ...one, id: 2, parameters: {} },
  ]
  const expected = new Map([
    [1, { amount: [0, 300] }],
    [2, { amount: [0, 200] }],
  ])
  expect(await bySql(county.db.app)(aid, bookOf(aid, []), given)).toEqual(expected)
})
