/** 名册里的数: what a sheet states beside what the register has, a reload between, and the register's figure taken over. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeReport, findings } from '../../../tools/axe.mjs'
import { choose, fill, goTo, press, sheetOf } from './hands.kit.ts'
import { ask, settle, shot } from './people.kit.ts'

type Values = { birthDate: string | null; diedOn: string | null; movedOutOn: string | null }
type Listed = { rows: { values: Values }[]; next: string | null }

/** DX-08: who is born, has not died and has not moved out, counted here row by row from the list of the register. */
async function registeredOn(page: Page, day: string): Promise<number> {
  let count = 0
  let after: string | null = null
  do {
    const asked: object = { register: 'person', limit: 200, ...(after === null ? {} : { after }) }
    const got: Listed = await ask<Listed>(page, 'register.list', asked)
    count += got.rows.filter(({ values }) => isRegistered(values, day)).length
    after = got.next
  } while (after !== null)
  return count
}

function isRegistered({ birthDate, diedOn, movedOutOn }: Values, day: string): boolean {
  const gone = [diedOn, movedOutOn].some((one) => one !== null && one <= day)
  return !gone && (birthDate === null || birthDate <= day)
}

export async function registerBesideSheet(page: Page, day: string): Promise<void> {
  const registered = await registeredOn(page, day)
  await goTo(page, '/verify/figures')
  await fill('材料名称', '半年报', page)
  const beside = sheetOf(page, '名册里的数')
  await choose(page, '＋ 名册数', '在册人数', beside)
  await beside.getByText(`${registered} 人`).waitFor()
  await fill('第 1 行数值', `${registered + 7}`, page)
  await page.reload() // nothing typed is lost
  await settle(page)
  expect(await page.getByLabel('第 1 行数值').inputValue()).toBe(`${registered + 7}`)
  await press(page, '只核不存')
  const found = sheetOf(page, '核出来的')
  await found.getByText('1 处有疑点').waitFor()
  await found.getByText(`名册 ${day}：${registered} 人`).waitFor()
  expect(findings(await axeReport(page))).toEqual([])
  await shot(page, 'registered-beside')
  await press(page, '照名册填', beside)
  expect(await page.getByLabel('第 1 行数值').inputValue()).toBe(`${registered}`)
  expect(await page.getByLabel('第 1 行出处').inputValue()).toBe(`取自名册 ${day}`)
  await press(page, '只核不存')
  await found.getByText('0 处有疑点').waitFor()
  await press(page, '另核一份')
  expect(await page.getByLabel('材料名称').inputValue()).toBe('')
}
