// Yuan as an office writes it: thousands, two decimals, a real minus. 元 stands in the head, not in each cell.
import { t, useLocale, useText } from '../app/text.tsx'
import { StateMark } from './state-mark.tsx'

type MoneyTextProps = {
  /** Yuan as the wire gives it: "12345.60". Absent is unknown, never 0. */
  yuan: string | null | undefined
  /** Writes 元 (¥ in English) beside it, for sums outside of tables. */
  unit?: boolean
  strong?: boolean
  /** In grey when nothing: for a column of mostly zeros. */
  quietZero?: boolean
}

/** `<MoneyText yuan="-60900.00" />` shows −60,900.00 */
export function MoneyText({ yuan, unit, strong, quietZero }: MoneyTextProps) {
  const locale = useLocale()
  if (yuan === null || yuan === undefined) return <StateMark mark="unknown" />
  const text = moneyText(yuan)
  const quiet = quietZero && /^0\.00$/.test(text)
  const style = {
    fontWeight: strong ? 600 : undefined,
    color: quiet ? 'var(--ink3)' : undefined,
    whiteSpace: 'nowrap',
  } as const
  return <span style={style}>{unit ? withUnit(text, locale) : text}</span>
}

/** Up or down against before: 黛 ▲ and 赭 ▽, never red and green. */
export function MoneyChange({ yuan }: { yuan: string }) {
  const say = useText()
  const text = moneyText(yuan)
  if (text === '0.00') return <StateMark mark="same" word={t('不变', 'Unchanged')} />
  const more = !text.startsWith('−')
  return (
    <span className="nowrap">
      <StateMark
        mark={more ? 'up' : 'down'}
        word={`${say(more ? t('增加', 'More') : t('减少', 'Less'))} ${text.replace('−', '')}`}
      />
    </span>
  )
}

/** "12345.6" → "12,345.60"; "-3" → "−3.00". Works on the text: no float ever touches money. */
export function moneyText(yuan: string): string {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(yuan.trim())
  if (!match) return yuan
  const [, minus = '', whole = '0', part = ''] = match
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${minus ? '−' : ''}${thousands}.${part.padEnd(2, '0')}`
}

function withUnit(text: string, locale: 'zh' | 'en'): string {
  return locale === 'zh' ? `${text} 元` : text.replace(/^(−?)/, '$1¥')
}
