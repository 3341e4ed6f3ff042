/** A sheet of figures out of Excel or CSV, by the words of its head. */
import type { Workbook } from '#register'
import { verifyProblems } from '../problems.ts'
import type { SheetRow } from './sheet.ts'

/** Words of the head by field; the first row that has both a name and a value column is the head. */
const heads: Readonly<Record<keyof SheetRow, readonly string[]>> = {
  label: ['名称', '指标', '项目', '指标名称', '事项', 'label'],
  value: ['数值', '数', '数量', '值', '金额', '人数', 'value'],
  unit: ['单位', '计量单位', 'unit'],
  rounding: ['舍入', '舍入到', '精确到', 'rounding'],
  total: ['属于合计', '合计于', '合计', '属于', 'total'],
  within: ['其中于', '其中', '含于', 'within'],
  share: ['占比', '占比%', '占比（%）', '占比(%)', 'share'],
  base: ['占比底数', '底数', '占的是', 'base'],
  increase: ['比上年增加', '增加', 'increase'],
  growth: ['增长', '增幅', '增长%', '增长率', 'growth'],
  bound: ['要求', '目标', 'bound'],
  date: ['日期', '时间', '年度', 'date'],
  place: ['出处', '位置', 'place'],
  register: ['名册数', '名册指标', 'register'],
  area: ['区划代码', '地区代码', 'area'],
}

const fields = Object.keys(heads) as (keyof SheetRow)[]

/** All visible sheets; rows without a name are left out. A file without such a head is the Problem `verify.noHead`. */
export async function readSheetRows(book: Workbook, file: string): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  let found = false
  for (const sheet of book.sheets.filter(({ hidden }) => !hidden)) {
    let columns: Map<keyof SheetRow, number> | null = null
    for await (const batch of sheet.rows())
      for (const { cells, hidden } of batch) {
        if (hidden) continue
        const texts = cells.map((cell) => cell?.text.trim() ?? '')
        if (columns === null) columns = headOf(texts)
        else rows.push(...rowOf(texts, columns))
      }
    found ||= columns !== null
  }
  if (!found) throw verifyProblems.noHead({ file })
  return rows
}

function headOf(texts: readonly string[]): Map<keyof SheetRow, number> | null {
  const columns = new Map(
    fields.flatMap((field) => {
      const at = texts.findIndex((text) => heads[field].includes(text.toLowerCase()))
      return at < 0 ? [] : [[field, at] as const]
    }),
  )
  return columns.has('label') && columns.has('value') ? columns : null
}

function rowOf(texts: readonly string[], columns: Map<keyof SheetRow, number>): SheetRow[] {
  const row = Object.fromEntries(
    [...columns].flatMap(([field, at]) => {
      const text = texts[at] ?? ''
      return text === '' && field !== 'value' ? [] : [[field, text]]
    }),
  )
  return 'label' in row ? [row as SheetRow] : []
}
