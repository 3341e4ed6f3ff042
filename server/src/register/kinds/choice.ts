/** One of a declared set: stored by its code, read by code or by its word in either language. */
import { z } from 'zod'
import type { Text } from '#kernel'
import { t } from '#kernel'
import { compareText, readCell } from './cell.ts'
import type { Cell, Field, FieldOptions, Kind, Parsed, RequiredOf } from './kind.ts'

export const choiceKind: Kind<string> = {
  name: 'choice',
  checks: () => true,
  fault: (field) => (codes(field).length === 0 ? 'has no options' : null),
  operators: ['eq', 'ne', 'in', 'unknown', 'known'],
  columns: (field) => [
    {
      suffix: '',
      type: 'text',
      check: (column) =>
        `${column} in (${codes(field)
          .map((c) => `'${c}'`)
          .join(', ')})`,
    },
  ],
  encode: (value) => [value],
  decode: ([cell]) => (cell as string | null) ?? null,
  schema: (field) => z.enum(codes(field) as [string, ...string[]]),
  toWire: (value) => value,
  parse: (cell, field) => parseChoice(cell, field),
  format: (value, field, locale) => field.options?.[value]?.[locale] ?? value,
  compare: compareText,
  excel: () => ({ width: 12, format: '@', number: false }),
  toCell: (value, field) => field.options?.[value]?.zh ?? value,
  fact: (field) => ({ kind: 'choice', options: codes(field) }),
}

function codes(field: Field<string>): string[] {
  return Object.keys(field.options ?? {})
}

function parseChoice(cell: Cell, field: Field<string>): Parsed<string> {
  const direct = findOption(String(cell ?? '').trim(), field) // 无 may be one of the words
  if (direct) return { ok: true, value: direct }
  return readCell(cell, (text) => {
    const found = findOption(text, field)
    return found ? { ok: true, value: found } : { ok: false, text: noSuch(text, field) }
  })
}

function findOption(text: string, field: Field<string>): string | undefined {
  if (text === '') return undefined
  return Object.entries(field.options ?? {}).find(([code, label]) => code === text || says(label, text))?.[0]
}

/** `男` says `男性`; `农业` says `农业户口`; the word must be whole or end with a general noun. */
function says(label: Text, text: string): boolean {
  const bare = text.replace(/(?:性|户口|人员)$/, '')
  return (
    label.zh === text ||
    label.zh === bare ||
    label.zh.replace(/(?:性|户口|人员)$/, '') === bare ||
    label.en.toLowerCase() === text.toLowerCase()
  )
}

function noSuch(text: string, field: Field<string>): Text {
  const words = Object.values(field.options ?? {})
  return t(
    `没有“${text}”这一项。可填：${words.map((w) => w.zh).join('、')}。`,
    `There is no choice "${text}". It can be: ${words.map((w) => w.en).join(', ')}.`,
  )
}

export function choice<const M extends Readonly<Record<string, Text>>, const O extends FieldOptions>(
  options: O & { options: M; default?: keyof M & string },
): Field<keyof M & string, RequiredOf<O>> {
  // `as`: the kind reads any text; the declaration narrows it to its own codes.
  return {
    ...options,
    required: (options.required ?? false) as RequiredOf<O>,
    kind: choiceKind as unknown as Kind<keyof M & string>,
  }
}
