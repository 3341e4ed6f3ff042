import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, residentId } from '#kernel'
import { alikeShapes } from './alike.data.ts'
import { compareNames, nameForms } from './names.ts'
import { compareNumbers, numberForms } from './numbers.ts'
import type { Likeness } from './score.ts'
import { likely, possible, scoreLikeness } from './score.ts'

const names = (a: string, b: string, kind: 'person' | 'body' = 'person') =>
  compareNames(nameForms(a, kind), nameForms(b, kind))
const born = day('1963-07-15')
const id = residentId('990101', born, 264)
const old = `${id.slice(0, 6)}${id.slice(8, 17)}`
const numbers = (a: string, b: string) => compareNumbers(numberForms(a, 'person'), numberForms(b, 'person'))
const li: Likeness = { name: '李建国', birth: born, area: '990101102003' }

describe('names', () => {
  it.each([
    ['李建国', '李 建国', 'same'],
    ['李建国', '李健国', 'sound'],
    ['章小芳', '张小芳', 'sound'],
    ['李未', '李末', 'shape'],
    ['周己生', '周巳生', 'shape'],
    ['郑丽', '曾妮', 'nearSound'],
    ['林兰芳', '宁南方', 'nearSound'],
    ['李建国', '李建', 'edge'],
    ['李国建', '李建国', 'edge'],
    ['李建国', '李建军', 'edge'],
    ['李明', '王明', 'different'],
    ['李建国', '王志强', 'different'],
  ])('%s and %s: %s', (a, b, expected) => expect(names(a, b)).toBe(expected))

  it('of bodies are compared without the legal ending', () =>
    expect(names('青禾县岩口生猪养殖专业合作社', '青禾县岩口生猪养殖农民专业合作社', 'body')).toBe('same'))

  it('the table of look-alike characters names every character once', () => {
    const all = alikeShapes.flatMap((set) => [...set])
    expect(all.filter((one, i) => all.indexOf(one) !== i)).toEqual([])
    expect(alikeShapes.filter((set) => [...set].length < 2)).toEqual([])
  })
})

describe('numbers', () => {
  const slipped = id.replace(
    /^(.{12})(.)/,
    (_, head: string, digit: string) => head + ((Number(digit) + 1) % 10),
  )
  it.each([
    [id, id, 'same'],
    [id, old, 'oldForm'],
    [id, slipped, 'slip'],
    [id, `${id.slice(0, 6)}********${id.slice(-4)}`, 'hidden'],
    [id, residentId('990101', born, 266), 'other'],
    ['990101********2648', '990101********2648', 'hidden'],
    [id, '12345', 'unclear'],
  ])('%s and %s: %s', (a, b, expected) => expect(numbers(a, b)).toBe(expected))
})

describe('scores', () => {
  it('one name, birthday and village is likely one person; without the village possible', () => {
    expect(scoreLikeness(li, { ...li }).score).toBeGreaterThanOrEqual(likely)
    const elsewhere = scoreLikeness(li, { ...li, area: '990101105001' }).score
    expect(elsewhere).toBeGreaterThanOrEqual(possible)
    expect(elsewhere).toBeLessThan(likely)
  })

  it.each(['李健国', '李建帼'])('a name heard otherwise (%s) is still shown', (name) =>
    expect(scoreLikeness(li, { ...li, name }).score).toBeGreaterThanOrEqual(possible),
  )

  it('two numbers that both check are two persons, whatever else agrees', () => {
    const [a, b] = [264, 266].map((n) => ({ ...li, number: residentId('990101', born, n) }))
    expect(scoreLikeness(a as Likeness, b as Likeness).score).toBeLessThan(possible)
  })

  it('15 and 18 digits of one number are one person, and the number gives the birth date', () => {
    const found = scoreLikeness({ name: '李建国', number: id }, { ...li, number: old })
    expect(found.score).toBe(100)
    expect(found.reasons.map(({ code }) => code)).toEqual(['numberOldForm', 'nameSame', 'birthSame'])
  })

  it('one number is shown even where name and birth date differ', () =>
    expect(
      scoreLikeness({ ...li, number: id }, { name: '王秀英', number: id, birth: day('1990-01-01') }).score,
    ).toBe(possible))

  it('father and son of one name, and namesakes of the village, are not shown', () => {
    expect(scoreLikeness(li, { ...li, birth: day('1988-07-15') }).score).toBeLessThan(possible)
    expect(scoreLikeness(li, { ...li, birth: day('1971-02-03') }).score).toBeLessThan(possible)
    expect(scoreLikeness(li, { ...li, birth: null }).score).toBeLessThan(possible)
  })

  it('twins of one house with names of one sound are not likely one', () => {
    const twin = scoreLikeness(
      { ...li, household: 7, name: '李小军' },
      { ...li, household: 7, name: '李晓君' },
    )
    expect(twin.reasons.map(({ code }) => code)).toContain('maybeTwins')
    expect(twin.score).toBeLessThan(likely)
  })

  it('the order does not matter and the score stays between 0 and 100', () => {
    const one = fc.record({
      name: fc.constantFrom('李建国', '李健国', '李未', '李末', '王秀英', null),
      number: fc.constantFrom(id, old, '9901', null),
      birth: fc.constantFrom(born, day('1963-07-16'), day('1990-01-01'), null),
      sex: fc.constantFrom('male', 'female', null),
      area: fc.constantFrom('990101102003', '990101102004', '990101105', null),
      household: fc.constantFrom(1, 2, null),
    })
    fc.assert(
      fc.property(one, one, (a, b) => {
        const [ab, ba] = [scoreLikeness(a, b), scoreLikeness(b, a)]
        expect(ab).toEqual(ba)
        expect(ab.score).toBeGreaterThanOrEqual(0)
        expect(ab.score).toBeLessThanOrEqual(100)
      }),
    )
  })
})
