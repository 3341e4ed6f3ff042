/** Statements on mergers of areas, and on the rows that follow them. */
import { sql } from 'kysely'
import type { Day } from '#kernel'
import type { Ctx, HatMove } from '#platform'
import type { Register } from '../define.ts'
import type { Move, Place } from './plan.ts'

/** `fresh`: the merger entered the new place; on the first of those that became it. */
export type Moved = { old: string; new: string; name: string; fresh: boolean }

export type Merger = {
  id: number
  intoCode: string
  intoName: string
  validOn: Day
  moves: Moved[]
  paper: string
  knownAt: string
  accountId: number
  accountName: string
  office: string
  state: 'moving' | 'done' | 'undoing' | 'undone'
  moved: Readonly<Record<string, number>>
  hats: number
  jobId: number | null
  hatMoves: HatMove[]
  undoneAt: string | null
  undoneBy: number | null
  undoneName: string | null
  undoneReason: string | null
  /** The old place that takes what came since and nobody can tell apart. */
  rest: string | null
  putBack: Readonly<Record<string, number>>
  hatsBack: HatMove[]
}

const columns = sql`id, into_code, into_name, valid_on, moves, paper, known_at, account_id, account_name, office, state, moved, hats,
  job_id, hat_moves, undone_at, undone_by, undone_name, undone_reason, rest, put_back, hats_back`

/** The areas in use that did not end. */
export async function livingAreas({ tx }: Ctx): Promise<(Place & { since: Day | null })[]> {
  const { rows } = await sql<Place & { since: Day | null }>`
    select code, name, short_name, kind, since from area where deleted_at is null and until is null order by code`.execute(
    tx,
  )
  return rows
}

export async function endArea(
  { tx }: Ctx,
  move: Move,
  { on, reason }: { on: Day; reason: string },
): Promise<void> {
  await sql`update area set until = ${on}::date, successor = ${move.new}, change_reason = ${reason}
    where code = ${move.old} and deleted_at is null`.execute(tx)
}

export async function stopsOf(
  { tx }: Ctx,
  codes: readonly string[],
): Promise<{ cases: number; imports: number }> {
  const { rows } = await sql<{
    cases: number
    imports: number
  }>`select cases, imports from merger_stops(${codes}::text[])`.execute(tx)
  return { cases: Number(rows[0]?.cases ?? 0), imports: Number(rows[0]?.imports ?? 0) }
}

export async function countRowsIn({ tx }: Ctx, table: string, codes: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count_area_rows(${table}, ${codes}::text[]) as n`.execute(
    tx,
  )
  return Number(rows[0]?.n ?? 0)
}

export type NewMerger = {
  area: string
  into: { code: string; name: string }
  on: Day
  paper: string
  moves: readonly Move[]
}

export async function insertMerger({ tx, actor }: Ctx, given: NewMerger): Promise<number> {
  const moves = given.moves.map(({ old, new: next, name, fresh }) => ({ old, new: next, name, fresh }))
  const { rows } = await sql<{ id: number }>`
    insert into area_merger (area, into_code, into_name, valid_on, moves, paper, account_name, office)
    values (${given.area}, ${given.into.code}, ${given.into.name}, ${given.on}::date, ${JSON.stringify(moves)}::jsonb, ${given.paper},
      ${actor.name}, ${actor.office}) returning id`.execute(tx)
  return Number(rows[0]?.id)
}

export async function changeMerger(
  { tx }: Ctx,
  id: number,
  change: {
    state?: 'done' | 'undone'
    moved?: Readonly<Record<string, number>>
    hatMoves?: readonly HatMove[]
    jobId?: number
    putBack?: Readonly<Record<string, number>>
    hatsBack?: readonly HatMove[]
  },
): Promise<void> {
  const { state, moved, hatMoves, jobId, putBack, hatsBack } = change
  const json = (value: object | undefined) => (value ? JSON.stringify(value) : null)
  await sql`update area_merger set state = coalesce(${state ?? null}, state), moved = coalesce(${json(moved)}::jsonb, moved),
    hat_moves = coalesce(${json(hatMoves)}::jsonb, hat_moves), hats = coalesce(${hatMoves?.length ?? null}, hats),
    job_id = coalesce(${jobId ?? null}::bigint, job_id), put_back = coalesce(${json(putBack)}::jsonb, put_back),
    hats_back = coalesce(${json(hatsBack)}::jsonb, hats_back)
    where id = ${id}`.execute(tx)
}

export async function mergersOf({ tx }: Ctx): Promise<Merger[]> {
  const { rows } = await sql<Merger>`select ${columns} from area_merger order by id desc limit 200`.execute(
    tx,
  )
  return rows
}

export async function findMerger({ tx }: Ctx, id: number): Promise<Merger | undefined> {
  const { rows } = await sql<Merger>`select ${columns} from area_merger where id = ${id}`.execute(tx)
  return rows[0]
}

/** Moves the next rows of a register's table; how many. */
export async function moveRows(
  { tx }: Ctx,
  given: { merger: number; register: Register; size: number; reason: string },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select move_area_rows(${given.merger}, ${given.register.table}, ${given.register.name}, ${given.size}, ${given.reason}) as n`.execute(
    tx,
  )
  return Number(rows[0]?.n ?? 0)
}
