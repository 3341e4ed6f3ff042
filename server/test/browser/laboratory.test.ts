// The laboratory in the browser: a value is moved, the county answers, a plan goes through two hands and holds.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { fill, goTo, press, rowsOf, sheetOf } from './hands.kit.ts'
import type { People } from './people.kit.ts'
import { ask, openPeople, settle, shot } from './people.kit.ts'
import type { Served } from './served.kit.ts'
import { serve } from './served.kit.ts'

const today = '2025-09-15'
const page = '/laboratory/land-security.protection'
let served: Served
let people: People

beforeAll(async () => {
  served = await serve({ day: today })
  people = await openPeople(served.url)
})
afterAll(async () => {
  await people?.close()
  await served?.close()
})
afterEach(() => expect(people.complaints()).toEqual([]))

type Simulated = { total: { subjects: number; up: number; gained: string } }
const government = (value: string) => ({
  policy: 'land-security.protection',
  result: 'individualAccount',
  overrides: { government: value },
})

it('answers a move, opens its figures, and writes a plan that waits for a second person', {
  timeout: 90_000,
}, async () => {
  const desk = await people.as('hr1', today)
  await goTo(desk, page)
  const effect = desk.locator('.lab-effect')
  await effect.getByText('与现行相同').waitFor()
  await desk.getByRole('spinbutton', { name: '政府出资比例' }).fill('20')
  const { total } = await ask<Simulated>(desk, 'policy.simulate', government('20'))
  expect(total.up).toBeGreaterThan(0)
  await effect.getByText(`比现行多 ${(total.up * 5000).toLocaleString('en-US')}.00 元`).waitFor()
  await effect.getByRole('button', { name: `${total.up} 人` }).click()
  await settle(desk)
  expect(await rowsOf(desk, '受影响的人')).toHaveLength(total.up)
  await shot(desk, 'laboratory')

  await press(desk, '存为方案')
  const plan = sheetOf(desk, '存为方案')
  const send = plan.getByRole('button', { name: '送批' })
  expect(await send.isDisabled()).toBe(true)
  await fill('方案名', '政府比例下调', plan)
  await fill('从哪天起', '2025-10-01', plan)
  await fill('文号', '青政办发〔2025〕9 号', plan)
  await fill('条款', '第三条', plan)
  await fill('理由', '土地出让收入减少。', plan)
  await plan.getByText('原有的例子都成立').waitFor() // all of them are dated before October
  await fill('从哪天起', '2019-01-01', plan)
  await plan.getByText('个例子按新值不同').waitFor()
  expect(await send.isDisabled()).toBe(true)
  await shot(desk, 'laboratory-examples')
  await fill('从哪天起', '2025-10-01', plan)
  await plan.getByText('原有的例子都成立').waitFor()
  await send.click()
  await plan.waitFor({ state: 'hidden' })
  await sheetOf(desk, '方案').getByText('您起草的，要由另一人批准').waitFor()
  await shot(desk, 'laboratory-plan')
})

it('holds from its day on once the reviewer has approved it', { timeout: 60_000 }, async () => {
  const desk = await people.as('hr2', today)
  await goTo(desk, '/')
  await desk.getByText('增加 10 人，减少 0 人').first().waitFor()
  await goTo(desk, page)
  const plans = sheetOf(desk, '方案')
  await plans.getByText('所有例子都要与写明的相符').waitFor()
  await press(desk, '批准方案', plans)
  await plans.getByText('已批准').waitFor()
  const { timeline } = await ask<{ timeline: { government: { value: string; from: string }[] } }>(
    desk,
    'policy.get',
    { id: 'land-security.protection' },
  )
  expect(timeline.government[0]).toMatchObject({ value: '20', from: '2025-10-01' })
})

it('a clerk tries the own township; an office without the verb has no such page', {
  timeout: 60_000,
}, async () => {
  const county = await ask<Simulated>(await people.as('hr1', today), 'policy.simulate', government('20'))
  const clerk = await people.as('shimen', today)
  const own = await ask<Simulated>(clerk, 'policy.simulate', government('20'))
  expect(own.total.subjects).toBeLessThan(county.total.subjects)
  const land = await people.as('land1', today)
  await goTo(land, page)
  expect(await land.getByText('各乡镇').count()).toBe(0)
})
