/** The findings that stop a decision, as the room of cases asks for them. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { namesOf } from '#platform'
import { openFindings } from './finding-store.ts'
import { labelOf } from './operations/show.ts'
import type { VerifyRoom } from './run.ts'

/** By row: the check that doubts it. Rows without an open finding are not in the map. */
export function findingsOf(
  room: VerifyRoom,
): (ctx: Ctx, of: { register: string; rowIds: readonly number[] }) => Promise<ReadonlyMap<number, Text>> {
  return async (ctx, of) => {
    const names = await namesOf(ctx.tx, of.register, of.rowIds)
    const stopped = new Map<number, Text>()
    for (const { checkId, rowIds } of await openFindings(ctx, of)) {
      const label = labelOf(room, checkId)
      const doubted = of.rowIds.filter((id) => (names.get(id) ?? [id]).some((name) => rowIds.includes(name)))
      for (const id of doubted)
        if (!stopped.has(id)) stopped.set(id, t(`有疑点没有结：${label.zh}`, `open finding: ${label.en}`))
    }
    return stopped
  }
}
