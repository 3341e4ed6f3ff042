// Death and heirs, and a claim of the living allowance, by clicking: proposed by one, approved by another, seen on the account (LS-13, LS-14, OF-15, GEN-13).
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { bankCard, day, residentId } from '#kernel'
import { axeReport, findings } from '../../../tools/axe.mjs'
import { choose, fill, goTo, press, rowsOf, sheetOf } from './hands.kit.ts'
import { ask, openPeople, type People, settle, shot } from './people.kit.ts'
import { playCounty } from './played.kit.ts'
import { type Served, serve } from './served.kit.ts'

const today = '2025-09-15'
let served: Served
let people: People
/** Accounts of the taking that was played to its end, those with the most and the least in them. */
let accounts: { id: number; label: string; balance: string }[]

beforeAll(async () => {
  served = await serve({ day: today, prepare: playCounty })
  people = await openPeople(served.url)
  const fund = await people.as('fund1', today)
  const found = await ask<{ accounts: typeof accounts }>(fund, 'fund.accounts', {
    fund: 'land-security.protection',
    kind: 'individual',
  })
  accounts = found.accounts
}, 180_000)
afterAll(async () => {
  await people?.close()
  await served?.close()
})
afterEach(() => expect(people.complaints()).toEqual([]))

const patient = { timeout: 90_000 }

/** At the desk and on a telephone nothing scrolls sideways, and it reads aloud. */
async function looksSound(page: Page, name: string): Promise<void> {
  for (const width of [390, 1440] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.locator(`.shell[data-screen=${width === 390 ? 'phone' : 'wide'}]`).waitFor()
    await settle(page)
    expect.soft(findings(await axeReport(page)), `${name} at ${width}`).toEqual([])
    const beyond: number = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    expect.soft(beyond, `${name} at ${width}: pixels beyond`).toBeLessThanOrEqual(0)
    await shot(page, `${name}-${width}`)
  }
}

async function fillHeir(page: Page, place: number, name: string): Promise<void> {
  const group = page.getByRole('group', { name: `继承人 ${place}` })
  await fill('姓名', name, group)
  await fill('与死者关系', '之子', group)
  await fill('证件号', residentId('990101', day('1980-05-01'), 300 + place), group)
  await fill('份额', '1/2', group)
  await fill('开户行', '青禾农商行', group)
  await fill('银行卡号', bankCard(`6217000000009${place}`), group)
}

async function openInheritance(page: Page, id: number): Promise<void> {
  await goTo(page, `/account/${id}`)
  await press(page, '办理继承')
  await page.waitForURL(/\/inheritance$/)
  await settle(page)
}

async function fillDeath(page: Page): Promise<void> {
  const sheet = sheetOf(page, '去世情况')
  await fill('去世日期', '2025-09-02', sheet)
  await choose(page, '来源', '村报')
  await fill('依据', '继承承诺书〔2025〕3 号', sheet)
}

async function proposeNobody(page: Page, id: number): Promise<void> {
  await openInheritance(page, id)
  await fillDeath(page)
  await page.getByRole('radio', { name: '没有继承人' }).check()
  expect(await page.locator('main').innerText()).toContain('转入统筹账户')
  await press(page, '提出，送审批')
  await page.waitForURL(/\/run\/\d+/)
  await settle(page)
}

/** 12,345.60 in fen. */
const fenOf = (yuan: string) => Math.round(Number(yuan.replace(/,/g, '')) * 100)
const yuanOf = (fen: number) =>
  (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

it('two heirs, half each: proposed, approved by another, posted, on the account', patient, async () => {
  const { id, balance } = accounts[0] as (typeof accounts)[number]
  const page = await people.as('fund1', today)
  await openInheritance(page, id)
  await fillDeath(page)
  await press(page, '添加继承人')
  await fillHeir(page, 1, '韦小一')
  await fillHeir(page, 2, '韦小二')
  const half = Math.floor(fenOf(balance) / 2)
  await page
    .getByText(`得 ${yuanOf(half)} 元`)
    .first()
    .waitFor()
  await looksSound(page, 'inheritance-form')
  await press(page, '提出，送审批')
  await page.waitForURL(/\/run\/\d+/)
  await settle(page)
  const main = page.locator('main')
  expect(await main.innerText()).toContain('您提出的，由另一人审批。')
  const run = new URL(page.url()).pathname
  const second = await people.as('fund2', today)
  await goTo(second, run)
  const heirs = await rowsOf(second, '继承人')
  expect(heirs.map((row) => [row[0], row[2], fenOf(row[5] ?? '')]).sort()).toEqual([
    ['韦小一', '1/2', half],
    ['韦小二', '1/2', fenOf(balance) - half],
  ])
  expect(await sheetOf(second, '去世情况').innerText()).toContain('村报')
  await looksSound(second, 'inheritance-run')
  await press(second, '审批')
  expect(await second.locator('main').innerText()).toContain('已审批')
  await goTo(page, run)
  await press(page, '记账')
  await page.getByText('已记 2 人').first().waitFor()
  await goTo(page, `/account/${id}`)
  expect(await main.innerText()).toContain('余额 0.00 元')
  expect(await sheetOf(page, '继承办理').innerText()).toMatch(/已记账[\s\S]*看发放批次/)
  await looksSound(page, 'inheritance-account')
})

it(
  'no heir: the pool keeps the rest after a second signature, nobody is paid; who proposed it may withdraw it before',
  patient,
  async () => {
    const { id, balance } = accounts[1] as (typeof accounts)[number]
    const page = await people.as('fund1', today)
    await proposeNobody(page, id)
    await press(page, '撤回我提出的继承')
    await page.getByLabel('原因').fill('公告未满期')
    await press(page, '撤回')
    expect(await page.locator('main').innerText()).toContain('已撤销')
    await proposeNobody(page, id)
    const run = new URL(page.url()).pathname
    const second = await people.as('fund2', today)
    await goTo(second, run)
    await press(second, '审批')
    await goTo(page, run)
    await press(page, '记账')
    await page
      .getByText(`已记 1 人、${yuanOf(fenOf(balance))} 元`)
      .first()
      .waitFor()
    expect(await page.getByRole('link', { name: '看发放批次' }).count()).toBe(0)
  },
)

it('the dead of whom only the ledger knows stand on the pension list by name, held', patient, async () => {
  const page = await people.as('hr1', today)
  await goTo(page, '/runs')
  await press(page, '提出一批')
  await choose(page, '事项', '养老金发放')
  await fill('月份', '2025-10', page)
  await press(page, '测算名单')
  await page.waitForURL(/\/run\/\d+/)
  await page.getByText('待审批').first().waitFor()
  await goTo(page, `${new URL(page.url()).pathname}?status=held`)
  const held = await rowsOf(page, '名单')
  // The second account was of somebody below pension age: there was no pension to hold.
  expect(held.map(([name]) => name)).toEqual([accounts[0]?.label])
  expect(held[0]?.join(' ')).toContain('2025-09-02 去世（村报')
  await shot(page, 'pension-held')
})

it('a claim of the living allowance is found by name, filled in and proposed', patient, async () => {
  // Of (b) is whose account the government's share went into as well (LS-10): the fullest ones.
  const [one] = accounts.slice(2).sort((a, b) => fenOf(b.balance) - fenOf(a.balance))
  const claimant = one?.label ?? ''
  const page = await people.as('hr1', today)
  await goTo(page, '/runs')
  await press(page, '提出一批')
  await choose(page, '事项', '未就业生活补助')
  expect(await page.locator('main').innerText()).toContain('申领名单是空的')
  await page.getByLabel('按姓名查找申领人').fill(claimant)
  await press(page, '查找')
  await press(page, '加入')
  await fill(`${claimant}未就业起始日`, '2025-08-01', page)
  await choose(page, `${claimant}符合低保`, '不符合')
  await looksSound(page, 'claims-form')
  await press(page, '测算名单')
  await page.waitForURL(/\/run\/\d+/)
  await page.getByText('待审批').first().waitFor()
  await goTo(page, new URL(page.url()).pathname)
  const [[name] = []] = await rowsOf(page, '名单')
  expect(name).toBe(claimant)
  await shot(page, 'claims-run')
})
