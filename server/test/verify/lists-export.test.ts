/** The result as an Excel file: counts, one sheet a class, hidden values hidden; only for who may take lists of the register out. */
import exceljs from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Locale } from '#kernel'
import type { AnyOperation } from '#platform'
import { readFile, runOperation } from '#platform'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { add, deskOf, doors, number, places } from './lists.kit.ts'

let county: TestCounty
let comparison = 0
const wang = number('1940-03-05', 11)

beforeAll(async () => {
  county = await testCounty()
  const clerk = county.actor()
  await places(county, clerk)
  await add(county, clerk, { name: '王桂兰', idNumber: wang })
  await add(county, clerk, { name: '钱伟', birthDate: '1949-01-20' })
  comparison = await deskOf(county, clerk).compare(
    `姓名,身份证号,出生日期,村组,死亡日期\n王桂兰,${wang},,,2025-03-04\n钱玮,,1949-01-20,石桥村,2025-04-01\n郑无人,,,,2025-02-02\n`,
  )
}, 120_000)
afterAll(() => county.close())

const door = doors['compare.export'] as AnyOperation
type Done = { fileId: number; rows: number; more: boolean }

async function exported(sees?: string[], locale: Locale = 'zh') {
  const actor = county.actor(sees ? { sees } : {})
  const input = { comparisonId: comparison }
  const done = (await runOperation(county.db, door, { actor, input, locale })) as Done
  const { bytes, name } = await county.run(actor, ({ tx }) => readFile(tx, done.fileId))
  const book = new exceljs.Workbook()
  await book.xlsx.load(bytes as never)
  const lines = (sheet: string) => {
    const found: string[][] = []
    book
      .getWorksheet(sheet)
      ?.eachRow((row) => found.push((row.values as unknown[]).slice(1).map((cell) => String(cell ?? ''))))
    return found
  }
  return { ...done, name, sheets: book.worksheets.map((one) => one.name), lines }
}

it('has the counts and a sheet a class', async () => {
  const { rows, more, name, sheets, lines } = await exported()
  expect([rows, more, name]).toEqual([3, false, '名单（比对）.xlsx'])
  expect(sheets).toEqual(['比对', '对上有不同', '待认', '名单有名册没有'])
  const counts = lines('比对')
  expect(counts).toContainEqual(['名单', '县民政局 2025-06-30《名单.csv》'])
  expect(counts).toContainEqual(['对上，有不同', '1'])
  const [, wanted] = lines('对上有不同')
  expect(wanted).toEqual(expect.arrayContaining(['王桂兰', wang, '去世日期：名单 2025-03-04，名册 未填']))
  expect(lines('待认')[1]?.join()).toContain('出生日期相同')
})

it('is in English for who reads English; what people wrote stays', async () => {
  const { name, sheets, lines } = await exported(undefined, 'en')
  expect([name, sheets]).toEqual([
    '名单 (compared).xlsx',
    ['Comparison', 'Matched, differing', 'To be recognised', 'Only in the list'],
  ])
  expect(lines('Comparison')).toContainEqual(['List', '县民政局, 2025-06-30, file 名单.csv'])
  const [heads, wanted] = lines('Matched, differing')
  expect(heads?.slice(0, 2)).toEqual(['Sheet', 'Row'])
  expect(wanted).toContain('Date of death: list 2025-03-04, register not filled in')
})

it('hides what the actor may not see, and is refused to who takes no lists out', async () => {
  const { lines } = await exported([])
  const all = ['对上有不同', '待认', '名单有名册没有'].flatMap(lines).flat().join()
  expect(all).not.toContain(wang)
  expect(all).toContain(`${wang.slice(0, 6)}`)
  const reader = deskOf(county, county.actor({ verbs: ['verify.read'] }))
  await expect(reader.call('compare.export', { comparisonId: comparison })).rejects.toMatchObject({
    code: 'platform.notAllowed',
  })
})
