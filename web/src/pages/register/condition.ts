// Filters as they stand in the address: `sex.eq.female~area.within.990101103`, and as words. One in another is written inside it,
// encoded: `not.of.…`, `any.of.….…`, `household.where.…` (the row that it points to), `person.some.household.…` (a row that points here).
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
export type PlainCondition = {
  field: string
  op: Op
  value?: string | number | boolean | (string | number)[] | undefined
}
export type Condition =
  | PlainCondition
  | { any: readonly (readonly Condition[])[] }
  | { not: readonly Condition[] }
  | { field: string; where: readonly Condition[] }
  | { some: string; by: string; where: readonly Condition[] }

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

/** A condition on a field of the row itself. */
export function isPlain(one: Condition): one is PlainCondition {
  return 'op' in one
}

/** Operators without a value. */
export function isBare(op: string): boolean {
  return op === 'known' || op === 'unknown'
}

/** Pure: reads the address; what names no field or operator of the register (and of those it asks) is left out. */
export function readConditions(
  text: string | undefined,
  register: RegisterMeta,
  registers: readonly RegisterMeta[] = [],
): Condition[] {
  if (!text) return []
  return text.split('~').flatMap((part) => {
    const [name = '', op = '', ...rest] = part.split('.')
    if (op === 'of' || op === 'where' || op === 'some') return inner(register, registers, { name, op, rest })
    const field = fieldNamed(register, name)
    if (!isOp(op) || !field?.operators?.includes(op)) return []
    if (isBare(op)) return [{ field: name, op }]
    const value = decodePart(rest.join('.'))
    return value === '' ? [] : [{ field: name, op, value: typed(value, field) }]
  })
}

type Written = { name: string; op: 'of' | 'where' | 'some'; rest: readonly string[] }

/** A group of which a part is not understood would say something else: then the whole is left out. */
function inner(
  register: RegisterMeta,
  registers: readonly RegisterMeta[],
  { name, op, rest }: Written,
): Condition[] {
  const other = op === 'of' ? register : linkedRegister(register, registers, { name, op, by: rest[0] ?? '' })
  if (!other) return []
  const texts = (op === 'some' ? rest.slice(1) : rest).map(decodePart)
  const groups = texts.map((text) => readConditions(text, other, registers))
  const whole = groups.every((group, i) => group.length === (texts[i] ? texts[i].split('~').length : 0))
  const [first = []] = groups
  if (!whole || (op === 'of' && groups.some((group) => group.length === 0))) return []
  if (op === 'where') return [{ field: name, where: first }]
  if (op === 'some') return [{ some: name, by: rest[0] ?? '', where: first }]
  return name === 'any' ? [{ any: groups }] : name === 'not' ? [{ not: first }] : []
}

type Linking = { name: string; op: 'where' | 'some'; by: string }

/** The register that a condition asks beside this one; none where they are not linked so. */
function linkedRegister(
  register: RegisterMeta,
  registers: readonly RegisterMeta[],
  { name, op, by }: Linking,
): RegisterMeta | undefined {
  if (op === 'where') return registers.find((one) => one.name === fieldNamed(register, name)?.register)
  const other = registers.find((one) => one.name === name)
  return other && fieldNamed(other, by)?.register === register.name ? other : undefined
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

/** Pure: the inverse of `readConditions`. A list of values is for programs and has no place in an address. */
export function writeConditions(conditions: readonly Condition[]): string | undefined {
  return conditions.length > 0 ? conditions.map(written).join('~') : undefined
}

function written(one: Condition): string {
  const inside = (group: readonly Condition[]) =>
    encodePart(writeConditions(group) ?? '').replaceAll('.', '%2E')
  if ('any' in one) return `any.of.${one.any.map(inside).join('.')}`
  if ('not' in one) return `not.of.${inside(one.not)}`
  if ('some' in one) return `${one.some}.some.${one.by}.${inside(one.where)}`
  if ('where' in one) return `${one.field}.where.${inside(one.where)}`
  const { field, op, value } = one
  return value === undefined ? `${field}.${op}` : `${field}.${op}.${encodePart(String(value))}`
}

function encodePart(text: string): string {
  return encodeURIComponent(text).replaceAll('~', '%7E')
}

/** The value of a condition in words. Places and references are named by who shows them. */
export function valueWord(
  field: FieldMeta,
  value: PlainCondition['value'],
  areaName: (code: string) => string,
): Text | string {
  if (field.kind === 'area') return areaName(String(value))
  if (typeof value === 'boolean') return value ? t('是', 'yes') : t('否', 'no')
  return field.options?.find((option) => option.code === value)?.label ?? String(value ?? '')
}
