/** Cleaning of raw cells: full-width forms, blanks, marks for "nobody knows". */
import { foldWidth } from '#kernel'
import type { Cell, Parsed } from './kind.ts'

/** The text of a cell: half-width, no blanks at the ends, inner runs of blanks as one. Numbers as Excel shows them (15 digits). */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return plainNumber(cell.serial)
  if (typeof cell === 'number') return plainNumber(cell)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return foldWidth(cell).replace(invisible, '').replace(/\s+/g, ' ').trim()
}

/** Binary noise such as 0.30000000000000004 is not what stood in the sheet: Excel holds 15 digits. */
function plainNumber(n: number): string {
  const text = String(Number(n.toPrecision(15)))
  return text.includes('e') ? BigInt(Math.round(n)).toString() : text
}

/** Zero-width characters that copying from web pages leaves behind. */
const invisible = /[\u200B-\u200F\u2060\uFEFF]/g

const unknownForm = /^(?:[xX×*?]+|不详|不清楚|不知道|未知|待查|待定|待补|暂缺|无|没有|空|[-—－–/\\.。]+)$/

/** Whether the cleaned text only says that the value is not known (GEN-07). */
export function saysUnknown(text: string): boolean {
  return unknownForm.test(text)
}

/** Whether digits of the value are covered: `20xx`, `x月`, `20__` (GEN-07). */
export function hasCoveredDigits(text: string): boolean {
  return /[xX×]{1,}|_{2,}|\*{2,}/.test(text)
}

export function unknownValue(raw?: string): { ok: true; value: null; raw?: string } {
  return raw ? { ok: true, value: null, raw } : { ok: true, value: null }
}

/** An empty cell, or one that says unknown, is answered here; else `read` gets the cleaned text. */
export function readCell<V>(cell: Cell, read: (text: string) => Parsed<V>): Parsed<V> {
  const text = cellText(cell)
  if (text === '') return unknownValue()
  if (saysUnknown(text)) return unknownValue(text)
  return read(text)
}

/** Order of texts by code point, equal on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
