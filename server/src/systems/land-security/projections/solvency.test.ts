/** The projection by hand: three persons over three years, and its edges. */
import { describe, expect, it } from 'vitest'
import { zeroFen } from '#kernel'
import type { Profile } from './newcomers.ts'
import { dead, single, unknown } from './people.ts'
import { type Fund, figuresOf, mortalityOf, pension, run, who, yuan } from './solvency.kit.ts'

const three: Fund = {
  groups: [
    single(who('female', '1960-01-01'), yuan('7000.00')),
    single(who('male', '1950-01-01'), yuan('1000.00')),
    single(who('male', '1970-01-01', 'working'), yuan('50000.00')),
  ],
  pooled: '3000.00',
  reserve: '500.00',
}

describe('three persons, three years, 240 a month, 2 %, men die at 10 %', () => {
  const values = { pension, mortality: mortalityOf('10', '0') }
  const found = run({ ...three, years: 3, values })

  // 2026, by hand: she draws 2,880 of 7,000 and earns 2 % of 5,560; he draws 1,000 and 1,880 of the pool; the third
  // is 56 and earns 1,000. A tenth of both men die: 1.00 of 10.00 and 5,100 of 51,000 are inherited. The special
  // account earns 2 % of 61,500 − 2,880; the pool keeps 41.20 of it.
  it('draws the own account first, then the pool; the dead leave their part to heirs', () => {
    expect(figuresOf(found)[0]).toEqual({
      persons: '3.0',
      opening: '61500.00',
      inflow: '0.00',
      interest: '1172.40',
      paid: '5760.00',
      inherited: '5101.00',
      closing: '51811.40',
      individual: '50140.20',
      pooled: '1161.20',
      reserve: '510.00',
      short: '0.00',
    })
  })

  it('pays from the reserve when the pool is empty, and says what nobody covers', () => {
    expect(figuresOf(found)[1]).toEqual({
      persons: '2.8',
      opening: '51811.40',
      inflow: '0.00',
      interest: '990.62',
      paid: '4560.20',
      inherited: '4681.81',
      closing: '43560.01',
      individual: '43543.30',
      pooled: '11.61',
      reserve: '5.10',
      short: '911.80',
    })
    expect(figuresOf(found)[2]).toEqual({
      persons: '2.6',
      opening: '43560.01',
      inflow: '0.00',
      interest: '856.96',
      paid: '1423.81',
      inherited: '4297.89',
      closing: '38695.27',
      individual: '38695.10',
      pooled: '0.12',
      reserve: '0.05',
      short: '3788.99',
    })
  })

  it('runs dry in the second year', () => {
    expect(found.runsDry).toEqual({ pooled: 2027, reserve: 2027 })
  })

  it('gives the same again', () => {
    expect(run({ ...three, years: 3, values })).toEqual(found)
  })
})

describe('edges', () => {
  const nothing = {
    pension,
    mortality: mortalityOf('0', '0'),
    interest: { actualReturn: '0', depositRate: '0' },
  }
  const woman = who('female', '1960-06-01')

  it('without mortality and interest only pensions leave: 2 years of 2,880 from 5,760, then the pool', () => {
    const groups = [single(woman, yuan('5760.00'))]
    const { rows, runsDry } = run({ groups, pooled: '2880.00', years: 4, values: nothing })
    expect(rows.map(({ figures }) => figures.closing)).toEqual(['5760.00', '2880.00', '0.00', '0.00'])
    expect(rows.map(({ figures }) => figures.short)).toEqual(['0.00', '0.00', '0.00', '2880.00'])
    expect(
      rows.every(({ figures: { interest, inherited } }) => interest === '0.00' && inherited === '0.00'),
    ).toBe(true)
    expect(runsDry).toEqual({ pooled: 2029, reserve: 2029 })
  })

  it('counts a man from the month in which he is 60: seven months of 240 in 2026', () => {
    const groups = [single(who('male', '1966-06-01', 'working'), yuan('50000.00'))]
    expect(figuresOf(run({ groups, years: 1, values: nothing }))[0]?.paid).toBe('1680.00')
  })

  it('begins with the months left of this year: October to December, a quarter of interest and mortality', () => {
    const values = { pension, mortality: mortalityOf('0', '40') }
    const { rows } = run({ groups: [single(woman, yuan('35000.00'))], on: '2025-09-15', years: 1, values })
    // 720 paid; (35,000 − 360) × 2 % × 3/12 = 173.20; a tenth of 34,453.20 inherited
    expect(rows.map(({ year, months }) => [year, months])).toEqual([
      [2025, 3],
      [2026, 12],
    ])
    expect(rows[0]?.figures).toMatchObject({
      paid: '720.00',
      interest: '173.20',
      inherited: '3445.32',
      closing: '31007.88',
    })
  })

  it('raises pensions from the second whole year on', () => {
    const groups = [single(woman, yuan('50000.00'))]
    const { rows } = run({ groups, years: 3, values: nothing, assumptions: { pensionGrowth: '5' } })
    // 240, 252, 264.60 a month
    expect(rows.map(({ figures }) => figures.paid)).toEqual(['2880.00', '3024.00', '3175.20'])
  })

  it('lets the account of the dead go out at once, and leaves that of the unknown alone', () => {
    const groups = [single(dead, yuan('1000.00')), single(unknown, yuan('500.00'))]
    const values = { pension, mortality: mortalityOf('100', '100'), interest: nothing.interest }
    const rows = figuresOf(run({ groups, on: '2025-09-15', years: 1, values }))
    expect(rows.map(({ inherited, closing }) => [inherited, closing])).toEqual([
      ['1000.00', '500.00'],
      ['0.00', '500.00'],
    ])
  })

  it('opens new accounts by the policy (LS-10): 35,000 + 50,000, pool 15,000, reserve 2 × 2,500, nothing for a child', () => {
    const mix: Profile[] = [
      { sex: 'male', age: 62, count: 1 },
      { sex: 'female', age: 30, count: 1 },
      { sex: 'male', age: 10, count: 1 },
    ]
    const assumptions = { newPersons: '3', base: '50000.00' }
    const [first, second] = figuresOf(run({ groups: [], mix, years: 2, values: nothing, assumptions }))
    expect(first).toMatchObject({
      persons: '2.0',
      inflow: '105000.00',
      paid: '2880.00',
      pooled: '15000.00',
      reserve: '5000.00',
    })
    expect(second).toMatchObject({
      persons: '4.0',
      opening: '102120.00',
      inflow: '105000.00',
      paid: '5760.00',
    })
  })

  it('names the parameter that is not set instead of paying nothing (AMB-22)', () => {
    const values = { mortality: mortalityOf('0', '0') }
    expect(() => run({ groups: [single(woman, zeroFen)], years: 1, values })).toThrow(
      /Monthly standard is not set/,
    )
  })

  it('lets the rest fall to the pool where the county has nothing inherited after pension age (AMB-40)', () => {
    const values = { ...nothing, mortality: mortalityOf('100', '100'), inheritance: { lateDeath: 'none' } }
    const groups = [single(who('male', '1960-01-01', 'working'), yuan('10000.00'))]
    const [row] = figuresOf(run({ groups, years: 1, values }))
    expect(row).toMatchObject({ paid: '2880.00', inherited: '0.00', individual: '0.00', pooled: '7120.00' })
  })

  it('refuses shares that no plan could have (LS-07)', () => {
    const shares = (government: string, collective: string) => () =>
      run({
        groups: [single(woman, zeroFen)],
        years: 1,
        values: { ...nothing, protection: { government, collective } },
      })
    expect(shares('35', '40')).not.toThrow()
    expect(shares('25', '45')).toThrow(/government share is below its floor/)
    expect(shares('30', '35')).toThrow(/collective share is below its floor/)
    expect(shares('70', '40')).toThrow(/solvency.shares/)
  })

  it('has the pool make up a guaranteed rate above the return (LS-11)', () => {
    const values = { ...nothing, interest: { actualReturn: '1', depositRate: '3' } }
    const groups = [single(who('male', '1990-01-01', 'working'), yuan('10000.00'))]
    const [row] = figuresOf(run({ groups, pooled: '1000.00', years: 1, values }))
    // 1 % of 11,000 earned, 3 % of 10,000 credited: the pool gives 190
    expect(row).toMatchObject({
      interest: '110.00',
      individual: '10300.00',
      pooled: '810.00',
      closing: '11110.00',
    })
  })
})
