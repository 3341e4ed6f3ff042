// A value of the wire as an office writes it. Words only; nothing is computed.
import { type Text, t } from '../../app/text.tsx'
import { moneyText } from '../../parts/money-text.tsx'
import type { FactMeta } from './policy-types.ts'

type Kind = Pick<FactMeta, 'kind' | 'options' | 'unit'>

const units: Record<string, Text> = {
  mu: t('亩', 'mu'),
  m2: t('平方米', 'm²'),
  jin: t('斤', 'jin'),
  kWh: t('度', 'kWh'),
}

/** `240.00 元`, `16 周岁`, `甲类`, `不适用`; what nobody has given is 不详. */
export function valueText(value: unknown, kind: Kind): Text {
  if (value === null || value === undefined) return t('不详', 'not known')
  if (isNotApplicable(value)) return t('不适用', 'not applicable')
  if (Array.isArray(value)) return t(`${value.length} 条`, `${value.length} records`)
  return (writers[kind.kind] ?? plain)(value, kind)
}

type Writer = (value: unknown, kind: Kind) => Text

const plain: Writer = (value) =>
  typeof value === 'object'
    ? t(JSON.stringify(value), JSON.stringify(value))
    : t(String(value), String(value))

const writers: Record<string, Writer | undefined> = {
  money: (value) => t(`${moneyText(String(value))} 元`, `${moneyText(String(value))} yuan`),
  percent: (value) => t(`${value}%`, `${value}%`),
  years: (value) => t(`${value} 周岁`, `${value} years`),
  months: (value) => t(`${value} 个月`, `${value} months`),
  boolean: (value) => (value === true ? t('是', 'yes') : t('否', 'no')),
  choice: (value, kind) => kind.options?.[String(value)] ?? plain(value, kind),
  quantity: (value, kind) => {
    const unit = unitText(kind.unit)
    const amount = typeof value === 'object' && value && 'value' in value ? value.value : value
    return t(`${amount} ${unit.zh}`, `${amount} ${unit.en}`)
  },
}

export function unitText(unit: string | undefined): Text {
  return units[unit ?? ''] ?? t(unit ?? '', unit ?? '')
}

export function isNotApplicable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'applicable' in value && value.applicable === false
}
