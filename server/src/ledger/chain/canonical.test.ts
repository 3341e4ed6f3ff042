/** A line of a voucher as the database hashes it, against the text that is rebuilt outside. */
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { canonical, type Scalar } from './canonical.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

const word = fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => !text.includes('\u0000'))
const id = fc.integer({ min: -(2 ** 40), max: Number.MAX_SAFE_INTEGER })
const entry = fc.record({
  id,
  account_id: id,
  side: fc.constantFrom('D', 'C'),
  amount: id,
  subject_register: fc.oneof(word, fc.constant('protectedPerson')),
  subject_id: id,
  decision_id: fc.option(id),
  area: fc.constantFrom('990101103201', '引号“”"\\\t\n\u0001/'),
})
const account = fc.record({
  kind: word,
  part: fc.option(word),
  subject_register: word,
  subject_id: id,
  context_register: word,
  context_id: fc.option(id),
})

it('is the same text for every value that a line can hold', async () => {
  const rows = fc.sample(fc.record({ entry, account }), 300)
  const { rows: told } = await county.run(county.actor(), ({ tx }) =>
    sql<{ line: string }>`
      select entry_line(jsonb_populate_record(null::entry, r -> 'entry'), jsonb_populate_record(null::fund_account, r -> 'account')) as line
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as x(r, at) order by at`.execute(
      tx,
    ),
  )
  expect(told.map(({ line }) => line)).toEqual(rows.map(lineOf))
})

function lineOf({
  entry: e,
  account: a,
}: {
  entry: Record<string, Scalar>
  account: Record<string, Scalar>
}): string {
  const own = ['id', 'account_id', 'side', 'amount', 'subject_register', 'subject_id', 'decision_id', 'area']
  const of = ['kind', 'part', 'subject_register', 'subject_id', 'context_register', 'context_id']
  return canonical([...own.map((name) => e[name] ?? null), ...of.map((name) => a[name] ?? null)])
}
