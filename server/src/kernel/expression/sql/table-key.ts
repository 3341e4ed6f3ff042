/** Keys of a table in SQL, as `values/key.ts` reads them: amounts compare as amounts, all else as text. */
import type { TableKey, ValueType } from '../types.ts'
import { isAmount, isWhole } from '../values/table.ts'
import { fraction, quote, sqlType } from './values.ts'

type Key = { readonly type: ValueType; readonly match: TableKey['match'] }

/** Whether a row's key (`cell`, text) fits the subject's, and the order of rows of which several fit. */
export function keyCell(cell: string, key: string, { type, match }: Key): { fits: string; rank: string } {
  if (!isAmount(type)) {
    const text = `${cell} collate "C"`
    return {
      fits: match === 'exact' ? `${text} = ${key}` : `${text} <= ${key} collate "C"`,
      rank: `${text} desc`,
    }
  }
  const [n, d] = amountOf(cell, type)
  const [left, right] = [
    `${n} * split_part(${key}, '/', 2)::numeric`,
    `split_part(${key}, '/', 1)::numeric * ${d}`,
  ]
  return {
    fits: match === 'exact' ? `${left} = ${right}` : `(${cell} = '' or ${left} <= ${right})`,
    rank: `div(${n} * 1e40, ${d}) desc nulls last`,
  }
}

/** The subject's key as text: an amount as its numerator and denominator. */
export function keyText(value: string, type: ValueType): string {
  if (isAmount(type)) {
    const [n, d] = fraction(value, type)
    return `${n}::text || '/' || ${d}::text`
  }
  if (sqlType(type) === 'date') return `to_char(${value}, 'YYYY-MM-DD')`
  return sqlType(type) === 'boolean' ? `(case when ${value} then 'true' else 'false' end)` : `${value}::text`
}

const WHOLE = '^-?\\d{1,16}$'
const YUAN = '^-?\\d{1,14}\\.\\d{2}$'
const DECIMAL = '^-?\\d{1,16}(\\.\\d{1,16})?$'
const FRACTION = '^-?\\d{1,16}/0*[1-9]\\d{0,15}$'

/** What a row's key means in the smallest unit of the kind; null where it is no amount of that kind. */
function amountOf(cell: string, type: ValueType): readonly [num: string, den: string] {
  if (isWhole(type)) {
    const [form, unit] = type.kind === 'money' ? [YUAN, 100] : [WHOLE, 1]
    return [`(case when ${cell} ~ ${quote(form)} then ${cell}::numeric * ${unit} end)`, '1::numeric']
  }
  const text = type.kind === 'quantity' ? withoutUnit(cell, type.unit) : cell
  const part = (k: 1 | 2) => `split_part(${text}, '/', ${k})::numeric`
  const n = `(case when ${text} ~ ${quote(DECIMAL)} then ${text}::numeric when ${text} ~ ${quote(FRACTION)} then ${part(1)} end)`
  const d = `(case when ${text} ~ ${quote(FRACTION)} then ${part(2)} else 1::numeric end)`
  return [n, type.kind === 'percent' ? `(${d} * 100)` : d]
}

function withoutUnit(cell: string, unit: string): string {
  const end = ` ${unit}`
  return `(case when right(${cell}, ${end.length}) = ${quote(end)} then left(${cell}, -${end.length}) end)`
}
