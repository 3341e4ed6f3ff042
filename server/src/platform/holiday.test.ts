import { afterAll, beforeAll, expect, test } from 'vitest'
import { addWorkingDays, day } from '#kernel'
import { holidaysOf, platformOperations } from '#platform'
import { type TestCounty, testCounty } from '#test/database.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

const enter = platformOperations([]).find((op) => op.name === 'holiday.enter')
const due = (from: string, n: number) =>
  county.run(county.actor(), async ({ tx }) => addWorkingDays(day(from), n, await holidaysOf(tx)))
const send = (days: object[]) =>
  county.call(county.actor(), enter as never, { year: 2028, document: '国办发明电〔2027〕1号', days })

test('a year that nobody announced is refused, not guessed', async () => {
  await expect(due('2028-01-03', 2)).rejects.toMatchObject({ code: 'workday.unknownYear' })
})

test('years of the package count with their make-up days (5 working days after 2023-09-27)', async () => {
  expect(await due('2023-09-27', 5)).toBe('2023-10-10')
})

test('an entered year counts; a make-up day on a weekday is refused', async () => {
  await expect(send([{ day: '2028-01-04', kind: 'workday', name: '元旦' }])).rejects.toMatchObject({
    code: 'platform.holidayDay',
  })
  await send([
    { day: '2028-01-04', kind: 'holiday', name: '元旦' },
    { day: '2028-01-08', kind: 'workday', name: '元旦' },
  ])
  // 2028-01-03 is a Monday: Wed 5, Thu 6, Fri 7, then Saturday 8 is worked.
  expect(await due('2028-01-03', 4)).toBe('2028-01-08')
})
