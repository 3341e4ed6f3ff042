// Every page that a role is offered: it opens, says what it is, fits a telephone, and reads aloud.
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { demoAccounts, demoPassword } from '#systems'
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

/** Paths that were looked at closely, by whoever saw them first. */
const seen = new Set<string>()

/** Room by room, page by page, as rail and second column offer them. */
async function everyPage(page: Page): Promise<string[]> {
  await enter(page)
  const been: string[] = []
  for (const home of await hrefs(page, 'nav.rail a')) {
    const offered = [home, ...(await open(page, home))]
    for (const path of new Set(offered)) {
      been.push(path)
      if (isSameForAll(path) && seen.has(path)) continue
      if (path !== home) await open(page, path)
      await soundPage(page, path)
      if (!seen.has(path) && isNewKind(path)) await closeLook(page, path)
      seen.add(path)
    }
  }
  return been
}

/** The first page, from which the others open without being loaded anew. */
async function enter(page: Page): Promise<void> {
  await page.goto('/')
  await page.locator('nav.rail').waitFor()
  await settle(page)
}

/** As a click on a link does: the page changes without being loaded anew. Returns what the second column offers there. */
async function open(page: Page, path: string): Promise<string[]> {
  const to = JSON.stringify(path)
  await page.evaluate(`if (location.pathname + location.search !== ${to}) {
    history.pushState({}, '', ${to})
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }`)
  await settle(page)
  return hrefs(page, 'nav.second-column a')
}

async function hrefs(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
}

async function soundPage(page: Page, path: string): Promise<void> {
  const heading = page.locator('main h1').first()
  await heading.waitFor({ timeout: 5_000 }).catch(() => expect.soft('no heading', path).toBe('a heading'))
  expect.soft(await page.title(), `${path}: title`).toMatch(/乡册|Xiangce/)
  // The log shows records as they were written, with the names that they have in the records.
  if (path !== '/settings/log')
    expect.soft(await rawWords(page), `${path}: names that no person knows`).toEqual([])
}

/** Keys of texts, verbs, undefined values: what should have been put in words. */
async function rawWords(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText()
  const raw = /\[object Object\]|\bundefined\b|\bNaN\b|\bland-security\.[\w.-]+|\bls\.[a-z]+/g
  return [...text.matchAll(raw)].map(([word]) => word)
}

/** What a policy or a report says does not depend on who reads it; one reader is enough. */
function isSameForAll(path: string): boolean {
  return /^\/(policy|report|system|fund|settings\/holidays)\b/.test(path)
}

/** Pages made of one mould, of which the first are looked at closely. */
const moulds = new Map<string, number>()

function isNewKind(path: string): boolean {
  const [, mould = '', rest] = path.split('/')
  const key = rest && mould !== 'settings' ? mould : path
  moulds.set(key, (moulds.get(key) ?? 0) + 1)
  return (moulds.get(key) ?? 0) <= 2
}

/** At the desk and on a telephone: nothing scrolls sideways, and it reads aloud. */
async function closeLook(page: Page, path: string): Promise<void> {
  const name = path.replace(/\W+/g, '-')
  await readsAloud(page, path)
  await shot(page, `page${name}`)
  await page.setViewportSize({ width: 390, height: 800 })
  await page.locator('.shell[data-screen=phone]').waitFor()
  await settle(page)
  const wide = await beyond(page)
  expect.soft(wide, `${path}: pixels beyond 390`).toBeLessThanOrEqual(0)
  await readsAloud(page, `${path} at 390`)
  await shot(page, `page${name}-390`)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.locator('.shell[data-screen=wide]').waitFor()
  await settle(page)
}

/** By how many pixels the page is wider than its window. */
function beyond(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - innerWidth')
}

async function readsAloud(page: Page, path: string): Promise<void> {
  expect.soft(findings(await axeReport(page)), `${path}: WCAG 2.1 A, AA`).toEqual([])
}

/** Every role once; who sees most comes first, so that what is looked at closely is full. */
const first = ['hr1', 'audit1', 'fund1']
const accounts = [...demoAccounts]
  .filter((one, at, all) => all.findIndex(({ role }) => role === one.role) === at)
  .sort((a, b) => Number(first.includes(b.login)) - Number(first.includes(a.login)))

describe('pages of the office', () => {
  for (const { login, office } of accounts)
    it(`${office} ${login}: every page offered opens, in words`, { timeout: 180_000 }, async () => {
      const page = await people.atSharedDesk(login)
      expect((await everyPage(page)).length).toBeGreaterThan(4)
    })

  it('details open from their lists', { timeout: 60_000 }, async () => {
    const page = await people.atSharedDesk('audit1')
    await enter(page)
    for (const list of ['/r/person', '/cases', '/batches', '/runs']) {
      await open(page, list)
      await page.locator('main tr.row-opens td').last().click()
      if (list.startsWith('/r/')) await page.getByRole('link', { name: '打开档案' }).click()
      await settle(page)
      const path = new URL(page.url()).pathname
      expect.soft(path, `a row of ${list}`).not.toBe(list)
      await soundPage(page, path)
      await closeLook(page, path)
    }
  })

  it('the shell speaks Chinese until told otherwise, then English, and keeps to it', {
    timeout: 60_000,
  }, async () => {
    const page = await people.atSharedDesk('hr2')
    await enter(page)
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    expect(await page.locator('.rail-label').allInnerTexts()).toContain('名册')
    await page.locator('.language-switch').click()
    await page.reload()
    await settle(page)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    for (const home of await hrefs(page, 'nav.rail a')) {
      await open(page, home)
      const words = await page
        .locator('.rail-label, .column-group, .column-line span:first-child, main h1, main h2, main th')
        .allInnerTexts()
      const chinese = words.filter((one) => /\p{Script=Han}/u.test(one))
      expect.soft(chinese, `${home}: Chinese words in the English shell`).toEqual([])
    }
    await shot(page, 'english')
    await page.locator('.language-switch').click()
  })

  it('the log-in page reads aloud and refuses a wrong password in words', { timeout: 60_000 }, async () => {
    const page = await people.visitor({ width: 1440 })
    people.expectRefusals(true)
    await page.goto('/')
    await page.getByLabel('账号').fill('hr1')
    await page.getByLabel('密码').fill('不是这个')
    await page.getByRole('button', { name: '登录' }).click()
    await page.locator('[role=alert]').waitFor()
    expect(await page.locator('[role=alert]').innerText()).toMatch(/密码/)
    await readsAloud(page, 'log-in')
    await page.getByLabel('密码').fill(demoPassword)
    await page.getByRole('button', { name: '登录' }).click()
    await page.locator('nav.rail').waitFor()
    people.expectRefusals(false)
  })
})

describe('the public notice', () => {
  it('is small, reads aloud, needs no script and shows nothing but what is public', {
    timeout: 60_000,
  }, async () => {
    const desk = await people.atSharedDesk('hr1')
    await enter(desk)
    await open(desk, '/notices')
    const path = await desk.locator('main a[href^="/gs/"]').first().getAttribute('href')
    const plain = await people.visitor({ script: false })
    const answer = await plain.goto(path ?? '')
    expect((await answer?.body())?.length).toBeLessThanOrEqual(100 * 1024)
    expect(await plain.locator('tbody tr').count()).toBe(11)
    expect(await plain.locator('body').innerText()).not.toMatch(/\d{15}/)
    expect(await plain.locator('script, link[rel=stylesheet]').count()).toBe(0)
    const reader = await people.visitor()
    for (const address of [path ?? '', `${path}/objection`, `${path}?lang=en&size=big`]) {
      await reader.goto(address)
      expect(await reader.title()).not.toBe('')
      expect(await beyond(reader)).toBeLessThanOrEqual(0)
      await readsAloud(reader, address)
    }
  })
})
