/** Counts and sums over the rows of a register by area, many at once: one way through the rows, under the fence of the actor. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#kernel'
import type { Ctx } from '#platform'
import { columnsOf, mainColumn, ownerColumn } from './columns.ts'
import type { Condition } from './condition.ts'
import type { Register } from './define.ts'
import { whereOf } from './filter-store.ts'
import type { Asking } from './linked-store.ts'
import { askingOf, headOf } from './linked-store.ts'
import { refuseMasked } from './mask.ts'
import type { Registry } from './registry.ts'
import { rowsOf } from './versions-store.ts'

/** What is counted of the rows that meet the conditions: the rows, the sum of a field, or how many different values it has. */
export type Measure = { rows: true } | { sum: string } | { different: string }

export type Aggregate = { filter: readonly Condition[]; measure: Measure }

export type AggregateAsk = {
  aggregates: readonly Aggregate[]
  /** Only rows in this area. */
  area: string
  /** Digits of the codes that are told: 6 the county, 9 townships, 12 villages. */
  digits: readonly number[]
  /** As it was written by the end of that day; without it, as it stands. */
  known?: Day
  /** Needed where a condition asks rows of another register. */
  registry?: Registry
}

/**
 * `value` in the form of the wire (yuan with two decimals, a decimal, a whole number), of what is known alone. `rows`: how many
 * rows meet the conditions. `unknown`: rows of which nobody can say whether they do, or that do and whose value is unknown.
 */
export type AggregateValue = { value: string; rows: number; unknown: number }

/** By area, the values in the order of the aggregates. Areas without any row of the register are not among them. */
export async function aggregateRows(
  ctx: Ctx,
  register: Register,
  ask: AggregateAsk,
): Promise<Map<string, AggregateValue[]>> {
  const parts = ask.aggregates.map((one, at) => ({ ...one, at }))
  const found = new Map<string, AggregateValue[]>()
  const take = (places: readonly Placed[], at: readonly number[]) => {
    for (const { area, values } of places) {
      const row = found.get(area) ?? parts.map(() => nothing)
      for (const [i, value] of values.entries()) row[at[i] ?? 0] = value
      found.set(area, row)
    }
  }
  const added = parts.filter(({ measure }) => !('different' in measure))
  const told = parts.filter(({ measure }) => 'different' in measure)
  if (added.length > 0)
    take(
      await addedUp(ctx, register, { ...ask, aggregates: added }),
      added.map(({ at }) => at),
    )
  for (const one of told) take(await toldApart(ctx, register, { ...ask, aggregates: [one] }), [one.at])
  return found
}

const nothing: AggregateValue = { value: '0', rows: 0, unknown: 0 }

type Placed = { area: string; values: AggregateValue[] }
type Cells = { area: string } & Record<string, string | number | null>

/** What adds up is added up by the narrowest code first, then by those that hold it. */
async function addedUp(ctx: Ctx, register: Register, ask: AggregateAsk): Promise<Placed[]> {
  const asking = await askingOf(ctx, register, {
    ...ask,
    filters: ask.aggregates.map(({ filter }) => filter),
  })
  const { columns, fits } = pickedOnce(ctx, register, { ...ask, asking })
  const grouped = ask.aggregates.flatMap(({ measure }, i) => {
    const [fit, value] = [fits[i] ?? sql`true`, sql.ref(`v${i}`)]
    const added = 'sum' in measure
    return [
      sql`count(*) filter (where ${fit}) as ${sql.ref(`n${i}`)}`,
      sql`count(*) filter (where (${fit}) is null ${added ? sql`or (${fit} and ${value} is null)` : sql``}) as ${sql.ref(`u${i}`)}`,
      sql`${added ? sql`sum(${value}) filter (where ${fit})` : sql`0`} as ${sql.ref(`s${i}`)}`,
    ]
  })
  const totals = ask.aggregates.flatMap((_, i) => [
    sql`sum(${sql.ref(`n${i}`)})::bigint as ${sql.ref(`n${i}`)}`,
    sql`sum(${sql.ref(`u${i}`)})::bigint as ${sql.ref(`u${i}`)}`,
    sql`sum(${sql.ref(`s${i}`)})::text as ${sql.ref(`s${i}`)}`,
  ])
  const head = headOf(
    asking,
    sql`picked as (select left(area, ${Math.max(...ask.digits)}::int) as place, ${sql.join(columns)} from ${source(register, ask)} offset 0)`,
    sql`grouped as (select place, ${sql.join(grouped)} from picked group by place)`,
  )
  const found = await sql<Cells>`${head}
    select left(place, digits) as area, ${sql.join(totals)}
    from grouped join unnest(${ask.digits}::int[]) as level(digits) on length(place) >= digits
    group by left(place, digits), digits`.execute(ctx.tx)
  return found.rows.map((cells) => ({
    area: cells.area,
    values: ask.aggregates.map(({ measure }, i) => ({
      value: 'sum' in measure ? wireOf(register, measure.sum, cells[`s${i}`]) : String(cells[`n${i}`]),
      rows: Number(cells[`n${i}`]),
      unknown: Number(cells[`u${i}`]),
    })),
  }))
}

/** Each condition that is asked once is worked out once a row (`offset 0` keeps it from being written into every use). */
function pickedOnce(ctx: Ctx, register: Register, { aggregates, asking }: AggregateAsk & { asking: Asking }) {
  const asked = new Map<string, RawBuilder<unknown>>()
  const fits = aggregates.map(({ filter }) => {
    const names = filter.map((condition) => {
      const key = JSON.stringify(condition)
      const name = [...asked.keys()].indexOf(key)
      if (name < 0) asked.set(key, whereOf(register, asking, [condition]))
      return sql.ref(`c${name < 0 ? asked.size - 1 : name}`)
    })
    return names.length === 0 ? sql`true` : sql.join(names, sql` and `)
  })
  const conditions = [...asked.values()].map((one, i) => sql`(${one}) as ${sql.ref(`c${i}`)}`)
  const values = aggregates.flatMap(({ measure }, i) =>
    'sum' in measure ? [sql`${measured(ctx, register, measure)} as ${sql.ref(`v${i}`)}`] : [],
  )
  const columns = [...conditions, ...values]
  return { columns: columns.length === 0 ? [sql`1 as one`] : columns, fits }
}

/** Different values do not add up over areas: each level counts its own. */
async function toldApart(ctx: Ctx, register: Register, ask: AggregateAsk): Promise<Placed[]> {
  const [one] = ask.aggregates
  if (!one) return []
  const asking = await askingOf(ctx, register, { ...ask, filters: [one.filter] })
  const fits = whereOf(register, asking, one.filter)
  const head = headOf(
    asking,
    sql`picked as (select left(area, ${Math.max(...ask.digits)}::int) as place, (${fits}) as fits,
      ${measured(ctx, register, one.measure)} as value from ${source(register, ask)})`,
    sql`grouped as (select place, value, count(*) filter (where fits) as n,
      count(*) filter (where fits is null or (fits and value is null)) as u from picked group by place, value)`,
  )
  const found = await sql<{ area: string; value: number; rows: number; unknown: number }>`${head}
    select left(place, digits) as area, count(distinct value) filter (where n > 0) as value, sum(n)::bigint as rows, sum(u)::bigint as unknown
    from grouped join unnest(${ask.digits}::int[]) as level(digits) on length(place) >= digits
    group by left(place, digits), digits`.execute(ctx.tx)
  return found.rows.map(({ area, value, rows, unknown }) => ({
    area,
    values: [{ value: String(value), rows, unknown }],
  }))
}

function measured(ctx: Ctx, register: Register, measure: Measure): RawBuilder<unknown> {
  if ('rows' in measure) return sql`1`
  const name = 'sum' in measure ? measure.sum : measure.different
  if (name === 'ownerId') return sql.ref(ownerColumn(register) ?? 'id')
  const field = register.fields[name]
  if (field) refuseMasked(ctx.actor, field)
  return sql.ref(mainColumn(register, name))
}

/** The rows in use: as they stand, or each in the version that was known then. */
function source(register: Register, { area, known }: AggregateAsk): RawBuilder<unknown> {
  return sql`${rowsOf(register, known)} where deleted_at is null and area >= ${area} and area < ${`${area}~`}`
}

function wireOf(register: Register, name: string, sum: unknown): string {
  const field = register.fields[name]
  if (!field || sum === null || sum === undefined) return '0'
  const value = field.kind.decode(columnsOf(name, field).map((_, i) => (i === 0 ? sum : null)))
  return value === null ? '0' : String(field.kind.toWire(value))
}
