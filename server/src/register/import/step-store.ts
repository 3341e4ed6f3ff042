/** What was mended in ③, step by step: rows as they stood before a step, and how they stand so again. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { unfoldRows } from './block/unfold-store.ts'
import type { Batch } from './tables.ts'

/** `row`, `sheet`: where it was done. `rows`: how many were changed with it. `fields`: what was written anew. */
export type StepTold = {
  as: 'mend' | 'accept' | 'skip' | 'back'
  row: number
  sheet: number
  rows: number
  fields: string[]
  /** Rows of other registers that are to be made since. */
  links: number[]
}
export type Step = { id: number; told: StepTold }

export async function openStep(
  { tx, actor }: Ctx,
  batch: Batch,
  told: Omit<StepTold, 'rows' | 'links'>,
): Promise<number> {
  const made = await sql<{ id: number }>`insert into import_step (import_id, area, made_by, told)
    values (${batch.id}, ${batch.area}, ${actor.name}, ${JSON.stringify({ ...told, rows: 0, links: [] })}::jsonb) returning id`.execute(
    tx,
  )
  return made.rows[0]?.id as number
}

/** Before rows change in a step: how they stand is kept, of each once. */
export async function keepAsIs(ctx: Ctx, stepId: number, ids: readonly number[]): Promise<void> {
  await unfoldRows(ctx, ids)
  await sql`insert into import_step_row (step_id, row_id, area, was)
    select ${stepId}, r.id, r.area, to_jsonb(r) - array['cells', 'line'] from import_row r where r.id = any(${ids}::bigint[])
    on conflict do nothing`.execute(ctx.tx)
}

/** `rows` of the file that the step was about; others may have changed with them. */
export async function closeStep(
  { tx }: Ctx,
  stepId: number,
  end: Pick<StepTold, 'rows' | 'links'>,
): Promise<void> {
  await sql`update import_step set told = told || ${JSON.stringify(end)}::jsonb where id = ${stepId}`.execute(
    tx,
  )
}

/** The last step that the actor himself made. */
export async function lastStep({ tx, actor }: Ctx, importId: number): Promise<Step | undefined> {
  const found = await sql<Step>`select id, told from import_step
    where import_id = ${importId} and account_id = ${actor.accountId} order by id desc limit 1`.execute(tx)
  return found.rows[0]
}

/** A row of the step that somebody else changed later. */
export async function changedSince(
  { tx }: Ctx,
  stepId: number,
): Promise<{ row: number; by: string } | undefined> {
  const found = await sql<{ row: number; by: string }>`
    select r.row_number as row, later.made_by as by from import_step_row own
      join import_step_row other on other.row_id = own.row_id and other.step_id > own.step_id
      join import_step later on later.id = other.step_id
      join import_row r on r.id = own.row_id
    where own.step_id = ${stepId} order by r.id limit 1`.execute(tx)
  return found.rows[0]
}

/** The rows stand as before the step, which is forgotten. Returns their numbers. */
export async function restoreStep({ tx }: Ctx, stepId: number): Promise<number[]> {
  const done = await sql<{ id: number }>`
    update import_row r set fixes = p.fixes, encoded = p.encoded, raw = p.raw, links = p.links, issues = p.issues, reasons = p.reasons,
      class = p.class, accepted = p.accepted, identity = p.identity, target_id = p.target_id, target_version = p.target_version,
      fields = p.fields, before = p.before
    from import_step_row s, jsonb_populate_record(null::import_row, s.was) p
    where s.step_id = ${stepId} and r.id = s.row_id returning r.id`.execute(tx)
  await sql`delete from import_step where id = ${stepId}`.execute(tx)
  return done.rows.map(({ id }) => id)
}

/** Nothing can be taken back any more: the rows were read anew, went in, or are given up. */
export async function forgetSteps({ tx }: Ctx, importId: number): Promise<void> {
  await sql`delete from import_step where import_id = ${importId}`.execute(tx)
}
