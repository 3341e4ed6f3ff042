/** What a decision was decided by is kept: looked for once a statement, for every row of it. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Ctx } from '#platform'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'

const HASH = 'a'.repeat(64)
let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
  await county.run(county.actor(), async ({ tx }) => {
    await sql`insert into policy_version (policy, hash, version, label, tree) values ('test.aid', ${HASH}, 1, '{}', '{}')`.execute(
      tx,
    )
    await sql`insert into parameter_snapshot (policy, version, book) values ('test.aid', 'v1', '{}')`.execute(
      tx,
    )
  })
})
afterAll(() => county.close())

type Row = { version?: number; book?: string; branches?: string; digest?: string }

/** One statement with a row that is in order, and then this one. */
const insert = ({ version = 1, book = 'v1', branches = '0110', digest = HASH }: Row) =>
  county.run(county.actor(), async ({ tx }: Ctx) => {
    await sql`
      insert into decision (area, policy_version_id, policy, parameter_version, subject_register, subject_id, valid, known,
        status, result, branches, given, facts_digest, decided_by)
      select '990101', r.version, 'test.aid', r.book, 'person', 1, '2023-09-01', now(), 'known', '{}', r.branches, '{}', r.digest, 1
      from (values (1, 'v1', '', ${HASH}), (${version}::int, ${book}, ${branches}, ${digest})) as r(version, book, branches, digest)`.execute(
      tx,
    )
  })

it('takes rows of a version and a snapshot that are kept', async () => {
  await insert({})
  const { rows } = await county.db.ownerPool.query('select count(*) as n from c990101.decision')
  expect(Number(rows[0].n)).toBe(2)
})

it.each([
  ['a version that is not kept', { version: 7 }],
  ['a snapshot that is not kept', { book: 'v2' }],
  ['branches that are no bits', { branches: '012' }],
  ['a digest that is too short', { digest: 'a'.repeat(63) }],
  ['a digest that is no hexadecimal number', { digest: `${'a'.repeat(63)}G` }],
])('refuses the whole statement for %s', async (_, row) => {
  await expect(insert(row)).rejects.toThrow()
  const { rows } = await county.db.ownerPool.query('select count(*) as n from c990101.decision')
  expect(Number(rows[0].n)).toBe(2)
})
