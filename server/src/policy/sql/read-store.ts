/** Runs the SQL of a rule over the facts of many subjects: one statement. */
import { CompiledQuery } from 'kysely'
import type { Sql } from '#expression'
import { factRelation, factRow, toSql } from '#expression'
import type { Tx } from '#platform'
import type { Policy } from '../define.ts'
import type { ParameterBook } from '../lookup.ts'
import { datedParameters } from './dated.ts'
import type { Given, Reader, Readings } from './readings.ts'
import { factRowOf } from './readings.ts'

/** The same readings as the oracle's, by PostgreSQL. */
export function bySql(tx: Pick<Tx, 'executeQuery'>): Reader {
  return async (policy, book, given) => {
    const { rows } = await tx.executeQuery<Row>(statement(policy, book, given))
    return new Map(rows.map((row) => [Number(row.id), named(policy, row.readings)]))
  }
}

type Row = { id: string | number; readings: readonly unknown[] }

function named({ tree }: Policy, readings: readonly unknown[]): Readings {
  return Object.fromEntries(Object.keys(tree.results).map((name, i) => [name, readings[i]]))
}

function statement(policy: Policy, book: ParameterBook, given: readonly Given[]): CompiledQuery {
  const { tree } = policy
  const facts = JSON.stringify(given.map((one) => factRow(tree, factRowOf(policy, one))))
  const { text, columns } = factRelation(tree, { name: 'facts', json: '$1::jsonb', on: !tree.on })
  const sql = toSql(tree, columns, { parameters: datedParameters(policy, book), first: 2 })
  return CompiledQuery.raw(
    `with ${text} select q.id, jsonb_build_array(${pairs(sql)}) as readings from (${sql.text}) q`,
    [facts, ...sql.values],
  )
}

function pairs({ results }: Sql): string {
  return Object.values(results)
    .map(({ state, value }) => `jsonb_build_array(q.${state}, to_jsonb(q.${value}))`)
    .join(', ')
}
