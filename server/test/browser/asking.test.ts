// /wo, the page that asks the public: three people at a telephone, and not one request after it has loaded.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { cite } from '#kernel'
import type { House } from '#platform'
import { systemActor, withScope } from '#platform'
import { systems } from '#systems'
import { axeReport, findings } from '../../../tools/axe.mjs'
import { insertValue } from '../../src/policy/store.ts'
import type { People } from './people.kit.ts'
import { openPeople, shot } from './people.kit.ts'
import type { Served } from './served.kit.ts'
import { serve } from './served.kit.ts'

const day = '2025-09-15'
let served: Served
let people: People

/** The county has set the pension; the living allowance is still open. */
async function setPension(house: House): Promise<void> {
  await withScope(house.db, systemActor(house.county), async (tx) => {
    for (const [key, value] of [
      ['standard', '240.00'],
      ['dibao', '230.00'],
    ] as const)
      await insertValue(tx, {
        policy: 'land-security.pension',
        key,
        value,
        from: '2023-01-01',
        until: null,
        citation: cite('青政办发〔2024〕26 号', '全文'),
        source: 'case:秘',
        setBy: 1,
      })
  })
}

beforeAll(async () => {
  served = await serve({ day, prepare: setPension })
  people = await openPeople(served.url)
})
afterAll(async () => {
  await people?.close()
  await served?.close()
})
afterEach(() => expect(people.complaints()).toEqual([]))

type Visit = { page: Page; requests: string[] }

/** Opens the page and counts what it asks for from then on. */
async function visit(address = '/wo'): Promise<Visit> {
  const page = await people.visitor()
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  return { page, requests }
}

const question = (page: Page) => page.locator('h2.question').innerText()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function answerDay(
  page: Page,
  asked: string,
  [year, month, on]: [string, string, string],
): Promise<void> {
  expect(await question(page)).toBe(asked)
  await page.getByLabel('年', { exact: true }).fill(year)
  await page.getByLabel('月', { exact: true }).fill(month)
  await page.getByLabel('日', { exact: true }).fill(on)
  await press(page, '下一问')
}

async function accessible(page: Page): Promise<void> {
  expect(findings(await axeReport(page))).toEqual([])
}

/** Nothing went out, and nothing was left behind. */
async function leftNoTrace({ page, requests }: Visit): Promise<void> {
  expect(requests).toEqual([])
  expect(await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]')).toEqual([
    0,
    0,
    '',
  ])
  expect(JSON.stringify(await page.evaluate('history.state'))).toMatch(/^\d+$/)
}

describe('three people ask about land security', () => {
  it('a woman of 57 gets her pension, and is told how much, from when, where to go and what to bring', async () => {
    const { page, requests } = await visit('/wo#land-security.pension')
    await accessible(page)
    await shot(page, 'wo-question')
    await answerDay(page, '您是哪天出生的？', ['1968', '6', '12'])
    expect(await question(page)).toBe('您是男是女？')
    await press(page, '女')
    await answerDay(page, '您家的地是哪天征的？', ['2023', '6', '30'])
    const main = page.locator('main')
    expect(await page.locator('.card.yes .mark').innerText()).toBe('看来可以')
    const text = await main.innerText()
    for (const part of [
      '240.00 元',
      '2023 年 6 月 1 日',
      '人社窗口',
      '身份证、户口簿',
      '先经审定',
      '这不是审批结果',
    ])
      expect(text).toContain(part)
    await page.getByText('怎么得出来的').click()
    expect(await page.locator('.reasons').first().innerText()).toContain('养老年龄')
    await accessible(page)
    await shot(page, 'wo-yes')
    await leftNoTrace({ page, requests })
  })

  it('somebody of 45 does not, man or woman, after one question, and reads why', async () => {
    const { page, requests } = await visit('/wo#land-security.pension')
    await answerDay(page, '您是哪天出生的？', ['1980', '2', '30'])
    expect(await page.getByRole('alert').innerText()).toContain('没有这一天')
    await answerDay(page, '您是哪天出生的？', ['1980', '2', '3'])
    expect(await page.locator('.card.no .mark').innerText()).toBe('看来不行')
    await page.getByText('怎么得出来的').click()
    expect(await page.locator('.card').innerText()).toContain('起领月')
    await shot(page, 'wo-no')
    await leftNoTrace({ page, requests })
  })

  it('who knows little learns what is missing and whom to ask; 不清楚 is an answer', async () => {
    const { page, requests } = await visit()
    await page.getByRole('button', { name: '未就业生活补助费' }).click()
    for (let asked = 0; asked < 12 && (await page.locator('.card').count()) === 0; asked++)
      await press(page, '不清楚')
    const card = page.locator('.card.unknown')
    expect(await card.locator('.mark').innerText()).toBe('还说不准')
    expect(await card.innerText()).toContain('未就业证明')
    await shot(page, 'wo-open')
    await accessible(page)
    await leftNoTrace({ page, requests })
  })
})

describe('the page', () => {
  it('asks once for several rules, goes back, speaks English without losing an answer, and fits 390 px', async () => {
    const { page, requests } = await visit()
    await accessible(page)
    await shot(page, 'wo-start')
    await page.getByRole('button', { name: '征地社保：几项一起问' }).click()
    const first = await question(page)
    await press(page, '不清楚')
    await page.getByRole('button', { name: '上一问' }).click()
    await expect.poll(() => question(page), { timeout: 10_000 }).toBe(first)
    await page.getByRole('link', { name: 'English' }).click()
    expect(await question(page)).toMatch(/\?$/)
    await accessible(page)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    const small = await page
      .locator('main button')
      .evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect().height).filter((height) => height < 44),
      )
    expect(small).toEqual([])
    await leftNoTrace({ page, requests })
  })

  it('works from the keyboard: the focus is on the question, a list is filled and read back', async () => {
    const { page, requests } = await visit('/wo#assistance.greenhouse')
    expect(await question(page)).toBe('您建了大棚吗？')
    expect(await page.evaluate('document.activeElement?.tagName')).toBe('H2')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await press(page, '是')
    await press(page, '是')
    await page.getByRole('textbox').fill('3,000')
    await page.keyboard.press('Enter')
    await press(page, '不清楚')
    expect(await page.locator('.said-line').first().innerText()).toContain('是，是，3000')
    await press(page, '没有了，就这些')
    // IA-03: 30 yuan a square metre
    expect(await page.locator('.card.yes').innerText()).toContain('90,000.00 元')
    await leftNoTrace({ page, requests })
  })

  it('is found from the login page', async () => {
    people.expectRefusals(true) // nobody is signed in
    const page = await people.visitor({ width: 1440 })
    await page.goto('/')
    const link = page.getByRole('link', { name: '看看我能领什么' })
    await link.waitFor()
    await shot(page, 'wo-login')
    await link.click()
    await page.getByText('您想问哪一项').waitFor()
    people.expectRefusals(false)
  })

  it('without script it says for whom, where and what to bring', async () => {
    const page = await people.visitor({ script: false })
    await page.goto('/wo')
    expect(await page.locator('main').innerText()).toContain('失地农民养老金')
    expect(await page.locator('main').innerText()).toContain('到哪里办：乡镇便民服务中心人社窗口')
  })

  it('is light: script below 60 KB packed, page below 60 KB packed', async () => {
    const built = process.env.XIANGCE_WEB_DIST ?? fileURLToPath(new URL('../../../web/dist', import.meta.url))
    expect(readFileSync(`${built}/wo/wo.js.gz`).length).toBeLessThan(60_000)
    const answer = await fetch(`${served.url}/wo/wo.js`, { headers: { 'accept-encoding': 'gzip' } })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(answer.headers.get('content-type')).toContain('javascript')
    expect(readFileSync(`${built}/wo/wo.js`, 'utf8')).not.toMatch(/new Function|\beval\(/)
  })
})

describe('what leaves the office', () => {
  const open = systems.flatMap(({ inquiries = [] }) => inquiries.map(({ policy }) => policy.id))
  const closed = systems.flatMap(({ policies = [] }) => policies).filter(({ id }) => !open.includes(id))

  it('only rules that were opened, and of the county their values and documents only', async () => {
    const answer = await fetch(`${served.url}/wo`)
    const text = await answer.text()
    expect(closed.length).toBeGreaterThan(20)
    for (const { id, hash } of closed) {
      expect(text.includes(`"${id}"`), id).toBe(false)
      expect(text.includes(hash), id).toBe(false)
    }
    expect(text).toContain('青政办发〔2024〕26 号')
    expect(text).not.toContain('case:秘')
    expect(text).not.toMatch(/setBy|accountId|"verbs"/)
  })

  it('a policy of contents without eval, connections or forms; nothing kept', async () => {
    const answer = await fetch(`${served.url}/wo`)
    const text = await answer.text()
    expect(text.slice(0, text.indexOf('</head>'))).toContain(
      'default-src &#39;none&#39;; script-src &#39;self&#39;',
    )
    expect(`${text}${answer.headers.get('content-security-policy')}`).not.toContain('unsafe-eval')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect((await fetch(`${served.url}/wo/else`)).status).toBe(404)
  })
})
