/** A whole county decided in columns: the rows that deciding one by one writes. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel'
import type { Ctx } from '#platform'
import type { CountyState, CountyTotals, Decision } from '#policy'
import { assessCounty, decideCountyPage, openPolicyRoom, policies, policyCommands } from '#policy'
import { getRow, insertRow, registerFactSource, updateRow } from '#register'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { systems } from './index.ts'
import { person } from './population/registers/index.ts'

const all = systems.flatMap((system) => system.policies ?? [])
const bindings = systems.flatMap((system) => system.bindings ?? [])
const source = registerFactSource(systems.flatMap((system) => system.registers ?? []))
const inner = { registry: policies(all), bindings, source }
const room = openPolicyRoom({ policies: all, bindings, source })
const on = '2023-09-01'
const MOST = 400

let county: TestCounty
beforeAll(async () => {
  county = await testCounty({ seeded: true })
})
afterAll(() => county.close())

const bound = bindings.map(({ policy, subject }) => [policy, subject] as const)

type Kept = Omit<Decision, 'id' | 'decidedAt'>

async function keptOf(ctx: Ctx, after: number): Promise<readonly Kept[]> {
  const { rows } = await sql<Kept>`
    select area, policy_version_id, policy, parameter_version, subject_register, subject_id, on_day, valid, known, status,
      result, branches, given, facts_digest, decided_by
    from decision where id > ${after} order by subject_id limit ${MOST}`.execute(ctx.tx)
  return rows
}

async function lastId(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ last: number }>`select coalesce(max(id), 0) as last from decision`.execute(
    ctx.tx,
  )
  return rows[0]?.last ?? 0
}

describe.each(bound)('%s of every %s', (policy, register) => {
  it('keeps what deciding one by one keeps, and counts it', async () => {
    await county.run(county.actor(), async (ctx) => {
      const request = { policy, register, on, known: ctx.now }
      const before = await lastId(ctx)
      let state: CountyState | undefined
      let done = false
      while (!done) {
        const step = await decideCountyPage(inner, ctx, request, { state, limit: 70, part: 30 })
        state = step.state
        done = step.done || step.state.decided >= 10_000
      }
      const ours = await keptOf(ctx, before)
      expect(ours.length).toBeGreaterThan(0)
      const between = await lastId(ctx)
      await room.decideMany(
        ctx,
        ours.map(({ subjectId }) => ({
          policy,
          subject: { register, id: subjectId },
          on,
          known: request.known,
        })),
      )
      expect(await keptOf(ctx, between)).toEqual(ours)
      const totals = await assessCounty(inner, ctx, request)
      expect(totals.subjects).toBe(state?.decided)
      expect(totals.known + totals.unknown + totals.problem).toBe(totals.subjects)
      expect(totals.oneByOne).toBe(0)
    })
  })
})

describe('who sees few of the register', () => {
  it('decides everybody of the own township, however far apart their numbers are, and nobody else', async () => {
    const [village] = (
      await county.db.ownerPool.query<{ area: string }>(
        'select left(area, 12) as area from c990101.person where deleted_at is null group by 1 order by max(id) - min(id) desc limit 1',
      )
    ).rows
    const actor = county.actor({}, village?.area)
    const { rows } = await county.db.ownerPool.query<{ id: number }>(
      'select id::int from c990101.person where deleted_at is null and area like $1 order by id',
      [`${village?.area}%`],
    )
    await county.run(actor, async (ctx) => {
      const request = { policy: 'land-security.protection', register: 'person', on, known: ctx.now }
      const before = await lastId(ctx)
      let [state, done]: [CountyState | undefined, boolean] = [undefined, false]
      while (!done)
        ({ state, done } = await decideCountyPage(inner, ctx, request, { state, limit: 5, part: 2 }))
      const kept = await sql<{ id: number }>`
        select subject_id::int as id from decision where id > ${before} order by id`.execute(ctx.tx)
      expect(kept.rows).toEqual(rows)
      expect(state).toMatchObject({ decided: rows.length, total: rows.length })
    })
  })
})

describe('what was written after the moment of the county', () => {
  it('is left out: rows as they were then, nobody who came later', async () => {
    const known = await county.run(county.actor(), async (ctx) => ctx.now)
    await new Promise((next) => setTimeout(next, 5))
    const request = { policy: 'land-security.protection', register: 'person', on, known }
    await county.run(county.actor(), async (ctx) => {
      const before = await assessCounty(inner, ctx, request)
      const { rows } = await sql<{ id: number }>`
        select p.id from person p join protected_person l on l.person_id = p.id where p.birth_date < '2000-01-01' order by p.id limit 3`.execute(
        ctx.tx,
      )
      for (const { id } of rows) {
        const { version } = await getRow(ctx, person, id)
        await updateRow(ctx, person, {
          id,
          version,
          values: { birthDate: day('2015-01-01') },
          reason: '更正',
        })
      }
      await insertRow(ctx, person, { name: '周来迟', area: '990101103201' })
      const after = await assessCounty(inner, ctx, request)
      expect(after).toEqual({ ...before, oneByOne: 3 })
      const now = await assessCounty(inner, ctx, { ...request, known: ctx.now })
      expect(now.subjects).toBe(before.subjects + 1)
      expect(now.totals.total?.count).toBe((before.totals.total?.count ?? 0) - 3)
    })
  })
})

describe('a decision of a county', () => {
  it('explains itself by doing it again', async () => {
    await county.run(county.actor(), async (ctx) => {
      const before = await lastId(ctx)
      const request = { policy: 'land-security.protection', register: 'protectedPerson', on, known: ctx.now }
      const { state, done } = await decideCountyPage(inner, ctx, request)
      expect([done, state.decided]).toEqual([true, (await lastId(ctx)) - before])
      const told = await room.explainDecision(ctx, before + 1)
      expect([told.reproduced, told.factsChanged, told.differences]).toEqual([true, false, []])
    })
  })
})

describe('xiangce assess --county', () => {
  it('tells counts and sums of every register that the policy is bound to', async () => {
    const command = policyCommands(room).find(({ name }) => name === 'assess')
    const call = (policy: string) =>
      ({
        words: [policy],
        options: { county: true, on },
        house: { db: county.db, county: '990101' },
      }) as never
    const told = (await command?.run(call('land-security.protection'))) as readonly CountyTotals[]
    expect(told.map(({ register, unknown, known }) => [register, known + unknown])).toEqual([
      ['protectedPerson', 30],
      ['person', told[1]?.subjects],
    ])
    expect(command?.show?.(told as never, call(''))).toContain(
      'land-security.protection　protectedPerson　2023-09-01　共 30',
    )
    await expect(command?.run(call('land-security.interest'))).rejects.toMatchObject({
      code: 'policy.unboundAtAll',
    })
  })
})
