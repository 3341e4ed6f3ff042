/** Merge then undo is the identity for all that rests on records: decisions to do again, accounts, deaths, findings, cases. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '#kernel'
import { findHolders } from '#ledger'
import type { Ctx } from '#platform'
import { insertRow } from '#register'
import { type TestCounty, testCounty } from '#test/database.ts'
import { findingsOf } from '#verify'
import { casesAbout } from '../../src/procedure/case-about-store.ts'
import { insertCase } from '../../src/procedure/case-store.ts'
import type { RecomputeRun } from '../../src/procedure/run-define.ts'
import { affectedBy } from '../../src/procedure/run-recompute-propose.ts'
import { systems } from '../../src/systems/index.ts'
import { person } from '../../src/systems/population/registers/index.ts'
import { addHits, keepHits } from '../../src/verify/finding-store.ts'
import { registry } from '../verify/lists.kit.ts'
import { policy } from './inheritance.kit.ts'
import { merged, pensionAgain, personalAccount, runs } from './merged.kit.ts'
import { ground } from './recompute.kit.ts'
import { fund, village } from './run.kit.ts'

let county: TestCounty
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)
const now = () => run(async (ctx) => ctx.now)
const again = runs.get(pensionAgain) as RecomputeRun
const stops = findingsOf({ registry, checks: systems.flatMap((system) => system.checks ?? []) })
beforeAll(async () => {
  county = await testCounty()
  await run((ctx) => ground(ctx))
}, 120_000)
afterAll(() => county.close())

type Who = 'kept' | 'gone'
const some = fc.record({
  accounts: fc.subarray<Who>(['kept', 'gone']),
  decisions: fc.subarray<Who>(['kept', 'gone']),
  cases: fc.subarray<Who>(['kept', 'gone']),
  findings: fc.subarray<Who | 'both'>(['kept', 'gone', 'both']),
  states: fc.array(fc.constantFrom('open', 'checking', 'explained', 'corrected'), {
    minLength: 3,
    maxLength: 3,
  }),
  taken: fc.subarray(['name', 'birthDate']),
  /** What happens while the two are one. */
  meanwhile: fc.subarray(['check', 'find']),
})

let seq = 0
const check = { id: 'person.same', on: 'person', level: 'doubt' as const }
const hit = (rowIds: number[]) => ({
  key: rowIds.join(),
  rowIds,
  area: village,
  verdict: 'overlap' as const,
  place: { zh: '', en: '' },
  stated: { zh: 'x', en: 'x' },
  computed: { zh: `${rowIds.length} 条`, en: `${rowIds.length} entries` },
  difference: null,
  sensitive: null,
  people: rowIds.length,
  amount: null,
  reporters: [],
})

/** What the rooms say of the two now; `known`: what the registers give is asked as of that moment. */
async function said(ids: Record<Who, number>, known: string) {
  const { rows } = await county.db.ownerPool.query<{ row: { row_ids: number[] } }>(
    `select to_jsonb(f) - '{seen_at}'::text[] as row from c990101.finding f where row_ids && $1 order by id`,
    [Object.values(ids)],
  )
  const [kept, gone] = [await saidOf(ids.kept, known), await saidOf(ids.gone, known)]
  return { findings: rows.map(({ row }) => row), kept, gone }
}

function saidOf(id: number, known: string) {
  const ref = { register: 'person', id }
  const asked = { policy: 'land-security.reemployment', subject: ref, on: '2025-01-01', known }
  return run(async (ctx) => ({
    again: await affectedBy(ctx, again, { subjects: [id] }),
    decisions: (await policy.decisions(ctx, ref)).map((one) => one.id),
    accounts: (await findHolders(ctx, { fund, subjects: { register: 'person', ids: [id] }, limit: 9 })).map(
      (one) => one.accountId,
    ),
    cases: (await casesAbout(ctx.tx, { rows: [ref], items: [] })).map((one) => one.id),
    stopped: [...(await stops(ctx, { register: 'person', rowIds: [id] })).keys()],
    entitled: (await policy.assessFor(ctx, asked)).result,
  }))
}

type Said = Awaited<ReturnType<typeof said>>

/** Without what a check, run while they were one, found out about the one that stays. */
function ofGone({ findings, kept, gone }: Said, ids: Record<Who, number>) {
  const { stopped: _, ...own } = kept
  return { gone, kept: own, findings: findings.filter((one) => one.row_ids.includes(ids.gone)) }
}

type Given = typeof some extends fc.Arbitrary<infer T> ? T : never

async function begin(given: Given): Promise<Record<Who, number>> {
  const ids = await run(async (ctx) => ({
    kept: await woman(ctx, '1963-07-15'),
    gone: await woman(ctx, '1964-08-16'),
  }))
  const ref = (who: Who) => ({ register: 'person', id: ids[who] })
  const rows = { kept: [ids.kept], gone: [ids.gone], both: [ids.kept, ids.gone] }
  await run(async (ctx) => {
    for (const who of given.accounts) await personalAccount(ctx, ids[who], 100_00)
    for (const who of given.decisions)
      await policy.decideFor(ctx, { policy: 'land-security.pension', subject: ref(who), on: '2025-01-01' })
    for (const who of given.cases) await openCase(ctx, ids[who])
    const made = await addHits(
      ctx,
      check,
      given.findings.map((who) => hit(rows[who])),
    )
    for (const [at, id] of made.entries())
      await sql`update finding set state = ${given.states[at]}, note = '核', handler = '赵敏', handler_id = 7,
        handled_at = clock_now() where id = ${id}`.execute(ctx.tx)
  })
  return ids
}

async function woman(ctx: Ctx, born: string): Promise<number> {
  const values = { name: `合并${++seq}`, area: village, sex: 'female' as const, birthDate: day(born) }
  return (await insertRow(ctx, person, values)).id
}

function openCase(ctx: Ctx, subjectId: number): Promise<number> {
  return insertCase(ctx.tx, {
    area: village,
    number: `2025-办-${subjectId}`,
    procedure: 'test',
    subjectRegister: 'person',
    subjectId,
    title: '测试',
    state: 'open',
    version: 1,
    openedOn: day('2025-01-02'),
    endedOn: null,
  })
}

test('merge then undo is the identity for what rests on the two', async () => {
  await fc.assert(
    fc.asyncProperty(some, async (given) => {
      const ids = await begin(given)
      const moment = await now()
      const before = await said(ids, moment)
      const undo = await merged(county, ids.kept, ids.gone, given.taken)
      const under = await said(ids, await now())
      const { stopped, ...one } = under.kept
      expect(under.gone).toMatchObject(one) // two names of one record
      expect(one.again).toEqual([ids.kept, ids.gone])
      expect(one.accounts).toHaveLength(given.accounts.length)
      expect(one.decisions).toHaveLength(given.decisions.length)
      expect(one.cases).toHaveLength(given.cases.length)
      const doubted = given.findings.some((_, at) => ['open', 'checking'].includes(given.states[at] ?? ''))
      expect(stopped).toEqual(doubted ? [ids.kept] : [])
      for (const who of ['kept', 'gone'] as const)
        expect((await said(ids, moment))[who].entitled).toEqual(before[who].entitled)
      if (given.meanwhile.includes('find')) await run((ctx) => addHits(ctx, check, [hit([ids.kept])]))
      if (given.meanwhile.includes('check')) await run((ctx) => keepHits(ctx, check as never, []))
      await undo()
      const after = await said(ids, await now())
      if (given.meanwhile.length > 0) expect(ofGone(after, ids)).toEqual(ofGone(before, ids))
      else expect(after).toEqual(before)
    }),
    { numRuns: 15 },
  )
}, 60_000)
