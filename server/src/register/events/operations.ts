/** The doors: what can happen to a record and what happened, what an event would change, entering it, taking it back. */
import { z } from 'zod'
import type { Day } from '#kernel'
import { isDay, t } from '#kernel'
import type { Ctx } from '#platform'
import { may, operation } from '#platform'
import { fieldMetaOf, fieldMetaShape } from '../meta.ts'
import { reason, registerName, rowId, verb } from '../operations/shapes.ts'
import { findRow } from '../read-store.ts'
import type { Registry } from '../registry.ts'
import type { AnyRow } from '../row.ts'
import type { EventDeclaration, SpellDeclaration } from './define.ts'
import { lookFor } from './look.ts'
import { planEvent } from './plan.ts'
import { eventProblems } from './problems.ts'
import { recordEvent } from './record.ts'
import { askShape, changeShape, entrantShape, entryShape, issueShape, shownPlan, timelineOf } from './show.ts'
import { shownSpells, spellShape } from './show-spells.ts'
import type { EventRoom } from './undo.ts'
import { undoEvent } from './undo.ts'

export type EventParts = {
  registry: Registry
  events: readonly EventDeclaration[]
  spells: readonly SpellDeclaration[]
}

type Declared = { events?: readonly EventDeclaration[]; spells?: readonly SpellDeclaration[] }

/** What the systems declare, together. */
export function eventPartsOf(registry: Registry, systems: readonly Declared[]): EventParts {
  return {
    registry,
    events: systems.flatMap(({ events = [] }) => events),
    spells: systems.flatMap(({ spells = [] }) => spells),
  }
}

/** On whose records events are entered. */
export function eventSubjects({ events }: EventParts): readonly string[] {
  return [...new Set(events.map(({ subject }) => subject.name))]
}

type Room = EventRoom & EventParts

/** The operations on events; throws at start where two have one name. */
export function eventOperations(parts: EventParts) {
  const byName = new Map(parts.events.map((event) => [event.name, event]))
  if (byName.size !== parts.events.length) throw new Error('two events have one name')
  const room: Room = {
    ...parts,
    event: (name) => {
      const found = byName.get(name)
      if (!found) throw eventProblems.none({ event: name })
      return found
    },
  }
  return [recordDoor(room), previewDoor(room), ofDoor(room), undoDoor(room)] as const
}

const text = z.object({ zh: z.string(), en: z.string() })

const formInput = z.object({
  register: registerName,
  id: rowId,
  event: z.string().max(60),
  on: z.string().refine(isDay),
  values: z.record(z.string().max(60), z.json()).default({}),
  picks: z.record(z.string().max(60), z.array(rowId).max(200)).default({}),
  /** To what was asked, by the key of the ask. */
  answers: z.record(z.string().max(120), z.json()).default({}),
})

export const actShape = z.object({
  name: z.string(),
  label: text,
  help: text.nullable(),
  day: text,
  fields: z.array(fieldMetaShape),
  picks: z.array(
    z.object({
      name: z.string(),
      label: text,
      help: text.nullable(),
      many: z.boolean(),
      required: z.boolean(),
      rows: z.array(z.object({ id: z.number(), title: z.string(), note: text.nullable() })),
    }),
  ),
})

const ofDoor = (room: Room) =>
  operation({
    name: 'event.of',
    text: t('查看办过的事', 'See what happened to a record'),
    can: verb('read'),
    audit: 'read',
    input: z.object({ register: registerName, id: rowId }),
    output: z.object({
      acts: z.array(actShape),
      timeline: z.array(entryShape),
      spells: z.array(spellShape),
      /** Whether the actor may enter events here, and so try to take one back. */
      writes: z.boolean(),
    }),
    run: async (ctx, ref) => {
      ctx.note({ subject: `${ref.register}:${ref.id}` })
      return {
        acts: await actsOf(ctx, room, ref),
        timeline: await timelineOf(ctx, room, ref),
        spells: await shownSpells(ctx, room, ref),
        writes: room.events.some(
          ({ subject, writes }) =>
            subject.name === ref.register && writes.every(({ name }) => may(ctx.actor, `${name}.write`)),
        ),
      }
    },
  })

/** What the actor may enter for the row as it stands, with the rows to choose from. */
async function actsOf(ctx: Ctx, room: Room, { register, id }: { register: string; id: number }) {
  const subject = (await findRow(ctx, room.registry.get(register), id)) as unknown as AnyRow | undefined
  if (!subject) return []
  const offered = room.events.filter(
    (event) =>
      event.subject.name === register &&
      event.writes.every(({ name }) => may(ctx.actor, `${name}.write`)) &&
      (event.offered?.(subject) ?? true),
  )
  const acts: z.infer<typeof actShape>[] = []
  for (const event of offered) acts.push(await actOf(ctx, event, subject))
  return acts
}

export async function actOf(
  ctx: Ctx,
  event: EventDeclaration,
  subject: AnyRow,
): Promise<z.infer<typeof actShape>> {
  const picks: z.infer<typeof actShape>['picks'] = []
  for (const [name, one] of Object.entries(event.picks ?? {})) {
    const rows = await one.from({ look: lookFor(ctx), subject })
    picks.push({
      name,
      label: one.label,
      help: one.help ?? null,
      many: one.many ?? false,
      required: one.required ?? false,
      rows: rows.map((row) => ({
        id: row.id,
        title: String(row[one.of.title] ?? `#${row.id}`),
        note: one.note?.(row) ?? null,
      })),
    })
  }
  return {
    name: event.name,
    label: event.label,
    help: event.help ?? null,
    day: event.day,
    fields: Object.entries(event.form).map(([name, field]) => fieldMetaOf(ctx.actor, name, field)),
    picks,
  }
}

const previewDoor = (room: Room) =>
  operation({
    name: 'event.preview',
    text: t('试办：看会改什么', 'See what an event would change'),
    // Reads only; who may not enter the event is refused by the plan itself.
    can: verb('read'),
    audit: 'none',
    input: formInput,
    output: z.object({
      issues: z.array(issueShape),
      asks: z.array(askShape),
      changes: z.array(changeShape),
      /** New rows whose register is searched for duplicates: who may be registered already is asked before they are entered. */
      entrants: z.array(entrantShape),
      seen: z.string(),
    }),
    run: async (ctx, { event, on, register, ...given }) =>
      shownPlan(
        ctx,
        room,
        await planEvent(ctx, eventOf(room, event, register), { ...given, on: on as Day } as never),
      ),
  })

const recordDoor = (room: Room) =>
  operation({
    name: 'event.record',
    text: t('登记一件事（分户、去世等）', 'Enter an event'),
    can: verb('write'),
    audit: 'write',
    input: formInput.extend({
      /** What it was seen from: 户口簿, 死亡证明. */
      paper: reason,
      seen: z.string().max(64).optional(),
    }),
    output: z.object({ id: z.number() }),
    run: async (ctx, { event: name, on, register, ...given }) => {
      const event = eventOf(room, name, register)
      const id = await recordEvent(ctx, event, { ...given, on: on as Day } as never)
      ctx.note({
        subject: `${register}:${given.id}`,
        text: t(`${event.label.zh} ${on}：${given.paper}`, `${event.label.en} ${on}: ${given.paper}`),
      })
      return { id }
    },
  })

/** An event is entered on the records of its own register; the verb was checked for that one. */
function eventOf(room: Room, name: string, register: string): EventDeclaration {
  const event = room.event(name)
  if (event.subject.name !== register) throw eventProblems.none({ event: name })
  return event
}

const undoDoor = (room: Room) =>
  operation({
    name: 'event.undo',
    text: t('撤销办过的一件事', 'Take an event back'),
    can: 'signedIn',
    audit: 'write',
    input: z.object({ id: rowId, reason }),
    output: z.object({ undone: z.literal(true) }),
    run: async (ctx, given) => {
      await undoEvent(ctx, room, given)
      ctx.note({ subject: `event:${given.id}`, text: t(given.reason, given.reason) })
      return { undone: true as const }
    },
  })
