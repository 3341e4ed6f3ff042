/** The doors of a township whose records were drawn above it: what its teams have to look at, and how far they are. */
import { z } from 'zod'
import type { Text } from '#kernel'
import { t } from '#kernel'
import { operation } from '#platform'
import { areaNames } from '#register'
import { listShares, shareOf } from './here-store.ts'
import { recordShape, text } from './record-shape.ts'
import type { SamplingRoom } from './room.ts'
import { designOf, drawnFrom } from './room.ts'
import type { Task } from './task-store.ts'
import { isFaulty, isLooked } from './task-store.ts'

/** Counts of the records in the actor's area. */
const counts = { size: z.number(), looked: z.number(), faulty: z.number() }

export const sharesDoor = operation({
  name: 'sample.shares',
  text: t('查看上级抽到本地的', 'List samples of above that reach this area'),
  can: 'sample.read',
  audit: 'read',
  input: z.object({ after: z.int().positive().optional(), limit: z.int().min(1).max(100).default(20) }),
  output: z.object({
    shares: z.array(
      z.object({
        sampleId: z.number(),
        design: z.string(),
        title: z.string(),
        due: z.string(),
        closedAt: z.string().nullable(),
        ...counts,
      }),
    ),
    next: z.number().nullable(),
  }),
  run: async (ctx, { after, limit }) => {
    const found = await listShares(ctx, { after, limit: limit + 1 })
    const shares = found.slice(0, limit)
    return { shares, next: found.length > limit ? (shares.at(-1)?.sampleId ?? null) : null }
  },
})

export function shareDoor(room: SamplingRoom) {
  return operation({
    name: 'sample.share',
    text: t('查看上级抽查在本地的记录', 'The records of a sample of above in this area'),
    can: 'sample.read',
    audit: 'read',
    input: z.object({ sampleId: z.int().positive() }),
    output: z.object({
      sampleId: z.number(),
      register: z.string(),
      label: text,
      title: z.string(),
      due: z.string(),
      closedAt: z.string().nullable(),
      ...counts,
      villages: z.array(z.object({ code: z.string(), name: z.string(), ...counts })),
      records: z.array(recordShape),
    }),
    run: async (ctx, { sampleId }) => {
      const tasks = await shareOf(ctx, sampleId)
      const [first] = tasks as [Task, ...Task[]]
      const design = designOf(room, first.design)
      const register = drawnFrom(ctx, room, design)
      ctx.note({ subject: `sample:${sampleId}` })
      const names = await areaNames(ctx, [...new Set(tasks.flatMap(({ area, part }) => [area, part]))])
      const nameOf = (code: string) => names.get(code) ?? code
      const labelOf = (field: string) => register.fields[field]?.label ?? t(field, field)
      return {
        ...{ sampleId, register: register.name, label: design.label, title: first.title, due: first.due },
        closedAt: first.closedAt,
        ...countsOf(tasks),
        villages: villagesOf(tasks).map(([code, own]) => ({ code, name: nameOf(code), ...countsOf(own) })),
        records: tasks.map((task) => recordOf(task, { nameOf, labelOf })),
      }
    },
  })
}

function villagesOf(tasks: readonly Task[]): [string, Task[]][] {
  return [...Map.groupBy(tasks, ({ part }) => part)].sort(([a], [b]) => (a < b ? -1 : 1))
}

function countsOf(tasks: readonly Task[]) {
  return { size: tasks.length, looked: tasks.filter(isLooked).length, faulty: tasks.filter(isFaulty).length }
}

type Words = { nameOf: (code: string) => string; labelOf: (field: string) => Text }

function recordOf(task: Task, { nameOf, labelOf }: Words): z.infer<typeof recordShape> {
  const { id, rowId, called, part, area, result, note, fileId, visitedAt } = task
  return {
    ...{ taskId: id, rowId, called, part, result, note, fileId, visitedAt },
    areaName: nameOf(area),
    assignee: task.assigneeName,
    faults: task.faults.map(labelOf),
    visitor: task.visitorName,
  }
}
