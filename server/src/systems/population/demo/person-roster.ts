/** The household roster of a village, as its clerk keeps it in Excel; a few rows carry the faults that offices make. */
import { civil } from '#kernel'
import { type OfficeColumn, type OfficeSheet, officeWorkbook } from './office-sheet.ts'
import type { DemoPerson } from './people.ts'

const columns: readonly OfficeColumn[] = [
  { head: '序号', width: 6 },
  { head: '户编号', width: 14 },
  { head: '与户主关系', width: 10 },
  { head: '姓名', width: 12 },
  { head: '公民身份信息', under: '性别', width: 6 },
  { head: '公民身份信息', under: '出生日期', width: 12 },
  { head: '公民身份信息', under: '公民身份号码', width: 22 },
  { head: '户口性质', width: 12 },
  { head: '村民小组', width: 10 },
  { head: '联系电话', width: 14 },
  { head: '备注', width: 16 },
]

const groups = ['一组', '二组', '三组', '四组', '五组', '六组']
const hukou = { agricultural: '农业', 'non-agricultural': '非农业' }

/** One fault: the row (counted from 0) and what stands wrongly in it. */
export type PlantedFault = { row: number; column: string; cell: string | number | null }

export type PersonRoster = {
  village: { code: string; name: string }
  people: readonly DemoPerson[]
  faults?: readonly PlantedFault[]
}

/** The workbook of one or several villages, a sheet each. */
export function personRoster(rosters: readonly PersonRoster[]): Promise<Buffer> {
  return officeWorkbook(rosters.map(sheetOf))
}

function sheetOf({ village, people, faults = [] }: PersonRoster): OfficeSheet {
  const rows = people.map((person, at) => rowOf(person, at))
  for (const { row, column, cell } of faults) plant(rows[row], column, cell)
  return {
    name: village.name,
    title: `${village.name}户籍人口花名册`,
    unit: `填报单位：${village.name}村民委员会　　2019 年 12 月 31 日　　单位：人`,
    columns,
    rows,
    total: ['合计', null, null, people.length],
    notes: [
      '注：1. 按户填写，户主在前。 2. 联系电话填本人或家属的。',
      '填表人：　　　　审核人：　　　　（盖章）',
    ],
  }
}

function plant(
  row: (string | number | null)[] | undefined,
  column: string,
  cell: string | number | null,
): void {
  const at = columns.findIndex(({ head, under }) => (under ?? head) === column)
  if (!row || at < 0) throw new RangeError(`no place for a fault in column ${column}`)
  row[at] = cell
}

function rowOf(person: DemoPerson, at: number): (string | number | null)[] {
  return [
    at + 1,
    person.household,
    person.relation,
    person.name,
    person.sex === 'male' ? '男' : '女',
    writtenDay(person, at),
    person.idNumber,
    hukou[person.hukou],
    groups[Number(person.group.slice(-3)) - 1] ?? null,
    person.phone,
    null,
  ]
}

/** Clerks write days as they like: most as 1963-07-15, some as 1963.7.15 or 1963年7月15日. */
function writtenDay({ birthDate }: DemoPerson, at: number): string {
  const { year, month, day } = civil(birthDate)
  if (at % 11 === 3) return `${year}.${month}.${day}`
  return at % 17 === 5 ? `${year}年${month}月${day}日` : birthDate
}
