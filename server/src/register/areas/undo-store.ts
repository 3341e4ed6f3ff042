/** Statements on the undoing of a merger of areas. */
import { sql } from 'kysely'
import type { Ctx, HatMove } from '#platform'
import type { Register } from '../define.ts'

/** Rows of a register that stand in the new places, by what becomes of them; `away`: moved then, and elsewhere since. */
export type Fates = {
  back: number
  came: number
  rest: number
  unclear: number
  stays: number
  away: number
  /** Open cases about rows that go back. */
  cases: number
}

export async function countFates(
  { tx }: Ctx,
  { merger, register, rest }: { merger: number; register: Register; rest: string | null },
): Promise<Fates> {
  const { rows } = await sql<Record<keyof Fates, number>>`
    select * from count_fates(${merger}::bigint, ${register.table}, ${register.name}, ${rest})`.execute(tx)
  const said = (name: keyof Fates) => Number(rows[0]?.[name] ?? 0)
  return {
    back: said('back'),
    came: said('came'),
    rest: said('rest'),
    unclear: said('unclear'),
    stays: said('stays'),
    away: said('away'),
    cases: said('cases'),
  }
}

/** Puts the next rows of a register back; how many. */
export async function putBackRows(
  { tx }: Ctx,
  given: { merger: number; register: Register; size: number; reason: string },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select back + came + rest as n from put_back_rows(${given.merger}::bigint, ${given.register.table}, ${given.register.name},
      ${given.size}, ${given.reason})`.execute(tx)
  return Number(rows[0]?.n ?? 0)
}

/** The merger cannot be changed by anybody else until this transaction ends. */
export async function lockMerger({ tx }: Ctx, id: number): Promise<void> {
  await sql`select from area_merger where id = ${id} for update`.execute(tx)
}

/** A later merger that stands and that these places went through. */
export async function laterMerger(
  { tx }: Ctx,
  { id, codes }: { id: number; codes: readonly string[] },
): Promise<{ intoName: string; validOn: string } | undefined> {
  const { rows } = await sql<{ intoName: string; validOn: string }>`
    select into_name, valid_on from area_merger g where g.id > ${id} and g.state <> 'undone'
      and exists (select from jsonb_to_recordset(g.moves) as m (old text, new text)
        where m.old = any(${codes}::text[]) or m.new = any(${codes}::text[]))
    order by g.id desc limit 1`.execute(tx)
  return rows[0]
}

export async function beginUndo(
  { tx, actor }: Ctx,
  { id, rest, reason }: { id: number; rest: string | null; reason: string },
): Promise<void> {
  await sql`update area_merger set state = 'undoing', rest = ${rest}, undone_at = clock_now(), undone_by = ${actor.accountId},
    undone_name = ${actor.name}, undone_reason = ${reason} where id = ${id}`.execute(tx)
}

/** The old place is in use again; false where it is not as the merger left it. */
export async function reviveArea(
  { tx }: Ctx,
  move: { old: string; new: string },
  reason: string,
): Promise<boolean> {
  const done = await sql`update area set until = null, successor = null, change_reason = ${reason}
    where code = ${move.old} and successor = ${move.new} and deleted_at is null`.execute(tx)
  return done.numAffectedRows === 1n
}

/** The places that the merger had entered are no longer in use; what was written with their codes still finds their names. */
export async function removeAreas({ tx }: Ctx, codes: readonly string[], reason: string): Promise<void> {
  await sql`update area set deleted_at = clock_now(), change_reason = ${reason}
    where code = any(${codes}::text[]) and deleted_at is null`.execute(tx)
}

/** Ids of areas in use, by code. */
export async function areaIds(
  { tx }: Ctx,
  codes: readonly string[],
): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from area where code = any(${codes}::text[]) and deleted_at is null order by code`.execute(
    tx,
  )
  return rows
}

/** How many rows of a column point to an area, seen or not. */
export async function countPointing(
  { tx }: Ctx,
  { register, column, id }: { register: Register; column: string; id: number },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from pointing_ids(${register.table}, ${column}, ${id}::bigint)`.execute(tx)
  return Number(rows[0]?.n ?? 0)
}

/** Hats that later mergers moved, and that undoing them put back. */
export async function hatMovesSince({ tx }: Ctx, id: number): Promise<HatMove[]> {
  const { rows } = await sql<{ hatMoves: HatMove[]; hatsBack: HatMove[] }>`
    select hat_moves, hats_back from area_merger where id > ${id}`.execute(tx)
  return rows.flatMap(({ hatMoves, hatsBack }) => [...hatMoves, ...hatsBack])
}
