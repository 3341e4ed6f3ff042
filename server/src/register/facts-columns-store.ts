/** SQL of a page of facts. Columns come as one text each, cells parted by a control character, so that no row becomes an object. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { invariant } from '#kernel'
import type { Ctx } from '#platform'
import { mainColumn, ownerColumn, snake } from './columns.ts'
import type { Register } from './define.ts'
import type { Step } from './fact-path.ts'
import { knownBefore } from './read-store.ts'
import { tableOf } from './sql-store.ts'

export type CellPlan = {
  readonly steps: readonly Step[]
  readonly column: string
  /** Its name in `raw`, where a text that could not be read is noted. */
  readonly field: string
  readonly empty: 'unknown' | 'notApplicable'
}

export type Page = {
  readonly from: Register
  readonly valid: string
  readonly known: string
  readonly after: number
  readonly limit: number
}

/** A cell: its text, null where it is empty, undefined where that means that it does not apply. */
export type PageTexts = {
  readonly ids: readonly number[]
  readonly areas: readonly string[]
  readonly cells: readonly (readonly (string | null | undefined)[])[]
  readonly apart: readonly number[]
}

const PART = '\u001e'
const EMPTY = '\u0001'
const ABSENT = '\u0002'

/** So many times the size of a page are ids near. */
const NEAR = 2

type Sql = RawBuilder<unknown>

/** Joins written so far, by the path that leads there. */
type Joins = { readonly known: Map<string, string>; readonly text: Sql[]; readonly apart: Sql[] }

/** The subjects of a page with one text a cell. */
export async function pageTexts(ctx: Ctx, page: Page, plans: readonly CellPlan[]): Promise<PageTexts> {
  const joins: Joins = {
    known: new Map(),
    text: [],
    apart: [sql`s.updated_at >= ${momentOf(page)}`],
  }
  const cells = plans.map((plan) => cellOf(aliasOf(joins, page, plan.steps), plan))
  return read(
    ctx,
    sql`
    with page as (${pageOf(page)})
    select s.id, s.area, ${sql.join(joins.apart, sql` or `)} as apart${columns(cells)}
    from page join ${tableOf(page.from)} s using (id) ${sql.join(joins.text, sql` `)} order by s.id`,
    cells.length,
  )
}

/** Records of a list by subject and id; dated ones that have begun by the day. */
export async function listTexts(
  ctx: Ctx,
  page: Page,
  { steps, cells: plans }: { steps: readonly Step[]; cells: readonly CellPlan[] },
): Promise<PageTexts> {
  const before = momentOf(page)
  const apart: Sql[] = []
  const text = steps.map((step, k) => {
    const alias = `l${k}`
    apart.push(sql`${sql.ref(`${alias}.updated_at`)} >= ${before}`)
    return sql`join ${tableOf(step.to)} ${sql.ref(alias)} on ${meets(k === 0 ? 's' : `l${k - 1}`, step, alias)}
      and (${sql.ref(`${alias}.deleted_at`)} is null or ${sql.ref(`${alias}.updated_at`)} >= ${before})
      ${holds(step.to, alias, page.valid, k === steps.length - 1)}`
  })
  const last = `l${steps.length - 1}`
  const cells = plans.map((plan) => cellOf(last, plan))
  return read(
    ctx,
    sql`
    with page as (${pageOf(page)})
    select s.id, s.area, coalesce(${sql.join(apart, sql` or `)}, false) as apart${columns(cells)}
    from page join ${tableOf(page.from)} s using (id) ${sql.join(text, sql` `)} order by s.id, ${sql.ref(`${last}.id`)}`,
    cells.length,
  )
}

/**
 * The ids of the page. Looked for near `after` first, so that a page of a large register does not walk all that comes
 * behind it; where the actor sees few of them there, the far reading finds the page as ever.
 */
function pageOf({ from, after, limit }: Page): Sql {
  const next = (bound: Sql) => sql`
    select id from ${tableOf(from)} where deleted_at is null and id > ${after} ${bound} order by id limit ${limit}`
  return sql`
    with near as materialized (${next(sql`and id <= ${after + NEAR * limit}::bigint`)})
    select id from near where (select count(*) from near) = ${limit}
    union all select id from (${next(sql``)}) far where (select count(*) from near) < ${limit}`
}

function columns(cells: readonly Sql[]): Sql {
  return cells.length === 0
    ? sql``
    : sql`, ${sql.join(cells.map((cell, k) => sql`${cell} as ${sql.ref(`c${k}`)}`))}`
}

function cellOf(alias: string, { column, field, empty }: CellPlan): Sql {
  const value = sql`${sql.ref(`${alias}.${column}`)}::text`
  if (empty === 'unknown') return sql`coalesce(${value}, ${sql.lit(EMPTY)})`
  const noted = sql`coalesce(${sql.ref(`${alias}.raw`)} ? ${sql.lit(field)}, false)`
  return sql`coalesce(${value}, case when ${noted} then ${sql.lit(EMPTY)} else ${sql.lit(ABSENT)} end)`
}

/** The alias of the row at the end of the steps; its joins are written once. */
function aliasOf(joins: Joins, page: Page, steps: readonly Step[]): string {
  let [alias, path] = ['s', '']
  for (const step of steps) {
    path += `.${step.way}:${step.to.name}:${step.field}`
    const known = joins.known.get(path)
    const next = known ?? `j${joins.known.size}`
    if (!known) {
      joins.known.set(path, next)
      write(joins, page, { from: alias, step, alias: next })
    }
    alias = next
  }
  return alias
}

/** The one row behind a step. Where there are several, or one was written since, the subject is told apart. */
function write(
  joins: Joins,
  page: Page,
  { from, step, alias }: { from: string; step: Step; alias: string },
): void {
  if (step.way === 'reference' || step.way === 'owner') {
    writeById(joins, page, { from, step, alias })
    return
  }
  const before = momentOf(page)
  const standing = sql`(t.deleted_at is null or t.updated_at >= ${before})`
  joins.text.push(sql`left join lateral (
    select t.*, count(*) over () as meant, bool_or(t.updated_at >= ${before}) over () as since
    from ${tableOf(step.to)} t where ${meets(from, step, 't')} and ${standing} ${holds(step.to, 't', page.valid)} limit 1
  ) ${sql.ref(alias)} on true`)
  joins.apart.push(sql`coalesce(${sql.ref(`${alias}.meant`)} > 1 or ${sql.ref(`${alias}.since`)}, false)`)
}

/** By its id there is one row or none: a plain join. */
function writeById(
  joins: Joins,
  page: Page,
  { from, step, alias }: { from: string; step: Step; alias: string },
): void {
  const [updated, deleted] = [sql.ref(`${alias}.updated_at`), sql.ref(`${alias}.deleted_at`)]
  const before = momentOf(page)
  joins.text.push(sql`left join ${tableOf(step.to)} ${sql.ref(alias)} on ${meets(from, step, alias)}
    and (${deleted} is null or ${updated} >= ${before}) ${holds(step.to, alias, page.valid)}`)
  joins.apart.push(sql`coalesce(${updated} >= ${before}, false)`)
}

/** Evaluated once a statement, not once a row. */
function momentOf({ known }: Page): Sql {
  return sql`(select ${knownBefore(known)})`
}

function meets(from: string, { way, field, to }: Step, alias: string): Sql {
  const id = (name: string) => sql.ref(`${alias}.${name}`)
  if (way === 'owned') return sql`${id(ownerColumn(to) ?? 'id')} = ${sql.ref(`${from}.id`)}`
  if (way === 'pointing') return sql`${id(mainColumn(to, field))} = ${sql.ref(`${from}.id`)}`
  return sql`${id('id')} = ${sql.ref(`${from}.${snake(way === 'owner' ? to.name : field)}_id`)}`
}

/** On the way a dated row counts if its span holds the day; at the end of a list, if it has begun. */
function holds(register: Register, alias: string, valid: string, begun = false): Sql {
  if (register.shape !== 'dated') return sql``
  const from = sql`and ${sql.ref(`${alias}.valid_from`)} <= ${valid}::date`
  if (begun) return from
  const to = sql.ref(`${alias}.valid_to`)
  return sql`${from} and (${to} is null or ${valid}::date < ${to})`
}

async function read(ctx: Ctx, rows: Sql, count: number): Promise<PageTexts> {
  const names = ['id', 'area', 'apart', ...Array.from({ length: count }, (_, k) => `c${k}`)]
  const joined = names.map(
    (name) => sql`string_agg(q.${sql.ref(name)}::text, ${sql.lit(PART)}) as ${sql.ref(name)}`,
  )
  const { rows: found } = await sql<Record<string, string | null>>`
    select ${sql.join(joined)} from (${rows}) q`.execute(ctx.tx)
  const texts = names.map((name) => found[0]?.[name]?.split(PART) ?? [])
  const [ids = [], areas = [], apart = [], ...cells] = texts
  invariant(
    cells.every((column) => column.length === ids.length),
    'no cell holds the character that parts cells',
  )
  return {
    ids: ids.map(Number),
    areas,
    cells: cells.map((column) => column.map(cellText)),
    apart: apart.flatMap((text, i) => (text === 'true' ? [i] : [])),
  }
}

function cellText(text: string): string | null | undefined {
  if (text === EMPTY) return null
  return text === ABSENT ? undefined : text
}
