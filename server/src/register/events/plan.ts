/** From a filled form to what will change, row by row; or why it cannot be done. */
import { createHash } from 'node:crypto'
import type { Day } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { may, withNames } from '#platform'
import { same } from '../conflict.ts'
import type { Register } from '../define.ts'
import { getRow } from '../read-store.ts'
import type { AnyRow } from '../row.ts'
import type { Ask, Effect, EventDeclaration, EventIssue, Planned, Values } from './define.ts'
import { eventsOf } from './event-store.ts'
import type { Filled } from './form.ts'
import { readForm } from './form.ts'
import { lookFor } from './look.ts'
import { eventProblems } from './problems.ts'

export type Change =
  | { act: 'change'; register: Register; row: AnyRow; values: Values }
  | { act: 'insert'; register: Register; key: string; values: Values }

export type Plan = {
  subject: AnyRow
  issues: readonly EventIssue[]
  asks: readonly Ask[]
  /** The asks that nobody answered yet. */
  open: readonly Ask[]
  /** Inserts first, each row once, only what differs. */
  changes: readonly Change[]
  /** Tells this plan from another one: what was looked at is what is entered. */
  seen: string
}

/** Plans the event for the row; conditions that do not hold are `issues`, a missing right is the Problem `event.rights`. */
export async function planEvent(
  ctx: Ctx,
  event: EventDeclaration,
  given: Filled & { id: number },
): Promise<Plan> {
  for (const register of event.writes)
    if (!may(ctx.actor, `${register.name}.write`)) throw eventProblems.rights({ label: register.label })
  return drawPlan(ctx, event, given)
}

/** As `planEvent`, for who only proposes: he has to see what it would write, or he would foresee less than is done. */
export async function drawPlan(
  ctx: Ctx,
  event: EventDeclaration,
  given: Filled & { id: number },
): Promise<Plan> {
  for (const register of event.writes)
    if (!['read', 'write'].some((verb) => may(ctx.actor, `${register.name}.${verb}`)))
      throw eventProblems.rights({ label: register.label })
  const subject = (await getRow(ctx, event.subject, given.id)) as unknown as AnyRow
  const look = lookFor(ctx)
  const form = await readForm(ctx, event, { filled: given, look, subject })
  const early = [...form.issues, ...dayIssues(event, given.on, ctx.today)]
  if (early.length > 0) return planOf(subject, { issues: early, effects: [] })
  const planned = await event.plan({ ...form, look, subject, on: given.on, today: ctx.today })
  const plan = planOf(subject, offeredOnly(event, subject, planned))
  const open = plan.asks.filter((ask) => form.answer(ask) === undefined)
  return { ...plan, open, issues: [...plan.issues, ...(await orderIssues(ctx, plan.changes, given.on))] }
}

function planOf(subject: AnyRow, { issues = [], asks = [], effects }: Planned): Plan {
  const changes = issues.length > 0 ? [] : merged(effects)
  const facts = changes.map((one) => [
    one.register.name,
    one.act === 'change' ? [one.row.id, one.row.version] : one.key,
    one.values,
  ])
  const seen = createHash('sha256')
    .update(JSON.stringify([facts, asks.length]))
    .digest('hex')
  return { subject, issues, asks, open: asks, changes, seen }
}

/** Several effects on one row are one change; values that stand already are no change. */
function merged(effects: readonly Effect[]): Change[] {
  const inserts = effects.filter((one) => one.act === 'insert')
  const rows = new Map<string, Extract<Change, { act: 'change' }>>()
  for (const one of effects) {
    if (one.act === 'insert') continue
    const key = `${one.register.name}:${one.row.id}`
    rows.set(key, { ...one, values: { ...rows.get(key)?.values, ...one.values } })
  }
  const changes = [...rows.values()].map((one) => ({ ...one, values: differing(one) }))
  return [...inserts, ...changes]
}

function differing({ register, row, values }: Extract<Change, { act: 'change' }>): Values {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => isMade(value) || !same(register, name, row[name], value),
    ),
  )
}

export function isMade(value: unknown): value is { made: string } {
  return typeof value === 'object' && value !== null && 'made' in value
}

/** What the page would not offer is not entered by another door either, whatever the event itself looked at. */
function offeredOnly(event: EventDeclaration, subject: AnyRow, planned: Planned): Planned {
  if ((planned.issues ?? []).length > 0 || (event.offered?.(subject) ?? true)) return planned
  const title = String(subject[event.subject.title] ?? `#${subject.id}`)
  return {
    issues: [
      {
        field: '',
        text: t(
          `${title}现在不能办“${event.label.zh}”。请先看这份档案现在的情况。`,
          `"${event.label.en}" cannot be entered for ${title} as the record stands. Look at it first.`,
        ),
      },
    ],
    effects: [],
  }
}

function dayIssues(event: EventDeclaration, on: Day, today: Day): EventIssue[] {
  if (on <= today) return []
  return [
    {
      field: 'on',
      text: t(
        `${event.day.zh} ${on} 在今天（${today}）之后。已经发生的事才能登记，请核对日期。`,
        `${event.day.en} ${on} is after today (${today}). Only what has happened is entered; check the day.`,
      ),
    },
  ]
}

/** Events of a row are entered in the order in which they happened, so that the days between them can be told. */
async function orderIssues(ctx: Ctx, changes: readonly Change[], on: Day): Promise<EventIssue[]> {
  const rows = changes.flatMap((one) => (one.act === 'change' ? [one] : []))
  const refs: { register: string; id: number }[] = []
  for (const [register, changed] of Map.groupBy(rows, (one) => one.register)) {
    const own = changed.map(({ row }) => row.id)
    const ids = register.duplicates ? await withNames(ctx.tx, register.name, own) : own
    refs.push(...ids.map((id) => ({ register: register.name, id })))
  }
  const [last] = (await eventsOf(ctx, refs)).filter((one) => one.undoneAt === null && one.validOn > on)
  if (!last) return []
  return [
    {
      field: 'on',
      text: t(
        `这些人里有人在 ${last.validOn} 已办过另一件事，${on} 在它之前。请先撤销那一件，按先后重新登记。`,
        `Something later, of ${last.validOn}, is entered for one of these already, and ${on} is before it. Take that back first and enter both in order.`,
      ),
    },
  ]
}
