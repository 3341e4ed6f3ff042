/** Declaring and assessing, without a database. */
import { describe, expect, it } from 'vitest'
import { above, atLeast, below, choose, fact, money, rule, step } from '#expression'
import { cite, t } from '#kernel'
import { assess } from './assess.ts'
import { definePolicy } from './define.ts'
import { runExample } from './example.ts'
import { lockProblems } from './lock.ts'
import { dated, required } from './parameter.ts'
import { policies } from './registry.ts'

const clause = cite('甲办法', '第一条')
const label = t('收入', 'Income')

/** A policy over one income; `decide` is what the test is about. */
function about(decide: Parameters<typeof definePolicy>[0]['decide'], id = 'test.income') {
  return definePolicy({
    id,
    label: t('测试', 'Test'),
    source: clause,
    effective: { from: '2020-01-01', until: '2026-01-01' },
    facts: { income: fact.money({ label }) },
    parameters: {},
    decide: decide as never,
    examples: [],
  })
}

const income = (f: unknown) => (f as { income: ReturnType<typeof money> }).income

describe('declaring', () => {
  it('finds two exceptions that overlap with different values', () => {
    const overlapping = () =>
      about((f) => ({
        aid: rule(money('0.00'))
          .except(income(f).isBelow(money('500.00')), money('100.00'), cite('甲办法', '第二条'))
          .except(income(f).isAtMost(money('300.00')), money('200.00'), cite('甲办法', '第三条'))
          .end(),
      }))
    expect(overlapping).toThrow(/第二条 and 甲办法 第三条/)
  })

  it('lets exceptions stand that only meet at the limit', () => {
    const meeting = () =>
      about((f) => ({
        aid: rule(money('0.00'))
          .except(income(f).isBelow(money('300.00')), money('200.00'), cite('甲办法', '第二条'))
          .except(income(f).isAtLeast(money('300.00')), money('100.00'), cite('甲办法', '第三条'))
          .end(),
      }))
    expect(meeting).not.toThrow()
  })

  it.each([
    ['a hole in the middle', below(money('300.00')), above(money('300.00'))],
    ['a hole above', below(money('300.00')), below(money('500.00'))],
    ['a hole below', atLeast(money('300.00')), above(money('500.00'))],
  ])('finds %s of cases without otherwise', (_name, first, second) => {
    expect(() =>
      about((f) => ({ aid: choose(income(f)).when(first, money('1.00')).when(second, money('2.00')).end() })),
    ).toThrow(/nothing covers/)
  })

  it('lets cases stand that cover everything', () => {
    expect(() =>
      about((f) => ({
        aid: choose(income(f))
          .when(below(money('300.00')), money('1.00'))
          .when(atLeast(money('300.00')), money('2.00'))
          .end(),
      })),
    ).not.toThrow()
  })

  it('refuses two different steps of one name', () => {
    expect(() =>
      about((f) => ({ a: step('x', label, income(f)), b: step('x', label, income(f).plus(money('1.00'))) })),
    ).toThrow(/called "x"/)
  })

  it('keeps the hash when a word changes, and changes it with a limit', () => {
    const of = (words: string, limit: string) =>
      about((f) => ({ poor: step('poor', t(words, words), income(f).isBelow(money(limit))) })).hash
    expect(of('低于标准', '500.00')).toBe(of('达不到标准', '500.00'))
    expect(of('低于标准', '500.00')).not.toBe(of('低于标准', '501.00'))
  })

  it('refuses two policies of one name', () => {
    const policy = about((f) => ({ a: income(f) }))
    expect(() => policies([policy, policy])).toThrow(/called "test.income"/)
    expect(() => policies([policy]).get('test.other')).toThrow(/no policy/)
  })
})

const aid = definePolicy({
  id: 'test.aid',
  label: t('补助', 'Aid'),
  source: clause,
  effective: { from: '2020-01-01' },
  facts: { income: fact.money({ label }), month: fact.day({ label: t('月份', 'Month') }) },
  parameters: {
    limit: dated(money('500.00'), { label: t('标准', 'Standard'), from: '2020-01-01', cite: clause }).later(
      money('600.00'),
      { from: '2024-01-01', cite: cite('甲办法', '修订') },
    ),
    bonus: required(fact.money({ label: t('加发', 'Bonus') }), 'AMB-22'),
  },
  on: (f) => f.month,
  decide: (f, p) => ({
    rest: step('rest', t('差额', 'Difference'), p.limit.minus(f.income)),
    extra: p.bonus,
  }),
  examples: [],
})

describe('assessing', () => {
  const given = { income: '400.00', month: '2023-12-31' }

  it('takes the value that holds on the day which the policy names', () => {
    expect(assess(aid, given, { overrides: { bonus: '0.00' } }).result.rest).toBe('100.00')
    expect(assess(aid, { ...given, month: '2024-01-01' }, { overrides: { bonus: '0.00' } }).result.rest).toBe(
      '200.00',
    )
  })

  it('names the parameter without a value, and the day before there is any', () => {
    expect(assess(aid, given)).toMatchObject({ status: 'unknown', missing: [], missingParameters: ['bonus'] })
    expect(assess(aid, { ...given, month: '2019-12-31' })).toMatchObject({
      status: 'problem',
      missingParameters: ['bonus', 'limit'],
      problems: [{ code: 'policy.notInForce' }],
    })
  })

  it('needs the day before any parameter', () => {
    expect(assess(aid, { income: '400.00' })).toMatchObject({
      status: 'unknown',
      missing: ['month'],
      missingParameters: [],
    })
  })

  it('names a fact in a wrong form, the kind expected and an example', () => {
    const { problems } = assess(aid, { ...given, income: 400 })
    expect(problems).toMatchObject([
      { code: 'fact.form', details: { fact: 'income', expected: 'money', example: '"50000.00"' } },
    ])
    expect(problems[0]?.text.zh).toBe('“收入”写的是 400，应当是金额。请写成 "50000.00"。')
  })

  it('does not pass over a misspelt fact or parameter', () => {
    expect(assess(aid, { ...given, incme: '1.00' }).problems).toMatchObject([{ code: 'fact.undeclared' }])
    expect(() => assess(aid, given, { overrides: { limt: '1.00' } })).toThrow(/no parameter "limt"/)
    expect(() => assess(aid, given, { overrides: { limit: '1' } })).toThrow(/is not in its form/)
  })

  it('says that parameters were tried out', () => {
    const [tried, real] = [assess(aid, given, { overrides: { bonus: '1.00' } }), assess(aid, given)]
    expect(tried.parameterVersion).toBe(`${real.parameterVersion}+trial`)
  })

  it('explains with the parameter, its day and its clause', () => {
    const [rest] = assess(aid, given).trace
    expect(rest?.formula?.zh).toBe('标准 500.00 元 − 收入 400.00 元')
    expect(rest?.children[0]).toMatchObject({
      kind: 'parameter',
      parameter: { key: 'limit', value: '500.00', from: '2020-01-01', citation: clause },
    })
  })
})

describe('a day of lookup that does not apply', () => {
  it('leaves the result open, though nothing is missing', () => {
    const policy = definePolicy({
      id: 'test.day',
      label: t('测试', 'Test'),
      source: clause,
      effective: { from: '2020-01-01' },
      facts: { on: fact.day({ label }) },
      parameters: { rate: dated(money('5.00'), { label, from: '2020-01-01', cite: clause }) },
      on: (f) => f.on,
      decide: (_, p) => ({ rate: p.rate }),
      examples: [],
    })
    const { status, result, missing } = assess(policy, { on: { applicable: false } })
    expect([status, result.rate, missing]).toEqual(['unknown', null, []])
  })
})

describe('an example', () => {
  it('that does not hold says what differs', () => {
    const example = {
      rule: 'LS-03',
      given: { income: '400.00', month: '2023-12-31' },
      parameters: { bonus: '1.00' },
      expect: { result: { rest: '99.00' } },
    }
    expect(runExample(aid, example)).toEqual([{ what: 'rest', expected: '99.00', found: '100.00' }])
  })
})

describe('the lock', () => {
  it('asks for a new version where a released rule has changed', () => {
    expect(lockProblems([aid], { 'test.aid': { '1': aid.hash } })).toEqual([])
    expect(lockProblems([aid], { 'test.aid': { '1': '0'.repeat(64) } })[0]).toContain(
      'give the changed rule the version 2',
    )
    expect(lockProblems([aid], {})[0]).toContain('is not in policies.lock')
  })
})
