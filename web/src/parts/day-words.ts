// Days for people: 9 月 15 日 in sentences; what people type becomes 'YYYY-MM-DD'. Text only, no Date object.
import { type Text, t } from '../app/text.tsx'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays: readonly Text[] = [
  t('星期日', 'Sunday'),
  t('星期一', 'Monday'),
  t('星期二', 'Tuesday'),
  t('星期三', 'Wednesday'),
  t('星期四', 'Thursday'),
  t('星期五', 'Friday'),
  t('星期六', 'Saturday'),
]

/** '2025-09-15' → 9 月 15 日 / 15 Sep; with the year when `withYear`. */
export function dayWords(day: string, withYear = false): Text {
  const parts = partsOf(day)
  if (!parts) return t(day, day)
  const [year, month, date] = parts
  const name = months[month - 1] ?? ''
  return withYear
    ? t(`${year} 年 ${month} 月 ${date} 日`, `${date} ${name} ${year}`)
    : t(`${month} 月 ${date} 日`, `${date} ${name}`)
}

/** 星期一 / Monday, by Sakamoto's congruence. */
export function weekdayWords(day: string): Text {
  const parts = partsOf(day)
  if (!parts) return t('', '')
  return weekdays[weekdayOf(...parts)] ?? t('', '')
}

/** 0 = Sunday. */
export function weekdayOf(year: number, month: number, date: number): number {
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0
  const y = month < 3 ? year - 1 : year
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + date) % 7
}

export type ReadDay = { day: string } | { month: string } | { problem: Text }

/**
 * Understands what people type: 2025-9-15, 2025.9.15, 2025/9/15, 20250915, 2025年9月15日 → a day;
 * 1963.7, 1963年7月, 196307 → a month. Anything else names what was typed and the remedy.
 */
export function readDay(typed: string): ReadDay {
  const text = halfWidth(typed.trim())
  const found = dayForms.map((form) => form.exec(text)).find((match) => match !== null)
  if (!found) return { problem: unreadable(typed) }
  const [, year = '', month = '', date] = found
  if (Number(month) < 1 || Number(month) > 12)
    return {
      problem: t(
        `没有 ${Number(month)} 月：“${typed}”。请改成 1 至 12 月。`,
        `There is no month ${Number(month)}: “${typed}”. Use 1 to 12.`,
      ),
    }
  if (date === undefined) return { month: `${year}-${month.padStart(2, '0')}` }
  const last = daysIn(Number(year), Number(month))
  if (Number(date) < 1 || Number(date) > last) {
    return {
      problem: t(
        `${year} 年 ${Number(month)} 月只有 ${last} 天：“${typed}”。请对照证件填。`,
        `${months[Number(month) - 1]} ${year} has only ${last} days: “${typed}”. Check the paper.`,
      ),
    }
  }
  return { day: `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` }
}

/** Days of a month; leap years by the Gregorian rule. */
export function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

const dayForms = [
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})(\d{2})$/,
  /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/,
  /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?$/,
]

function unreadable(typed: string): Text {
  return t(
    `日期看不懂：“${typed}”。可以写成 2025-09-15 或 2025.9.15。`,
    `The date cannot be read: “${typed}”. Write 2025-09-15 or 2025.9.15.`,
  )
}

function halfWidth(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．。]/g, '.')
}

function partsOf(day: string): [number, number, number] | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day)
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : undefined
}
