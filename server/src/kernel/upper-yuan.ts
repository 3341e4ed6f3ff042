/** Amounts in Chinese capitals, as 《支付结算办法》 附一《正确填写票据和结算凭证的基本规定》 writes them. */
import type { Fen } from './fen.ts'

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']

/**
 * The amount in capitals: 贰佰伍拾万元整. 整 stands after 元 only (the rule leaves it open after 角 and forbids it after 分);
 * where the rule allows two forms, the first of its examples is taken: 1,680.32 is 壹仟陆佰捌拾元零叁角贰分.
 */
export function upperYuan(amount: Fen): string {
  const size = Math.abs(amount)
  const cents = size % 100
  const yuan = (size - cents) / 100
  const minus = amount < 0 ? '负' : ''
  if (cents === 0) return `${minus}${whole(yuan) || '零'}元整`
  return `${minus}${yuan > 0 ? `${whole(yuan)}元` : ''}${small(yuan, cents)}`
}

function small(yuan: number, cents: number): string {
  const jiao = Math.floor(cents / 10)
  const rest = cents % 10
  const gap = yuan > 0 && (jiao === 0 || yuan % 10 === 0) ? '零' : ''
  return gap + (jiao > 0 ? `${digits[jiao]}角` : '') + (rest > 0 ? `${digits[rest]}分` : '')
}

/** A whole number in capitals; '' for 0. Groups of 万 and 亿 nest: 万亿 is written 万…亿. */
function whole(n: number): string {
  if (n >= 1e8) return group(n, 1e8, '亿')
  if (n >= 1e4) return group(n, 1e4, '万')
  let text = ''
  for (let place = 3, left = n; place >= 0; place--) {
    const unit = 10 ** place
    const digit = Math.floor(left / unit)
    left %= unit
    if (digit > 0) text += digits[digit] + (places[place] ?? '')
    else if (text !== '' && left > 0 && !text.endsWith('零')) text += '零'
  }
  return text
}

/** A gap of at least one digit below the group is said as one 零. */
function group(n: number, unit: number, name: string): string {
  const low = n % unit
  const gap = low > 0 && low < unit / 10 ? '零' : ''
  return `${whole((n - low) / unit)}${name}${gap}${whole(low)}`
}
