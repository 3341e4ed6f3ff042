/** A finding follows the record that it doubts through a merge: shown where it stands, its state kept, and as before once undone. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Actor, AnyOperation } from '#platform'
import { findRow, updateRow } from '#register'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { findingsOf } from '#verify'
import { person } from '../../src/systems/population/registers/index.ts'
import { addHits } from '../../src/verify/finding-store.ts'
import type { Hit } from '../../src/verify/finds/hit.ts'
import { runCheck } from '../../src/verify/run.ts'
import { add, type Desk, deskOf, doors, number, places, room, village } from './lists.kit.ts'
import type { Two } from './merged.kit.ts'
import { merge } from './merged.kit.ts'

let county: TestCounty
let clerk: Actor
let reviewer: Actor
let desk: Desk
beforeAll(async () => {
  county = await testCounty()
  ;[clerk, reviewer] = [county.actor(), county.actor()]
  desk = deskOf(county, reviewer)
  await places(county, clerk)
})
afterAll(() => county.close())
beforeEach(() =>
  county.db.ownerPool.query(
    'set session_replication_role = replica; truncate c990101.finding_act, c990101.finding, c990101.person, c990101.row_merge, c990101.duplicate_pair cascade; set session_replication_role = default',
  ),
)

/** 王伟 twice: a number that says another birthday than what is registered stands with the one that goes. */
async function two(seq: number, kept: object = {}): Promise<Two> {
  const first = await add(county, clerk, { name: `王伟${seq}`, birthDate: '1963-07-15', ...kept })
  const wrong = { birthDate: '1963-07-25', idNumber: number('1963-07-15', seq) }
  return { kept: first.id, gone: (await add(county, clerk, { name: `王伟${seq}`, ...wrong })).id }
}

const check = 'person.birthDate'
const run = () =>
  county.run(reviewer, (ctx) => runCheck(ctx, room, room.checks.find(({ id }) => id === check) as never))
type Told = {
  id: number
  rowIds: number[]
  merged: { id: number; into: number }[]
  state: string
  note: string | null
}
const all = ['open', 'checking', 'explained', 'corrected']
const findings = async (states = all) =>
  (await desk.call<{ findings: Told[] }>('verify.list', { states })).findings
const act = (findingId: number, as: string, note: string) =>
  county.call(reviewer, doors['verify.act'] as AnyOperation, { findingId, as, note })
/** Every finding as the table has it, without when it was last seen. */
async function stored(): Promise<unknown[]> {
  const { rows } = await county.db.ownerPool.query<{ row: object }>(
    `select to_jsonb(f) - '{seen_at}'::text[] as row from c990101.finding f order by id`,
  )
  return rows.map(({ row }) => row)
}

it('an open finding of the record that went is shown at the one that stays, and stops what it stopped', async () => {
  const both = await two(1)
  await run()
  const undo = await merge(county, clerk, both)
  expect(await findings()).toMatchObject([
    { rowIds: [both.kept], merged: [{ id: both.gone, into: both.kept }], state: 'open' },
  ])
  const stops = () =>
    county.run(reviewer, (ctx) => findingsOf(room)(ctx, { register: 'person', rowIds: [both.kept] }))
  expect([...(await stops()).keys()]).toEqual([both.kept])
  await undo()
  expect(await findings()).toMatchObject([{ rowIds: [both.gone], merged: [] }])
  expect((await stops()).size).toBe(0)
})

it('what the record that stays does not show is closed by the next run, which says why; undone, it stands as it stood', async () => {
  const both = await two(2)
  await run()
  const [one] = await findings()
  await act(one?.id ?? 0, 'check', '请村里核')
  const before = await stored()
  const undo = await merge(county, clerk, both)
  await run()
  expect(await findings()).toMatchObject([
    {
      state: 'corrected',
      note: {
        zh: `请村里核；已并入编号 ${both.kept}，再核时已没有`,
        en: `请村里核; merged into number ${both.kept}, not found when checked again`,
      },
    },
  ])
  await undo()
  expect(await stored()).toEqual(before)
  await run()
  expect(await stored()).toEqual(before)
})

it('an explanation holds for the record that stays where it shows the same; undone, that one is its own again', async () => {
  const both = await two(3)
  await run()
  const [one] = await findings()
  await act(one?.id ?? 0, 'explain', '身份证登记有误，派出所已证明')
  const before = await stored()
  const undo = await merge(county, clerk, { ...both, taken: ['birthDate', 'idNumber'] })
  await run()
  expect(await findings()).toMatchObject([
    { state: 'explained', rowIds: [both.kept] },
    { state: 'explained', rowIds: [both.kept], note: { zh: '身份证登记有误，派出所已证明' } },
  ])
  await undo()
  await run()
  expect((await stored()).slice(0, 1)).toEqual(before)
  expect((await findings(['open', 'checking'])).length).toBe(0)
  expect((await findings(['corrected'])).length).toBe(1) // what the merge alone had shown
})

it('what a person says under the merge is the last word', async () => {
  const both = await two(4)
  await run()
  const undo = await merge(county, clerk, { ...both, taken: ['birthDate', 'idNumber'] })
  await run()
  const [, fresh] = await findings(['open', 'corrected'])
  expect(fresh).toMatchObject({ state: 'open', rowIds: [both.kept] })
  await act(fresh?.id ?? 0, 'explain', '已核')
  await undo()
  expect((await findings(['explained'])).map(({ id }) => id)).toEqual([fresh?.id])
})

it('a group that lost a row to a merge alone stays explained, and is the same group again afterwards', async () => {
  const both = await two(5)
  const third = await add(county, clerk, { name: '王伟三' })
  const group = (rowIds: number[]): Hit => ({
    key: '13800000001',
    rowIds,
    area: village,
    verdict: 'overlap',
    place: { zh: '石桥村', en: '石桥村' },
    stated: { zh: '13800000001', en: '13800000001' },
    computed: { zh: `${rowIds.length} 条`, en: `${rowIds.length} entries` },
    difference: null,
    sensitive: null,
    people: rowIds.length,
    amount: null,
    reporters: [],
  })
  const phones = { id: 'person.phone', on: 'person', level: 'doubt' as const }
  const found = (rowIds: number[]) => county.run(reviewer, (ctx) => addHits(ctx, phones, [group(rowIds)]))
  const rows = [both.kept, both.gone, third.id]
  const [id = 0] = await found(rows)
  await act(id, 'explain', '一家人共用')
  const before = await stored()
  const undo = await merge(county, clerk, both)
  await found([both.kept, third.id])
  expect(await findings()).toMatchObject([{ state: 'explained', note: { zh: '一家人共用' } }])
  await undo()
  expect((await stored()).map((row) => ({ ...(row as object), place: null }))).toEqual(
    before.map((row) => ({ ...(row as object), place: null })),
  )
  await found(rows)
  expect(await findings()).toMatchObject([{ state: 'explained' }])
  await found([both.kept, both.gone]) // another group: looked at again
  expect(await findings()).toMatchObject([{ state: 'open' }])
})

it('closing by a run says nothing of merges where there was none', async () => {
  const both = await two(6)
  await run()
  await county.run(clerk, async (ctx) => {
    const { version } = (await findRow(ctx, person, both.gone)) as { version: number }
    await updateRow(ctx, person, {
      id: both.gone,
      version,
      values: { birthDate: '1963-07-15' as never },
      reason: '核',
    })
  })
  await run()
  expect(await findings()).toMatchObject([
    { state: 'corrected', note: { zh: '再核时已没有', en: 'not found when checked again' } },
  ])
})
