/** What a nasty file is: how it is made, and what must come of it. Expected values are worked out by hand or by the rules named. */
import { village } from '../import.fixture.ts'

export type Given = string | number | boolean | null

/** A row of the file as it must stand before a person has looked: `shown` by field, `issues` by code. */
export type ExpectedRow = {
  row: number
  sheet?: string
  class: 'new' | 'changed' | 'unchanged' | 'rejected' | 'doubtful' | 'skipped'
  shown?: Record<string, string>
  issues?: string[]
}

export type Nasty = {
  /** What of the mess of offices it is. */
  situation: string
  file: string
  register?: string
  /** Who imports: the clerk of 柳溪镇 unless said. */
  as?: 'county'
  bytes: () => Promise<Buffer> | Buffer
  rows: ExpectedRow[]
  /** What was done by itself, with how often. */
  notices?: Record<string, number>
}

/** A file that no reader may take, with the code of its Problem. */
export type Refused = { situation: string; file: string; bytes: () => Promise<Buffer> | Buffer; code: string }

export { village }

/** GB 11643 worked out here: the number of the 17 digits with its check digit. */
export function withCheckDigit(digits: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return digits + '10X98765432'[sum % 11]
}

/** Somebody's number: born on `birth` (YYYYMMDD), with the sequence `seq` (odd: a man). */
export function idOf(birth: string, seq: number): string {
  return withCheckDigit(`990101${birth}${String(seq).padStart(3, '0')}`)
}

/** A number with its last digit wrong. */
export function misspelt(number: string): string {
  return number.slice(0, 17) + (number.endsWith('5') ? '6' : '5')
}

/** Excel's number of a day (1900 system; from 1 March 1900 on). */
export function serialOf(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)
}
