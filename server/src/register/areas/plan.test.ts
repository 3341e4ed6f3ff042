/** Codes and names of what lies in merged places: nobody is lost, nobody gets the code or the name of another. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Place } from './plan.ts'
import { planMoves } from './plan.ts'

const place = (code: string, name: string): Place => ({ code, name, shortName: null, kind: null })

test('two townships become one: villages keep their digits where these are free, groups go along', () => {
  const areas = [
    place('990101102', '石门镇'),
    place('990101102201', '上坝村'),
    place('990101102201001', '一组'),
    place('990101103', '柳溪镇'),
    place('990101103201', '石桥村'),
    place('990101103201001', '一组'),
    place('990101103202', '上坝村'),
  ]
  const moves = planMoves(areas, ['990101102', '990101103'], { code: '990101105', name: '石柳镇' })
  expect(moves.map((move) => [move.old, move.new, move.name, move.fresh])).toEqual([
    ['990101102', '990101105', '石柳镇', true],
    ['990101102201', '990101105201', '上坝村', true],
    ['990101102201001', '990101105201001', '一组', true],
    ['990101103', '990101105', '石柳镇', false],
    ['990101103201', '990101105202', '石桥村', true],
    ['990101103201001', '990101105202001', '一组', true],
    ['990101103202', '990101105203', '柳溪上坝村', true],
  ])
})

test('a village that stays takes another one in, after its own groups', () => {
  const areas = [
    place('990101103', '柳溪镇'),
    place('990101103201', '石桥村'),
    place('990101103201001', '一组'),
    place('990101103202', '柳溪村'),
    place('990101103202001', '一组'),
  ]
  const moves = planMoves(areas, ['990101103202'], { code: '990101103201', name: '' })
  expect(moves.map((move) => [move.old, move.new, move.name, move.fresh])).toEqual([
    ['990101103202', '990101103201', '石桥村', false],
    ['990101103202001', '990101103201002', '柳溪一组', true],
  ])
})

test('whatever the villages: every area goes somewhere, and no two groups to one code', () => {
  const digits = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { maxLength: 12 })
  fc.assert(
    fc.property(fc.array(digits, { minLength: 1, maxLength: 4 }), fc.boolean(), (villages, stays) => {
      const areas = villages.flatMap((groups, v) => {
        const code = `99010110320${v + 1}`
        return [
          place(code, `${'甲乙丙丁'[v]}村`),
          ...groups.map((n) => place(code + String(n).padStart(3, '0'), `${n}组`)),
        ]
      })
      const all = villages.map((_, v) => `99010110320${v + 1}`)
      const from = stays ? all.slice(1) : all
      const into = stays ? '990101103201' : '990101103299'
      const moves = planMoves(areas, from, { code: into, name: '新村' })
      const ending = areas.filter(({ code }) => from.some((one) => code.startsWith(one)))
      expect(moves.map((move) => move.old).sort()).toEqual(ending.map(({ code }) => code).sort())
      const groups = moves.filter((move) => move.new.length === 15)
      const kept = areas.filter(({ code }) => code.length === 15 && !ending.some((one) => one.code === code))
      const codes = [...groups.map((move) => move.new), ...kept.map(({ code }) => code)]
      expect(new Set(codes).size).toBe(codes.length)
      expect(codes.every((code) => code.startsWith(into))).toBe(true)
    }),
    { numRuns: 300 },
  )
})
