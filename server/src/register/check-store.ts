/** What is asked of the database before a row is written, so that the refusal names the other row and the remedy. */
import { sql } from 'kysely'
import { areaContains, isAreaCode } from '#kernel'
import type { Ctx } from '#platform'
import { mergerProblems } from './areas/problems.ts'
import { columnsOf, ownerColumn, snake } from './columns.ts'
import { uniqueColumns } from './ddl.ts'
import type { Register } from './define.ts'
import type { Span } from './problems.ts'
import { registerProblems } from './problems.ts'
import type { Registry } from './registry.ts'
import { fetchRows, selectList, tableOf } from './sql-store.ts'

type Values = Readonly<Record<string, unknown>>
export type Candidate = { id?: number; values: Values; encoded: Readonly<Record<string, unknown>> }

/** The area is one of the actor's, and is registered (unless areas are what is being registered). */
export async function checkArea(ctx: Ctx, register: Register, area: string): Promise<void> {
  if (!isAreaCode(area) || !areaContains(ctx.actor.area, area))
    throw registerProblems.areaOutside({ area, scope: ctx.actor.area })
  if (register.name === 'area') return
  const found = await sql<{ name: string; until: string | null; successor: string | null }>`
    select name, until, successor from area where code = ${area} and deleted_at is null`.execute(ctx.tx)
  const [place] = found.rows
  if (!place) throw registerProblems.noArea({ area })
  if (place.successor && place.until && place.until <= ctx.today)
    throw mergerProblems.ended({ area, name: place.name, on: place.until, successor: place.successor })
}

/** Every row that is pointed to is there and seen by the actor. */
export async function checkReferences(ctx: Ctx, register: Register, values: Values): Promise<void> {
  for (const [name, field] of Object.entries(register.fields)) {
    const target = field.kind.target?.(field)
    const id = values[name]
    if (!target || typeof id !== 'number') continue
    const found =
      await sql`select from ${sql.table(snake(target))} where id = ${id} and deleted_at is null`.execute(
        ctx.tx,
      )
    if (found.rows.length === 0) throw registerProblems.referenceMissing({ label: field.label, id })
  }
}

/** Nobody else in scope has the same identity; one out of scope is found by the unique index when the row is written. */
export async function checkUnique(ctx: Ctx, register: Register, { id, encoded }: Candidate): Promise<void> {
  const columns = uniqueColumns(register)
  if (!columns || columns.some((c) => encoded[c] === null || encoded[c] === undefined)) return
  const same = columns.map((c) => sql`${sql.ref(c)} = ${encoded[c]}`)
  const [other] = await fetchRows(
    ctx,
    register,
    sql`
    select ${selectList(register)} from ${tableOf(register)}
    where ${sql.join(same, sql` and `)} and deleted_at is null and id <> ${id ?? 0} limit 1`,
  )
  if (!other) return
  const { label, value } = identityOf(register, encoded)
  throw registerProblems.duplicate({
    label,
    value,
    other: { id: other.id, title: String(other[register.title] ?? other.id) },
  })
}

/** The first field of the identity, as the refusal names it. */
export function identityOf(register: Register, encoded: Readonly<Record<string, unknown>>) {
  const name = (register.unique || register.identity)[0] ?? ''
  const field = register.fields[name]
  const column = field && name !== 'area' ? (columnsOf(name, field)[0]?.name ?? '') : snake(name)
  return { label: field?.label ?? register.label, value: String(encoded[column] ?? '') }
}

/** No span of the same owner (and the same `by`) overlaps; the Problem names both spans. */
export async function checkOverlap(
  ctx: Ctx,
  register: Register,
  { id, values, encoded }: Candidate,
): Promise<void> {
  const mine = {
    id: id ?? 0,
    from: String(values.validFrom),
    to: (values.validTo as string | null | undefined) ?? null,
  }
  if (register.shape === 'dated' && mine.to !== null && mine.to <= mine.from)
    throw registerProblems.spanReversed({ from: mine.from, to: mine.to })
  if (!register.overlap) return
  const by = [
    ownerColumn(register) ?? '',
    ...(register.overlap.by ?? []).map(
      (name) => columnsOf(name, register.fields[name] as never)[0]?.name ?? snake(name),
    ),
  ]
  const same = by.map((c) => sql`${sql.ref(c)} = ${encoded[c] ?? null}`)
  const found = await sql<Span>`
    select id, valid_from as from, valid_to as to from ${tableOf(register)}
    where ${sql.join(same, sql` and `)} and deleted_at is null and id <> ${mine.id}
      and daterange(valid_from, valid_to) && daterange(${mine.from}::date, ${mine.to}::date) order by valid_from limit 1`.execute(
    ctx.tx,
  )
  const [other] = found.rows
  if (other) throw registerProblems.overlap({ mine, other })
}

/** The row may be removed only when no row of another register stands on it. */
export async function checkUnused(
  ctx: Ctx,
  registry: Registry,
  { register, id }: { register: Register; id: number },
): Promise<void> {
  const children = registry
    .childrenOf(register.name)
    .map((r) => ({ register: r, column: ownerColumn(r) ?? '' }))
  const pointers = registry.pointersTo(register.name).map(({ register: r, field }) => ({
    register: r,
    column: columnsOf(field, r.fields[field] as never)[0]?.name ?? '',
  }))
  for (const { register: other, column } of [...children, ...pointers]) {
    const found = await sql<{ count: number }>`
      select count(*) as count from ${tableOf(other)} where ${sql.ref(column)} = ${id} and deleted_at is null`.execute(
      ctx.tx,
    )
    const count = found.rows[0]?.count ?? 0
    if (count > 0) throw registerProblems.inUse({ label: other.label, count })
  }
}
