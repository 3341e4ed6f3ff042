/** One subject out of columns: what its evaluation one by one, and a look at its reasons, start from. */
import type { Tree } from '../node.ts'
import { known, na, unknown, yes } from '../reading.ts'
import type { Facts, FieldTypes, ParameterReading, Parameters, Reading, ValueType } from '../types.ts'
import { encode } from '../wire.ts'
import { valueIn } from './cell.ts'
import type { Column, Columns, ListColumn } from './column.ts'
import { isListColumn, states } from './column.ts'
import type { Words } from './words.ts'

/** The facts of subject i as readings; names of unknown ones as `decodeFacts` gives them. */
export function factsAt({ facts, words }: Columns, tree: Pick<Tree, 'facts'>, i: number): Facts {
  const entries = Object.entries(tree.facts).map(([name, { type }]) => {
    const column = facts[name]
    if (!column) return [name, unknown([name])]
    if (isListColumn(column)) return [name, listAt(column, { type, words, path: name }, i)]
    return [name, cellAt(column, { type, words, path: name }, i)]
  })
  return Object.fromEntries(entries)
}

type Given = { readonly type: ValueType; readonly words: Words; readonly path: string }

function cellAt(column: Column, { type, words, path }: Given, i: number): Reading {
  const state = column.states?.[i] ?? states.known
  if (state === states.notApplicable) return na
  if (state === states.unknown) return unknown([path])
  if (state === states.problem) return column.findings?.get(i) ?? { state: 'problem', findings: [] }
  return known(valueIn({ value: column.values[i] as number, den: column.dens?.[i] ?? 1 }, type, words))
}

function listAt(column: ListColumn, given: Given, i: number): Reading {
  const broken = column.broken?.get(i)
  if (broken) return known(broken)
  const state = column.states?.[i] ?? states.known
  if (state === states.notApplicable) return na
  if (state === states.unknown) return unknown([given.path])
  if (state === states.problem) return column.findings?.get(i) ?? { state: 'problem', findings: [] }
  const [first, end] = [column.offsets[i] as number, column.offsets[i + 1] as number]
  const types = given.type.kind === 'list' ? given.type.fields : {}
  const elements = Array.from({ length: end - first }, (_, j) => ({
    record: { fields: fieldsAt(column, types, { ...given, path: `${given.path}[${j}].` }, first + j) },
    present: yes,
  }))
  return known({ elements })
}

function fieldsAt(column: ListColumn, types: FieldTypes, { words, path }: Given, at: number): Facts {
  const entries = Object.entries(types).map(([name, { type }]) => {
    const field = column.fields[name]
    const own = `${path}${name}`
    return [name, field ? cellAt(field, { type, words, path: own }, at) : unknown([own])]
  })
  return Object.fromEntries(entries)
}

/** The parameters of a span with the subject's own values before them. */
export function ownParameters(
  columns: Columns,
  tree: Pick<Tree, 'parameters'>,
  parameters: Parameters,
  i: number,
): Parameters {
  const own = Object.entries(columns.parameters ?? {}).flatMap(
    ([key, column]): [string, ParameterReading][] => {
      if ((column.states?.[i] ?? 0) !== states.known) return []
      const type = tree.parameters[key]?.type as ValueType
      const value = valueIn(
        { value: column.values[i] as number, den: column.dens?.[i] ?? 1 },
        type,
        columns.words,
      )
      return [[key, { state: 'known', rows: [{ keys: {}, value }], from: '', wire: encode(value, type) }]]
    },
  )
  return own.length === 0 ? parameters : { ...parameters, ...Object.fromEntries(own) }
}
