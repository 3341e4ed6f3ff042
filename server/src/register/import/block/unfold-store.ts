/** Rows of a block stand one by one again, before one of them is changed. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { insertSingle } from '../single-store.ts'
import { holding, identified, readBlocks, takeBlocks } from './block-store.ts'
import { unpackBlock } from './unpack.ts'

export async function unfoldRows(ctx: Ctx, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await unfold(ctx, holding(ids))
}

/** The rows of an import that stand for the same things. */
export async function unfoldNamed(
  ctx: Ctx,
  { importId, identities }: { importId: number; identities: readonly string[] },
): Promise<void> {
  await unfold(ctx, sql`b.import_id = ${importId} and ${identified(identities)}`)
}

async function unfold(ctx: Ctx, where: RawBuilder<unknown>): Promise<void> {
  const blocks = await readBlocks(ctx, where)
  const taken = new Set(
    await takeBlocks(
      ctx,
      blocks.map(({ id }) => id),
    ),
  )
  for (const block of blocks.filter(({ id }) => taken.has(id))) // else somebody else unfolds it
    await insertSingle(ctx, { importId: block.importId, area: block.area, rows: unpackBlock(block) })
}
