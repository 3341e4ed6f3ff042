/** Work and other pensions of the listed persons, as village and bureau know them (LS-14, LS-17). */
import { type OfficeColumn, officeWorkbook } from '../population/demo/office-sheet.ts'
import { importing } from './importing.ts'
import type { Listed } from './listed.ts'
import { excelFile } from './rosters.ts'
import type { Scene, Upload } from './stage.ts'

const pensionColumns: readonly OfficeColumn[] = [
  { head: '序号', width: 6 },
  { head: '姓名', width: 12 },
  { head: '公民身份号码', width: 22 },
  { head: '险种', width: 16 },
  { head: '月领取额', width: 12 },
  { head: '发放单位', width: 24 },
  { head: '起始日期', width: 14 },
]

const spellColumns: readonly OfficeColumn[] = [
  { head: '序号', width: 6 },
  { head: '姓名', width: 12 },
  { head: '公民身份号码', width: 22 },
  { head: '单位或雇主', width: 26 },
  { head: '就业形式', width: 12 },
  { head: '就业地', width: 10 },
  { head: '月工资', width: 10 },
  { head: '起始日期', width: 14 },
  { head: '截止日期', width: 14 },
]

type Cell = string | number | null

async function sheet(name: string, columns: readonly OfficeColumn[], rows: Cell[][]): Promise<Upload> {
  const bytes = await officeWorkbook([
    { name: '名单', title: name, unit: '青禾县　　单位：人、元', columns, rows },
  ])
  return excelFile(name, bytes)
}

/** LS-17: every second draws 80 from the rural fund; one in twenty has an employees' pension apart. */
function pensionRows(people: readonly Listed[]): Cell[][] {
  return people
    .filter(({ category }) => category === 'above')
    .flatMap((person, at): Cell[][] => {
      if (at % 20 === 7)
        return [[person.name, person.idNumber, '职工养老保险', '900.00', '县社会保险事业中心', '2022-03-01']]
      return at % 2 === 0
        ? [[person.name, person.idNumber, '农村养老保险', '80.00', '县城乡居民养老保险中心', '2021-01-01']]
        : []
    })
    .map((row, at) => [at + 1, ...row])
}

const employers: readonly (readonly Cell[])[] = [
  ['青禾钢铁园区物流公司', '单位就业', '本县', '3400.00', '2024-03-01', null],
  ['石桥砖厂', '零工', '本村', '2600.00', '2023-09-10', '2024-06-30'],
  ['自营', '自谋职业', '本乡镇', '3000.00', '2023-11-01', null],
  ['承包地', '务农', '本村', null, '2020-01-01', null],
]

const works = ({ category }: Listed, at: number) => category === 'working' && at % 3 !== 0

/** Of working age with no spell in the sheet. */
export function withoutWork(people: readonly Listed[]): Listed[] {
  return people.filter((person, at) => person.category === 'working' && !works(person, at))
}

function spellRows(people: readonly Listed[]): Cell[][] {
  return people
    .filter(works)
    .map((person, at) => [at + 1, person.name, person.idNumber, ...(employers[at % employers.length] ?? [])])
}

/** Names stand in the sheet for the reader; who it is says the number. */
const byNumber = { 名单: { B: ':ignore', C: ':owner' } }

export function spellScenes(people: readonly Listed[]): Scene[] {
  return [
    {
      name: 'spells.work',
      at: '2024-07-08T10:30',
      play: async (stage) => {
        const file = await sheet('石桥村劳动力就业摸底表', spellColumns, spellRows(people))
        await importing(stage, 'shiqiao', { register: 'employmentSpell', file, columns: byNumber })
      },
    },
    {
      name: 'spells.pensions',
      at: '2024-10-16T11:00',
      play: async (stage) => {
        const file = await sheet('石桥地块人员领取其他养老金名单', pensionColumns, pensionRows(people))
        await importing(stage, 'hr1', { register: 'otherPension', file, columns: byNumber })
      },
    },
  ]
}
