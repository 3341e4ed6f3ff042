/** Days as running text writes them: 9 月 15 日. */
import type { Day, Text } from '#kernel'
import { civil, t } from '#kernel'

export function dayText(on: Day): Text {
  const { month, day } = civil(on)
  return t(`${month} 月 ${day} 日`, `${on}`)
}

export function fullDayText(on: Day): Text {
  const { year, month, day } = civil(on)
  return t(`${year} 年 ${month} 月 ${day} 日`, `${on}`)
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 第一批, 第十二批. */
export function batchText(n: number): Text {
  const tens = Math.floor(n / 10)
  const ones = n % 10
  const zh = n < 10 ? digits[n] : `${tens > 1 ? digits[tens] : ''}十${ones > 0 ? digits[ones] : ''}`
  return t(n < 100 ? `第${zh}批` : `第 ${n} 批`, `batch ${n}`)
}
