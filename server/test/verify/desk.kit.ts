/** A desk of findings over the real registers and checks, emptied before each test, with the words that its tests share. */
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Day } from '#kernel'
import { residentId } from '#kernel'
import type { Actor, AnyOperation } from '#platform'
import { insertRow, insertRows, registryOf } from '#register'
import { systems } from '#systems'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { landSecurityChecks } from '../../src/systems/land-security/checks/index.ts'
import { landSecurityRegisters } from '../../src/systems/land-security/registers/index.ts'
import { populationChecks } from '../../src/systems/population/checks/index.ts'
import { area, person, populationRegisters } from '../../src/systems/population/registers/index.ts'
import { verifyOperations } from '../../src/verify/operations.ts'
import { checkOf, runCheck } from '../../src/verify/run.ts'

/** Filled before the tests of a file run: the county, who reports, who settles. */
export const at = {} as { county: TestCounty; clerk: Actor; reviewer: Actor }

export const village = '990101103201'
export const other = '990101102203'
export const room = {
  registry: registryOf([...populationRegisters, ...landSecurityRegisters]),
  checks: [...populationChecks, ...landSecurityChecks],
  registerFigures: systems.flatMap((system) => system.registerFigures ?? []),
}
export const doors = Object.fromEntries(verifyOperations(room).map((op) => [op.name, op])) as Record<
  string,
  AnyOperation
>

export function openDesk(): void {
  beforeAll(async () => {
    at.county = await testCounty()
    at.clerk = at.county.actor()
    at.reviewer = at.county.actor()
    await at.county.run(at.clerk, (ctx) =>
      insertRows(ctx, area, [
        { code: '990101', name: '青禾县', level: 'county' },
        { code: '990101102', name: '石门镇', level: 'township' },
        { code: '990101103', name: '柳溪镇', level: 'township' },
        { code: village, name: '石桥村', level: 'village' },
        { code: other, name: '石门村', level: 'village' },
      ]),
    )
  })
  afterAll(() => at.county.close())
  beforeEach(async () => {
    await at.county.db.ownerPool.query(
      'alter table c990101.finding_act disable trigger all; alter table c990101.check_run disable trigger all',
    )
    await at.county.db.ownerPool.query(
      'truncate c990101.finding_act, c990101.check_run, c990101.finding, c990101.person, c990101.household, c990101.land_take, c990101.protected_person, c990101.village_year cascade',
    )
  })
}

export type Row = {
  id: number
  place: { zh: string }
  stated: { zh: string; en: string }
  computed: { zh: string; en: string }
  difference: string | null
  verdict: string
  state: string
  note: { zh: string; en: string } | null
  mine: boolean
  people: number
  amount: string | null
}
export const number = (birth: string, seq: number) => residentId('990101', birth as Day, seq)
export const run = (id: string, actor = at.clerk) =>
  at.county.run(actor, (ctx) => runCheck(ctx, room, checkOf(room, id)))
const call = (name: string, actor: Actor, input: object) =>
  at.county.call(actor, doors[name] as AnyOperation, input)
const everyState = ['open', 'checking', 'explained', 'corrected']
/** A page and what all of them come to. */
export const list = async (actor = at.reviewer, more: object = {}) => {
  const page = await call('verify.list', actor, { states: everyState, ...more })
  const all = await call('verify.tally', actor, { states: everyState })
  return { ...(page as object), ...(all as object) } as {
    findings: Row[]
    next: number | null
    total: { count: number; people: number; amount: string }
    lastRun: { looked: number } | null
  }
}
export const act = (findingId: number, as: string, actor = at.reviewer, note = '户口簿核过') =>
  at.county.call(actor, doors['verify.act'] as AnyOperation, { findingId, as, note }) as Promise<{
    state: string
  }>
export const add = (values: Partial<Parameters<typeof insertRow<typeof person>>[2]> & { name: string }) =>
  at.county.run(at.clerk, (ctx) => insertRow(ctx, person, { area: village, ...values } as never))
