/** The settings of the import and the export of a list on the page: a layout from a copied heading; a refusal in words. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeReport, findings } from '../../../tools/axe.mjs'
import { choose, goTo, press, sheetOf } from './hands.kit.ts'
import { settle, shot } from './people.kit.ts'

export async function addsLayout(page: Page): Promise<void> {
  await goTo(page, '/settings/import?register=person')
  await press(page, '加一种格式')
  const form = sheetOf(page, '加一种格式')
  await form.getByLabel('格式名称').fill('村报花名册')
  await form.getByLabel('谁报来的表').fill('石桥村委会')
  await form.getByLabel('表头行').fill('序号\t公民身份信息\t\t甲栏\n\t姓名\t号码\t') // as Excel copies it
  await form.getByText('表头 2 行，4 列。').waitFor()
  expect(findings(await axeReport(page))).toEqual([])
  await press(page, '加上，看各列', form)
  const change = sheetOf(page, '改格式“村报花名册”')
  await change.getByText('没有指定').first().waitFor()
  await choose(page, '“公民身份信息·号码”对到', '证件号', change)
  await press(page, /^保\s*存$/, change)
  await change.waitFor({ state: 'detached' })
  await sheetOf(page, '各单位的报表格式').getByText('表头 2 行，4 列').waitFor()
  await shot(page, 'layout-added')
}

const busy = { zh: '别的导出还没有做完。过一会儿再导。', en: 'Another export is under way.' }

/** The server's refusal is said beside the button; when it lets go, the browser has the file. */
export async function exportIsRefusedThenDone(page: Page): Promise<void> {
  await goTo(page, '/r/person')
  await press(page, '导出 Excel')
  const note = page.locator('.export-note')
  await page.route('**/api/register/export?**', (route) =>
    route.fulfill({ status: 429, json: { code: 'test.busy', detail: busy } }),
  )
  await press(page, '导出 CSV', note)
  await note.getByRole('alert').getByText(busy.zh).waitFor()
  await page.unroute('**/api/register/export?**')
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, '再做一次', note)])
  expect(file.suggestedFilename()).toMatch(/^人员_\d{4}-\d\d-\d\d\.csv$/)
  await settle(page)
  await note.getByText('已交给浏览器存下。').waitFor()
}
