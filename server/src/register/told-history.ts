/**
 * The story of a record that was merged of several, told as one: what each of them said under its own number, when they were made
 * one and by whom, in what they differed then, and when they were taken apart again.
 */
import { z } from 'zod'
import type { Ctx } from '#platform'
import { withNames } from '#platform'
import { same } from './conflict.ts'
import type { Register } from './define.ts'
import type { MergeRow } from './duplicates/merge-store.ts'
import { mergesOfRows } from './duplicates/merge-store.ts'
import { type HistoryEntry, historyOf, historyShape, shownValue } from './history.ts'
import { sortable } from './moment.ts'
import { versionsOf } from './read-store.ts'
import type { AnyRow } from './row.ts'

/** A field in which the two differed when they were made one; `taken`: the value of the one that went was taken. */
const saidShape = z.object({
  field: z.string(),
  kept: z.json(),
  gone: z.json(),
  masked: z.boolean(),
  taken: z.boolean(),
})

export const toldShape = historyShape.extend({
  /** The record that says it, by its number. */
  id: z.number(),
  act: z.enum([...historyShape.shape.act.options, 'merge', 'part']),
  /** With a merge or its undoing: the number of the other record, and in what they differed. */
  merged: z.object({ keptId: z.number(), goneId: z.number(), said: z.array(saidShape) }).nullable(),
})
export type ToldEntry = z.infer<typeof toldShape>

export type Told = {
  entries: ToldEntry[]
  /** Numbers of the record of which this actor sees nothing: they stand outside his area. */
  unseen: number[]
}

/** All entries, the newest first. */
export async function toldHistory(ctx: Ctx, register: Register, id: number): Promise<Told> {
  const ids = register.duplicates ? await withNames(ctx.tx, register.name, [id]) : [id]
  const own: ToldEntry[] = []
  const unseen: number[] = []
  for (const one of ids) {
    const entries = await historyOf(ctx, register, one)
    if (entries.length === 0) unseen.push(one)
    own.push(...entries.map((entry) => ({ ...entry, id: one, merged: null })))
  }
  const merges = register.duplicates ? await mergesOfRows(ctx, register, ids) : []
  const told: ToldEntry[] = []
  for (const merge of merges) told.push(...(await tellMerge(ctx, register, { merge, own })))
  const rest = own.filter((entry) => !merges.some((merge) => isOf(merge, entry)))
  return { entries: [...told, ...rest].sort(laterFirst), unseen }
}

/** How many entries the story has; of a record that was never merged, how many versions, without reading them again. */
export async function countTold(
  ctx: Ctx,
  register: Register,
  own: { id: number; versions: number },
): Promise<number> {
  if (!register.duplicates) return own.versions
  const ids = await withNames(ctx.tx, register.name, [own.id])
  if ((await mergesOfRows(ctx, register, ids)).length === 0) return own.versions
  return (await toldHistory(ctx, register, own.id)).entries.length
}

/** What the merge or its undoing itself wrote, in one transaction with it. */
function isOf({ keptId, goneId, doneAt, undoneAt }: MergeRow, { id, at }: ToldEntry): boolean {
  return (id === keptId || id === goneId) && (at === doneAt || at === undoneAt)
}

async function tellMerge(
  ctx: Ctx,
  register: Register,
  { merge, own }: { merge: MergeRow; own: readonly ToldEntry[] },
): Promise<ToldEntry[]> {
  const { keptId, goneId, doneAt, doneBy, doneName, undoneAt, undoneBy, undoneName, undoneReason } = merge
  const said = await differing(ctx, register, merge)
  const changed = (at: string) =>
    own.filter((one) => one.id === keptId && one.at === at).flatMap(({ changes }) => changes)
  const entry = (
    act: 'merge' | 'part',
    at: string,
    more: Pick<HistoryEntry, 'by' | 'byName' | 'reason'>,
  ): ToldEntry => ({
    ...{ version: 0, at, act, id: keptId, changes: changed(at), ...more },
    merged: { keptId, goneId, said: act === 'merge' ? said : [] },
  })
  const done = doneAt
    ? [entry('merge', doneAt, { by: doneBy ?? 0, byName: doneName ?? '', reason: merge.reason })]
    : []
  const undone = undoneAt
    ? [entry('part', undoneAt, { by: undoneBy ?? 0, byName: undoneName ?? '', reason: undoneReason })]
    : []
  return [...undone, ...done]
}

/** As the two stood when they were made one; nothing where one of them is not seen. */
async function differing(
  ctx: Ctx,
  register: Register,
  merge: MergeRow,
): Promise<z.infer<typeof saidShape>[]> {
  const at = async (id: number, version: number): Promise<AnyRow | undefined> =>
    (await versionsOf(ctx, register, id)).find((row) => row.version === version)
  const [kept, gone] = [await at(merge.keptId, merge.keptVersion), await at(merge.goneId, merge.goneVersion)]
  if (!kept || !gone) return []
  return Object.keys(register.fields)
    .filter((field) => !same(register, field, kept[field], gone[field]))
    .map((field) => {
      const [mine, theirs] = [
        shownValue(ctx, register, { name: field, value: kept[field] }),
        shownValue(ctx, register, { name: field, value: gone[field] }),
      ]
      return {
        field,
        kept: mine.value,
        gone: theirs.value,
        masked: mine.masked,
        taken: merge.taken.includes(field),
      }
    })
}

function laterFirst(a: ToldEntry, b: ToldEntry): number {
  const [one, other] = [sortable(a.at), sortable(b.at)]
  if (one !== other) return one < other ? 1 : -1
  return Number(b.merged !== null) - Number(a.merged !== null) || b.id - a.id || b.version - a.version
}
