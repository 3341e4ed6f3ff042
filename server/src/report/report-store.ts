/** SQL of the reports: grouped aggregates and the rows behind a cell, under the reader's own scope. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform'
import type { Report } from './table/define.ts'
import type { Key } from './table/dimension.ts'
import type { Cut, Group } from './table/tabulate.ts'

const listed = (parts: readonly RawBuilder<unknown>[]) => sql.join(parts, sql`, `)

function conditions({ source, where = {} }: Report): RawBuilder<unknown> {
  const parts = Object.entries(where).map(
    ([name, value]) => sql`${sql.ref(source.fields[name]?.column ?? name)} = ${value}`,
  )
  return sql.join([sql.raw(source.live), ...parts], sql` and `)
}

function columnsOf(report: Report, rows: readonly string[]): RawBuilder<unknown>[][] {
  return rows.map((name) => report.dimensions[name]?.columns(report.source) ?? [])
}

/** One row a group of dimension columns, aggregates as text. */
export async function readGroups(tx: Tx, report: Report, cut: Cut): Promise<Group[]> {
  const cells = columnsOf(report, cut.rows)
  const parts = cut.measures.map((name) => report.measures[name]?.parts(report.source) ?? [])
  const named = [...cells.flat(), ...parts.flat()].map((part, at) => sql`${part} as ${sql.ref(`c${at}`)}`)
  const by = cells.flat().length > 0 ? sql`group by ${listed(cells.flat())}` : sql``
  const found = await sql<Record<string, unknown>>`
    select ${listed(named)} from ${sql.table(report.source.table)} where ${conditions(report)} ${by}`.execute(
    tx,
  )
  const widths = [...cells, ...parts].map(({ length }) => length)
  return found.rows.map((row) => {
    const pieces = cutUp(Object.values(row), widths)
    return { cells: pieces.slice(0, cells.length), parts: pieces.slice(cells.length) }
  })
}

function cutUp(values: readonly unknown[], widths: readonly number[]): unknown[][] {
  const ends = widths.map((_, at) => widths.slice(0, at + 1).reduce((a, b) => a + b, 0))
  return ends.map((end, at) => values.slice(end - (widths[at] ?? 0), end))
}

export type BehindRow = { id: number; area: string; title: string }

/** The rows of one cell, at most `limit` of them in id order after `after`. */
export async function readBehind(
  tx: Tx,
  report: Report,
  {
    rows,
    keys,
    after,
    limit,
  }: { rows: readonly string[]; keys: readonly Key[]; after: number; limit: number },
): Promise<BehindRow[]> {
  const cells = columnsOf(report, rows)
  const named = cells.flat().map((part, at) => sql`${part} as ${sql.ref(`c${at}`)}`)
  const head = sql`id, area, ${sql.ref(report.source.title.column)}::text as title`
  const found = await sql<Record<string, unknown>>`
    select ${listed([head, ...named])} from ${sql.table(report.source.table)}
    where ${conditions(report)} and id > ${after} order by id`.execute(tx)
  const widths = cells.map(({ length }) => length)
  const inCell = ({ id: _id, area: _area, title: _title, ...rest }: Record<string, unknown>) =>
    cutUp(Object.values(rest), widths).every(
      (piece, at) =>
        (report.dimensions[rows[at] ?? '']?.key(piece, report.source) ?? null) === (keys[at] ?? null),
    )
  return found.rows
    .filter(inCell)
    .slice(0, limit)
    .map(({ id, area, title }) => ({
      id: Number(id),
      area: String(area),
      title: String(title ?? ''),
    }))
}

/** Names of areas, for keys that are codes. */
export async function areaNames(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map()
  const found = await sql<{ code: string; name: string }>`
    select code, name from area where code = any(${codes}) and deleted_at is null`.execute(tx)
  return new Map(found.rows.map(({ code, name }) => [code, name]))
}

/** Titles of rows that are references: the referred register's own title. */
export async function titlesOf(
  tx: Tx,
  table: string,
  column: string,
  ids: readonly number[],
): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ id: number; title: string }>`
    select id, ${sql.ref(column)}::text as title from ${sql.table(table)} where id = any(${ids})`.execute(tx)
  return new Map(found.rows.map(({ id, title }) => [String(id), title]))
}
