/** Where the walk stands, and what every hand does at a case. */
import type { Page } from 'playwright-core'
import { fill, goTo, press } from './hands.kit.ts'
import type { People } from './people.kit.ts'
import { ask, openPeople, settle, shot } from './people.kit.ts'
import { serve, setDay } from './served.kit.ts'

/** The whole walk lies within the 90 days that a password lasts. */
export const now = {
  today: '2025-11-03',
  caseId: 0,
  takeId: 0,
  notice: '',
  batchId: 0,
  people: undefined as unknown as People, // opened before the first step
}

/** Serves the county and opens the browser; returns how to close both. */
export async function beginWalk(): Promise<() => Promise<void>> {
  const served = await serve({ day: now.today })
  now.people = await openPeople(served.url)
  return async () => {
    await now.people.close()
    await served.close()
  }
}

export function on(day: string): void {
  now.today = day
  setDay(day)
}

export const as = (login: string): Promise<Page> => now.people.as(login, now.today)

/** The case at its page, the step filled in, relatives declared where asked, the filled button pressed; what the page says then. */
export async function actOn(
  login: string,
  word: string,
  form: (page: Page) => Promise<void> = async () => {},
) {
  const page = await as(login)
  await goTo(page, `/case/${now.caseId}`)
  await form(page)
  await declareNone(page)
  await settle(page)
  await shot(page, `case-${login}-${word}`)
  await press(page, new RegExp(`^${word}`), page.locator('.act-row'))
  return page.locator('.said').innerText()
}

export async function actThrough(page: Page, id: number, action: string, form: object): Promise<void> {
  type Read = { version: number; relatives: number[] | null }
  const { version, relatives } = await ask<Read>(page, 'case.get', { caseId: id })
  const declared = relatives === null ? { relatives: [] } : {}
  await ask(page, 'case.act', { caseId: id, action, version, form, ...declared })
}

export async function bring(page: Page): Promise<number> {
  const file = { name: '会议记录.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') }
  const answer = await page
    .context()
    .request.post('/api/files', { multipart: { file }, headers: { 'x-xiangce': '1' } })
  return ((await answer.json()) as { id: number }).id
}

export async function fillVotes(page: Page, group: string, votes: Record<string, string>): Promise<void> {
  const fields = page.getByRole('group', { name: group })
  for (const [label, n] of Object.entries(votes)) await fill(label, n, fields)
}

/** What the house answers to a step that is not this person's. */
export async function refusal(page: Page, name: string, input: object): Promise<string> {
  try {
    await ask(page, name, input)
    return ''
  } catch (thrown) {
    return String(thrown)
  }
}

export async function declareNone(page: Page): Promise<void> {
  const none = page.getByRole('radio', { name: '没有', exact: true })
  if (await none.count()) await none.check()
}
