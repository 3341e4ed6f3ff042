/** A filled county (3 villages, 300 persons) with a resident team, and the words that the tests of sampling share. */
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Actor, AnyOperation } from '#platform'
import { ensureAccounts } from '#platform'
import { registryOf, updateRow } from '#register'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { person, populationRegisters } from '../../src/systems/population/registers/index.ts'
import { populationSamples } from '../../src/systems/population/samples/index.ts'
import { verifyOperations } from '../../src/verify/operations.ts'

export const shiqiao = '990101103201'
export const room = {
  registry: registryOf(populationRegisters),
  checks: [],
  samples: populationSamples,
  visitors: ['residentTeam'],
}
const doors = new Map<string, AnyOperation>(verifyOperations(room).map((door) => [door.name, door]))

/** Filled before the tests of a file run. `first` and `second` are the team of 石桥村. */
export const at = {} as {
  county: TestCounty
  office: Actor
  township: Actor
  other: Actor
  first: Actor
  second: Actor
}

const teamRole = {
  verbs: ['sample.visit', 'person.read'],
  reads: ['area', 'person', 'household', 'sample', 'finding'],
  writes: ['sample', 'finding'],
  sees: ['id', 'phone'],
}

export function openSampling(): void {
  beforeAll(async () => {
    at.county = await testCounty({ seeded: true })
    const ids = await teamAccounts()
    const member = (accountId: number | undefined, name: string) =>
      at.county.actor(teamRole, shiqiao, { accountId: accountId ?? 0, name })
    at.first = member(ids[0], '陆远航')
    at.second = member(ids[1], '韦晓岚')
    // apart from the accounts of the team
    at.office = at.county.actor({}, '990101', { accountId: 901 })
    at.township = at.county.actor({}, '990101103', { accountId: 902 })
    at.other = at.county.actor({}, '990101102', { accountId: 903 })
  })
  afterAll(() => at.county.close())
  beforeEach(async () => {
    await at.county.db.ownerPool.query(
      'set session_replication_role = replica; truncate c990101.sample_visit, c990101.sample_task, c990101.sample_part, c990101.sample, c990101.finding_act, c990101.finding cascade; set session_replication_role = default',
    )
  })
}

async function teamAccounts(): Promise<number[]> {
  const hat = (login: string, name: string) => ({
    login,
    name,
    office: '石桥村驻村工作队',
    role: 'residentTeam',
    area: shiqiao,
  })
  const accounts = [hat('team1', '陆远航'), hat('team2', '韦晓岚')]
  await ensureAccounts(at.county.db, {
    county: '990101',
    accounts,
    password: 'Shiqiao-2025',
    mustChange: false,
  })
  const { rows } = await at.county.db.ownerPool.query<{ id: string }>(
    `select id from account where login in ('team1', 'team2') order by login`,
  )
  return rows.map(({ id }) => Number(id))
}

export const ask = async <T>(actor: Actor, name: string, input: object = {}): Promise<T> => {
  const door = doors.get(name)
  if (!door) throw new Error(`no door ${name}`)
  return (await at.county.call(actor, door, input)) as T
}

export const rule = {
  layers: 'village',
  precision: 5,
  confidence: 95,
  expected: 10,
  holds: 'whole',
  least: 5,
  allocation: 'proportional',
  after: null as number | null,
}

export const draw = async (actor: Actor, more: { rule?: object; seed?: string } = {}): Promise<number> => {
  const { sampleId } = await ask<{ sampleId: number }>(actor, 'sample.draw', {
    design: 'person',
    title: '秋季复核',
    seed: more.seed ?? '青禾',
    due: '2099-12-31',
    rule: { ...rule, ...more.rule },
  })
  return sampleId
}

export type Mine = {
  taskId: number
  called: string
  open: boolean
  barred: string | null
  version: number
  values: Record<string, unknown>
  asked: string[]
}
export const mine = async (actor: Actor): Promise<Mine[]> =>
  (await ask<{ tasks: Mine[] }>(actor, 'sample.mine')).tasks

export const visit = (actor: Actor, task: Mine, more: object) =>
  ask<{ open: number }>(actor, 'sample.visit', { taskId: task.taskId, version: task.version, ...more })

export type Place = {
  code: string
  all: number
  drawn: number
  silent: number
  gone: number
  few: boolean
  partial: boolean
  estimate: { rate: number; low: number; high: number; looked: number; faults: number; method: string }
}
export type Report = {
  whole: Place
  townships: Place[]
  villages: Place[]
  fields: { field: string; estimate: { faults: number; looked: number } }[]
  answer: { zh: string }
  limits: { zh: string }[]
  records: {
    taskId: number
    rowId: number
    part: string
    fate: string
    gone: boolean
    assignee: string | null
  }[]
  silence: { low: number; high: number }
}
export const report = (actor: Actor, sampleId: number) => ask<Report>(actor, 'sample.report', { sampleId })

/** Writes a field of a person, as an office would. */
export const write = (actor: Actor, id: number, version: number, values: object) =>
  at.county.run(actor, (ctx) => updateRow(ctx, person, { id, version, values, reason: '更正' } as never))

export const sampleTask = async (taskId: number) => {
  const { rows } = await at.county.db.ownerPool.query<{ rowId: string }>(
    'select row_id as "rowId" from c990101.sample_task where id = $1',
    [taskId],
  )
  return Number(rows[0]?.rowId)
}
