// Amounts of the laboratory in words: yuan with thousands, else the number; more and less by words, not by sign alone.
import { type Text, t } from '../../../app/text.tsx'
import { moneyText } from '../../../parts/money-text.tsx'

export type Amount = string | number | null

/** `1,234.00`, `12`, 不详. */
export function amountText(amount: Amount): Text {
  if (amount === null) return t('不详', 'not known')
  const text =
    typeof amount === 'string' ? moneyText(amount) : amount.toLocaleString('en-US').replace('-', '−')
  return t(text, text)
}

/** With 元 where it is money. */
export function withUnit(amount: Amount, kind: string): Text {
  const text = amountText(amount)
  return kind === 'money' && amount !== null ? t(`${text.zh} 元`, `¥${text.en}`) : text
}

export function numberOf(amount: Amount): number | null {
  return amount === null ? null : Number(amount)
}

/** 比现行少 60,900.00 元（1.07%） */
export function differenceWords(difference: Amount, now: Amount, kind: string): Text {
  const by = numberOf(difference)
  if (by === null) return t('与现行相差多少还不能判断', 'the difference is not known')
  if (by === 0) return t('与现行相同', 'the same as now')
  const size = withUnit(typeof difference === 'string' ? difference.replace('-', '') : Math.abs(by), kind)
  const base = numberOf(now)
  const share = base ? `（${((Math.abs(by) / base) * 100).toFixed(2)}%）` : ''
  const shareEn = base ? ` (${((Math.abs(by) / base) * 100).toFixed(2)}%)` : ''
  return by > 0
    ? t(`比现行多 ${size.zh}${share}`, `${size.en} more than now${shareEn}`)
    : t(`比现行少 ${size.zh}${share}`, `${size.en} less than now${shareEn}`)
}

export function people(count: number): Text {
  const text = count.toLocaleString('en-US')
  return t(`${text} 人`, text)
}
