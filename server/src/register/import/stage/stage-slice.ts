/** A slice of the file into staged rows: as blocks from the beginning where the register has none of them, else one by one. */
import type { Ctx } from '#platform'
import type { Packed } from '../block/pack.ts'
import type { NewRow } from '../tables.ts'
import type { Draft } from './draft.ts'
import { draftsOf } from './plain-drafts.ts'
import type { Linking } from './resolve-links.ts'
import type { Slice } from './row-source.ts'
import { stageRows } from './stage-rows.ts'
import { takePlain } from './take-plain.ts'

/** `plain`: the rows that stand in a block from the beginning. */
export type Staged = { rows: NewRow[]; plain: Packed | undefined }

/** `ownerId`: whose rows these are where the sheet does not say. */
type Taking = { linking: Linking; slice: Slice; ownerId: number | null }

export async function stageSlice(ctx: Ctx, { linking, slice, ownerId }: Taking): Promise<Staged> {
  const { drafts, plain } = slice
  const block = plain ? await takePlain(ctx, linking, plain) : null
  const all = plain && !block ? inOrder(drafts, draftsOf(linking.register, plain)) : drafts
  const drafted = all.map((draft) => ({ draft, accepted: false, fixes: unmended }))
  return { rows: await stageRows(ctx, { linking, drafted, ownerId }), plain: block ?? undefined }
}

const unmended: Record<string, string> = {}

function inOrder(some: readonly Draft[], others: readonly Draft[]): Draft[] {
  return [...some, ...others].sort((a, b) => a.row - b.row)
}
