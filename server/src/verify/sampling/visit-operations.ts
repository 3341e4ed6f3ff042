/** The doors of the team: what waits, and the answer to one record. */
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { operation, samePerson } from '#platform'
import type { AnyRow, Wire } from '#register'
import { areaNames, findRows, wireRows } from '#register'
import { text } from './record-shape.ts'
import type { SamplingRoom } from './room.ts'
import { designOf } from './room.ts'
import type { Task } from './task-store.ts'
import { isLooked, results, tasksFor, waitingFor } from './task-store.ts'
import { askedOf, keepVisit } from './visit.ts'

/** `values` on the wire, `shown` the words for codes; `found` what was answered before. */
const taskShape = z.object({
  taskId: z.number(),
  sampleId: z.number(),
  title: z.string(),
  due: z.string(),
  register: z.string(),
  called: z.string(),
  areaName: z.string(),
  how: text,
  asked: z.array(z.string()),
  result: z.enum(results).nullable(),
  note: z.string().nullable(),
  /** Whether it is still to be looked at: not answered, or nobody met. */
  open: z.boolean(),
  /** Why it is not for this person to look: removed from the register, or written by himself. */
  barred: z.enum(['gone', 'own']).nullable(),
  version: z.number(),
  values: z.record(z.string(), z.json()),
  shown: z.record(z.string(), z.string()),
})
export type TaskWire = z.infer<typeof taskShape>

/** More than a team carries in one sample; the rest comes when these are done. */
const MOST = 300

export function mineDoor(room: SamplingRoom) {
  return operation({
    name: 'sample.mine',
    text: t('查看要复核的记录', 'Records to look at'),
    can: 'sample.visit',
    audit: 'read',
    input: z.object({}),
    output: z.object({ tasks: z.array(taskShape), more: z.boolean() }),
    run: async (ctx) => {
      const tasks = await tasksFor(ctx, MOST + 1)
      return { tasks: await shownTasks(ctx, room, tasks.slice(0, MOST)), more: tasks.length > MOST }
    },
  })
}

async function shownTasks(ctx: Ctx, room: SamplingRoom, tasks: readonly Task[]): Promise<TaskWire[]> {
  const designs = [...new Set(tasks.map(({ design }) => design))]
  const found = new Map<number, TaskWire>()
  for (const id of designs) {
    const own = tasks.filter(({ design }) => design === id)
    for (const one of await shownOf(ctx, room, own)) found.set(one.taskId, one)
  }
  return tasks.flatMap(({ id }) => found.get(id) ?? [])
}

/** Tasks of one design, with the records as they stand now. */
async function shownOf(ctx: Ctx, room: SamplingRoom, tasks: readonly Task[]): Promise<TaskWire[]> {
  const design = designOf(room, tasks[0]?.design ?? '')
  const register = room.registry.get(design.on)
  const ids = tasks.map(({ rowId }) => rowId)
  const rows = (await findRows(ctx, register, ids)) as unknown as AnyRow[]
  const wires = new Map(
    (await wireRows(ctx, room.registry, { register, rows })).map((wire) => [wire.id, wire]),
  )
  const names = await areaNames(
    ctx,
    tasks.map(({ area }) => area),
  )
  const asked = askedOf(ctx, register, design)
  const only = <T>(all: Readonly<Record<string, T>> = {}) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => asked.includes(name)))
  return tasks.map((task) => {
    const wire = wires.get(task.rowId)
    const isHere = wire?.area.startsWith(task.part) ?? false
    const own = wire !== undefined && samePerson(ctx.actor, { accountId: wire.updatedBy })
    return {
      ...{ taskId: task.id, sampleId: task.sampleId, title: task.title, due: task.due, register: design.on },
      ...{ called: task.called, how: design.how, asked, result: task.result, note: task.note },
      areaName: names.get(task.area) ?? task.area,
      open: !isLooked(task),
      barred: !isHere ? 'gone' : own ? 'own' : null,
      version: wire?.version ?? 0,
      values: isHere ? only(wire?.values) : {},
      shown: isHere ? only(wire?.shown) : {},
    }
  })
}

export function visitDoor(room: SamplingRoom) {
  return operation({
    name: 'sample.visit',
    text: t('报复核结果', 'Report what was found'),
    can: 'sample.visit',
    audit: 'write',
    input: z.object({
      taskId: z.int().positive(),
      version: z.int().min(0),
      /** `notMet`: nobody was met, so it stays to be done. */
      result: z.enum(results),
      /** By field, what it really is; only with `differs`. */
      found: z.record(z.string(), z.json()).default({}),
      note: z.string().trim().max(300).default(''),
      fileId: z.int().positive().nullable().default(null),
    }),
    output: z.object({ open: z.number() }),
    run: async (ctx, ask) => {
      const found = ask.found as Record<string, Wire> // what a form sends; each field's kind reads it
      const task = await keepVisit(ctx, room, { ...ask, found, note: ask.note || null })
      ctx.note({
        subject: `sample:${task.sampleId}`,
        after: { task: task.id, finding: ask.result, differing: Object.keys(ask.found) },
      })
      return { open: (await waitingFor(ctx)).reduce((sum, { open }) => sum + open, 0) }
    },
  })
}

/** What waits for this person, a line for every sample: for the desk. */
export const waitingDoor = operation({
  name: 'sample.waiting',
  text: t('抽查待办', 'Samples that wait for me'),
  can: 'sample.visit',
  audit: 'none',
  input: z.object({}),
  output: z.object({
    waiting: z.array(
      z.object({
        sampleId: z.number(),
        title: z.string(),
        due: z.string(),
        area: z.string(),
        open: z.number(),
      }),
    ),
  }),
  run: async (ctx) => ({ waiting: await waitingFor(ctx) }),
})
