/** What hands do at runs, batches and parameters. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { choose, fill, goTo, press } from './hands.kit.ts'
import { ask, settle, shot } from './people.kit.ts'
import { as, now } from './walk-desk.kit.ts'

/** hr1 proposes the value with its document, hr2 approves it. */
export async function decideParameter(policy: string, label: string, value: string): Promise<void> {
  const officer = await as('hr1')
  await goTo(officer, `/policy/${policy}`)
  await press(officer, '提出修订', officer.locator('main tr').filter({ hasText: label }))
  await fill('新的值', value, officer)
  await fill('从哪天起', '2025-01-01', officer)
  await fill('文号', '青政办发〔2025〕26 号', officer)
  await fill('条款', '第二条', officer)
  await fill('理由', '县政府公布', officer)
  await shot(officer, `policy-propose-${label}`)
  await press(officer, '提出修订', officer.locator('.act-row'))
  const second = await as('hr2')
  await goTo(second, `/policy/${policy}`)
  await press(second, /^批准/)
}

/** hr1 proposes and waits for the list. */
export async function propose(run: string, period: string, login = 'hr1'): Promise<number> {
  const page = await as(login)
  await goTo(page, '/runs')
  await press(page, '提出一批')
  await choose(page, '事项', run)
  await fill(period.length === 4 ? '年度' : '月份', period, page)
  await press(page, '测算名单')
  await page.waitForURL(/\/run\/\d+/)
  await page.locator('.page-states', { hasText: '待审批' }).waitFor()
  await settle(page)
  return Number(new URL(page.url()).pathname.split('/').at(-1))
}

/** hr2 approves, fund1 posts; what the page says of it. */
export async function approveAndPost(runId: number): Promise<string> {
  const second = await as('hr2')
  await goTo(second, `/run/${runId}`)
  await press(second, '审批', second.locator('.act-row'))
  const fund = await as('fund1')
  await goTo(fund, `/run/${runId}`)
  await press(fund, '记账', fund.locator('.act-row'))
  await fund.locator('.page-sentence', { hasText: '没有人记两次' }).waitFor()
  await fund.locator('.page-states', { hasNotText: /记账中|正在/ }).waitFor()
  await settle(fund)
  return fund.locator('.page-sentence').innerText()
}

/** One step of the batch at its page; what the page says then. */
export async function step(
  login: string,
  word: string,
  form: (page: Page) => Promise<void> = async () => {},
) {
  const page = await as(login)
  await goTo(page, `/batch/${now.batchId}`)
  const filled = page.locator('.act-row .ant-btn-primary')
  if ((await filled.innerText()) !== word) await press(page, word, page.locator('.act-row'))
  await form(page)
  await filled.click()
  await page.locator('.said').waitFor()
  await settle(page)
  return page.locator('.said').innerText()
}

/** Why the batch's next step is not for this hand, as its page says. */
export async function blocked(login: string): Promise<string> {
  const page = await as(login)
  await goTo(page, `/batch/${now.batchId}`)
  expect(await page.locator('.act-row').filter({ hasText: '基金财务复核' }).count()).toBe(0)
  return page.locator('main').innerText()
}

export async function download(page: Page, link: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).click(),
  ])
  return readFile(await file.path(), 'utf8')
}

/** The bank's reply, as its system writes it: control line, head, one line a payment. */
export async function reply(page: Page, id: number, bounced: readonly string[]) {
  type Line = { line: number; cardName: string; card: string; amount: string; name: string }
  const batch = await ask<{ number: string; count: number; total: string }>(page, 'batch.get', { id })
  const { lines } = await ask<{ lines: Line[] }>(page, 'batch.lines', { batchId: id, limit: 100 })
  const rows = lines.map(({ line, cardName, card, amount, name }) =>
    bounced.includes(name)
      ? [line, cardName, card, amount, '失败', '账号已销户', '']
      : [line, cardName, card, amount, '成功', '', `2025${id}${line}`],
  )
  const text = [
    ['批次号', batch.number, '总笔数', batch.count, '总金额', batch.total],
    ['序号', '户名', '账号', '金额', '结果', '原因', '流水号'],
    ...rows,
  ]
  return {
    name: `回盘-${batch.number}.csv`,
    mime: 'text/csv',
    bytes: Buffer.from(`\ufeff${text.map((cells) => cells.join(',')).join('\r\n')}\r\n`),
  }
}
