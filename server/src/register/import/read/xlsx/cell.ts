/** One cell of an .xlsx as its XML says it, turned into a value and the text that a person sees. */
import { dayOfNumber } from '#kernel'
import type { Cell } from '../../../kinds/index.ts'
import type { SheetCell } from '../workbook.ts'
import type { Book } from './book.ts'
import { unescapeXml } from './book.ts'

/** `formula`: the cell has one. `struck`: of text that stands in the cell itself. */
export type RawCell = {
  type: string
  style: number
  value: string
  inline: string
  formula: boolean
  struck?: 'all' | 'part'
}

const DAYS_1904 = 1462

/** Null for a cell that holds nothing. A formula counts by the result that was saved with it. */
export function cellOf(raw: RawCell, book: Book): SheetCell | null {
  const cell = contentOf(raw, book)
  if (!cell) return raw.formula && raw.type !== 'str' ? { value: null, text: '', uncomputed: true } : null
  const struck = book.styles[raw.style]?.struck ? 'all' : struckText(raw, book)
  return struck ? { ...cell, struck } : cell
}

function struckText({ type, value, struck }: RawCell, book: Book): 'all' | 'part' | undefined {
  return type === 's' ? book.struck.get(Number(value)) : struck
}

function contentOf({ type, style, value, inline }: RawCell, book: Book): SheetCell | null {
  if (type === 'inlineStr') return textCell(unescapeXml(inline))
  if (value === '') return null
  if (type === 's') return textCell(book.shared.at(Number(value)) ?? '')
  if (type === 'str') return textCell(unescapeXml(value))
  if (type === 'b') return { value: value === '1', text: value === '1' ? 'TRUE' : 'FALSE' }
  if (type === 'e') return { value, text: value }
  if (type === 'd') return { value: value.slice(0, 10), text: value.slice(0, 10) }
  return numberCell(Number(value), value, { style, book })
}

function textCell(text: string): SheetCell | null {
  return text === '' ? null : { value: text, text }
}

function numberCell(number: number, raw: string, { style, book }: { style: number; book: Book }): SheetCell {
  if (!Number.isFinite(number)) return { value: raw, text: raw }
  const shows = book.styles[style]?.shows
  if (shows === 'percent') return percentCell(number)
  if (shows !== 'date') return { value: number, text: numberText(number) }
  const serial = book.date1904 ? number + DAYS_1904 : number
  return { value: { serial }, text: serialText(serial) }
}

/** 0.3 shown as 30%. */
export function percentCell(number: number): SheetCell {
  return { value: number, text: `${numberText(Number((number * 100).toPrecision(12)))}%`, percent: true }
}

/** Numbers as Excel shows them: fifteen digits; from a thousand million million on with a power, since it has lost the rest. */
export function numberText(number: number): string {
  if (Number.isInteger(number) && Math.abs(number) < 1e15) return String(number)
  const kept = Number(number.toPrecision(15))
  return Math.abs(kept) >= 1e15 ? kept.toExponential().replace('e', 'E') : String(kept)
}

const SERIAL_ZERO = -25569

/** 43831 -> 2020-01-01. Serial 60 is a day that never was and stays a number. */
export function serialText(serial: number): string {
  const whole = Math.floor(serial)
  if (whole < 1 || whole === 60 || whole > 2_958_465) return numberText(serial)
  return dayOfNumber(SERIAL_ZERO + whole + (whole < 60 ? 1 : 0))
}

/** A value as a plain cell, for callers that have no file. */
export function plainCell(value: Cell): SheetCell {
  if (value === null) return { value, text: '' }
  if (typeof value === 'object') return { value, text: serialText(value.serial) }
  return { value, text: typeof value === 'number' ? numberText(value) : String(value) }
}
