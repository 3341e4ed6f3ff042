/** A rule whose words are mended stays the same rule; what was decided is then explained in the mended words. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Explanation } from '#expression'
import { choose, fact, money, onlyIf, step, store } from '#expression'
import { type Citation, cite, type Text, t } from '#kernel'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { defineBinding, from } from './binding.ts'
import { versionOf, versionRead } from './book-version.ts'
import { definePolicy, type Policy } from './define.ts'
import { sha256, sortedJson } from './hash.ts'
import { defaultBook } from './lookup.ts'
import { dated } from './parameter.ts'
import type { FactSource } from './port.ts'
import type { PolicyRoom } from './room.ts'
import { openPolicyRoom } from './room.ts'
import { bookAsTold, ruleAsTold } from './wording.ts'

const measures = { id: 'S900', title: t('《甲办法》', 'Measures A') }
const saying = (zh: string, en: string) => cite(measures, t('第一条', 'art. 1'), t(zh, en))

type Wording = { label?: Text; sum?: string; id?: string }
const aid = (
  clause: Citation,
  { label = t('补助', 'Aid'), sum = '100.00', id = 'test.worded' }: Wording = {},
) =>
  definePolicy({
    id,
    label,
    source: clause,
    effective: { from: '2020-01-01' },
    facts: { income: fact.money({ label: t('收入', 'Income') }) },
    parameters: {
      limit: dated(money('500.00'), { label: t('标准', 'Standard'), from: '2020-01-01', cite: clause }),
    },
    decide: (f, p) => {
      const poor = step('poor', t('低于标准', 'Below the standard'), f.income.isBelow(p.limit), clause)
      const base = choose().when(poor, money(sum)).otherwise(money('0.00'))
      return { amount: step('amount', t('补助金额', 'Amount'), onlyIf(poor, base), clause) }
    },
    examples: [],
  })

const better = saying('收入低于标准的给予补助', 'Who has less than the standard gets aid')
const first = aid(saying('低于标准的补助', 'who is below the standart is aided'))
const mended = aid(better, { label: t('困难补助', 'Hardship aid') })
const other = aid(better, { label: t('新补助', 'New aid'), sum: '120.00' })
/** As it was stored before both languages were asked for. */
const noted: Citation = { source: 'S900', clause: '第一条', quote: '低于标准的补助' }
const old = aid(noted)

const source: FactSource = {
  read: async () => ({ area: '990101103201001', facts: { income: '450.00' }, origins: {} }),
}
const roomOf = (policy: Policy): PolicyRoom =>
  openPolicyRoom({
    policies: [policy],
    bindings: [defineBinding({ policy, subject: 'person', facts: { income: from('income') } })],
    source,
  })

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county?.close())

const decide = async (policy: Policy) => {
  const request = { policy: policy.id, subject: { register: 'person', id: 1 }, on: '2024-06-01' }
  const { decisionId } = await county.run(county.actor(), (ctx) => roomOf(policy).decideFor(ctx, request))
  return decisionId
}
const explain = (room: PolicyRoom, id: number) =>
  county.run(county.actor(), (ctx) => room.explainDecision(ctx, id))
const quotesIn = (trace: readonly Explanation[]): unknown[] =>
  trace.flatMap((line) => [
    line.citation?.quote ?? line.parameter?.citation?.quote,
    ...quotesIn(line.children),
  ])

describe('words of a rule', () => {
  it('are in no hash: neither of the rule nor of its parameters', () => {
    expect([mended.hash, old.hash]).toEqual([first.hash, first.hash])
    expect(defaultBook(mended).version).toBe(defaultBook(first).version)
    expect(other.hash).not.toBe(first.hash)
    const elsewhere = aid(cite(measures, t('第二条', 'art. 2')))
    expect(elsewhere.hash).not.toBe(first.hash)
    expect(defaultBook(elsewhere).version).not.toBe(defaultBook(first).version)
  })

  it('are told as mended while the rule is the same, and as they were stored where it is another', async () => {
    const id = await decide(first)
    const now = await explain(roomOf(mended), id)
    expect(now).toMatchObject({
      reproduced: true,
      ruleHash: first.hash,
      title: t('困难补助', 'Hardship aid'),
    })
    const says = quotesIn(now.trace).filter(Boolean)
    expect(says.length).toBeGreaterThanOrEqual(3)
    for (const one of says) expect(one).toEqual(better.quote)
    const then = await explain(roomOf(other), id)
    expect(then).toMatchObject({ reproduced: true, ruleHash: first.hash, title: t('补助', 'Aid') })
    expect(then.trace.map(({ citation }) => citation?.quote)).toEqual([first.source.quote])
  })

  it('of old are read: a Chinese note, and parameters hashed with their words', async () => {
    const stored = JSON.parse(JSON.stringify(store(old.tree)))
    const row = { id: 1, policy: old.id, hash: old.hash, label: old.label, tree: stored }
    expect(ruleAsTold(row, other).tree).toBe(stored)
    expect(ruleAsTold(row, undefined).tree).toBe(stored)
    const id = await decide(aid(noted, { id: 'test.old' }))
    const { trace, reproduced } = await explain(roomOf(aid(better, { id: 'test.old', sum: '120.00' })), id)
    expect([trace[0]?.citation?.quote, reproduced]).toEqual(['低于标准的补助', true])
  })
})

describe('a book of parameters', () => {
  const { defaults, values } = JSON.parse(JSON.stringify(defaultBook(old)))
  // The version as it was made before: over everything.
  const version = `file:${sha256(sortedJson({ defaults, values })).slice(0, 16)}`
  const book = { version, defaults, values }

  it('of old keeps its version and its words', () => {
    expect(version).not.toBe(versionOf(book))
    expect(versionRead(book)).toBe(version)
    expect(bookAsTold(book, mended)).toBe(book)
  })

  it('with a value changed behind its back has another version, of old or new', () => {
    const forged = { ...defaults, limit: [{ ...defaults.limit[0], value: '600.00' }] }
    expect(versionRead({ ...book, defaults: forged })).not.toBe(version)
    const fresh = defaultBook(first)
    expect(versionRead(fresh)).toBe(fresh.version)
    expect(versionRead({ ...fresh, defaults: forged })).not.toBe(fresh.version)
  })
})
