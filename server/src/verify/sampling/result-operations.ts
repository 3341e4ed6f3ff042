/** The door of the report: what a sample came to, in figures and in words. */
import { z } from 'zod'
import { t } from '#kernel'
import { operation } from '#platform'
import { areaNames } from '#register'
import { recordShape, text } from './record-shape.ts'
import type { PlaceResult, SampleResult, TaskNow } from './result.ts'
import { isGone, resultOf } from './result.ts'
import type { SamplingRoom } from './room.ts'
import { designOf, drawnFrom } from './room.ts'
import { ruleShape } from './rule.ts'
import { getSample } from './sample-store.ts'
import { answerWords, FEW, limitWords, methodWords } from './words.ts'

/** Rates are fractions; `low` and `high` are the interval. */
const estimate = z.object({
  rate: z.number(),
  low: z.number(),
  high: z.number(),
  method: z.enum(['exact', 'wilson', 'none']),
  looked: z.number(),
  faults: z.number(),
  covered: z.number(),
  all: z.number(),
})

const place = z.object({
  code: z.string(),
  name: z.string(),
  all: z.number(),
  drawn: z.number(),
  silent: z.number(),
  gone: z.number(),
  /** Too few results for more than a hint. */
  few: z.boolean(),
  /** Villages of it have no results yet, so that it leans to the others. */
  partial: z.boolean(),
  estimate,
})

const record = recordShape.extend({
  fate: z.enum(['gone', 'moved', 'changed', 'same']),
  gone: z.boolean(),
})

export const sampleReportShape = z.object({
  sample: z.object({
    id: z.number(),
    area: z.string(),
    design: z.string(),
    register: z.string(),
    title: z.string(),
    seed: z.string(),
    digest: z.string(),
    rule: ruleShape,
    due: z.string(),
    drawnAt: z.string(),
    maker: z.string(),
    closedAt: z.string().nullable(),
    closer: z.string().nullable(),
  }),
  label: text,
  counter: text,
  answer: text,
  whole: place,
  silence: z.object({ low: z.number(), high: z.number() }),
  townships: z.array(place),
  villages: z.array(place),
  fields: z.array(z.object({ field: z.string(), label: text, estimate })),
  method: z.array(z.object({ head: text, text })),
  limits: z.array(text),
  records: z.array(record),
})
export type SampleReport = z.infer<typeof sampleReportShape>

export function reportDoor(room: SamplingRoom) {
  return operation({
    name: 'sample.report',
    text: t('查看抽查结果', 'Read the report of a sample'),
    can: 'sample.read',
    audit: 'read',
    input: z.object({ sampleId: z.int().positive() }),
    output: sampleReportShape,
    run: async (ctx, { sampleId }) => {
      const sample = await getSample(ctx, sampleId)
      ctx.note({ subject: `sample:${sampleId}` })
      const design = designOf(room, sample.design)
      const register = drawnFrom(ctx, room, design)
      const result = await resultOf(ctx, { sample, register, fields: design.fields })
      const names = await areaNames(ctx, codesOf(result))
      const told = { sample, design, counter: register.counter, result }
      const labelOf = (field: string) => register.fields[field]?.label ?? t(field, field)
      const placed = (one: PlaceResult) => placeWire(one, names)
      return {
        sample,
        label: design.label,
        counter: register.counter,
        answer: answerWords(told),
        whole: placed(result.whole),
        silence: result.silence,
        townships: result.townships.map(placed),
        villages: result.villages.map(placed),
        fields: result.fields.map((one) => ({ ...one, label: labelOf(one.field) })),
        method: methodWords(told),
        limits: limitWords(told),
        records: result.tasks.map((task) => recordWire(task, { names, labelOf })),
      }
    },
  })
}

function codesOf({ whole, townships, villages, tasks }: SampleResult): string[] {
  return [whole, ...townships, ...villages].map(({ code }) => code).concat(tasks.map(({ area }) => area))
}

function placeWire(one: PlaceResult, names: ReadonlyMap<string, string>): z.infer<typeof place> {
  const { looked, low, high } = one.estimate
  return { ...one, name: names.get(one.code) ?? one.code, few: looked < FEW && low < high }
}

function recordWire(
  task: TaskNow,
  {
    names,
    labelOf,
  }: { names: ReadonlyMap<string, string>; labelOf: (field: string) => z.infer<typeof text> },
): z.infer<typeof record> {
  const { id, rowId, called, part, area, result, note, fileId, visitedAt, fate } = task
  return {
    ...{ taskId: id, rowId, called, part, result, note, fileId, visitedAt, fate },
    areaName: names.get(area) ?? area,
    assignee: task.assigneeName,
    faults: task.faults.map(labelOf),
    visitor: task.visitorName,
    gone: isGone(task),
  }
}
