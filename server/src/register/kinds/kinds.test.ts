/** Cells as rosters carry them, kind by kind; and what every kind must hold. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, bankCard, day, fen, residentId, t } from '#kernel'
import type { Cell, Field, Parsed } from './index.ts'
import { field, kinds } from './index.ts'

const label = t('栏', 'field')
const today = day('2025-09-15')
const read = (one: Field, cell: Cell): Parsed<unknown> => one.kind.parse(cell, one, { today })
const value = (one: Field, cell: Cell) => {
  const got = read(one, cell)
  return got.ok ? (got.raw === undefined ? got.value : { raw: got.raw }) : 'refused'
}

describe('day', () => {
  const anyDay = field.day({ label }) as Field
  test.each<[Cell, unknown]>([
    ['1963-07-15', '1963-07-15'],
    ['1963.7.5', '1963-07-05'],
    ['1963/07/05', '1963-07-05'],
    ['１９６３年７月１５日', '1963-07-15'],
    ['19630715', '1963-07-15'],
    [19630715, '1963-07-15'],
    ['1963-07-15 00:00:00', '1963-07-15'],
    ['63年7月15日', '1963-07-15'],
    ['05.3.1', '2005-03-01'],
    ['一九六三年七月十五日', '1963-07-15'],
    ['二〇二五年九月十日', '2025-09-10'],
    [23207, '1963-07-15'], // Excel: 1963-07-15
    ['23207', '1963-07-15'],
    [{ serial: 45292 }, '2024-01-01'],
    [{ serial: 59 }, '1900-02-28'],
    [{ serial: 61 }, '1900-03-01'],
    ['1963.7', { raw: '1963-07' }],
    ['1963.10', { raw: '1963-10' }],
    ['63年7月', { raw: '1963-07' }],
    ['1963年', { raw: '1963' }],
    [1963, { raw: '1963' }],
    ['20xx', { raw: '20xx' }],
    ['20xx年x月', { raw: '20xx年x月' }],
    ['不详', { raw: '不详' }],
    ['——', { raw: '——' }],
    ['', null],
    [null, null],
    ['去年正月', 'refused'],
    ['1963-02-30', 'refused'],
    [{ serial: 60 }, 'refused'],
    ['1963-13-01', 'refused'],
  ])('%j', (cell, expected) => {
    expect(value(anyDay, cell)).toEqual(expected)
  })

  test('a two-digit year is read, but a person should look', () => {
    expect(read(anyDay, '63年7月15日')).toMatchObject({ doubt: { zh: expect.stringContaining('两位年份') } })
    expect(read(anyDay, '1963-07-15')).not.toHaveProperty('doubt')
  })

  test('a required day is not content with a month', () => {
    expect(value(field.day({ label, required: true }) as Field, '2023.6')).toBe('refused')
  })
})

describe('month', () => {
  const anyMonth = field.month({ label }) as Field
  test.each<[Cell, unknown]>([
    ['1963.7', '1963-07'],
    ['1963.10', '1963-10'],
    ['1963.1', '1963-01'],
    [1963.1, 'refused'], // the number may have been 1963.10
    [1963.7, '1963-07'],
    ['2025年9月份', '2025-09'],
    ['202509', '2025-09'],
    ['2025-09-15', '2025-09'],
    ['20xx-09', { raw: '20xx-09' }],
  ])('%j', (cell, expected) => {
    expect(value(anyMonth, cell)).toEqual(expected)
  })
})

describe('numbers', () => {
  const table: [string, Field, Cell, unknown][] = [
    ['count', field.count({ label }) as Field, '１，２３４人', 1234],
    ['count', field.count({ label }) as Field, '三百二十', 320],
    ['count', field.count({ label }) as Field, '12.5', 'refused'],
    ['count', field.count({ label }) as Field, '-3', 'refused'],
    ['count', field.count({ label }) as Field, '1xx', { raw: '1xx' }],
    ['money', field.money({ label }) as Field, '¥1,200.5', 120050],
    ['money', field.money({ label }) as Field, '1.2万元', 1200000],
    ['money', field.money({ label }) as Field, 0.1 + 0.2, 30],
    ['money', field.money({ label }) as Field, '33.333', 'refused'],
    ['money', field.money({ label }) as Field, 'xx', { raw: 'xx' }],
    ['money', field.money({ label }) as Field, 0, 0],
    ['percent', field.percent({ label }) as Field, '30%', '30'],
    ['percent', field.percent({ label }) as Field, '2.50', '2.5'],
    ['percent', field.percent({ label }) as Field, '101', 'refused'],
    ['quantity', field.quantity({ label, unit: t('亩', 'mu'), unitCode: 'mu' }) as Field, '2.36亩', '2.36'],
    [
      'quantity',
      field.quantity({ label, unit: t('亩', 'mu'), unitCode: 'mu' }) as Field,
      '二亩半',
      'refused',
    ],
    ['bounded', field.bounded({ label }) as Field, '1500人以上', { qualifier: '>=', value: '1500' }],
    ['bounded', field.bounded({ label }) as Field, '近百人', { qualifier: '~<', value: '100' }],
    ['bounded', field.bounded({ label }) as Field, '不足四分之一', { qualifier: '<', value: '0.25' }],
    ['bounded', field.bounded({ label }) as Field, '大致150件', { qualifier: '~', value: '150' }],
    ['bounded', field.bounded({ label }) as Field, '150', { qualifier: '=', value: '150' }],
  ]
  test.each(table)('%s %#', (_, one, cell, expected) => {
    expect(value(one, cell)).toEqual(expected)
  })
})

describe('words and numbers of people', () => {
  const idNumber = residentId('990101', day('1968-06-12'), 264)
  const old = idNumber.slice(0, 6) + idNumber.slice(8, 17)
  const sex = field.choice({ label, options: { male: t('男', 'male'), female: t('女', 'female') } }) as Field
  const table: [string, Field, Cell, unknown][] = [
    ['id', field.idNumber({ label }) as Field, old, idNumber],
    ['id', field.idNumber({ label }) as Field, `'${idNumber}`, idNumber],
    [
      'id',
      field.idNumber({ label }) as Field,
      ` ${idNumber.slice(0, 6)} ${idNumber.slice(6).toLowerCase()} `,
      idNumber,
    ],
    [
      'id',
      field.idNumber({ label }) as Field,
      `${idNumber.slice(0, 17)}${idNumber.endsWith('1') ? '2' : '1'}`,
      'refused',
    ],
    ['id', field.idNumber({ label }) as Field, '990101********2648', { raw: '990101********2648' }],
    ['id', field.idNumber({ label }) as Field, '无', { raw: '无' }],
    ['phone', field.phone({ label }) as Field, '138 0000-4071', '13800004071'],
    ['phone', field.phone({ label }) as Field, '1380000407', 'refused'],
    ['choice', sex, '女性', 'female'],
    ['choice', sex, 'Male', 'male'],
    ['choice', sex, '未知', { raw: '未知' }],
    ['choice', sex, '其他', 'refused'],
    ['name', field.name({ label }) as Field, '王　伟', '王伟'],
    ['name', field.name({ label }) as Field, '阿依古丽.买买提', '阿依古丽·买买提'],
    ['name', field.name({ label }) as Field, '覃𠮷安', '覃𠮷安'],
    ['name', field.name({ label }) as Field, '13800004071', 'refused'],
    ['boolean', field.boolean({ label }) as Field, '√', true],
    ['boolean', field.boolean({ label }) as Field, '无', false],
    ['boolean', field.boolean({ label }) as Field, '', null],
    ['boolean', field.boolean({ label }) as Field, '不清楚', { raw: '不清楚' }],
    ['area', field.area({ label }) as Field, '990101103201', '990101103201'],
    ['area', field.area({ label }) as Field, '石桥村', 'refused'],
  ]
  test.each(table)('%s %#', (_, one, cell, expected) => {
    expect(value(one, cell)).toEqual(expected)
  })
})

describe('every kind', () => {
  const anyDay = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays(day('1900-01-01'), n))
  const decimal = fc.integer({ min: 0, max: 10_000 }).map((n) => String(n / 100))
  const samples: Record<string, [Field, fc.Arbitrary<unknown>]> = {
    text: [field.text({ label }) as Field, fc.constantFrom('农商行', 'H-07', '青政征〔2023〕3号')],
    note: [field.note({ label }) as Field, fc.constantFrom('两行\n字', 'a b')],
    name: [field.name({ label }) as Field, fc.constantFrom('周桂枝', '罗㙍玉', 'A 公司')],
    choice: [
      field.choice({ label, options: { a: t('甲', 'A'), b: t('乙', 'B') } }) as Field,
      fc.constantFrom('a', 'b'),
    ],
    count: [field.count({ label }) as Field, fc.nat()],
    money: [field.money({ label }) as Field, fc.nat({ max: 2 ** 40 }).map(fen)],
    percent: [field.percent({ label }) as Field, decimal],
    quantity: [field.quantity({ label, unit: t('亩', 'mu'), unitCode: 'mu' }) as Field, decimal],
    day: [field.day({ label }) as Field, anyDay],
    month: [field.month({ label }) as Field, anyDay.map((d) => d.slice(0, 7))],
    boolean: [field.boolean({ label }) as Field, fc.boolean()],
    idNumber: [
      field.idNumber({ label }) as Field,
      fc.tuple(anyDay, fc.nat({ max: 999 })).map(([d, n]) => residentId('990101', d, n)),
    ],
    creditCode: [field.creditCode({ label }) as Field, fc.constant('91350100M000100Y43')],
    phone: [
      field.phone({ label }) as Field,
      fc.nat({ max: 99_999_999 }).map((n) => `138${String(n).padStart(8, '0')}`),
    ],
    bankCard: [field.bankCard({ label }) as Field, fc.constant(bankCard('621700000000000000'))],
    area: [
      field.area({ label }) as Field,
      fc.constantFrom('990101', '990101103', '990101103201', '990101103201003'),
    ],
    reference: [field.reference('person', { label }) as Field, fc.integer({ min: 1 })],
    bounded: [
      field.bounded({ label }) as Field,
      fc.record({ qualifier: fc.constantFrom('=', '>=', '<=', '~', '<', '>', '~<'), value: decimal }),
    ],
  }

  test('has a sample here', () => {
    expect(Object.keys(samples).sort()).toEqual(kinds.map((kind) => kind.name).sort())
  })

  test.each(kinds.map((kind) => kind.name))('%s: wire, cell and columns give the same value back', (name) => {
    const [one, values] = samples[name] as [Field, fc.Arbitrary<unknown>]
    const { kind } = one
    fc.assert(
      fc.property(values, (v) => {
        const wire = kind.toWire(v)
        expect(kind.schema(one).safeParse(wire).success).toBe(true)
        expect(read(one, kind.cellOf ? kind.cellOf(wire) : (wire as Cell))).toMatchObject({
          ok: true,
          value: v,
        })
        if (!kind.target) expect(read(one, kind.toCell(v, one))).toMatchObject({ ok: true, value: v })
        const stored = kind
          .encode(v)
          .map((cell) => (typeof cell === 'boolean' || cell === null ? cell : String(cell)))
        expect(stored).toHaveLength(kind.columns(one).length)
        expect(kind.decode(stored)).toEqual(v)
        expect(kind.compare(v, v)).toBe(0)
        expect(kind.format(v, one, 'zh').length).toBeGreaterThan(0)
      }),
      { numRuns: 50 },
    )
    expect(kind.decode(kind.columns(one).map(() => null))).toBeNull()
    expect(kind.operators).toEqual(expect.arrayContaining(['unknown', 'known']))
  })
})
