import { expect } from 'vitest'
import { cardOf } from '../../src/systems/demo/rosters.ts'
import { attach, choose, fill, goTo, press, rowsOf, sheetOf } from './hands.kit.ts'
import { settle, shot } from './people.kit.ts'
import { as, now, on } from './walk-desk.kit.ts'
import { above, counts, failed, interestOf, monthly, ownAbove, yuan } from './walk-figures.kit.ts'
import { approveAndPost, blocked, decideParameter, download, propose, reply, step } from './walk-money.kit.ts'

/** the pension of December: proposed by one who cannot approve it, approved by another, posted by a third. */
export async function runsPension(): Promise<void> {
  on('2025-12-10')
  const runId = await propose('养老金发放', '2025-12')
  const proposer = await as('hr1')
  expect(await proposer.locator('main').innerText()).toContain(
    `${above.length} 人，合计 ${yuan(above.length * monthly)} 元`,
  )
  await shot(proposer, 'run-proposed')
  expect(await approveAndPost(runId)).toContain(`已记 ${above.length} 人、${yuan(above.length * monthly)} 元`)
  const fund = await as('fund1')
  await fund.getByRole('link', { name: '看发放批次' }).click()
  await fund.waitForURL(/\/batch\/\d+/)
  now.batchId = Number(fund.url().split('/').at(-1))
  await settle(fund)
  await shot(fund, 'batch-draft')
}

/** OF-02, GEN-13: the batch goes its whole way through four offices; nobody takes two of the steps that differ. */
export async function paysBatch(): Promise<void> {
  await step('hr2', '业务复核')
  expect(await blocked('hr2')).toContain('业务复核')
  await step('fund2', '基金财务复核')
  await step('fund1', '送财政用款申请')
  await step('finance1', '财政审核')
  await step('finance2', '拨付', (page) => fill('银行流水号', '20251210BF1', page))
  await step('fund1', '确认支出户到账', (page) => fill('银行流水号', '20251210DZ1', page))
  await step('fund1', '送银行', (page) => choose(page, '文件格式', 'CSV（UTF-8）'))
  const fund = await as('fund1')
  await shot(fund, 'batch-sent')
  const sent = await download(fund, '下载银行文件')
  for (const one of above) expect(sent).toContain(one.name)
  expect(sent.match(/240\.00/g)).toHaveLength(above.length)
  const said = await step('fund1', '导入回盘', async (page) =>
    attach(page, await reply(page, now.batchId, [failed.name])),
  )
  expect(said).toContain(`已付 ${above.length - 1} 笔，退票 1 笔`)
  await shot(fund, 'batch-returned')
  await step('fund1', '确认退款到账', (page) => fill('银行流水号', '20251212TK1', page))
}

/** OF-08: the card is corrected by one, approved by another, and the payment goes out once more. */
export async function paysAgain(): Promise<void> {
  on('2025-12-15')
  const officer = await as('hr1')
  await goTo(officer, `/batch/${now.batchId}`)
  await press(officer, '更正账户')
  await fill('银行户名', failed.name, officer)
  await fill('账号', cardOf(failed, 900).number, officer)
  await shot(officer, 'batch-card')
  await press(officer, '更正账户，送复核')
  const second = await as('hr2')
  await goTo(second, `/batch/${now.batchId}`)
  await press(second, '复核账户')
  await goTo(officer, `/batch/${now.batchId}`)
  await press(officer, '补发 1 笔')
  await officer.waitForURL((url) => url.pathname !== `/batch/${now.batchId}`)
  const first = now.batchId
  now.batchId = Number(officer.url().split('/').at(-1))
  await step('hr2', '业务复核')
  await step('fund2', '基金财务复核')
  await step('fund1', '确认支出户到账', (page) => fill('银行流水号', '20251215DZ2', page))
  await step('fund1', '送银行', (page) => choose(page, '文件格式', 'CSV（UTF-8）'))
  const said = await step('fund1', '导入回盘', async (page) =>
    attach(page, await reply(page, now.batchId, [])),
  )
  expect(said).toContain('已付 1 笔，退票 0 笔')
  for (const id of [now.batchId, first]) {
    now.batchId = id
    await step('fund2', '对平')
    expect(await step('fund1', '归档')).toContain('已归档')
  }
}

/** LS-11: the interest of the year, day by day, on what stood in each account. */
export async function creditsInterest(): Promise<void> {
  on('2026-01-05')
  await decideParameter('land-security.interest', '实际收益率', '1.2')
  await decideParameter('land-security.interest', '一年期存款利率', '1.5')
  const runId = await propose('年度计息', '2025')
  const page = await as('hr1')
  const due = counts.above * interestOf(true) + counts.working * interestOf(false)
  expect(await page.locator('main').innerText()).toContain(`25 人，合计 ${yuan(due)} 元`)
  expect(await sheetOf(page, '利息从哪里出').innerText()).toContain('1.5%')
  await shot(page, 'run-interest')
  expect(await approveAndPost(runId)).toContain(yuan(due))
}

/** the statement of one account adds up; the auditor reads all and acts on nothing. */
export async function readsStatement(): Promise<void> {
  const page = await as('audit1')
  await goTo(page, '/fund/land-security.protection?tab=accounts')
  await fill('户名', failed.name, page)
  await settle(page)
  await page
    .locator('main tr.row-opens')
    .filter({ hasText: failed.name })
    .first()
    .locator('td')
    .last()
    .click()
  await page.waitForURL(/\/account\/\d+/)
  await settle(page)
  const end = ownAbove - monthly + interestOf(true)
  expect(await page.locator('main').innerText()).toContain(`余额 ${yuan(end)} 元`)
  const balances = (await rowsOf(page, '对账单')).map((row) => row.at(-2))
  expect(balances).toEqual([yuan(ownAbove), yuan(ownAbove - monthly), yuan(end)])
  await shot(page, 'statement')
  for (const path of [
    `/case/${now.caseId}`,
    `/batch/${now.batchId}`,
    '/runs',
    '/fund/land-security.protection',
    '/policy',
    `/r/landTake/${now.takeId}`,
  ]) {
    await goTo(page, path)
    expect(await page.locator('main .ant-btn-primary').count(), `${path}: filled buttons`).toBe(0)
    expect(await page.locator('main .act-row').count(), `${path}: acts`).toBe(0)
  }
  await goTo(page, '/fund/land-security.protection?tab=check')
  expect(await page.locator('main').innerText()).toContain('相符')
  await shot(page, 'fund-check')
}
