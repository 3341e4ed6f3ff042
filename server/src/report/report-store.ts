/** SQL of the reports: grouped aggregates and the rows behind a cell, under the reader's own scope. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform'
import type { Report } from './table/define.ts'
import type { Column, Key } from './table/dimension.ts'
import type { Aggregate } from './table/measure.ts'
import type { Source } from './table/source.ts'
import type { Cut, Group } from './table/tabulate.ts'

const listed = (parts: readonly RawBuilder<unknown>[]) => sql.join(parts, sql`, `)

function conditions({ source, where = {} }: Report): RawBuilder<unknown> {
  const parts = Object.entries(where).map(
    ([name, value]) => sql`${sql.ref(source.fields[name]?.column ?? name)} = ${value}`,
  )
  return sql.join([sql.raw(source.live), ...parts], sql` and `)
}

/** The column of a field; a report that names another is a mistake of its declaration. */
function columnOf(source: Source, field: string): RawBuilder<unknown> {
  const found = source.fields[field]
  if (!found) throw new RangeError(`report source ${source.name} has no field ${field}`)
  return sql.ref(found.column)
}

function grouping(source: Source, column: Column): RawBuilder<unknown> {
  return 'field' in column
    ? sql`${columnOf(source, column.field)}::text`
    : sql`left(area, ${sql.lit(column.areaDigits)})`
}

function columnsOf({ dimensions, source }: Report, rows: readonly string[]): RawBuilder<unknown>[][] {
  return rows.map((name) => (dimensions[name]?.columns ?? []).map((column) => grouping(source, column)))
}

const writers: {
  [K in Aggregate['of']]: (source: Source, part: Extract<Aggregate, { of: K }>) => RawBuilder<unknown>
} = {
  rows: () => sql`count(*)::text`,
  sum: (source, { field, times, known = [] }) => {
    const value = sql`${columnOf(source, field)}::numeric`
    const product = times ? sql`${value} * ${columnOf(source, times)}::numeric` : value
    return sql`sum(${product}) filter (where ${allKnown(source, known)})::text`
  },
  unknown: (source, { fields }) => sql`count(*) filter (where not (${allKnown(source, fields)}))::text`,
}

function allKnown(source: Source, fields: readonly string[]): RawBuilder<unknown> {
  if (fields.length === 0) return sql`true`
  return sql.join(
    fields.map((field) => sql`${columnOf(source, field)} is not null`),
    sql` and `,
  )
}

function aggregate(source: Source, part: Aggregate): RawBuilder<unknown> {
  // the table holds a writer for each kind; TypeScript cannot pair the key with its part
  return writers[part.of](source, part as never)
}

/** One row a group of dimension columns, aggregates as text. */
export async function readGroups(tx: Tx, report: Report, cut: Cut): Promise<Group[]> {
  const cells = columnsOf(report, cut.rows)
  const parts = cut.measures.map((name) =>
    (report.measures[name]?.parts ?? []).map((part) => aggregate(report.source, part)),
  )
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

export type BehindRow = { id: number; area: string }

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
  const found = await sql<Record<string, unknown>>`
    select ${listed([sql`id, area`, ...named])} from ${sql.table(report.source.table)}
    where ${conditions(report)} and id > ${after} order by id`.execute(tx)
  const widths = cells.map(({ length }) => length)
  const inCell = ({ id: _id, area: _area, ...rest }: Record<string, unknown>) =>
    cutUp(Object.values(rest), widths).every(
      (piece, at) =>
        (report.dimensions[rows[at] ?? '']?.key(piece, report.source) ?? null) === (keys[at] ?? null),
    )
  return found.rows
    .filter(inCell)
    .slice(0, limit)
    .map(({ id, area }) => ({ id: Number(id), area: String(area) }))
}
