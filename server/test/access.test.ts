/** Random people at random doors: what the database shows and lets change is what a naive reading of the rules says. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isProblem } from '#kernel'
import type { Actor } from '#platform'
import { type TestCounty, testCounty } from './database.ts'

type Row = { id: number; area: string; partyId: string | null }

const TABLES = [
  { name: 'plot', group: 'plot', party: false },
  { name: 'deal', group: 'deal', party: true },
] as const
type Table = (typeof TABLES)[number]

// Codes of all levels, with neighbours that differ in the last digit only and one that is a prefix of none.
const towns = ['990101101', '990101103', '990101104', '990101109']
const villages = towns.flatMap((town) => [`${town}200`, `${town}201`, `${town}299`])
const groups = villages.flatMap((village) => [`${village}001`, `${village}002`])
const AREAS = ['990101', ...towns, ...villages, ...groups]
const PARTIES = ['C1', 'C2', null]

let county: TestCounty
const rows = new Map<string, Row[]>()

beforeAll(async () => {
  county = await testCounty()
  for (const table of TABLES) await plant(table)
})
afterAll(() => county.close())

async function plant({ name, group, party }: Table): Promise<void> {
  const values = AREAS.flatMap((area) =>
    PARTIES.map((partyId) => `('${area}'${party ? `, ${partyId ? `'${partyId}'` : 'null'}` : ''}, 0)`),
  )
  await county.db.ownerPool.query(`set search_path = c990101, public;
    create table ${name} (id bigint generated always as identity primary key, area text collate "C" not null
      ${party ? ', party_id text' : ''}, note int not null);
    create index on ${name} (area); select fence_table('${name}', '${group}');
    insert into ${name} (area ${party ? ', party_id' : ''}, note) values ${values.join(',')}; reset search_path`)
  const found = await county.db.ownerPool.query(
    `select id, area ${party ? ', party_id as "partyId"' : ', null as "partyId"'} from c990101.${name} order by id`,
  )
  rows.set(name, found.rows)
}

/** The rules once more, row by row and without a database. */
const oracle = {
  reads: (actor: Actor, table: Table, row: Row) =>
    holds(actor, table, row, [...actor.reads, ...actor.writes]),
  writes: (actor: Actor, table: Table, row: Row) => holds(actor, table, row, actor.writes),
}
function holds(actor: Actor, table: Table, row: Row, groupsHeld: readonly string[]): boolean {
  if (actor.area === '' || !row.area.startsWith(actor.area)) return false
  if (!groupsHeld.includes('*') && !groupsHeld.includes(table.group)) return false
  return actor.party === null || (table.party && row.partyId === actor.party)
}

const registers = fc.subarray(['plot', 'deal', 'person', '*', 'plo', 'deals'])
const actors = fc.record({
  area: fc.constantFrom(...AREAS, '', '990102', '99010110'),
  party: fc.constantFrom('C1', 'C2', 'C3', null),
  reads: registers,
  writes: registers,
})
const someone = (given: Partial<Actor>): Actor => county.actor({}, given.area, given)
const tables = fc.constantFrom(...TABLES)
const rowsOf = (table: Table) => rows.get(table.name) as Row[]
const ids = async (actor: Actor, query: string) =>
  county.run(actor, async ({ tx }) => (await sql.raw<Row>(query).execute(tx)).rows.map((r) => r.id))
const numRuns = 150

test('reading: exactly the rows of area, group and party', async () => {
  await fc.assert(
    fc.asyncProperty(actors, tables, async (given, table) => {
      const actor = someone(given)
      const expected = rowsOf(table)
        .filter((row) => oracle.reads(actor, table, row))
        .map((row) => row.id)
      expect(await ids(actor, `select id from ${table.name} order by id`)).toEqual(expected)
    }),
    { numRuns },
  )
})

test('changing and removing: exactly the rows that may be written, all others stay', async () => {
  await fc.assert(
    fc.asyncProperty(actors, tables, fc.constantFrom('update', 'delete'), async (given, table, act) => {
      const actor = someone(given)
      const text =
        act === 'update'
          ? `update ${table.name} set note = note + 1 returning id`
          : `delete from ${table.name} returning id`
      const touched: number[] = []
      await county
        .run(actor, async ({ tx }) => {
          touched.push(...(await sql.raw<Row>(text).execute(tx)).rows.map((r) => r.id))
          throw new Error('undo')
        })
        .catch(undone)
      const expected = rowsOf(table)
        .filter((row) => oracle.writes(actor, table, row))
        .map((row) => row.id)
      expect(touched.sort((a, b) => a - b)).toEqual(expected)
    }),
    { numRuns },
  )
})

test('adding, and moving to another area or party: only where the new row may be written', async () => {
  const target = fc.record({ area: fc.constantFrom(...AREAS), partyId: fc.constantFrom(...PARTIES) })
  await fc.assert(
    fc.asyncProperty(actors, tables, target, fc.boolean(), async (given, table, wanted, add) => {
      const actor = someone(given)
      const mine = rowsOf(table).find((row) => oracle.writes(actor, table, row))
      if (!add && !mine) return
      const row = { id: 0, area: wanted.area, partyId: table.party ? wanted.partyId : null }
      const text = add ? insertText(table, row) : moveText(table, row, mine?.id ?? 0)
      expect(await allowed(actor, text)).toBe(oracle.writes(actor, table, row))
    }),
    { numRuns },
  )
})

test('masks of a name, a filter or an aggregate are no way around', async () => {
  const town = someone({ area: '990101103', reads: ['plot'], writes: [], party: null })
  const count = rowsOf(TABLES[0]).filter((row) => row.area.startsWith('990101103')).length
  const one = async (query: string) =>
    county.run(town, async ({ tx }) => Object.values((await sql.raw(query).execute(tx)).rows[0] as object)[0])
  expect(await one('select count(*) from plot')).toBe(count)
  expect(await one("select count(*) from plot where area like '990101104%'")).toBe(0)
  expect(await one('select count(*) from c990101.plot where true or note > 0')).toBe(count)
  expect(await one('select max(area) from plot')).toMatch(/^990101103/)
})

test('a group name that would name two groups is refused', async () => {
  const actor = someone({ area: '990101', reads: ['plot,deal'], writes: [], party: null })
  await expect(ids(actor, 'select id from deal')).rejects.toMatchObject({ code: 'kernel.invariant' })
})

function insertText(table: Table, row: Row): string {
  const party = row.partyId === null ? 'null' : `'${row.partyId}'`
  return table.party
    ? `insert into ${table.name} (area, party_id, note) values ('${row.area}', ${party}, 1)`
    : `insert into ${table.name} (area, note) values ('${row.area}', 1)`
}

function moveText(table: Table, row: Row, id: number): string {
  const party = row.partyId === null ? 'null' : `'${row.partyId}'`
  return `update ${table.name} set area = '${row.area}' ${table.party ? `, party_id = ${party}` : ''} where id = ${id}`
}

async function allowed(actor: Actor, text: string): Promise<boolean> {
  let done = false
  await county
    .run(actor, async ({ tx }) => {
      await sql.raw(text).execute(tx)
      done = true
      throw new Error('undo')
    })
    .catch(undone)
  return done
}

function undone(thrown: unknown): void {
  if (isProblem(thrown, 'platform.outOfScope') || (thrown instanceof Error && thrown.message === 'undo'))
    return
  throw thrown
}
