import { expect } from 'vitest'
import { takingRoster } from '../../src/systems/demo/rosters.ts'
import { attach, choose, fill, goTo, press, rowsOf, sheetOf } from './hands.kit.ts'
import { settle, shot } from './people.kit.ts'
import { actOn, as, fillVotes, now, on } from './walk-desk.kit.ts'
import { each, faulty, listed, taking, total, typed, yuan } from './walk-figures.kit.ts'

/** 自然资源 registers the taking. */
export async function registersTaking(): Promise<void> {
  const page = await as('land1')
  await goTo(page, '/r/landTake')
  await press(page, '登记一个')
  const drawer = page.getByRole('dialog')
  await fill('项目名称', taking.name, drawer)
  const village = drawer.getByLabel('被征地村').first()
  await village.click()
  await page.keyboard.type('石桥村')
  await page.locator('.ant-select-tree-node-content-wrapper', { hasText: '石桥村' }).first().click()
  await fill('批复文号', taking.approvalNo, drawer)
  await fill('征地日', taking.takenOn, drawer)
  await fill('征地面积', taking.land, drawer)
  await fill('人均保障资金标准', typed(each), drawer)
  await shot(page, 'register-new')
  await press(page, '存下', drawer)
  await page.waitForURL(/\/r\/landTake\/\d+/)
  now.takeId = Number(page.url().split('/').at(-1))
  await page.getByRole('heading', { level: 1, name: taking.name }).waitFor()
  await shot(page, 'landtake')
}

/** 村 brings its list: one row with a wrong number stays out, with its cell and its reason. */
export async function bringsList(): Promise<void> {
  const page = await as('shiqiao')
  await goTo(page, '/import?register=protectedPerson')
  await choose(page, '征地项目', taking.name)
  await attach(page, await takingRoster(taking, [...listed.people, faulty], '石桥村'))
  await page.waitForURL(/\/import\/\d+/)
  await settle(page)
  await choose(page, 'B 列', '（不导）')
  await choose(page, 'C 列', '人员')
  await shot(page, 'import-map')
  await press(page, '对好了，读这份表')
  await page.locator('.import-issue').waitFor()
  const issue = await page.locator('.import-issue').innerText()
  expect(issue).toContain(`${taking.name}!C${4 + listed.people.length + 1}`)
  expect(issue).toContain('证件号末位校验不符')
  expect(await page.locator('.import-commit').innerText()).toContain(
    `新增 ${listed.people.length}，变更 0，无变化 0`,
  )
  await shot(page, 'import-mend')
  await press(page, '下一步：看差异')
  await shot(page, 'import-diff')
  await press(page, `入册 ${listed.people.length} 行`)
  await page.getByRole('heading', { name: '已入册' }).waitFor()
  await shot(page, 'import-done')
  expect(await page.locator('main').innerText()).toContain(`入册 ${listed.people.length} 行`)
}

/** findings are there to be seen. */
export async function seesFindings(): Promise<void> {
  const page = await as('shiqiao')
  await goTo(page, '/findings')
  await page.getByRole('heading', { level: 1, name: '疑点' }).waitFor()
  await shot(page, 'findings')
}

/** 村 opens the case, sends the list and records the meeting with its two resolutions. */
export async function sendsList(): Promise<void> {
  const page = await as('shiqiao')
  await goTo(page, '/cases')
  await press(page, '新办一件')
  await choose(page, '项目', taking.name)
  await press(page, '立案')
  await page.waitForURL(/\/case\/\d+/)
  now.caseId = Number(page.url().split('/').at(-1))
  expect(await actOn('shiqiao', '报送名单')).toContain('已办')
  const said = await actOn('shiqiao', '记录会议', async (desk) => {
    await desk.getByRole('radio', { name: /村民会议/ }).check()
    await fillVotes(desk, '到会人数', { 应到: '212', 实到: '190' })
    await fillVotes(desk, '保障对象名单', { 赞成: '184', 反对: '2', 弃权: '4' })
    await fillVotes(desk, '土地补偿费用于集体出资', { 赞成: '180', 反对: '6', 弃权: '4' })
    await attach(desk, { name: '会议记录.pdf', mime: 'application/pdf', bytes: Buffer.from('%PDF-1.4') })
  })
  expect(said).toContain('已办')
}

/** 乡镇 checks; whoever sent the list cannot. */
export async function checksList(): Promise<void> {
  on('2025-11-04')
  const village = await as('shiqiao')
  await goTo(village, `/case/${now.caseId}`)
  expect(await village.locator('.act-row').count()).toBe(0)
  expect(await actOn('liuxi', '核准', (page) => fill('核准意见', '逐人核对，同意上报。', page))).toContain(
    `${listed.people.length} 人`,
  )
}

/** 县人社局 decides: categories and amounts by the policy, each opened down to its clause. */
export async function decides(): Promise<void> {
  on('2025-11-05')
  const said = await actOn('hr1', '审定', (page) => fill('审定意见', '材料齐全。', page))
  expect(said).toContain(`审定 ${listed.people.length} 人，合计 ${yuan(total)} 元。`)
  const page = await as('hr1')
  const rows = await rowsOf(page, '名单')
  const words = { above: '甲类', working: '乙类', minor: '丙类' }
  expect(rows.map(([, name, , category, amount]) => [name, category?.slice(0, 2), amount])).toEqual(
    listed.people.map(({ name, category }) => [
      name,
      words[category],
      category === 'minor' ? '—' : yuan(each),
    ]),
  )
  expect(await sheetOf(page, '名单').locator('.sum-row').innerText()).toContain(yuan(total))
  await shot(page, 'case-decided')
  await page
    .getByRole('link', { name: yuan(each) })
    .first()
    .click()
  await page.waitForURL(/\/explain\/\d+/)
  await settle(page)
  await page.locator('.clause-button').first().click()
  expect((await page.locator('blockquote.clause').first().innerText()).length).toBeGreaterThan(10)
  await shot(page, 'explain')
}
