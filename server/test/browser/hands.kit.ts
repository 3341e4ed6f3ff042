/** What a hand does on the office pages: presses, fills, chooses, as labels and buttons are named in Chinese. */
import type { Locator, Page } from 'playwright-core'
import { settle } from './people.kit.ts'

type Within = Page | Locator

/** The page at an address, standing. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.locator('main h1').first().waitFor()
  await settle(page)
}

/** Presses the button with exactly this word, or that begins with it. */
export async function press(page: Page, word: string | RegExp, within: Within = page): Promise<void> {
  await within
    .getByRole('button', { name: word, exact: typeof word === 'string' })
    .first()
    .click()
  await settle(page)
}

/** Sends the form on the page and waits until it is put away: under load the answer comes later than the page looks quiet. */
export async function send(page: Page, word: string): Promise<void> {
  const acts = page.locator('.act-row')
  await press(page, word, acts)
  await acts.waitFor({ state: 'detached' })
  await settle(page)
}

/** Of the page: there are no types of a browser here. */
type Motion = { effect: { getTiming(): { iterations?: number } } | null; finished: Promise<unknown> }

/** A list that still slides into place moves away between the press of the button and its release: nothing is then chosen. */
async function standing(list: Locator): Promise<void> {
  await list.evaluate(async (element) => {
    const motions: Motion[] = element.getAnimations({ subtree: true })
    const ending = motions.filter((one) => one.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(ending.map((one) => one.finished))
  })
}

/** Days, too, are typed. */
export async function fill(label: string, text: string, within: Within): Promise<void> {
  const field = within.getByLabel(label).and(within.locator('input, textarea')).first()
  await field.fill(text)
  await field.press('Tab')
}

/** One of a list that drops down. */
export async function choose(
  page: Page,
  label: string,
  option: string,
  within: Within = page,
): Promise<void> {
  const box = within.getByRole('combobox', { name: label }).first()
  await box.click()
  const list = await box.getAttribute('aria-controls') // not the list of another box that is still closing
  const dropdown = page.locator(`.ant-select-dropdown:has([id="${list}"])`)
  const wanted = dropdown.locator('.ant-select-item-option').filter({ hasText: option }).first()
  await wanted.waitFor()
  await standing(dropdown)
  await wanted.click()
  await dropdown.waitFor({ state: 'hidden' })
  await settle(page)
}

export async function attach(page: Page, file: { name: string; mime: string; bytes: Buffer }): Promise<void> {
  await page
    .locator('main input[type=file]')
    .first()
    .setInputFiles({ name: file.name, mimeType: file.mime, buffer: file.bytes })
  await settle(page)
}

/** The cells of a table's rows as people read them. */
export async function rowsOf(page: Page, heading: string): Promise<string[][]> {
  const sheet = sheetOf(page, heading)
  return sheet
    .locator('tbody tr:not(.ant-table-measure-row):not(.group-row)')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText.trim())),
    )
}

export function sheetOf(page: Page, heading: string): Locator {
  return page.locator('main section').filter({ has: page.getByRole('heading', { name: heading }) })
}
