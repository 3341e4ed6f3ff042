/** A change of head on the page: what will change is seen, entered, told in the story, and taken back. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeReport, findings } from '../../../tools/axe.mjs'
import { choose, fill, goTo, press, sheetOf } from './hands.kit.ts'
import { ask, settle, shot } from './people.kit.ts'

type Home = { row: { id: number; values: { headName: string } } }
type People = { rows: { id: number; title: string; values: { relation: string; household: number } }[] }

/** A head and a spouse: the table of relations says all, nothing has to be asked. */
async function couple(page: Page): Promise<{ id: number; spouse: string }> {
  const { rows } = await ask<People>(page, 'register.list', {
    register: 'person',
    limit: 1,
    filter: [{ field: 'relation', op: 'eq', value: 'spouse' }],
  })
  const [found] = rows
  if (!found) throw new Error('nobody is a spouse')
  return { id: found.values.household, spouse: found.title }
}

const headOf = async (page: Page, id: number) =>
  (await ask<Home>(page, 'register.get', { register: 'household', id })).row.values.headName

export async function headChangesAndBack(page: Page): Promise<void> {
  const { id, spouse } = await couple(page)
  const before = await headOf(page, id)
  await goTo(page, `/r/household/${id}`)
  await press(page, /^办\s*理$/)
  await page.getByRole('menuitem', { name: '变更户主' }).click()
  const drawer = page.locator('.ant-drawer-open')
  await drawer.waitFor()
  await press(page, '看会改什么', drawer)
  await drawer.getByRole('alert').filter({ hasText: '新户主还没有填' }).waitFor()
  await choose(page, '新户主', spouse, drawer)
  await drawer.getByText(`${before} → ${spouse}`).waitFor()
  for (const box of await drawer.locator('.field-line', { hasText: '原来是' }).all())
    await choose(page, await labelOf(box), '其他', drawer)
  await fill('凭据', '户口簿', drawer)
  await settle(page)
  await shot(page, 'event-preview')
  expect(findings(await axeReport(page))).toEqual([])
  await press(page, /^记\s*下$/, drawer)
  await drawer.waitFor({ state: 'hidden' })
  expect(await headOf(page, id)).toBe(spouse)
  const story = sheetOf(page, '办过的事')
  await story.getByText('变更户主').first().waitFor()
  await shot(page, 'event-story')
  await story.getByRole('button', { name: '撤销' }).click()
  await story.getByRole('textbox', { name: '事由' }).fill('看错了户')
  await press(page, /^撤\s*销$/, story)
  await story.getByText('看错了户').waitFor()
  expect(await headOf(page, id)).toBe(before)
}

async function labelOf(line: ReturnType<Page['locator']>): Promise<string> {
  return (await line.locator('label').innerText()).replace(/\s*必填$/, '')
}
