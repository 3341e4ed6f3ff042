/** Taking an event back while nothing rests on it: the last one first, every row as it stood before. */
import type { Ctx } from '#platform'
import { may } from '#platform'
import { type Present, presentAreas, presentFor } from '../areas/present-store.ts'
import { mainColumn, ownerColumn } from '../columns.ts'
import { same } from '../conflict.ts'
import type { Register } from '../define.ts'
import { logPair } from '../log.ts'
import { registerProblems } from '../problems.ts'
import { findRow } from '../read-store.ts'
import type { Registry } from '../registry.ts'
import type { AnyRow } from '../row.ts'
import { deleteRow, updateRow } from '../write-store.ts'
import type { EventDeclaration } from './define.ts'
import type { EventHead, EventRow, Ref } from './event-store.ts'
import { eventsOf, lockEvent, markUndone, restsOn, rowsOfEvents } from './event-store.ts'
import { eventProblems } from './problems.ts'

export type EventRoom = { registry: Registry; event(name: string): EventDeclaration }

/** All or nothing. Refused with what rests on it: a later event, a later change, decisions, vouchers. */
export async function undoEvent(
  ctx: Ctx,
  room: EventRoom,
  { id, reason }: { id: number; reason: string },
): Promise<void> {
  const head = await lockEvent(ctx, id)
  if (!head) throw registerProblems.notFound()
  const event = room.event(head.kind)
  for (const register of event.writes)
    if (!may(ctx.actor, `${register.name}.write`)) throw eventProblems.rights({ label: register.label })
  if (head.undoneAt !== null) throw eventProblems.undone({ label: event.label, on: head.validOn })
  const rows = await standing(ctx, room, await rowsOfEvents(ctx, [id]))
  await requireLast(ctx, room, head, rows)
  const places = await presentAreas(ctx, rows.flatMap(codesOf))
  for (const row of rows) requireUnchanged(row, places)
  await requireNothingRests(ctx, room, { head, event, rows })
  const why = `撤销${event.label.zh}（${head.validOn}）：${reason}`
  for (const row of rows.filter(({ made }) => !made)) await restore(ctx, { row, places }, why)
  for (const row of rows.filter(({ made }) => made)) await remove(ctx, room, row, why)
  await markUndone(ctx, id, reason)
}

type Standing = EventRow & { of: Register; now: AnyRow; made: boolean; title: string }

/** A row that somebody removed since is a change that rests on it. */
async function standing(ctx: Ctx, room: EventRoom, rows: readonly EventRow[]): Promise<Standing[]> {
  const found: Standing[] = []
  for (const row of rows) {
    const of = room.registry.get(row.register)
    const now = (await findRow(ctx, of, row.rowId)) as unknown as AnyRow | undefined
    if (!now) throw eventProblems.changed({ title: `${of.label.zh} #${row.rowId}`, field: of.label })
    found.push({
      ...row,
      of,
      now,
      made: row.areaBefore === null,
      title: String(now[of.title] ?? `#${now.id}`),
    })
  }
  return found
}

async function requireLast(
  ctx: Ctx,
  room: EventRoom,
  head: EventHead,
  rows: readonly Standing[],
): Promise<void> {
  for (const { register, rowId, title } of rows) {
    const [last] = (await eventsOf(ctx, [{ register, id: rowId }])).filter(
      (one) =>
        one.undoneAt === null &&
        (one.validOn > head.validOn || (one.validOn === head.validOn && one.id > head.id)),
    )
    if (last) throw eventProblems.later({ label: room.event(last.kind).label, on: last.validOn, title })
  }
}

/** Codes of places in what the event says of the row. */
function codesOf({ of, before, after }: Standing): string[] {
  return Object.keys(of.fields)
    .filter((name) => of.fields[name]?.kind.place)
    .flatMap((name) => [before[name], after[name]])
    .filter((code) => typeof code === 'string')
}

/** A place that became another one in between, by a merger of places, is no change of the row. */
function today({ of, now }: Standing, places: Present, [name, value]: [string, unknown]): unknown {
  return of.fields[name]?.kind.place && typeof value === 'string'
    ? presentFor(places, { code: value, at: now.area })
    : value
}

function requireUnchanged(row: Standing, places: Present): void {
  const { of, now, after, title } = row
  const other = Object.keys(after).find(
    (name) => !same(of, name, now[name], today(row, places, [name, after[name]])),
  )
  if (other !== undefined) throw eventProblems.changed({ title, field: of.fields[other]?.label ?? of.label })
}

/** Decisions and vouchers of the rows themselves and of what points to them (the entry of a list that names the person). */
async function requireNothingRests(
  ctx: Ctx,
  { registry }: EventRoom,
  { head, event, rows }: { head: EventHead; event: EventDeclaration; rows: readonly Standing[] },
): Promise<void> {
  const refs: Ref[] = rows.map(({ register, rowId }) => ({ register, id: rowId }))
  const ways = [...new Set(rows.map(({ of }) => of))].flatMap((of) => {
    const ids = rows.flatMap((row) => (row.of === of ? [row.rowId] : []))
    return waysTo(registry, of)
      .filter(({ register }) => !event.writes.includes(register))
      .map(({ register, col }) => ({ register: register.name, tbl: register.table, col, ids }))
  })
  const rests = await restsOn(ctx, { refs, ways, mark: head.mark })
  if (rests.decisions + rests.vouchers > 0) throw eventProblems.rests(rests)
}

/** The columns of other registers that hold an id of this one. */
function waysTo(registry: Registry, of: Register): { register: Register; col: string }[] {
  return [
    ...registry.childrenOf(of.name).map((register) => ({ register, col: ownerColumn(register) ?? 'id' })),
    ...registry
      .pointersTo(of.name)
      .map(({ register, field }) => ({ register, col: mainColumn(register, field) })),
  ]
}

type Restoring = { row: Standing; places: Present }

async function restore(ctx: Ctx, { row, places }: Restoring, reason: string): Promise<void> {
  const { of, now } = row
  if (Object.keys(row.before).length === 0) return
  const before = Object.fromEntries(
    Object.entries(row.before).map((one) => [one[0], today(row, places, one)]),
  )
  const back = await updateRow(ctx, of, { id: now.id, version: now.version, values: before as never, reason })
  ctx.note({ subject: `${of.name}:${now.id}`, ...logPair(of, now, back as unknown as AnyRow) })
}

async function remove(
  ctx: Ctx,
  { registry }: EventRoom,
  { of, now }: Standing,
  reason: string,
): Promise<void> {
  await deleteRow(ctx, registry, { register: of, id: now.id, version: now.version, reason })
  ctx.note({ subject: `${of.name}:${now.id}`, ...logPair(of, now, undefined) })
}
