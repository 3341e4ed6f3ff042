/** Plans and events as the page shows them. */
import { z } from 'zod'
import type { Ctx } from '#platform'
import { may } from '#platform'
import { mentionedBy } from '../duplicates/declare.ts'
import { titlesOf } from '../title-store.ts'
import { wireValue } from '../wire.ts'
import type { EventHead, EventRow } from './event-store.ts'
import { eventsUnderAllNames } from './event-store.ts'
import { askKey } from './form.ts'
import type { Plan } from './plan.ts'
import { type Say, sayer } from './say.ts'
import type { EventRoom } from './undo.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const said = text.nullable()

export const changeShape = z.object({
  register: z.string(),
  registerLabel: text,
  /** Null: a row that will be entered. */
  id: z.number().nullable(),
  title: z.string(),
  act: z.enum(['insert', 'change', 'concern']),
  fields: z.array(z.object({ field: z.string(), label: text, before: said, after: said })),
})

export const issueShape = z.object({ field: z.string(), text })

export const askShape = z.object({
  key: z.string(),
  title: z.string(),
  label: text,
  before: said,
  options: z.array(z.object({ code: z.string(), label: text })),
})

export const entryShape = z.object({
  id: z.number(),
  name: z.string(),
  label: text,
  day: text,
  on: z.string(),
  knownAt: z.string(),
  byName: z.string(),
  office: z.string(),
  paper: z.string(),
  undone: z.object({ at: z.string(), byName: z.string(), reason: z.string() }).nullable(),
  /** The number of the record that it happened to, where that was merged into this one. */
  under: z.number().nullable(),
  /** The last that stands on this record: it can be tried to be taken back. */
  last: z.boolean(),
  changes: z.array(changeShape),
})

/** A row that would be entered, as the search for duplicates at entry asks for it: what its register compares. */
export const entrantShape = z.object({
  register: z.string(),
  title: z.string(),
  values: z.record(z.string(), z.json()),
})

type Change = z.infer<typeof changeShape>

/** What the plan will change, old and new. */
export async function shownPlan(ctx: Ctx, room: EventRoom, plan: Plan) {
  const spoken = plan.changes.flatMap(({ register, values, ...one }) => [
    { register, values },
    ...('row' in one ? [{ register, values: one.row }] : []),
  ])
  const asked = plan.asks.map(({ register, row }) => ({ register, values: row }))
  const say = await sayer(ctx, room.registry, [...spoken, ...asked])
  return {
    issues: [...plan.issues],
    asks: plan.asks.map((ask) => ({
      key: askKey(ask),
      title: String(ask.row[ask.register.title] ?? `#${ask.row.id}`),
      label: ask.register.fields[ask.field]?.label ?? ask.register.label,
      before: say(ask.register, ask.field, ask.row[ask.field]),
      options: Object.entries(ask.register.fields[ask.field]?.options ?? {}).map(([code, label]) => ({
        code,
        label,
      })),
    })),
    changes: plan.changes.map((one): Change => {
      const old = one.act === 'change' ? one.row : undefined
      const title = old?.[one.register.title] ?? one.values[one.register.title]
      return {
        register: one.register.name,
        registerLabel: one.register.label,
        id: old?.id ?? null,
        title: String(title ?? ''),
        act: one.act === 'insert' ? 'insert' : Object.keys(one.values).length > 0 ? 'change' : 'concern',
        fields: fieldsOf(say, { register: one.register, before: old ?? {}, after: one.values }),
      }
    }),
    entrants: plan.changes.flatMap((one) => (one.act === 'insert' ? entrantOf(ctx.actor, one) : [])),
    seen: plan.seen,
  }
}

type Entering = Pick<Plan['changes'][number], 'register' | 'values'>

function entrantOf(actor: Ctx['actor'], { register, values }: Entering) {
  if (!register.duplicates) return []
  const compared = new Set([...mentionedBy(register.duplicates), 'area'])
  const known = Object.keys(register.fields).filter(
    (name) => compared.has(name) && (values[name] ?? null) !== null,
  )
  const wire = (name: string) => wireValue(actor, register, { name, row: values })
  return [
    {
      register: register.name,
      title: String(values[register.title] ?? ''),
      values: Object.fromEntries(known.map((name) => [name, wire(name)])),
    },
  ]
}

type Sides = { register: Plan['changes'][number]['register']; before: object; after: object }

export function fieldsOf(say: Say, { register, before, after }: Sides): Change['fields'] {
  const [old, fresh] = [before as Record<string, unknown>, after as Record<string, unknown>]
  return Object.keys(register.fields)
    .filter((name) => name in fresh && (old[name] ?? fresh[name] ?? null) !== null)
    .map((name) => ({
      field: name,
      label: register.fields[name]?.label ?? register.label,
      before: say(register, name, old[name]),
      after: say(register, name, fresh[name]),
    }))
}

/** What happened to the record, the latest first; also to a row that was merged into it, which is taken back only there. */
export async function timelineOf(ctx: Ctx, room: EventRoom, ref: { register: string; id: number }) {
  const { names, heads, last, rows: all } = await eventsUnderAllNames(ctx, ref)
  const rows = all.filter((row) => may(ctx.actor, `${row.register}.read`))
  const registers = [...new Set(rows.map((row) => row.register))].map((name) => room.registry.get(name))
  const say = await sayer(
    ctx,
    room.registry,
    rows.flatMap(({ register, before, after }) =>
      [before, after].map((values) => ({ register: room.registry.get(register), values })),
    ),
  )
  const titles = new Map<string, string>()
  for (const register of registers) {
    const ids = rows.flatMap((row) => (row.register === register.name ? [row.rowId] : []))
    for (const [id, title] of await titlesOf(ctx, room.registry, { register, ids }))
      titles.set(`${register.name}:${id}`, title)
  }
  return heads.map((head) =>
    entryOf(room, {
      head,
      under: underOf({ ...ref, names }, head, all),
      last: head.id === last,
      rows,
      say,
      titles,
    }),
  )
}

type Told = {
  head: EventHead
  under: number | null
  last: boolean
  rows: readonly EventRow[]
  say: Say
  titles: ReadonlyMap<string, string>
}

/** An event of the record itself is its own, also where it concerned one that was merged into it later. */
function underOf(ref: Ref, head: EventHead, rows: readonly EventRow[]): number | null {
  const own = rows.filter(({ eventId, register }) => eventId === head.id && register === ref.register)
  return own.some(({ rowId }) => rowId === ref.id)
    ? null
    : (ref.names.find((name) => own.some(({ rowId }) => rowId === name)) ?? null)
}

type Ref = { register: string; id: number; names: readonly number[] }

function entryOf(
  room: EventRoom,
  { head, under, last, rows, say, titles }: Told,
): z.infer<typeof entryShape> {
  const { id, kind, validOn, knownAt, accountName, office, paper, undoneAt, undoneName, undoneReason } = head
  const { label, day } = room.event(kind)
  return {
    id,
    name: kind,
    label,
    day,
    on: validOn,
    knownAt,
    byName: accountName,
    office,
    paper,
    undone: undoneAt ? { at: undoneAt, byName: undoneName ?? '', reason: undoneReason ?? '' } : null,
    under,
    last,
    changes: rows
      .filter((row) => row.eventId === id)
      .map((row) => {
        const register = room.registry.get(row.register)
        const act =
          row.areaBefore === null ? 'insert' : Object.keys(row.after).length > 0 ? 'change' : 'concern'
        return {
          register: register.name,
          registerLabel: register.label,
          id: row.rowId,
          title: titles.get(`${register.name}:${row.rowId}`) ?? `#${row.rowId}`,
          act,
          fields: fieldsOf(say, { register, before: row.before, after: row.after }),
        }
      }),
  }
}
