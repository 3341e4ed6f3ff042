/** Which records of a list came, or are no longer there, in words. */
import type { FactOrigins, ValueType } from '#expression'
import { decode, readingText } from '#expression'
import type { Text } from '#kernel'
import { t } from '#kernel'
import { sortedJson } from './hash.ts'
import type { Change } from './why-differs.ts'

type ListType = Extract<ValueType, { kind: 'list' }>
type Given = {
  name: string
  label: Text
  type: ListType
  old: unknown
  now: unknown
  origins: FactOrigins
}

const nothing = t('没有', 'none')

/** A changed record is one that went and one that came. */
export function recordsChanged({ name, label, type, old, now, origins }: Given): Change[] {
  const [before, after] = [recordsOf(old), recordsOf(now)]
  const gone = before.filter((one) => !after.some((other) => sortedJson(other) === sortedJson(one)))
  const came = after.flatMap((one, at) =>
    before.some((other) => sortedJson(other) === sortedJson(one)) ? [] : [{ one, at }],
  )
  const source = origins[name]?.label ?? null
  const count = Math.max(gone.length, came.length)
  return Array.from({ length: count }, (_, i): Change => {
    const [left, right] = [gone[i], came[i]]
    return {
      kind: 'fact',
      label,
      before: left === undefined ? nothing : recordWords(left, type),
      after: right === undefined ? nothing : recordWords(right.one, type),
      source,
      knownOn: right === undefined ? null : (knownOn(name, right.at, type, origins) ?? null),
    }
  })
}

function recordsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value : []
}

/** `就业形式 单位就业，入职日 2025-07-07，离职日 不适用`. */
function recordWords(record: Readonly<Record<string, unknown>>, type: ListType): Text {
  const parts = Object.entries(type.fields).flatMap(([field, { type: of, label }]) => {
    const reading = decode(record[field], of, { path: '', label })
    const value = readingText(reading, of)
    return reading.state === 'na' ? [] : [t(`${label.zh} ${value.zh}`, `${label.en} ${value.en}`)]
  })
  return t(parts.map((one) => one.zh).join('，'), parts.map((one) => one.en).join(', '))
}

function knownOn(name: string, at: number, type: ListType, origins: FactOrigins): string | undefined {
  const days = Object.keys(type.fields).flatMap((field) => origins[`${name}[${at}].${field}`]?.asOf ?? [])
  return days.sort().at(-1)
}
