/** Declarations and the rows of the migration are the same thing; a fund allows what LS-18 and OF-05 allow and nothing else. */

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountKinds, postingRules, usesOf } from '#ledger'
import { type TestCounty, testCounty } from '#test/database.ts'
import type { LedgerTables } from '../../src/ledger/tables.ts'
import { funds, protectionFund } from '../../src/systems/land-security/funds/index.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

describe('funds', () => {
  it('stand in the database as declared', async () => {
    const rows = await county.run(county.actor(), (ctx) =>
      ctx.tx.withTables<LedgerTables>().selectFrom('postingRule').selectAll().execute(),
    )
    const text = (rule: object) => Object.entries(rule).sort().join()
    const declared = funds.flatMap(postingRules)
    const of = new Set(funds.map((fund) => fund.id as string))
    expect(
      rows
        .filter((row) => of.has(row.fund))
        .map(text)
        .sort(),
    ).toEqual(declared.map(text).sort())
  })
  it('the kinds of account have the same sides in SQL', async () => {
    const { rows } = await county.run(county.actor(), (ctx) =>
      sql<{ kind: string; normal: string }>`select * from account_kind`.execute(ctx.tx),
    )
    const declared = Object.entries(accountKinds).map(([kind, { normal }]) => [kind, normal])
    expect(rows.map(({ kind, normal }) => [kind, normal]).sort()).toEqual(declared.sort())
  })
  it('the protection fund is for benefit, interest, transfer, inheritance and refund (LS-18)', () => {
    expect(usesOf(protectionFund).zh).toBe('待遇、计息、转移接续、继承、退款')
  })
})
