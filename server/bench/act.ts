/** One act in a case of 50 persons, over the real rooms and with the county's roles. */
import { day, parseYuan, residentId } from '#kernel'
import { fundsOf } from '#ledger'
import type { Ctx } from '#platform'
import { openPolicyRoom } from '#policy'
import { housePorts } from '#procedure'
import { insertRow, insertRows, registerFactSource } from '#register'
import type { TestCounty } from '#test/database.ts'
import { funds } from '../src/systems/land-security/funds/index.ts'
import { landSecurityBindings } from '../src/systems/land-security/policies/bindings.ts'
import { landSecurityPolicies } from '../src/systems/land-security/policies/index.ts'
import { protectionProcedure } from '../src/systems/land-security/procedures/protection.ts'
import { type Hand, meetingForm, walkers } from '../src/systems/land-security/procedures/walk.kit.ts'
import { landTake, protectedPerson } from '../src/systems/land-security/registers/index.ts'
import { person } from '../src/systems/population/registers/index.ts'
import { asOwner, insertBare, lastKey, makeBare, rowsBehind } from './copies.ts'
import { insertPlaces, registers, registry, roleOf } from './crowd.ts'
import { beside, type Report } from './measure.ts'
import type { Place } from './place.ts'

const ITEMS = 50
const VILLAGE = '990101103201'
const plan = { warm: 3, runs: 20 }
const bar = { text: 'p95 <= 100 ms', ms: 100 }
/** What an act adds to, and by which key. */
const written = [
  ['proc_action', 'id'],
  ['decision', 'id'],
  ['audit_record', 'seq'],
] as const
const hats: Partial<Record<Hand, string>> = { village: 'village', township: 'township', hr1: 'hrOfficer' }

type Walk = ReturnType<typeof walkers>

export async function actJob(place: Place, report: Report): Promise<void> {
  const county = await place.fresh()
  await insertPlaces(county)
  await makeBare(
    county.db.ownerPool,
    written.map(([table]) => table),
  )
  const walk = openWalk(county)
  const cases: number[] = []
  for (let n = 0; n < plan.warm + plan.runs; n++) cases.push(await readyCase(county, walk, n))
  report.progress(`act: ${cases.length} cases of ${ITEMS} persons wait for the township`)
  await county.db.ownerPool.query('analyze')
  const against = 'the same rows raw, one transaction, owner'
  const check = await measure(county, walk, report, {
    cases,
    who: 'township',
    action: 'check',
    form: { opinion: '情况属实，同意' },
  })
  report.line({ job: `act: check ${ITEMS} persons`, ...check.times, against, bar })
  const decide = await measure(county, walk, report, {
    cases,
    who: 'hr1',
    action: 'decide',
    form: { opinion: '符合条件' },
  })
  report.line({ job: `act: decide ${ITEMS} persons by policy`, ...decide.times, against, bar })
  report.note(
    `act: checking writes ${check.rows} rows, deciding ${decide.rows}, each besides ${ITEMS} changed items`,
  )
}

function openWalk(county: TestCounty): Walk {
  const policy = openPolicyRoom({
    policies: landSecurityPolicies,
    bindings: landSecurityBindings,
    source: registerFactSource(registers),
  })
  const walk = walkers(county, housePorts({ registers: registry, policy, funds: fundsOf([...funds]) }))
  for (const [hand, name] of Object.entries(hats) as [Hand, string][]) {
    const { verbs, reads, writes, sees } = roleOf(name)
    walk.actors[hand] = { ...walk.actors[hand], role: name, verbs: new Set(verbs), reads, writes, sees }
  }
  return walk
}

/** A case that waits for the township's check. */
async function readyCase(county: TestCounty, walk: Walk, n: number): Promise<number> {
  const subjectId = await county.run(county.actor(), (ctx) => takeLand(ctx, n))
  const { caseId } = await walk.call<{ caseId: number }>(walk.actors.village, 'case.open', {
    procedure: protectionProcedure.id,
    subjectId,
  })
  await walk.act('village', caseId, 'list')
  await walk.act('village', caseId, 'meeting', { form: meetingForm(await walk.paper('village')) })
  return caseId
}

async function takeLand(ctx: Ctx, n: number): Promise<number> {
  const { id } = await insertRow(ctx, landTake, {
    name: `测试地块 ${n + 1}`,
    area: VILLAGE,
    takenOn: day('2019-06-30'),
    basePerPerson: parseYuan('50000.00'),
  })
  const births = Array.from({ length: ITEMS }, (_, at) =>
    day(`${1950 + at}-0${1 + (n % 9)}-1${Math.floor(n / 9)}`),
  )
  const ids = await insertRows(
    ctx,
    person,
    births.map((birthDate, at) => ({
      name: `测试${n + 1}${'甲乙丙丁戊'[at % 5]}`,
      sex: at % 2 ? ('male' as const) : ('female' as const),
      birthDate,
      idNumber: residentId('990101', birthDate, 100 + (at % 2)),
      area: `${VILLAGE}00${1 + (at % 6)}`,
    })),
  )
  const listed = ids.map((one) => ({ ownerId: id, person: one as never, hukouThen: 'agricultural' as const }))
  await insertRows(ctx, protectedPerson, listed)
  return id
}

type Step = { cases: readonly number[]; who: Hand; action: string; form: object }
type Kept = { table: string; rows: Record<string, unknown>[] }[]

/** Each case takes the step once; what it wrote is then written raw. */
async function measure(county: TestCounty, walk: Walk, report: Report, { cases, who, action, form }: Step) {
  const pool = county.db.ownerPool
  let [version, before, kept]: [number, number[], Kept] = [0, [], []]
  const { times } = await beside(
    plan,
    {
      before: async (run) => {
        version = (await walk.get(who, cases[run] ?? 0)).version
        before = []
        for (const [table, key] of written) before.push(await lastKey(pool, table, key))
      },
      run: async (run) => {
        const input = { caseId: cases[run], action, version, form, relatives: [] }
        const { taken } = await walk.call<{ taken: number }>(walk.actors[who], 'case.act', input)
        if (taken !== ITEMS) report.wrong(`act: ${action} took ${taken} of ${ITEMS}`)
      },
    },
    {
      before: async () => {
        kept = []
        for (const [at, [table, key]] of written.entries())
          kept.push({ table, rows: await rowsBehind(pool, table, key, before[at] ?? 0) })
      },
      run: (run) => writeRaw(county, cases[run] ?? 0, kept),
    },
  )
  return { times, rows: kept.reduce((sum, { rows }) => sum + rows.length, 0) }
}

function writeRaw({ db }: TestCounty, caseId: number, kept: Kept): Promise<void> {
  return asOwner(db.ownerPool, async (client) => {
    for (const { table, rows } of kept) await insertBare(client, table, rows)
    await client.query('update c990101.proc_case set state = state, version = version where id = $1', [
      caseId,
    ])
    await client.query('update c990101.proc_item set state = state, values = values where case_id = $1', [
      caseId,
    ])
  })
}
