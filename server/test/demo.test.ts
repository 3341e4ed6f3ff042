/** The demo's story is told through the house's doors, once, and a story that was cut off is told to its end without doing anything twice. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, AnyOperation, House } from '#platform'
import { ensureAccounts, fixClock, may, rolesByName, runOperation, systemActor, withContext } from '#platform'
import { demoAccounts, roles, systems } from '#systems'
import { testDatabase } from '#test/database.ts'
import { allJobs, doors, publicPages } from '../src/compose.ts'
import { isTold, tell } from '../src/systems/demo/seed.ts'
import { castOf, type Scene } from '../src/systems/demo/stage.ts'
import { story } from '../src/systems/demo/story.ts'
import { demoVillages } from '../src/systems/population/demo/villages.ts'

let house: House
let close: () => Promise<void>
const logins = demoAccounts.map(({ login }) => login)
/** 柳溪镇 with its two full villages, up to the first pension of 石桥地块. */
const scenes = () =>
  story({ villages: demoVillages().filter(({ township }) => township === '990101103'), until: '2025-01-20' })

beforeAll(async () => {
  fixClock('2025-09-15')
  const opened = await testDatabase()
  close = opened.close
  house = {
    db: opened.db,
    county: '990101',
    countyName: '青禾县',
    version: 'test',
    roles: rolesByName(roles),
    operations: doors,
    jobs: allJobs,
    meta: {},
    ...(publicPages ? { publicPages } : {}),
  }
  const accounts = { county: '990101', accounts: demoAccounts, password: 'Qinghe-2025', mustChange: false }
  await ensureAccounts(opened.db, accounts)
}, 60_000)
afterAll(() => close())

const rows = <T>(query: string) =>
  withContext(house.db, systemActor('990101'), async ({ tx }) => (await sql.raw<T>(query).execute(tx)).rows)
const call = (name: string, input: unknown) => {
  const op = doors.find((one) => one.name === name) as AnyOperation
  return runOperation(house.db, op, { actor: systemActor('990101'), input })
}

/** Cut off in the middle of a scene, after it has done some of its calls. */
function cutOff(all: Scene[], name: string, after: number): Scene[] {
  return all.map((scene) => {
    if (scene.name !== name) return scene
    const play: Scene['play'] = (stage) => {
      let calls = 0
      const call: typeof stage.call = (...given) => {
        calls += 1
        if (calls > after) throw new Error('cut off')
        return stage.call(...given)
      }
      return scene.play({ ...stage, call })
    }
    return { ...scene, play }
  })
}

describe('the story of the demo county', () => {
  it('goes on where it was cut off: in an import, in a case, in a payment', async () => {
    for (const [name, after] of [
      ['roster.liuxi', 1],
      ['shiqiao.meeting', 0],
      ['pension.2025-01', 6],
    ] as const)
      await expect(
        tell(house, { scenes: cutOff(scenes(), name, after), logins, say: () => {} }),
      ).rejects.toThrow('cut off')
    expect(await isTold(house)).toBe(false)
    expect(await tell(house, { scenes: scenes(), logins, say: () => {} })).toBe(true)
  }, 120_000)

  it('is told once', async () => {
    const [before] = await rows<{ n: number }>('select count(*) as n from audit_record')
    expect(await tell(house, { scenes: scenes(), logins, say: () => {} })).toBe(false)
    expect(await rows('select count(*) as n from audit_record')).toEqual([before])
  })

  it('brings the two villages in, and leaves every planted fault to mend', async () => {
    const villages = demoVillages().filter(({ township, full }) => full && township === '990101103')
    const people = villages.reduce((sum, { population }) => sum + population, 0)
    const found = await rows<{ class: string; n: number }>(
      `select r.class, sum(r.n) as n from (select import_id, class, 1 as n from import_row union all select import_id, class, count from import_block) as r
         join import_batch b on b.id = r.import_id where b.register = 'person' and b.file_name like '柳溪镇%' group by 1`,
    )
    const of = (name: string) => found.find((one) => one.class === name)?.n ?? 0
    // Wrong: group, relation, birth date, a number too short, on both sheets a digit and a telephone. In doubt: sex, birth date, and who stands in both villages.
    expect(of('new') + of('rejected') + of('doubtful')).toBe(people + 1)
    expect([of('rejected'), of('doubtful')]).toEqual([8, 3])
    expect(await rows(`select count(*) as n from person where deleted_at is null`)).toEqual([
      { n: of('new') },
    ])
  })

  it('does the whole-project example: 6,250,000 and 312,500, accounts of 5,650,000, pool of 600,000 (catalogue 2.1, LS-10)', async () => {
    const [project] = await rows<{ id: number }>(`select id from land_take where name = '石桥地块'`)
    const sheet = (await call('fund.sheet', {
      fund: 'land-security.protection',
      context: { register: 'landTake', id: project?.id },
    })) as { due: string; arrived: string; full: boolean; parts: { part: string; due: string }[] }
    expect(sheet).toMatchObject({ due: '6562500.00', arrived: '6562500.00', full: true })
    expect(Object.fromEntries(sheet.parts.map(({ part, due }) => [part, due]))).toEqual({
      government: '1875000.00',
      collective: '2500000.00',
      individual: '1875000.00',
      reserve: '312500.00',
    })
    const opened = await rows<{ kind: string; sum: number; n: number }>(
      `select a.kind, sum(e.amount)::bigint as sum, count(distinct a.id) as n from entry e join fund_account a on a.id = e.account_id
       join voucher v on v.id = e.voucher_id where v.purpose = 'opening' and e.side = 'C' group by 1 order by 1`,
    )
    expect(opened).toEqual([
      { kind: 'individual', sum: 565_000_000, n: 125 },
      { kind: 'pooled', sum: 60_000_000, n: 1 },
    ])
  })

  it('pays each month once, by different hands, and both books and the log prove themselves', async () => {
    expect(await rows('select number, state from batch')).toEqual([
      { number: '2025-01-001', state: 'archived' },
    ])
    const [hands] = await rows<{ n: number }>(
      `select count(distinct actor_id) as n from batch_act where act in ('draft', 'review', 'check', 'audit', 'appropriate', 'send')`,
    )
    expect(hands?.n).toBe(6)
    expect(await call('ledger.verify', {})).toMatchObject({ faults: [] })
    expect(await call('audit.verify', {})).toMatchObject({ broken: null })
  })

  it('opens to every hat the reading doors that its verbs promise: no fence stands in their way', async () => {
    const cast = await castOf(house, oneOfEachRole)
    const refused: unknown[] = []
    expect(cast.size).toBe(roles.length)
    expect(readingCalls(cast.get('audit1') as Actor).length).toBeGreaterThan(
      2 * registers.length + reports.length,
    )
    for (const [login, actor] of cast)
      for (const { op, input } of readingCalls(actor))
        await runOperation(house.db, op, { actor, input }).catch((error) =>
          refused.push([login, op.name, input, error.code]),
        )
    expect(refused).toEqual([])
  }, 60_000)
})

const oneOfEachRole = roles.flatMap(({ name }) => demoAccounts.find(({ role }) => role === name)?.login ?? [])
const registers = systems.flatMap((system) => system.registers ?? [])
const reports = systems.flatMap((system) => system.reports ?? [])

/** Doors that only look, with an input that names nothing, a register or a report, as far as the actor may. */
function readingCalls(actor: Actor): { op: AnyOperation; input: object }[] {
  const inputs = [
    {},
    ...registers.map(({ name }) => ({ register: name })),
    ...reports.map(({ id }) => ({ report: id })),
  ]
  return doors
    .filter(({ audit, home }) => audit !== 'write' && home !== 'directory')
    .flatMap((op) =>
      inputs
        .filter((input) => op.input.safeParse(input).success && mayCall(actor, op, input))
        .map((input) => ({ op, input })),
    )
}

function mayCall(actor: Actor, op: AnyOperation, input: object): boolean {
  const strict = Object.keys(input).every((key) => key in ((op.input as { shape?: object }).shape ?? {}))
  if (!strict) return false
  const verb = typeof op.can === 'function' ? op.can(input as never) : op.can
  return verb === 'signedIn' || may(actor, verb)
}
