/** How papers write amounts: thousands and two decimals; sums by integer fen. */
import { type Fen, formatYuan, parseYuan, sumFen, upperYuan } from '#kernel'

/** "50000.00" → "50,000.00". */
export function shownYuan(yuan: string): string {
  return formatYuan(fenOf(yuan))
}

/** The sum of amounts on the wire, as shown. */
export function shownSum(amounts: readonly string[]): string {
  return formatYuan(sumFen(amounts.map(fenOf)))
}

/** 贰佰伍拾万元整. */
export function inWords(yuan: string): string {
  return upperYuan(fenOf(yuan))
}

/** "2025-09-08" → 2025 年 9 月 8 日, without leading zeros (GB/T 9704). */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year} 年 ${month} 月 ${date} 日`
}

function fenOf(yuan: string): Fen {
  return parseYuan(yuan)
}
