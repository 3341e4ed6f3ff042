/** What a sample came to: rates with intervals for the whole, each township, each village and each field; and what is missing. */
import type { Ctx } from '#platform'
import type { AnyRow, Register } from '#register'
import { findRows } from '#register'
import type { Confidence } from './confidence.ts'
import type { Estimate } from './estimate.ts'
import { estimateOf, silentRange } from './estimate.ts'
import type { Interval } from './interval.ts'
import type { Part, Sample } from './sample-store.ts'
import { partsOf } from './sample-store.ts'
import type { Task } from './task-store.ts'
import { isFaulty, isLooked, tasksOf } from './task-store.ts'

/** Since it was drawn: removed from the register (or out of sight), moved to another village, or written anew. */
export type Fate = 'gone' | 'moved' | 'changed' | 'same'

export type TaskNow = Task & { fate: Fate }

export type PlaceResult = {
  code: string
  all: number
  drawn: number
  /** Drawn, still there, and not seen yet or not met. */
  silent: number
  gone: number
  /** Some villages have results and others none yet: the estimate leans to those that were looked at. */
  partial: boolean
  estimate: Estimate
}

export type FieldResult = { field: string; estimate: Estimate }

export type SampleResult = {
  whole: PlaceResult
  /** The rate if none, and if all, of the silent ones were faulty. */
  silence: Interval
  townships: PlaceResult[]
  villages: PlaceResult[]
  fields: FieldResult[]
  notMet: number
  tasks: TaskNow[]
}

export async function resultOf(
  ctx: Ctx,
  { sample, register, fields }: { sample: Sample; register: Register; fields: readonly string[] },
): Promise<SampleResult> {
  const parts = await partsOf(ctx, sample.id)
  const tasks = await withFates(ctx, register, await tasksOf(ctx, sample.id))
  const { confidence } = sample.rule
  const townships = grouped(parts, ({ area }) => area.slice(0, 9)).map(([code, own]) =>
    placeOf({ code, parts: own, tasks, confidence }),
  )
  const villages = parts.map((part) => placeOf({ code: part.area, parts: [part], tasks, confidence }))
  return {
    whole: placeOf({ code: sample.area, parts, tasks, confidence }),
    silence: silentRange(countsOf(parts, tasks)),
    townships,
    villages,
    fields: fields.map((field) => ({ field, estimate: ofField(field, { parts, tasks, confidence }) })),
    notMet: tasks.filter(({ result }) => result === 'notMet').length,
    tasks,
  }
}

async function withFates(ctx: Ctx, register: Register, tasks: readonly Task[]): Promise<TaskNow[]> {
  const rows = (await findRows(
    ctx,
    register,
    tasks.map(({ rowId }) => rowId),
  )) as unknown as AnyRow[]
  const byId = new Map(rows.map((row) => [row.id, row]))
  return tasks.map((task) => ({ ...task, fate: fateOf(task, byId.get(task.rowId)) }))
}

function fateOf({ part, rowVersion }: Task, row: AnyRow | undefined): Fate {
  if (!row) return 'gone'
  if (row.area.slice(0, 12) !== part) return 'moved'
  return row.version === rowVersion ? 'same' : 'changed'
}

/** No longer to be looked at. */
export function isGone({ fate, ...task }: TaskNow): boolean {
  return !isLooked(task) && (fate === 'gone' || fate === 'moved')
}

type Counted = { all: number; drawn: number; looked: number; faults: number; silent: number; gone: number }

function countOf(parts: readonly Part[], tasks: readonly TaskNow[]): Counted {
  const areas = new Set(parts.map(({ area }) => area))
  const own = tasks.filter(({ part }) => areas.has(part))
  const looked = own.filter(isLooked).length
  const gone = own.filter(isGone).length
  return {
    all: parts.reduce((sum, { all }) => sum + all, 0),
    drawn: own.length,
    looked,
    faults: own.filter(isFaulty).length,
    gone,
    silent: own.length - looked - gone,
  }
}

/** By layer, as far as these parts belong to it: a village of a township layer is a random draw of that village. */
function countsOf(parts: readonly Part[], tasks: readonly TaskNow[]): Counted[] {
  return grouped(parts, ({ layer }) => layer).map(([, own]) => countOf(own, tasks))
}

type Given = { parts: readonly Part[]; tasks: readonly TaskNow[]; confidence: Confidence }

function placeOf({ code, parts, tasks, confidence }: Given & { code: string }): PlaceResult {
  const { all, drawn, silent, gone, looked } = countOf(parts, tasks)
  const waiting = parts
    .map((part) => countOf([part], tasks))
    .some((one) => one.silent > 0 && one.looked === 0)
  const estimate = estimateOf(countsOf(parts, tasks), confidence)
  return { code, all, drawn, silent, gone, partial: looked > 0 && waiting, estimate }
}

/** Of the records that were found and compared in this field. */
function ofField(field: string, { parts, tasks, confidence }: Given): Estimate {
  const compared = tasks.filter(({ asked }) => asked.includes(field))
  const layers = grouped(parts, ({ layer }) => layer).map(([, own]) => {
    const areas = new Set(own.map(({ area }) => area))
    const here = compared.filter(({ part }) => areas.has(part))
    return {
      all: own.reduce((sum, { all }) => sum + all, 0),
      looked: here.length,
      faults: here.filter(({ faults }) => faults.includes(field)).length,
    }
  })
  return estimateOf(layers, confidence)
}

function grouped<T>(list: readonly T[], keyOf: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}
