/** Dates as rosters carry them: 1963-07-15, 1963.7, 63年7月, 19630715, 一九六三年七月, Excel serials. */
import type { Day, Month } from '#kernel'
import { dayOfNumber, isDay } from '#kernel'
import { cellText } from './cell.ts'
import type { Cell, Reading } from './kind.ts'

/** `doubt` names why a person should look: two-digit year, or a number that may have lost a zero (1963.1 for 1963.10). */
export type DateRead =
  | { is: 'day'; day: Day; doubt?: 'shortYear' }
  | { is: 'month'; month: Month; doubt?: 'shortYear' | 'lostZero' }
  | { is: 'year'; year: number }
  | { is: 'absent' }
  | { is: 'nothing' }

const SERIAL_ZERO = -25569 // 1899-12-30 as days since 1970-01-01
const FIRST_SERIAL = 10_000 // 1927-05-18; smaller bare numbers may be years or counts
const LAST_SERIAL = 73_050 // 2099-12-31

const forms = [
  /^(\d{4}|\d{2})[年.\-/](\d{1,2})[月.\-/](\d{1,2})[日号]?(?:[ T].*)?$/,
  /^(\d{4}|\d{2})[年.\-/](\d{1,2})月?(?:份)?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})(\d{2})$/,
]

/** Reads a cell as a day, or as far as it goes. */
export function readDate(cell: Cell, reading: Reading = {}): DateRead {
  if (cell !== null && typeof cell === 'object') return serialDay(cell.serial)
  const text = westernDigits(cellText(cell)).replace(/\s*([年月])\s*/g, '$1')
  if (typeof cell === 'number' && cell >= FIRST_SERIAL && cell <= LAST_SERIAL) return serialDay(cell)
  for (const form of forms) {
    const match = form.exec(text)
    if (match) return built(match, typeof cell === 'number', reading)
  }
  if (/^\d{5}(\.\d+)?$/.test(text)) return readDate(Number(text), reading)
  const year = /^(\d{4})年?$/.exec(text)
  return year ? { is: 'year', year: Number(year[1]) } : { is: 'nothing' }
}

/** Serial 60 is the 29 February 1900 that never was; before it Excel counts one day less. */
function serialDay(serial: number): DateRead {
  const whole = Math.floor(serial)
  if (whole < 1 || whole === 60 || whole > 2_958_465) return { is: 'absent' }
  return { is: 'day', day: dayOfNumber(SERIAL_ZERO + whole + (whole < 60 ? 1 : 0)) }
}

function built([, y = '', m = '', d]: RegExpExecArray, fromNumber: boolean, reading: Reading): DateRead {
  const year = y.length === 2 ? fullYear(Number(y), reading) : y
  const doubt = y.length === 2 ? ({ doubt: 'shortYear' } as const) : {}
  const text = `${year}-${m.padStart(2, '0')}-${(d ?? '1').padStart(2, '0')}`
  if (!isDay(text)) return { is: 'absent' }
  if (d !== undefined) return { is: 'day', day: text, ...doubt }
  const lost = fromNumber && m === '1' ? ({ doubt: 'lostZero' } as const) : doubt
  return { is: 'month', month: text.slice(0, 7) as Month, ...lost }
}

/** A two-digit year is of this century up to today's year, else of the last one. Without a today: up to 29. */
function fullYear(short: number, { today }: Reading): string {
  const latest = today ? Number(today.slice(2, 4)) : 29
  return String(short <= latest ? 2000 + short : 1900 + short)
}

const digits: Record<string, string> = {
  〇: '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  '○': '0',
  O: '0',
}

/** 一九六三年七月十五日 to 1963年7月15日; other texts stay. */
function westernDigits(text: string): string {
  if (!/[一二三四五六七八九]/.test(text) || !text.includes('年')) return text
  return text
    .replace(
      /([一二三四五六七八九])?十([一二三四五六七八九])?/g,
      (_, tens, ones) => `${digits[tens] ?? '1'}${digits[ones] ?? '0'}`,
    )
    .replace(/[〇零一二三四五六七八九○]/g, (c) => digits[c] ?? c)
}
