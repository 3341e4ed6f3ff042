/** What was proposed to be taken over from lists, and who confirmed it. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { compareProblems } from './problems.ts'
import type { Adoption } from './tables.ts'

/** What was merged since is meant where it stands now. */
const columns = sql`id, area, register, coalesce(merged_into(register, target_id), target_id) as target_id, comparison_id, row_id, file_name, sheet_name, row_number, sender, list_date, encoded,
  before, by_event, note, state, proposed_by, proposer, proposed_at, decided_by, decider, decided_at, answer`

export type NewAdoption = Pick<
  Adoption,
  | 'area'
  | 'register'
  | 'targetId'
  | 'comparisonId'
  | 'rowId'
  | 'fileName'
  | 'sheetName'
  | 'rowNumber'
  | 'sender'
  | 'listDate'
  | 'encoded'
  | 'before'
  | 'byEvent'
  | 'note'
>

/** The new number; the one that is open for the same row already is kept. */
export async function insertAdoption({ tx, actor }: Ctx, given: NewAdoption): Promise<number | undefined> {
  const made = await sql<{ id: number }>`
    insert into adoption (area, register, target_id, comparison_id, row_id, file_name, sheet_name, row_number, sender, list_date, encoded,
      before, by_event, note, proposer)
    values (${given.area}, ${given.register}, ${given.targetId}, ${given.comparisonId}, ${given.rowId}, ${given.fileName},
      ${given.sheetName}, ${given.rowNumber}, ${given.sender}, ${given.listDate}, ${JSON.stringify(given.encoded)}::jsonb,
      ${JSON.stringify(given.before)}::jsonb, ${given.byEvent ? JSON.stringify(given.byEvent) : null}::jsonb, ${given.note}, ${actor.name})
    on conflict do nothing returning id`.execute(tx)
  return made.rows[0]?.id
}

/** Locked until commit, so that it is decided once. */
export async function lockAdoption({ tx }: Ctx, id: number): Promise<Adoption> {
  const found = await sql<Adoption>`select ${columns} from adoption where id = ${id} for update`.execute(tx)
  const [adoption] = found.rows
  if (!adoption) throw compareProblems.otherRegister()
  return adoption
}

export async function closeAdoption(
  { tx, actor }: Ctx,
  { id, state, answer }: { id: number; state: 'adopted' | 'refused'; answer: string | undefined },
): Promise<void> {
  await sql`update adoption set state = ${state}, answer = ${answer ?? null}, decided_by = ${actor.accountId}, decider = ${actor.name}, decided_at = clock_now()
    where id = ${id}`.execute(tx)
}

export async function listAdoptions(
  { tx }: Ctx,
  { state, comparisonId, limit }: { state?: Adoption['state']; comparisonId?: number; limit: number },
): Promise<Adoption[]> {
  const found = await sql<Adoption>`
    select ${columns} from adoption
    where ${state ? sql`state = ${state}` : sql`true`} ${comparisonId ? sql`and comparison_id = ${comparisonId}` : sql``}
    order by id desc limit ${limit}`.execute(tx)
  return found.rows
}

/** The last proposal of each of these rows of a list. */
export async function adoptionsOf({ tx }: Ctx, rowIds: readonly number[]): Promise<Adoption[]> {
  const found = await sql<Adoption>`
    select distinct on (row_id) ${columns} from adoption where row_id = any(${[...rowIds]}::bigint[]) order by row_id, id desc`.execute(
    tx,
  )
  return found.rows
}

/** What stands in a row of the register because a list was adopted, the oldest first. */
export async function adoptedInto(
  { tx }: Ctx,
  { register, targetId }: { register: string; targetId: number },
): Promise<Adoption[]> {
  const found = await sql<Adoption>`
    select ${columns} from adoption where register = ${register} and target_id = any(known_as(${register}, ${targetId}::bigint)) and state = 'adopted'
    order by decided_at, id`.execute(tx)
  return found.rows
}
