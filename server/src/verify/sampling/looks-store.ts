/** What answers from the field said of a record. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import type { Result } from './task-store.ts'

export type FieldLook = {
  result: Extract<Result, 'confirmed' | 'differs'>
  /** By field, in words: what the register said, and what it really was. */
  seen: Readonly<Record<string, string>>
  found: Readonly<Record<string, string>>
  at: string
  name: string
}

/** The last answer to each task, whoever may read samples (0397); where nobody was met or the record was not found it says nothing of values. */
export async function looksOf(
  { tx }: Ctx,
  { designs, ids }: { designs: readonly string[]; ids: readonly number[] },
): Promise<FieldLook[]> {
  const found = await sql<FieldLook>`
    select result, seen, found, at, name from field_looks(${[...designs]}::text[], ${[...ids]}::bigint[]) order by at`.execute(
    tx,
  )
  return found.rows
}
