// Every page that a role is offered: it opens, says what it is, fits a telephone, and reads aloud (interface.md 7, 8; NFR-9).
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { demoAccounts } from '#systems'
import { axeReport, findings } from '../../../tools/axe.mjs'
import type { People } from './people.kit.ts'
import { openPeople, settle, shot } from './people.kit.ts'
import { playCounty } from './played.kit.ts'
import type { Served } from './served.kit.ts'
import { serve } from './served.kit.ts'

const today = '2025-09-15'
let served: Served
let people: People

beforeAll(async () => {
  served = await serve({ day: today, prepare: playCounty })
  people = await openPeople(served.url)
})
afterAll(async () => {
  await people?.close()
  await served?.close()
})
afterEach(() => expect(people.complaints()).toEqual([]))

/** What rail and second column offer, room by room, in their order. */
async function offered(page: Page): Promise<string[]> {
  await page.goto('/')
  await settle(page)
  const homes = await hrefs(page, 'nav.rail a')
  const all = new Set<string>(['/'])
  for (const home of homes) {
    await visit(page, home)
    all.add(home)
    for (const one of await hrefs(page, 'nav.second-column a')) all.add(one)
  }
  return [...all].filter((one) => one !== '/r') // the room's bare home shows its first page
}

async function hrefs(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
}

/** As a click on a link does: the page changes without being loaded anew. */
async function visit(page: Page, path: string): Promise<void> {
  const at = new URL(page.url())
  if (at.pathname + at.search !== path) {
    await page.evaluate((to) => {
      history.pushState({}, '', to)
      dispatchEvent(new PopStateEvent('popstate', { state: {} }))
    }, path)
    await page.waitForURL((url) => url.pathname.startsWith(path.split('?')[0] ?? ''))
  }
  await settle(page)
}

async function soundPage(page: Page, path: string): Promise<void> {
  const heading = page.locator('main h1')
  await heading.first().waitFor()
  expect((await heading.first().innerText()).trim(), `${path}: heading`).not.toBe('')
  expect(await page.title(), `${path}: title`).toMatch(/乡册|Xiangce/)
  expect(await rawWords(page), `${path}: names that no person knows`).toEqual([])
}

/** Keys of texts, verbs, undefined values: what should have been put in words. */
async function rawWords(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText()
  return [...text.matchAll(/\[object Object\]|\bundefined\b|\bNaN\b|\bland-security\.[\w.-]+|\bls\.[a-z]+/g)].map(
    ([word]) => word,
  )
}

async function readsAloud(page: Page, path: string): Promise<void> {
  expect(findings(await axeReport(page)), `${path}: WCAG 2.1 A, AA`).toEqual([])
}

/** The first row of a list, opened: details are pages too. */
async function firstOf(page: Page, list: string): Promise<string[]> {
  await visit(page, list)
  const row = page.locator('main tr.row-opens').first()
  if ((await row.count()) === 0) return []
  await row.locator('td').last().click()
  await settle(page)
  const { pathname, search } = new URL(page.url())
  return pathname === list ? [] : [pathname + search]
}

const lists = ['/cases', '/batches', '/runs', '/objections']

describe('pages of the office', () => {
  for (const { login, office } of demoAccounts)
    it(`${office} ${login}: every page offered opens, in words`, { timeout: 60_000 }, async () => {
      const page = await people.as(login, today)
      const paths = await offered(page)
      expect(paths.length).toBeGreaterThan(3)
      for (const path of paths) {
        await visit(page, path)
        await soundPage(page, path)
      }
    })
})
