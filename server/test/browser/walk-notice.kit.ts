import { expect } from 'vitest'
import { cardRoster } from '../../src/systems/demo/rosters.ts'
import { attach, choose, fill, goTo, press, send, sheetOf } from './hands.kit.ts'
import { settle, shot } from './people.kit.ts'
import { actOn, as, declareNone, now, on } from './walk-desk.kit.ts'
import {
  above,
  counts,
  each,
  listed,
  monthly,
  objected,
  ownAbove,
  taking,
  transfers,
  typed,
  yuan,
} from './walk-figures.kit.ts'
import { decideParameter } from './walk-money.kit.ts'

/** the notice is posted; the public objects to one, without log-in and without script. */
export async function hearsObjection(): Promise<void> {
  on('2025-11-06')
  expect(await actOn('hr1', '发布公示')).toContain('已办')
  const page = await as('hr1')
  now.notice = (await page.locator('a[href^="/gs/"]').first().getAttribute('href')) ?? ''
  on('2025-11-11')
  const visitor = await now.people.visitor({ script: false })
  await visitor.goto(now.notice)
  expect(await visitor.locator('tbody tr').count()).toBe(listed.people.length)
  await shot(visitor, 'notice')
  await visitor.getByRole('link', { name: '提异议' }).click()
  await visitor.getByLabel('对名单里哪一位').fill(objected.name)
  await visitor.getByLabel('什么情况').fill('他家 2019 年就搬到县城住了。')
  await visitor.getByRole('button', { name: '提交异议' }).click()
  expect(await visitor.locator('[role=status]').innerText()).toContain('Y-0001')
  await shot(visitor, 'notice-objection')
  const desk = await as('hr1')
  await goTo(desk, `/case/${now.caseId}`)
  await shot(desk, 'case-objection')
  await press(desk, '受理异议')
  await expect.poll(() => desk.locator('main').innerText(), { timeout: 15_000 }).toContain('有异议，暂缓') // under load the page is read anew later than it looks quiet
}

/** after day 7 another confirms: 29 go on, the one objected to is held and follows after the answer. */
export async function confirmsInTwoBatches(): Promise<void> {
  on('2025-11-12')
  const early = await as('hr2')
  await goTo(early, `/case/${now.caseId}`)
  expect(await sheetOf(early, '为什么现在不能确认公示结果').innerText()).toContain('公示')
  on('2025-11-14')
  const one = await as('hr2')
  await goTo(one, `/case/${now.caseId}?do=approve`)
  await shot(one, 'case-confirm')
  await declareNone(one)
  await press(one, /^确认公示结果 29 人/, one.locator('.act-row'))
  await settle(one)
  expect(await one.locator('main').innerText()).toContain('第一批')
  await goTo(one, `/case/${now.caseId}?do=answer`)
  await one.getByRole('radio', { name: '异议不成立，维持' }).check()
  await fill('答复', '查户籍册和承包合同，该户仍在本村，属于保障对象。', one)
  await shot(one, 'case-answer')
  await press(one, '答复异议', one.locator('.act-row'))
  await goTo(one, `/case/${now.caseId}?do=approve`)
  await press(one, /^确认公示结果 1 人/, one.locator('.act-row'))
  expect(await one.locator('main').innerText()).toContain('第二批')
}

/** the four transfers arrive, each received by one office and claimed by another; accounts are opened. */
export async function receivesTransfers(): Promise<void> {
  on('2025-11-17')
  const bank = await as('finance2')
  await goTo(bank, '/fund/land-security.protection')
  for (const [part, amount] of Object.entries(transfers)) {
    await press(bank, '登记来款')
    await choose(bank, '哪一笔', part)
    await fill('金额', typed(amount), bank)
    await fill('对方户名', '青禾县自然资源局', bank)
    await fill('银行流水号', `20251117${part}`, bank)
    await fill('票据号', `青财票${part}`, bank)
    await send(bank, '登记来款')
  }
  await shot(bank, 'fund-received')
  const fund = await as('fund1')
  await goTo(fund, '/fund/land-security.protection')
  for (let at = 0; at < 4; at++) {
    await press(fund, '认领来款')
    await send(fund, '认领来款')
  }
  const sheet = await sheetOf(fund, '四笔钱到齐没有').innerText()
  for (const amount of Object.values(transfers)) expect(sheet).toContain(yuan(amount))
  expect(sheet).toContain(yuan(Object.values(transfers).reduce((sum, one) => sum + one, 0)))
  expect(sheet).toContain('足额到账')
  await shot(fund, 'fund-arrived')
  expect(await actOn('finance1', '确认资金到账')).toContain('25 人')
  on('2025-11-18')
  expect(await actOn('fund1', '开户')).toContain('25 人')
  const settled = await actOn('hr1', '登记安置补助费', (page) => fill('签收单号', '签收-01', page))
  expect(settled).toContain('5 人')
  const desk = await as('hr1')
  expect(await desk.locator('main').innerText()).toContain('案件已于 11 月 18 日办结')
  await goTo(fund, '/fund/land-security.protection?tab=accounts')
  const accounts = counts.above * ownAbove + counts.working * each
  expect(await fund.locator('main').innerText()).toContain(yuan(accounts))
  await shot(fund, 'accounts')
  await goTo(fund, '/fund/land-security.protection?tab=accounts&kind=pooled')
  expect(await fund.locator('main').innerText()).toContain(yuan(counts.above * (each - ownAbove)))
}

/** the county decides standard and rates: one proposes, another approves. */
export async function setsParameters(): Promise<void> {
  on('2025-12-08')
  await decideParameter('land-security.pension', '养老金月标准', typed(monthly))
  await decideParameter('land-security.pension', '城市低保标准', '230.00')
}

/** 人社局 brings the cards of those who will be paid. */
export async function bringsCards(): Promise<void> {
  on('2025-12-09')
  const page = await as('hr1')
  await goTo(page, '/import?register=person')
  await attach(page, await cardRoster(taking, above, 0))
  await page.waitForURL(/\/import\/\d+/)
  await settle(page)
  await press(page, '对好了，读这份表')
  await page.locator('.import-commit').waitFor()
  if (await page.getByRole('button', { name: '下一步：看差异' }).count()) await press(page, '下一步：看差异')
  await press(page, `入册 ${above.length} 行`)
  await page.getByRole('heading', { name: '已入册' }).waitFor()
}
