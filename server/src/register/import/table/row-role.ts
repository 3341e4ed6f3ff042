/** What a row of a sheet is when it is not a row of data: sum, note, signature, blank, section. */
import type { SheetCell, SheetRow } from '../read/index.ts'

export type RowRole = 'data' | 'sum' | 'note' | 'section' | 'head' | 'blank'

const sums = /^(?:合计|小计|总计|累计|本页小计|本页合计|全村合计|全镇合计|total|sum)(?:[:：]|$)/i
const notes =
  /^(?:注|备注|说明|附注|填表说明|填报说明|填表人|填报人|制表人?|审核人?|复核人?|经办人|负责人|主要负责人|单位负责人|村(?:支书|主任)|签[字名章]|盖章|联系人|填表日期|填报日期|制表日期|日期|单位[(（]?盖?章?[)）]?)\s*(?:[:：]|\d+[.、]|$)|[(（](?:盖章|公章)[)）]/

/** The cells that hold something of their own, with their columns. */
export function filled({ cells }: SheetRow): { at: number; cell: SheetCell }[] {
  const found: { at: number; cell: SheetCell }[] = []
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]
    if (isFilled(cell)) found.push({ at, cell })
  }
  return found
}

/** Whether the cell holds something of its own. */
export function isFilled(cell: SheetCell | undefined): cell is SheetCell {
  return cell !== undefined && cell.merged !== 'rest' && cell.text.trim() !== ''
}

export function filledCount({ cells }: SheetRow): number {
  let count = 0
  for (let at = 0; at < cells.length; at++) if (isFilled(cells[at])) count++
  return count
}

function firstFilled({ cells }: SheetRow): SheetCell[] {
  const found: SheetCell[] = []
  for (let at = 0; at < cells.length && found.length < 3; at++) {
    const cell = cells[at]
    if (isFilled(cell)) found.push(cell)
  }
  return found
}

/** `isHead`: whether the row repeats the heading, as printed pages do. `width`: how many columns the table has. */
export function roleOf(
  row: SheetRow,
  { isHead, width }: { isHead: (row: SheetRow) => boolean; width: number },
): RowRole {
  const count = filledCount(row)
  if (count === 0) return 'blank'
  if (isHead(row)) return 'head'
  const [one, two, three] = firstFilled(row)
  const first = [one, two, three].find((cell) => typeof cell?.value === 'string')
  if (first && sums.test(squeeze(first.text))) return 'sum'
  if (count <= 4 && notes.test(squeeze(one?.text ?? ''))) return 'note'
  return count === 1 && width > 2 && isSection(one) ? 'section' : 'data'
}

/** A line between the rows that names what follows: 一组, 石桥村. A lone number or long text is none. */
function isSection(cell: SheetCell | undefined): boolean {
  return (
    typeof cell?.value === 'string' &&
    /^[\p{Script=Han}\d（）()]{2,12}$/u.test(squeeze(cell.text)) &&
    !/^\d+$/.test(cell.text)
  )
}

export function squeeze(text: string): string {
  return text.replace(/[\s　]/g, '')
}
