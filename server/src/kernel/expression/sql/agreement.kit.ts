/** Runs many trees over many facts in few statements, and says where SQL differs from `evaluate`. */
import type { Facts, Parameters, Reading, Tree } from '../index.ts'
import { evaluate, typeOf } from '../index.ts'
import type { FactRow } from './fact-rows.ts'
import { factRelation, factRow } from './fact-rows.ts'
import type { DatedRows, SqlParameters } from './to-sql.ts'
import { toSql } from './to-sql.ts'
import { readingJson } from './values.ts'

export type Trial = {
  readonly tree: Tree
  readonly facts: readonly Facts[]
  readonly parameters?: Parameters
}
type Statement = { readonly text: string; readonly values: readonly unknown[] }
type Run = (statement: Statement) => Promise<{ rows: readonly unknown[] }>
type Found = { trial: number; id: number; result: string; found: unknown }

export type Disagreement = {
  readonly trial: Trial
  readonly facts: Facts
  readonly result: string
  readonly expected: string
  readonly found: string
}

/** Every result of every trial that SQL reads otherwise. */
export async function disagreements(trials: readonly Trial[], run: Run): Promise<Disagreement[]> {
  const { rows } = await run(statement(trials))
  const found = new Map(
    (rows as Found[]).map((row) => [
      `${row.trial} ${row.id} ${row.result}`,
      JSON.stringify(sortedKeys(row.found)),
    ]),
  )
  return trials.flatMap((trial, at) =>
    trial.facts.flatMap((facts, id) => {
      const { results } = evaluate(trial.tree, facts, trial.parameters ?? {})
      return Object.entries(results).flatMap(([result, reading]) => {
        const expected = written(trial.tree, result, reading)
        const got = found.get(`${at} ${id} ${result}`) ?? 'nothing'
        return expected === got ? [] : [{ trial, facts, result, expected, found: got }]
      })
    }),
  )
}

function written(tree: Tree, result: string, reading: Reading): string {
  const node = (tree.results[result] as Tree['results'][string]).node
  return JSON.stringify(sortedKeys(readingJson(reading, typeOf(node))))
}

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortedKeys(inner)]))
}

function statement(trials: readonly Trial[]): Statement {
  const values: unknown[] = []
  const selects = trials.map(({ tree, facts, parameters }, at) => {
    const rows = facts.map((one, id): FactRow => ({ id, facts: one, on: '2023-06-30' }))
    values.push(JSON.stringify(rows.map((row) => factRow(tree, row))))
    const { text, columns } = factRelation(tree, {
      name: 'facts',
      json: `$${values.length}::jsonb`,
      on: tree.on === undefined,
    })
    const sql = toSql(tree, columns, { parameters: always(parameters ?? {}), first: values.length + 1 })
    values.push(...sql.values)
    const each = Object.entries(sql.results).map(
      ([name, { state, value }]) =>
        `('${name}', jsonb_build_array(q.${state}, case when q.${state} = 0 then to_jsonb(q.${value}) end))`,
    )
    return `(with ${text} select ${at} as trial, q.id, x.result, x.found from (${sql.text}) q cross join lateral (values ${each.join(', ')}) x(result, found))`
  })
  return { text: selects.join(' union all '), values }
}

/** Parameters that hold on every day. */
function always(parameters: Parameters): SqlParameters {
  const entries = Object.entries(parameters).flatMap(([name, reading]): [string, DatedRows[]][] =>
    reading.state === 'known'
      ? [[name, [{ by: 'file', from: '0001-01-01', until: null, rows: reading.rows }]]]
      : [],
  )
  return Object.fromEntries(entries)
}
