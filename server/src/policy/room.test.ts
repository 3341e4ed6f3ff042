/** Decisions in a real county: stored once, explained by doing them again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fact, money, onlyIf, step, sumOf } from '#expression'
import { cite, t } from '#kernel'
import type { AnyOperation } from '#platform'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { dayOfDecision, defineBinding, from, list, resultOf } from './binding.ts'
import { definePolicy } from './define.ts'
import { policyOperations } from './operations.ts'
import { dated, required } from './parameter.ts'
import type { FactSource } from './port.ts'
import type { PolicyRoom } from './room.ts'
import { openPolicyRoom } from './room.ts'

const clause = cite('S000', '篇一 三·第一')

const aid = definePolicy({
  id: 'test.aid',
  label: t('补助', 'Aid'),
  source: clause,
  effective: { from: '2020-01-01' },
  facts: {
    income: fact.money({ label: t('收入', 'Income') }),
    month: fact.day({ label: t('月份', 'Month') }),
    grants: fact.list({
      label: t('已领', 'Grants'),
      fields: { amount: fact.money({ label: t('金额', 'Amount') }) },
    }),
  },
  parameters: {
    limit: dated(money('500.00'), { label: t('标准', 'Standard'), from: '2020-01-01', cite: clause }).later(
      money('600.00'),
      { from: '2024-01-01', cite: clause },
    ),
    bonus: required(fact.money({ label: t('加发', 'Bonus') })),
  },
  on: (f) => f.month,
  decide: (f, p) => {
    const poor = step('poor', t('低于标准', 'Below the standard'), f.income.isBelow(p.limit))
    const rest = p.limit
      .minus(f.income)
      .plus(p.bonus)
      .minus(f.grants.sum((g) => g.amount))
    return { poor, amount: step('amount', t('补助金额', 'Amount'), onlyIf(poor, rest)) }
  },
  examples: [],
})

const doubled = definePolicy({
  id: 'test.doubled',
  label: t('加倍', 'Doubled'),
  source: clause,
  effective: { from: '2020-01-01' },
  facts: { amount: fact.money({ label: t('补助金额', 'Amount') }) },
  parameters: {},
  decide: (f) => ({ twice: sumOf(f.amount, f.amount) }),
  examples: [],
})

/** Two persons; the second is outside the scope. What is known of the first can be changed behind the decision's back. */
const known: { income: string; grants: { amount: string }[] } = { income: '450.00', grants: [] }
const source: FactSource = {
  read: async (_ctx, { subject, facts }) => {
    if (subject.id !== 1) return undefined
    const values: Record<string, unknown> = { income: known.income, grants: known.grants }
    const asked = Object.keys(facts).map((name) => [
      name,
      name.startsWith('parameter:') ? null : values[name],
    ])
    return {
      area: '990101103201001',
      facts: Object.fromEntries(asked),
      origins: { income: { label: t('收入册', 'income register'), register: 'person', id: '1' } },
    }
  },
}

const bindings = [
  defineBinding({
    policy: aid,
    subject: 'person',
    facts: { income: from('income'), month: dayOfDecision(), grants: list('grant', { amount: 'amount' }) },
    parameters: { limit: from('ownLimit') },
  }),
  defineBinding({ policy: doubled, subject: 'person', facts: { amount: resultOf(aid, 'amount') } }),
]

let county: TestCounty
let room: PolicyRoom
const person = { register: 'person', id: 1 }

beforeAll(async () => {
  county = await testCounty()
  room = openPolicyRoom({ policies: [aid, doubled], bindings, source })
})
afterAll(() => county?.close())

const officer = () => county.actor()
const decide = (on: string) =>
  county.run(officer(), (ctx) => room.decideFor(ctx, { policy: 'test.aid', subject: person, on }))
const explain = (id: number) => county.run(officer(), (ctx) => room.explainDecision(ctx, id))
const set = (key: string, value: unknown, from: string, until: string | null = null) =>
  county.run(officer(), (ctx) =>
    room.setParameter(ctx, {
      policy: 'test.aid',
      key,
      value,
      from,
      until,
      citation: cite('县人社', '2023〕1号'),
      source: 'case:1',
    }),
  )

describe('a decision', () => {
  it('names the parameter that the county has not set', async () => {
    const decided = await decide('2023-06-01')
    expect(decided).toMatchObject({
      status: 'unknown',
      missingParameters: ['bonus'],
      result: { poor: true, amount: null },
    })
    expect(await explain(decided.decisionId)).toMatchObject({ reproduced: true, factsChanged: false })
  })

  it('reads the value that holds on the day', async () => {
    await set('bonus', '10.00', '2023-01-01')
    expect((await decide('2023-06-01')).result).toEqual({ poor: true, amount: '60.00' })
    expect((await decide('2024-06-01')).result).toEqual({ poor: true, amount: '160.00' })
  })

  it('keeps its reason when a parameter is changed afterwards', async () => {
    const before = await decide('2023-06-01')
    await set('limit', '460.00', '2023-06-01', '2023-07-01')
    const after = await decide('2023-06-01')
    expect([before.result.amount, after.result.amount]).toEqual(['60.00', '20.00'])
    const [old, fresh] = [await explain(before.decisionId), await explain(after.decisionId)]
    expect(old.reproduced && fresh.reproduced).toBe(true)
    expect(old.decision.parameterVersion).not.toBe(fresh.decision.parameterVersion)
    expect((await decide('2023-08-01')).result.amount).toBe('60.00')
  })

  it('takes a county value back', async () => {
    await set('limit', null, '2023-06-01', '2023-07-01')
    expect((await decide('2023-06-01')).result.amount).toBe('60.00')
  })

  it('says which result differs when the facts of its time have changed', async () => {
    const decided = await decide('2023-06-01')
    known.income = '440.00'
    const explained = await explain(decided.decisionId)
    known.income = '450.00'
    expect(explained).toMatchObject({
      reproduced: false,
      factsChanged: true,
      differences: [{ name: 'amount', stored: '60.00', computed: '70.00' }],
    })
  })

  it('says where each fact and each parameter comes from', async () => {
    const decided = await decide('2023-06-01')
    const { trace } = await explain(decided.decisionId)
    const text = JSON.stringify(trace)
    expect(text).toContain('收入册')
    expect(text).toContain('2023〕1号')
  })

  it('is not made for a subject that the actor does not see, nor read outside the area', async () => {
    await expect(
      county.run(officer(), (ctx) =>
        room.decideFor(ctx, { policy: 'test.aid', subject: { register: 'person', id: 2 }, on: '2023-06-01' }),
      ),
    ).rejects.toMatchObject({ code: 'policy.subjectAbsent' })
    const { decisionId } = await decide('2023-06-01')
    const elsewhere = county.actor(undefined, '990101102')
    await expect(county.run(elsewhere, (ctx) => room.explainDecision(ctx, decisionId))).rejects.toMatchObject(
      { code: 'policy.decisionAbsent' },
    )
  })

  it('cannot be changed', async () => {
    await decide('2023-06-01')
    await expect(
      county.db.ownerPool.query('update c990101.decision set status = $1', ['known']),
    ).rejects.toThrow(/written once/)
  })
})

describe('decisions about a subject', () => {
  it('are told one for each policy: that for the latest day, never one for a later day than asked', async () => {
    const operations: readonly AnyOperation[] = policyOperations(room)
    const list = operations.find(({ name }) => name === 'policy.decisions') as AnyOperation
    await decide('2023-09-01')
    const later = await decide('2023-11-01')
    const asked = async (on: string) => {
      const found = (await county.call(officer(), list, { subjects: [person], on })) as {
        decisions: { id: number; policy: string; valid: string }[]
      }
      return found.decisions.map(({ policy, valid }) => [policy, valid])
    }
    expect(await asked('2023-10-01')).toEqual([['test.aid', '2023-09-01']])
    expect(await asked('2023-12-01')).toEqual([['test.aid', '2023-11-01']])
    await decide('2023-11-01')
    const { decisions } = (await county.call(officer(), list, { subjects: [person], on: '2023-12-01' })) as {
      decisions: { id: number }[]
    }
    expect(decisions[0]?.id).toBeGreaterThan(later.decisionId)
  })

  it('keep the origin of what another policy gave', async () => {
    const request = { policy: 'test.doubled', subject: person, on: '2023-06-01' }
    const { decisionId } = await county.run(officer(), (ctx) => room.decideFor(ctx, request))
    expect(JSON.stringify((await explain(decisionId)).trace)).toContain('policy:test.aid')
  })
})

describe('entitlements', () => {
  it('come from every policy bound to the register, one resting on the other', async () => {
    const found = await county.run(officer(), (ctx) =>
      room.entitlements(ctx, { subject: person, on: '2023-06-01' }),
    )
    expect(found.map((e) => [e.policy, e.result])).toEqual([
      ['test.aid', { poor: true, amount: '60.00' }],
      ['test.doubled', { twice: '120.00' }],
    ])
  })
})

describe('a parameter', () => {
  it('is refused in a wrong form, and where the policy has none of that name', async () => {
    await expect(set('bonus', '10', '2023-01-01')).rejects.toMatchObject({ code: 'policy.parameterForm' })
    await expect(set('bonsu', '10.00', '2023-01-01')).rejects.toMatchObject({ code: 'policy.noParameter' })
  })
})
