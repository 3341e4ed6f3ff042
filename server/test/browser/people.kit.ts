/** The people of the office at their browsers: one browser, a window of its own for everybody, what went wrong in any of them. */
import { mkdir } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { demoPassword } from '#systems'
import { launchBrowser } from '../../../tools/browser.mjs'

export type Width = 1440 | 390

type Desk = { context: BrowserContext; page: Page; day: string }

export type People = {
  /** The page of an officer, signed in on the server's day, in Chinese unless told otherwise. */
  as(login: string, day: string): Promise<Page>
  /** The same at the one desk that those share who come one after another: what its browser has fetched stays there. */
  atSharedDesk(login: string): Promise<Page>
  /** Somebody of the public, without log-in; `script: false` as on an old telephone. */
  visitor(look?: { script?: boolean; width?: Width }): Promise<Page>
  /** What consoles and servers complained about since the last time it was asked. */
  complaints(): string[]
  /** Refusals are answers, too: the next steps expect them, and the console's lines about them are no complaint. */
  expectRefusals(expected: boolean): void
  close(): Promise<void>
}

/** Opens one browser for a test file; fails where the machine has none. */
export async function openPeople(url: string): Promise<People> {
  const browser = await launchBrowser()
  const desks = new Map<string, Desk>()
  let shared: Desk | undefined
  const complaints: string[] = []
  let refusals = false
  const watch = (page: Page, who: string) => {
    count(page)
    page.on('console', (message) => {
      const text = message.text()
      if (message.type() === 'error' && !(refusals && /status of 4\d\d/.test(text)))
        complaints.push(`${who} ${page.url()}: ${text}`)
    })
    page.on('pageerror', (error) => complaints.push(`${who} ${page.url()}: ${error.message}`))
    page.on('response', (answer) => {
      if (answer.status() >= 500) complaints.push(`${who} ${answer.url()}: ${answer.status()}`)
    })
  }
  return {
    as: async (login, day) => {
      const desk = desks.get(login) ?? (await newDesk(browser, url, login, watch))
      desks.set(login, desk)
      if (desk.day !== day) await signIn(desk.context, url, login)
      desk.day = day
      return desk.page
    },
    atSharedDesk: async (login) => {
      shared ??= await newDesk(browser, url, 'shared desk', watch)
      await shared.page.goto('about:blank') // what the one before was still reading is not asked of the next
      await signIn(shared.context, url, login)
      return shared.page
    },
    visitor: async ({ script = true, width = 390 } = {}) => {
      const context = await browser.newContext({
        baseURL: url,
        javaScriptEnabled: script,
        viewport: { width, height: 800 },
        locale: 'zh-CN',
      })
      const page = await context.newPage()
      watch(page, 'public')
      return page
    },
    complaints: () => complaints.splice(0),
    expectRefusals: (expected) => {
      refusals = expected
    },
    close: () => browser.close(),
  }
}

async function newDesk(
  browser: Browser,
  url: string,
  login: string,
  watch: (page: Page, who: string) => void,
): Promise<Desk> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  watch(page, login)
  return { context, page, day: '' }
}

async function signIn(context: BrowserContext, url: string, login: string): Promise<void> {
  const answer = await context.request.post(`${url}/api/session/login`, {
    data: { name: login, password: demoPassword },
    headers: { 'x-xiangce': '1' },
  })
  expect(answer.status(), `sign-in of ${login}`).toBe(200)
}

/** What a page has begun to fetch, and what of it is still under way. */
const traffic = new WeakMap<Page, { begun: number; open: number }>()

function count(page: Page): void {
  const now = { begun: 0, open: 0 }
  const ended = () => {
    now.open = Math.max(0, now.open - 1)
  }
  page.on('request', () => {
    now.begun += 1
    now.open += 1
  })
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
  traffic.set(page, now)
}

/**
 * Of the page: it answers when for 40 ms nothing in it has changed, and whether it still waits. It is the page that
 * keeps the time: a busy one is late to see that it is quiet.
 */
const QUIET = `new Promise((answer) => {
  const stands = () => {
    watch.disconnect()
    answer(document.querySelector('.wait-bars') === null)
  }
  let timer = setTimeout(stands, 40)
  const watch = new MutationObserver(() => {
    clearTimeout(timer)
    timer = setTimeout(stands, 40)
  })
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
})`

/** Waits until nothing is being fetched and the page stands. */
export async function settle(page: Page): Promise<void> {
  const now = traffic.get(page)
  for (const end = Date.now() + 15_000; now && Date.now() < end; ) {
    const { begun, open } = now
    // What the page began to fetch meanwhile is told before this answer is.
    const quiet = await page.evaluate(QUIET).catch(() => false) // the page was left for another
    if (quiet && open === 0 && now.begun === begun) return
    if (now.open > 0) await sleep(10)
  }
  throw new Error(`${page.url()} is still fetching after 15 seconds`)
}

/** A picture of the step, only when `XIANGCE_SHOTS` names a folder. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.XIANGCE_SHOTS
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png` })
}

/** An operation through the page's own session, for what no page does yet. */
export async function ask<T>(page: Page, name: string, input: unknown): Promise<T> {
  const answer = await page.context().request.post(`/api/${name.replaceAll('.', '/')}`, {
    data: input as object,
    headers: { 'x-xiangce': '1', 'idempotency-key': crypto.randomUUID() },
  })
  const body = (await answer.json()) as T
  if (!answer.ok()) throw new Error(`${name}: ${answer.status()} ${JSON.stringify(body)}`)
  return body
}
