/** What percentages and quantities share: an exact decimal as canonical text, in a numeric column. */
import { z } from 'zod'
import { compareRatio, parseRatio, ratioText } from '#kernel'
import { hasCoveredDigits, readCell, unknownValue } from './cell.ts'
import type { Field, Kind, Parsed } from './kind.ts'
import { isBounded, notANumber, outside, readNumber } from './number-cell.ts'

type Given = {
  name: string
  units: (field: Field<string>) => readonly string[]
  suffix: (field: Field<string>) => string
}

const decimalForm = /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/

/** A kind whose values are exact decimals such as `2.36`. */
export function decimalKind({ name, units, suffix }: Given): Omit<Kind<string>, 'fact'> {
  return {
    name,
    checks: isBounded,
    operators: ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'unknown', 'known'],
    columns: () => [{ suffix: '', type: 'numeric' }],
    encode: (value) => [value],
    decode: ([cell]) => (cell === null || cell === undefined ? null : canonical(String(cell))),
    schema: () => z.string().regex(decimalForm),
    toWire: (value) => value,
    parse: (cell, field) => readCell(cell, (text) => parseDecimal(text, field, units(field))),
    format: (value, field) => value + suffix(field),
    compare: (a, b) => compareRatio(parseRatio(a), parseRatio(b)),
    excel: () => ({ width: 10, format: '0.####', number: true }),
    toCell: (value) => Number(value),
  }
}

function canonical(text: string): string {
  return ratioText(parseRatio(text))
}

function parseDecimal(text: string, field: Field<string>, units: readonly string[]): Parsed<string> {
  if (hasCoveredDigits(text)) return unknownValue(text)
  const value = readNumber(text, units)
  if (!value) return notANumber(text)
  const limit = outside(value, { min: field.min ?? 0, max: field.max })
  if (limit) return { ok: false, text: limit }
  const written = ratioText(value)
  return written.includes('/') ? notANumber(text) : { ok: true, value: written }
}
