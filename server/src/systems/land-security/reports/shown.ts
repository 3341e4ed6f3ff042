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

function fenOf(yuan: string): Fen {
  return parseYuan(yuan)
}
