/** Pieces of SQL over the register's row `r`, its owner and what it points to; the row stands in the scope of the actor. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Register } from '#register'
import { columnsOf, mainColumn, ownerColumn } from '#register'
import type { Where } from './define.ts'
import type { Side } from './sides.ts'

/** `r`, and what the sides are reached through. */
export function fromSides(register: Register, sides: readonly Side[]): RawBuilder<unknown> {
  const vias = new Map(sides.flatMap((side) => (side.via === null ? [] : [[side.via, side]])))
  const joins = [...vias].map(([via, side]) => {
    const link = via === 'owner' ? (ownerColumn(register) ?? 'id') : mainColumn(register, via)
    const at = sql.ref(aliasOf(via))
    return sql`left join ${sql.table(side.register.table)} as ${at}
      on ${sql.ref(`${aliasOf(via)}.id`)} = ${sql.ref(`r.${link}`)} and ${sql.ref(`${aliasOf(via)}.deleted_at`)} is null`
  })
  return sql`${sql.table(register.table)} as r ${sql.join(joins, sql` `)}`
}

function aliasOf(via: string | null): string {
  return via === null ? 'r' : `via_${via}`
}

/** Not removed, and of dated rows those that hold on the day. */
export function liveOn(register: Register, day: string): RawBuilder<unknown> {
  if (register.shape !== 'dated') return sql`r.deleted_at is null`
  return sql`r.deleted_at is null and r.valid_from <= ${day}::date and (r.valid_to is null or ${day}::date < r.valid_to)`
}

export function columnOf(side: Side): RawBuilder<unknown> {
  return sql.ref(`${aliasOf(side.via)}.${mainColumn(side.register, side.name)}`)
}

/** All columns of the sides, as `c0_0`, `c0_1`, `c1_0` …, for `cellsOf`. */
export function selectSides(sides: readonly Side[]): RawBuilder<unknown> {
  const all = sides.flatMap((side, at) =>
    columnsOf(side.name, side.field).map(
      ({ name }, n) => sql`${sql.ref(`${aliasOf(side.via)}.${name}`)} as ${sql.ref(`c${at}_${n}`)}`,
    ),
  )
  return sql.join([sql`r.id`, ...all])
}

/** The cells of the side at this place of the list, as the driver gives them (names in camel case). */
export function cellsOf(
  row: Readonly<Record<string, unknown>>,
  { name, field }: Side,
  at: number,
): unknown[] {
  return columnsOf(name, field).map((_, n) => row[`c${at}_${n}`] ?? row[`c${at}${n}`] ?? null)
}

/** The comparable text of a key: null where a part is not known; places are compared as villages. */
export function keyOf(sides: readonly Side[]): RawBuilder<unknown> {
  const [first] = sides
  if (first && sides.length === 1 && !first.field.kind.place) return sql`${columnOf(first)}::text`
  const parts = sides.map((side) =>
    side.field.kind.place ? sql`left(${columnOf(side)}, 12)` : sql`${columnOf(side)}::text`,
  )
  return sql.join(parts, sql` || chr(31) || `)
}

/** All conditions hold; `sideAt` finds the side of a path. */
export function allHold(wheres: readonly Where[], sideAt: (path: string) => Side): RawBuilder<unknown> {
  return sql.join(
    [sql`true`, ...wheres.map((where) => holds(where, columnOf(sideAt(where.here))))],
    sql` and `,
  )
}

function holds(where: Where, column: RawBuilder<unknown>): RawBuilder<unknown> {
  if ('known' in where) return where.known ? sql`${column} is not null` : sql`${column} is null`
  if ('among' in where) return sql`${column}::text = any(${[...where.among]}::text[])`
  return sql`not coalesce(${column}::text = any(${[...where.not]}::text[]), false)`
}
