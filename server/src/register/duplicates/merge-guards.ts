/** What a merge and its undoing look at before they write, and how refusals of the database are said. */
import { isProblem, t } from '#kernel'
import type { Ctx } from '#platform'
import { translate } from '#platform'
import type { Register } from '../define.ts'
import type { Registry } from '../registry.ts'
import { lockMerge, type MergeRow, setGone, spansClash, turnPointers } from './merge-store.ts'
import type { Compared } from './pass-store.ts'
import { duplicateProblems } from './problems.ts'

/** The merge, locked, in the state that is asked for. */
export async function inState(
  ctx: Ctx,
  register: Register,
  { id, state }: { id: number; state: MergeRow['state'] },
): Promise<MergeRow> {
  const merge = await lockMerge(ctx, register, id)
  if (!merge) throw duplicateProblems.noMerge()
  if (merge.state !== state) throw duplicateProblems.state({ state: stateWords[merge.state] })
  return merge
}

const stateWords = {
  proposed: t('在等另一人确认', 'is waiting for a second person'),
  done: t('已经合并', 'is done'),
  withdrawn: t('已经收回', 'was withdrawn'),
  undone: t('已经撤回', 'was undone'),
}

/** Two spells of one thing at one time would stand under one owner. */
export async function refuseOverlaps(
  ctx: Ctx,
  registry: Registry,
  { register, merge }: { register: Compared; merge: MergeRow },
): Promise<void> {
  for (const child of registry.childrenOf(register.name)) {
    if (child.shape !== 'dated' || !child.overlap) continue
    const spans = { by: child.overlap.by ?? [], a: merge.keptId, b: merge.goneId }
    if (await spansClash(ctx, child, spans)) throw duplicateProblems.clash({ label: child.label })
  }
}

/** What the unique indexes of the other register refuse is said as a clash of the two. */
export async function turned(...[ctx, at, turn]: Parameters<typeof turnPointers>): Promise<number[]> {
  try {
    return await turnPointers(ctx, at, turn)
  } catch (thrown) {
    if (isProblem(translate(thrown), 'platform.duplicate'))
      throw duplicateProblems.clash({ label: at.register.label })
    throw thrown
  }
}

/** The row that went stands again; its number may have been given to another since. */
export async function restored(
  ctx: Ctx,
  register: Register,
  { id, why }: { id: number; why: string },
): Promise<void> {
  try {
    await setGone(ctx, register, { id, gone: false, why })
  } catch (thrown) {
    if (isProblem(translate(thrown), 'platform.duplicate'))
      throw duplicateProblems.clash({ label: register.label })
    throw thrown
  }
}
