/** What lists say of a record, whoever may read them (0397). */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import type { Pair } from './define.ts'
import type { Differing } from './tables.ts'

type Cells = Readonly<Record<string, unknown[]>>

export type ListLook = {
  comparisonId: number
  kind: string
  fileName: string
  sender: string
  listDate: string
  keys: Pair[][]
  class: 'same' | 'differs'
  encoded: Cells
  differs: Differing[]
  /** What was taken over into the record from lists of the same sender: field of the register -> the columns of its value. */
  adopted: Cells[]
}

/** The first list first. */
export async function listLooksOf(
  { tx }: Ctx,
  { register, ids }: { register: string; ids: readonly number[] },
): Promise<ListLook[]> {
  const found = await sql<ListLook>`
    select comparison_id, kind, file_name, sender, list_date, keys, class, encoded, differs, adopted
    from list_looks(${register}, ${[...ids]}::bigint[]) order by list_date, comparison_id`.execute(tx)
  return found.rows
}

/** Those of these comparisons that the actor may see. */
export async function seenOf({ tx }: Ctx, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const found = await sql<{ id: number }>`
    select id from comparison where id = any(${[...new Set(ids)]}::bigint[])`.execute(tx)
  return new Set(found.rows.map(({ id }) => id))
}
