/** For tests of list comparison: a small county, its registers, and lists as files. */
import type { Day } from '#kernel'
import { residentId } from '#kernel'
import type { Actor, AnyOperation } from '#platform'
import { saveFile } from '#platform'
import { insertRow, insertRows, registryOf } from '#register'
import { systems } from '#systems'
import type { TestCounty } from '#test/database.ts'
import { verifyOperations } from '#verify'
import { area, person } from '../../src/systems/population/registers/index.ts'

export const village = '990101103201'
export const other = '990101102203'
export const registry = registryOf(systems.flatMap((system) => system.registers ?? []))
export const room = {
  registry,
  checks: systems.flatMap((system) => system.checks ?? []),
  registerFigures: systems.flatMap((system) => system.registerFigures ?? []),
  lists: systems.flatMap((system) => system.comparisons ?? []),
  events: systems.flatMap((system) => system.events ?? []),
}
export const doors = Object.fromEntries(verifyOperations(room).map((op) => [op.name, op])) as Record<
  string,
  AnyOperation
>

export const number = (birth: string, seq: number): string => residentId('990101', birth as Day, seq)

export async function places(county: TestCounty, actor: Actor): Promise<void> {
  await county.run(actor, (ctx) =>
    insertRows(ctx, area, [
      { code: '990101', name: '青禾县', level: 'county' },
      { code: '990101102', name: '石门镇', level: 'township' },
      { code: '990101103', name: '柳溪镇', level: 'township' },
      { code: village, name: '石桥村', level: 'village' },
      { code: other, name: '石门村', level: 'village' },
    ]),
  )
}

export type Given = { name: string } & Partial<Record<'idNumber' | 'birthDate' | 'area' | 'diedOn', string>>

export function add(county: TestCounty, actor: Actor, values: Given & Record<string, unknown>) {
  return county.run(actor, (ctx) => insertRow(ctx, person, { area: village, ...values } as never))
}

export type Row = {
  id: number
  row: number
  class: string
  isNew: boolean
  here: { id: number; title: string }[]
  values: { name: string; value: string }[]
  differs: { name: string; there: string; now: string | null }[]
  candidates: { id: number; title: string; score: number; reasons: { zh: string }[] }[]
  adoption: { id: number; state: string } | null
}

export type Desk = {
  call<T = Record<string, unknown>>(name: string, input: object): Promise<T>
  upload(csv: string, more?: object): Promise<{ comparisonId: number; same: boolean }>
  /** Uploads and compares with the proposed columns. */
  compare(csv: string, more?: object): Promise<number>
  rows(comparisonId: number, more?: object): Promise<Row[]>
  counts(comparisonId: number): Promise<Record<string, number>>
}

export function deskOf(county: TestCounty, actor: Actor): Desk {
  const call = <T>(name: string, input: object) =>
    county.call(actor, doors[name] as AnyOperation, input) as Promise<T>
  const upload = async (csv: string, more: object = {}) => {
    const file = await county.run(actor, ({ tx }) =>
      saveFile(tx, { name: '名单.csv', mime: 'text/csv', bytes: Buffer.from(csv) }),
    )
    return call<{ comparisonId: number; same: boolean }>('compare.upload', {
      fileId: file.id,
      kind: 'deaths',
      sender: '县民政局',
      listDate: '2025-06-30',
      ...more,
    })
  }
  return {
    call,
    upload,
    compare: async (csv, more) => {
      const { comparisonId } = await upload(csv, more)
      await call('compare.run', { comparisonId })
      return comparisonId
    },
    rows: async (comparisonId, more = {}) =>
      (await call<{ rows: Row[] }>('compare.rows', { comparisonId, limit: 500, ...more })).rows,
    counts: async (comparisonId) =>
      (await call<{ counts: Record<string, number> }>('compare.get', { comparisonId })).counts,
  }
}
