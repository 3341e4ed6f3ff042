/** Facts of many subjects as one JSON value, and the relation that makes columns of it. */
import type { Tree } from '../node.ts'
import type { Facts, ParameterRow } from '../types.ts'
import type { SqlColumns } from './to-sql.ts'
import { parameterJson } from './to-sql.ts'
import type { SqlJson } from './values.ts'
import { fromJson, quote, readingJson } from './values.ts'

export type FactRow = {
  readonly id: number
  readonly facts: Facts
  /** Rows of the parameters that the subject's own papers fix. */
  readonly own?: Readonly<Record<string, readonly ParameterRow[]>>
  /** The day of lookup, where the caller names it. */
  readonly on?: string
}

/** One subject as the relation reads it. */
export function factRow(tree: Tree, { id, facts, own = {}, on }: FactRow): SqlJson {
  const readings = Object.entries(tree.facts).flatMap(([name, { type }]) => {
    const reading = facts[name]
    return reading ? [[name, readingJson(reading, type)] as const] : []
  })
  const fixed = Object.entries(own).flatMap(([name, rows]) => {
    const declared = tree.parameters[name]
    return declared ? [[name, parameterJson(rows, declared.type)] as const] : []
  })
  return { id, f: Object.fromEntries(readings), p: Object.fromEntries(fixed), on: on ?? null }
}

/**
 * The relation `name` of the rows in the JSON array `json` (`$1::jsonb`): text to stand after `with`, and its columns.
 * `on`: the rows name the day of lookup.
 */
export function factRelation(
  tree: Tree,
  { name, json, on = false }: { name: string; json: string; on?: boolean },
): { text: string; columns: SqlColumns } {
  const facts = Object.entries(tree.facts).map(([fact, { type }], i) => {
    const given = `(x.item -> 'f' -> ${quote(fact)})`
    const value = fromJson(`nullif(${given} -> 1, 'null'::jsonb)`, type)
    const text = `coalesce((${given} ->> 0)::int, 2) as f${i}_state, ${value} as f${i}_value`
    return { fact, text, column: { state: `f${i}_state`, value: `f${i}_value` } }
  })
  const own = Object.keys(tree.parameters).map((key, i) => ({
    key,
    text: `(x.item -> 'p' -> ${quote(key)}) as p${i}`,
    column: `p${i}`,
  }))
  const day = `(x.item ->> 'on')::date as on_day`
  const outputs = [
    `(x.item ->> 'id')::bigint as id`,
    day,
    ...facts.map((f) => f.text),
    ...own.map((p) => p.text),
  ]
  return {
    text: `${name} as (select ${outputs.join(', ')} from jsonb_array_elements(${json}) x(item))`,
    columns: {
      relation: name,
      keep: ['id'],
      facts: Object.fromEntries(facts.map(({ fact, column }) => [fact, column])),
      own: Object.fromEntries(own.map(({ key, column }) => [key, column])),
      ...(on ? { on: 'on_day' } : {}),
    },
  }
}
