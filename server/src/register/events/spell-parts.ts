/** What each number of a record says of its spells: up to a merge that took the value of another, and after it. */
import type { Day } from '#kernel'
import type { Ctx } from '#platform'
import { withNames } from '#platform'
import { type MergeRow, mergesOfRows } from '../duplicates/merge-store.ts'
import { versionsOf } from '../read-store.ts'
import type { AnyRow } from '../row.ts'
import type { SpellDeclaration } from './define.ts'
import type { EventHead, EventRow, Ref } from './event-store.ts'
import { eventsOf, rowsOfEvents } from './event-store.ts'
import type { Part } from './joined-spells.ts'
import type { Step } from './spells.ts'
import { spellsOf } from './spells.ts'

/** The part that holds today, and the others; undefined where no event says anything, or the row is not seen. */
export async function partsOf(
  ctx: Ctx,
  declared: SpellDeclaration,
  { register: name, id }: Ref,
): Promise<{ now: Part; others: Part[] } | undefined> {
  const { register } = declared
  const ids = register.duplicates ? await withNames(ctx.tx, name, [id]) : [id]
  const merges = ids.length > 1 ? await mergesOfRows(ctx, register, ids) : []
  const done = merges.filter(({ state }) => state === 'done')
  const told = await happenedTo(
    ctx,
    ids.map((one) => ({ register: name, id: one })),
  )
  if (told.length === 0) return undefined
  const parts: Part[] = []
  for (const one of ids) {
    const versions = await versionsOf(ctx, register, one)
    const own = told.filter(({ rowId }) => rowId === one)
    parts.push(...cutUp(declared, { id: one, versions, told: own, merges: done, isNow: one === id }))
  }
  const now = parts.find((part) => part.id === id && !part.ended)
  return now && { now, others: parts.filter((part) => part !== now) }
}

type Happened = Step & { rowId: number; knownAt: string }

/** The first first; what was taken back did not happen. */
async function happenedTo(ctx: Ctx, refs: readonly Ref[]): Promise<Happened[]> {
  const heads = (await eventsOf(ctx, refs)).filter(({ undoneAt }) => undoneAt === null).reverse()
  const rows = await rowsOfEvents(
    ctx,
    heads.map(({ id }) => id),
  )
  const isOne = (row: EventRow) =>
    refs.some(({ register, id }) => row.register === register && row.rowId === id)
  return heads.flatMap(({ id, validOn, knownAt }: EventHead) =>
    rows
      .filter((row) => row.eventId === id && isOne(row))
      .map(({ rowId, areaBefore, before, after }) => ({
        ...{ rowId, knownAt, before, after },
        on: validOn as Day,
        born: areaBefore === null,
      })),
  )
}

type Own = {
  id: number
  versions: readonly AnyRow[]
  told: readonly Happened[]
  merges: readonly MergeRow[]
  isNow: boolean
}

/** A merge that took a told value of the other cuts: before it the record said its own. */
function cutUp(declared: SpellDeclaration, { id, versions, told, merges, isNow }: Own): Part[] {
  const last = versions.at(-1)
  if (!last) return [] // out of sight
  const cuts = merges
    .filter((one) => one.keptId === id && one.taken.some((field) => declared.fields.includes(field)))
    .map(({ doneAt, keptVersion }) => ({ until: doneAt ?? '', version: keptVersion }))
  const ends = [...cuts, { until: null, version: last.version }]
  return ends.map(({ until, version }, nth) => {
    const since = ends[nth - 1]?.until ?? ''
    const steps = told.filter((one) => one.knownAt >= since && (until === null || one.knownAt < until))
    const row = versions.find((one) => one.version === version) ?? last
    return { id, spells: spellsOf(declared, row, steps), ended: !isNow || until !== null }
  })
}
