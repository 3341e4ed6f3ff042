/** Entering an event: the rows change under the eyes of the register, and the event keeps what stood before. */
import { areaContains } from '#kernel'
import type { Ctx } from '#platform'
import { logPair } from '../log.ts'
import type { AnyRow } from '../row.ts'
import { insertRow, updateRow } from '../write-store.ts'
import type { EventDeclaration, Values } from './define.ts'
import type { EventRow } from './event-store.ts'
import { insertEvent } from './event-store.ts'
import type { Filled } from './form.ts'
import { askKey } from './form.ts'
import type { Change, Plan } from './plan.ts'
import { drawPlan, isMade, planEvent } from './plan.ts'
import { eventProblems } from './problems.ts'

export type Entering = Filled & { id: number; paper: string; seen?: string }

type Written = Omit<EventRow, 'eventId'>

/** Enters it, all or nothing; the event's id. What does not hold is `event.refused`, another plan than the one seen `event.otherNow`. */
export async function recordEvent(ctx: Ctx, event: EventDeclaration, given: Entering): Promise<number> {
  return enter(ctx, event, { ...given, plan: await planEvent(ctx, event, given) })
}

/**
 * As `recordEvent`, for who confirms what another foresaw (GEN-13): confirming is a right of its own, so the verbs of the
 * registers are not asked for; their fences hold.
 */
export async function confirmEvent(ctx: Ctx, event: EventDeclaration, given: Entering): Promise<number> {
  return enter(ctx, event, { ...given, plan: await drawPlan(ctx, event, given) })
}

async function enter(
  ctx: Ctx,
  event: EventDeclaration,
  { plan, ...given }: Entering & { plan: Plan },
): Promise<number> {
  const open = plan.open.map((ask) => ({
    field: askKey(ask),
    text: {
      zh: `请写明${String(ask.row[ask.register.title])}的“${ask.register.fields[ask.field]?.label.zh}”。`,
      en: `Say "${ask.register.fields[ask.field]?.label.en}" of ${String(ask.row[ask.register.title])}.`,
    },
  }))
  if (plan.issues.length + open.length > 0) throw eventProblems.refused({ issues: [...plan.issues, ...open] })
  if (given.seen !== undefined && given.seen !== plan.seen) throw eventProblems.otherNow()
  const reason = `${event.label.zh}（${given.on}，${given.paper}）`
  const ids = new Map<string, number>()
  const rows: Written[] = []
  for (const change of plan.changes) rows.push(await write(ctx, change, { ids, reason }))
  return insertEvent(
    ctx,
    {
      area: narrowest([plan.subject.area, ...rows.flatMap((row) => [row.area, row.areaBefore ?? row.area])]),
      kind: event.name,
      register: event.subject.name,
      subjectId: plan.subject.id,
      validOn: given.on,
      paper: given.paper,
    },
    rows,
  )
}

async function write(
  ctx: Ctx,
  change: Change,
  { ids, reason }: { ids: Map<string, number>; reason: string },
): Promise<Written> {
  const { register } = change
  const values = resolved(change.values, ids)
  if (change.act === 'insert') {
    const row = (await insertRow(ctx, register, values as never)) as unknown as AnyRow
    ids.set(change.key, row.id)
    ctx.note({ subject: `${register.name}:${row.id}`, ...logPair(register, undefined, row) })
    const after = Object.fromEntries(Object.keys(register.fields).map((name) => [name, row[name] ?? null]))
    return { area: row.area, areaBefore: null, register: register.name, rowId: row.id, before: {}, after }
  }
  const { row } = change
  const names = Object.keys(values)
  const now =
    names.length === 0
      ? row
      : ((await updateRow(ctx, register, {
          id: row.id,
          version: row.version,
          values: values as never,
          reason,
        })) as unknown as AnyRow)
  if (names.length > 0) ctx.note({ subject: `${register.name}:${row.id}`, ...logPair(register, row, now) })
  return {
    area: now.area,
    areaBefore: row.area,
    register: register.name,
    rowId: row.id,
    before: { ...pick(row, names), ...rawOf(row, names) },
    after: pick(now, names),
  }
}

function resolved(values: Values, ids: ReadonlyMap<string, number>): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, isMade(value) ? ids.get(value.made) : value]),
  )
}

function pick(row: AnyRow, names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]))
}

/** The kept text of unknown values (GEN-07) comes back with them. */
function rawOf(row: AnyRow, names: readonly string[]): Values {
  const raw = Object.fromEntries(Object.entries(row.raw).filter(([name]) => names.includes(name)))
  return Object.keys(raw).length > 0 ? { raw } : {}
}

/** The smallest area of the actor's that holds all of them: who sees that, may take the event back. */
function narrowest(areas: readonly string[]): string {
  const [first = ''] = areas
  const found = [15, 12, 9, 6]
    .filter((length) => length <= first.length)
    .map((length) => first.slice(0, length))
    .find((area) => areas.every((one) => areaContains(area, one)))
  return found ?? first.slice(0, 6)
}
