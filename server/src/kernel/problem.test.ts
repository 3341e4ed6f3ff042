import { describe, expect, expectTypeOf, it } from 'vitest'
import { say, t } from './label.ts'
import { defineProblems, invariant, isProblem, Problem, placeText, problem } from './problem.ts'

const problems = defineProblems('ledger', {
  overdrawn: problem(409, (d: { account: string; short: number }) =>
    t(`账户 ${d.account} 少 ${d.short} 分。`, `Account ${d.account} is ${d.short} fen short.`),
  ),
  closed: problem(409, () => t('账套已结。', 'The book is closed.')),
})

describe('problems of a room', () => {
  it('carry code, status, wording in two languages and details', () => {
    const made = problems.overdrawn({ account: '12', short: 5 })
    expect(made).toBeInstanceOf(Problem)
    expect(made).toMatchObject({
      code: 'ledger.overdrawn',
      status: 409,
      details: { account: '12', short: 5 },
    })
    expect(say(made.text, 'zh')).toBe('账户 12 少 5 分。')
    expect(say(made.text, 'en')).toBe('Account 12 is 5 fen short.')
    expect(problems.overdrawn.code).toBe('ledger.overdrawn')
  })

  it('may have no details', () => {
    expect(problems.closed()).toMatchObject({ code: 'ledger.closed', details: {} })
  })

  it('type their details', () => {
    expectTypeOf(problems.overdrawn).parameter(0).toEqualTypeOf<{ account: string; short: number }>()
    // @ts-expect-error a misspelt detail does not compile
    expect(() => problems.overdrawn({ acount: '12', short: 5 })).not.toThrow()
  })

  it('are told from other errors and from each other', () => {
    expect(isProblem(problems.closed())).toBe(true)
    expect(isProblem(problems.closed(), 'ledger.closed')).toBe(true)
    expect(isProblem(problems.closed(), 'ledger.overdrawn')).toBe(false)
    expect(isProblem(new Error('x'))).toBe(false)
    expect(isProblem(undefined)).toBe(false)
  })
})

describe('invariant', () => {
  it('holds or is our own fault', () => {
    expect(() => invariant(true, 'fine')).not.toThrow()
    let thrown: unknown
    try {
      invariant(0, 'a list is never empty here')
    } catch (error) {
      thrown = error
    }
    expect(isProblem(thrown, 'kernel.invariant') && thrown.status).toBe(500)
    expect(isProblem(thrown) && thrown.details).toEqual({ why: 'a list is never empty here' })
  })
})

describe('placeText', () => {
  it.each([
    [{ sheet: '石桥村', row: 52, column: 'C' }, '石桥村!C52', '石桥村!C52'],
    [
      { file: '花名册.xlsx', sheet: '石桥村', row: 52, column: 'C', field: t('身份证号', 'identity number') },
      '花名册.xlsx 石桥村!C52 身份证号',
      '花名册.xlsx 石桥村!C52 identity number',
    ],
    [{ row: 46 }, '第 46 行', 'row 46'],
    [{ sheet: '表1', column: 'B' }, '表1 B 列', '表1 column B'],
    [{ field: 'name' }, 'name', 'name'],
    [{}, '', ''],
  ])('%j', (place, zh, en) => {
    expect(placeText(place)).toEqual({ zh, en })
  })
})
