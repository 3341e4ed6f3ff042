/** Imports: one row a file. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { importProblems } from './problems.ts'
import type { Area } from './stage/area-book.ts'
import type { Batch, BatchState } from './tables.ts'
import type { Reading } from './word-store.ts'

const columns = sql`id, area, register, owner_id, file_id, file_name, sha256, format, encoding, sheets, notices, state, sender, account_id,
  uploaded_by, office, uploaded_at, staged_at, merged_by, merged_at, job_id, merged_to`

export type NewBatch = Pick<
  Batch,
  'area' | 'register' | 'fileId' | 'fileName' | 'sha256' | 'format' | 'encoding' | 'sheets'
> & { ownerId?: number | undefined; sender?: string | undefined }

export async function insertBatch({ tx, actor }: Ctx, given: NewBatch): Promise<number> {
  const made = await sql<{ id: number }>`
    insert into import_batch (area, register, owner_id, file_id, file_name, sha256, format, encoding, sheets, sender, uploaded_by, office)
    values (${given.area}, ${given.register}, ${given.ownerId ?? null}, ${given.fileId}, ${given.fileName}, ${given.sha256}, ${given.format},
      ${given.encoding}, ${JSON.stringify(given.sheets)}::jsonb, ${given.sender ?? null}, ${actor.name}, ${actor.office})
    returning id`.execute(tx)
  return (made.rows[0] as { id: number }).id
}

/** The import, or the Problem `import.notFound`. `lock`: nobody else changes it until this transaction ends. */
export async function getBatch({ tx }: Ctx, id: number, lock = false): Promise<Batch> {
  const found = await sql<Batch>`
    select ${columns} from import_batch where id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx)
  const [batch] = found.rows
  if (!batch) throw importProblems.notFound()
  return batch
}

export async function listBatches(
  { tx }: Ctx,
  { registers, limit }: { registers: readonly string[]; limit: number },
): Promise<Batch[]> {
  const found = await sql<Batch>`
    select ${columns} from import_batch where register = any(${registers}::text[]) and state <> 'dropped'
    order by id desc limit ${limit}`.execute(tx)
  return found.rows
}

/** An import of the same bytes that has been merged and not undone. */
export async function findSame(
  { tx }: Ctx,
  { sha256, register, but }: { sha256: string; register: string; but: number },
): Promise<Batch | undefined> {
  const found = await sql<Batch>`
    select ${columns} from import_batch where sha256 = ${sha256} and register = ${register} and id <> ${but} and state = 'done'
    order by id desc limit 1`.execute(tx)
  return found.rows[0]
}

export type BatchChange = Partial<{
  state: BatchState
  sheets: Batch['sheets']
  notices: Record<string, number>
  stagedAt: string
  mergedBy: string
  mergedAt: string
  jobId: number
  mergedTo: number
}>

/** Writes what is given and leaves the rest. */
export async function changeBatch({ tx }: Ctx, id: number, change: BatchChange): Promise<void> {
  await sql`update import_batch set
    state = coalesce(${change.state ?? null}, state),
    sheets = coalesce(${change.sheets ? JSON.stringify(change.sheets) : null}::jsonb, sheets),
    notices = coalesce(${change.notices ? JSON.stringify(change.notices) : null}::jsonb, notices),
    staged_at = coalesce(${change.stagedAt ?? null}::timestamptz, staged_at),
    merged_by = coalesce(${change.mergedBy ?? null}, merged_by),
    merged_at = coalesce(${change.mergedAt ?? null}::timestamptz, merged_at),
    job_id = coalesce(${change.jobId ?? null}, job_id),
    merged_to = coalesce(${change.mergedTo ?? null}::bigint, merged_to)
    where id = ${id}`.execute(tx)
}

/** All areas of the county, for reading their names; those that ended too, with what they became. */
export async function allAreas({ tx }: Ctx): Promise<Area[]> {
  const found = await sql<Area>`
    select code, name, short_name, successor from area where deleted_at is null order by code`.execute(tx)
  return found.rows
}

/** Whose file it is: what is learned from corrections is learned of the sender. */
export function senderOf({ sender, office }: Pick<Batch, 'sender' | 'office'>): string {
  return sender ?? office
}

/** Whose words hold for an import: those of the office that uploaded it, whoever reads it now. */
export function readingOf(batch: Pick<Batch, 'register' | 'sender' | 'office' | 'area'>): Reading {
  const { register, office, area } = batch
  return { register, sender: senderOf(batch), office, area }
}
