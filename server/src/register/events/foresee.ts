/** An event that one proposes and another enters: what it would change, kept so that it can be shown and entered as it was seen. */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Ctx } from '#platform'
import type { Registry } from '../registry.ts'
import type { EventDeclaration, EventIssue, Values } from './define.ts'
import type { Filled } from './form.ts'
import { askKey } from './form.ts'
import type { Change, Plan } from './plan.ts'
import { drawPlan, isMade } from './plan.ts'
import { sayer } from './say.ts'
import type { changeShape } from './show.ts'
import { fieldsOf } from './show.ts'

/** One row that it would change; `id` null: a row that it would enter. JSON. */
export type Foreseen = { register: string; id: number | null; title: string; before: Values; after: Values }

export type Foresight = {
  plan: Plan
  /** What does not hold, and what nobody has answered yet. */
  issues: EventIssue[]
  changes: Foreseen[]
  /** Tells these changes from others; a row that was changed otherwise in between changes nothing here. */
  seen: string
}

/** Draws the event up without entering it. Whether the actor may enter it is asked of who enters it. */
export async function foreseeEvent(
  ctx: Ctx,
  event: EventDeclaration,
  given: Filled & { id: number },
): Promise<Foresight> {
  const plan = await drawPlan(ctx, event, given)
  const open = plan.open.map((ask) => ({
    field: askKey(ask),
    text: {
      zh: `请写明${String(ask.row[ask.register.title])}的“${ask.register.fields[ask.field]?.label.zh}”。`,
      en: `Say "${ask.register.fields[ask.field]?.label.en}" of ${String(ask.row[ask.register.title])}.`,
    },
  }))
  const changes = plan.changes.map(foreseen)
  const seen = createHash('sha256')
    .update(JSON.stringify([given.on, changes]))
    .digest('hex')
  return { plan, issues: [...plan.issues, ...open], changes, seen }
}

function foreseen(change: Change): Foreseen {
  const { register, values } = change
  const row = change.act === 'change' ? change.row : undefined
  const before = row ? Object.fromEntries(Object.keys(values).map((name) => [name, row[name] ?? null])) : {}
  const title = String((row ?? values)[register.title] ?? '')
  return { register: register.name, id: row?.id ?? null, title, before, after: values }
}

/** Foreseen changes in words, as the preview of an event shows its own; every table is asked once for all of them. */
export async function sayForeseen(
  ctx: Ctx,
  registry: Registry,
  all: readonly (readonly Foreseen[])[],
): Promise<z.infer<typeof changeShape>[][]> {
  const spoken = all
    .flat()
    .flatMap(({ register, before, after }) =>
      [before, after].map((values) => ({ register: registry.get(register), values: spokenOf(values) })),
    )
  const say = await sayer(ctx, registry, spoken)
  return all.map((changes) =>
    changes.map(({ register: name, id, title, before, after }) => {
      const register = registry.get(name)
      const act = id === null ? 'insert' : Object.keys(after).length > 0 ? 'change' : 'concern'
      const fields = fieldsOf(say, { register, before, after })
      return { register: name, registerLabel: register.label, id, title, act, fields }
    }),
  )
}

const spokenOf = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !isMade(value)))
