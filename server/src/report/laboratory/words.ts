/** Values of parameters and amounts as the memo and the workbook write them. */
import type { Text } from '#kernel'
import { formatYuan, parseYuan, say } from '#kernel'
import { decode, formatValue, type Policy, typeOf } from '#policy'

/** `900.00`, `60 岁`; the rows of a table one after another; what nobody has set is 未定. */
export function valueWords(policy: Policy, key: string, wire: unknown): string {
  const declared = policy.tree.parameters[key]
  if (!declared || wire === null || wire === undefined) return '未定'
  if (declared.keys.length === 0) return one(declared, wire)
  if (!Array.isArray(wire)) return JSON.stringify(wire)
  const rows = wire as readonly Readonly<Record<string, unknown>>[]
  return rows
    .map(
      (row) =>
        `${declared.keys.map(({ name }) => String(row[name] ?? '')).join(' ')} ${one(declared, row.value)}`,
    )
    .join('；')
}

type Declared = Policy['tree']['facts'][string]

function one({ type, label }: Declared, wire: unknown): string {
  const reading = decode(wire, type, { path: '', label })
  if (reading.state === 'na') return '不适用'
  return reading.state === 'known' ? say(formatValue(reading.value, type), 'zh') : String(wire)
}

/** A fact of an example as people read it. */
export function factWords(policy: Policy, name: string, wire: unknown): string {
  const fact = policy.tree.facts[name]
  return fact && wire !== null && wire !== undefined ? one(fact, wire) : String(wire ?? '不详')
}

/** A result of an example: its name and a value as people read it; a status or a check stays as it is written. */
export function resultWords(policy: Policy, name: string, wire: unknown): string {
  const result = policy.tree.results[name]
  if (!result || wire === undefined) return String(wire ?? '不详')
  if (wire === null) return '不详'
  const reading = decode(wire, typeOf(result.node), { path: '', label: result.label })
  if (reading.state === 'na') return '不适用'
  return reading.state === 'known' ? say(formatValue(reading.value, typeOf(result.node)), 'zh') : String(wire)
}

/** Amounts of the wire: yuan with thousands, else the number. */
export function amountWords(wire: string | number | null): string {
  if (wire === null) return '不详'
  return typeof wire === 'string' ? formatYuan(parseYuan(wire)).replace('-', '−') : String(wire)
}

/** How a difference reads in a sentence: 多 1,000.00 元, 少 60,900.00 元, 不变. */
export function differenceWords(wire: string | number | null, unit: string): string {
  if (wire === null) return '相差多少还不能判断'
  const amount = amountWords(wire)
  if (/^0(\.00)?$/.test(amount)) return '与现行相同'
  return amount.startsWith('−') ? `比现行少 ${amount.slice(1)}${unit}` : `比现行多 ${amount}${unit}`
}

export function unitOf(kind: string): Text {
  return kind === 'money' ? { zh: '元', en: 'yuan' } : { zh: '', en: '' }
}
