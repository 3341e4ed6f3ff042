// Filters as they stand in the address: `sex.eq.female~area.within.990101103`, and as words.
import type { FieldMeta, RegisterMeta } from '../../app/meta.ts'
import { type Text, t } from '../../app/text.tsx'
import { fieldNamed } from './use-register.ts'

const ops = [
  'eq',
  'ne',
  'lt',
  'le',
  'gt',
  'ge',
  'in',
  'within',
  'contains',
  'starts',
  'unknown',
  'known',
  'laterOrNone',
  'byOrNone',
] as const
export type Op = (typeof ops)[number]
export type Condition = { field: string; op: Op; value?: string | number | boolean }

export function isOp(text: string): text is Op {
  return ops.some((op) => op === text)
}

const words: Record<string, Text> = {
  eq: t('是', 'is'),
  ne: t('不是', 'is not'),
  lt: t('小于', 'below'),
  le: t('不超过', 'at most'),
  gt: t('大于', 'above'),
  ge: t('不小于', 'at least'),
  in: t('属于', 'one of'),
  within: t('在', 'in'),
  contains: t('含', 'contains'),
  starts: t('开头是', 'starts with'),
  unknown: t('不详', 'unknown'),
  known: t('有记录', 'known'),
  laterOrNone: t('晚于或没有', 'later than, or none by'),
  byOrNone: t('不晚于或没有', 'not later than, or none by'),
}
const dayWords: Record<string, Text> = {
  lt: t('早于', 'before'),
  le: t('不晚于', 'not after'),
  gt: t('晚于', 'after'),
  ge: t('不早于', 'not before'),
}

export function operatorWord(op: string, field: FieldMeta): Text {
  const early = field.kind === 'day' || field.kind === 'month' ? dayWords[op] : undefined
  return early ?? words[op] ?? t(op, op)
}

/** Operators without a value. */
export function isBare(op: string): boolean {
  return op === 'known' || op === 'unknown'
}

/** Pure: reads the address; what names no field or operator of the register is left out. */
export function readConditions(text: string | undefined, register: RegisterMeta): Condition[] {
  if (!text) return []
  return text.split('~').flatMap((part) => {
    const [name = '', op = '', ...rest] = part.split('.')
    const field = fieldNamed(register, name)
    if (!isOp(op) || !field?.operators?.includes(op)) return []
    if (isBare(op)) return [{ field: name, op }]
    const value = decodePart(rest.join('.'))
    return value === '' ? [] : [{ field: name, op, value: typed(value, field) }]
  })
}

function decodePart(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // typed by hand with a lone %
  }
}

function typed(value: string, field: FieldMeta): string | number | boolean {
  if (field.kind === 'boolean') return value === 'true'
  if (field.kind === 'reference') return Number(value)
  return value
}

/** Pure: the inverse of `readConditions`. */
export function writeConditions(conditions: readonly Condition[]): string | undefined {
  const parts = conditions.map(({ field, op, value }) =>
    value === undefined
      ? `${field}.${op}`
      : `${field}.${op}.${encodeURIComponent(String(value)).replaceAll('~', '%7E')}`,
  )
  return parts.length > 0 ? parts.join('~') : undefined
}

/** The value of a condition in words. Places and references are named by who shows them. */
export function valueWord(
  field: FieldMeta,
  value: Condition['value'],
  areaName: (code: string) => string,
): Text | string {
  if (field.kind === 'area') return areaName(String(value))
  if (typeof value === 'boolean') return value ? t('是', 'yes') : t('否', 'no')
  return field.options?.find((option) => option.code === value)?.label ?? String(value ?? '')
}
