/** Who may do which act of a payment batch (GEN-13), and on what state of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fen } from '#kernel'
import type { Ctx } from '#platform'
import { actOnBatch, nextActs } from '../../src/ledger/batch/act.ts'
import type { BatchAct } from '../../src/ledger/batch/states.ts'
import * as store from '../../src/ledger/batch/store.ts'
import { controlTotals, type Hand, type PaymentWalk, paymentWalk } from './batch.kit.ts'

let walk: PaymentWalk
beforeAll(async () => {
  walk = await paymentWalk()
})
afterAll(() => walk.close())

describe('four hands (GEN-13)', () => {
  it('refuses the same account where another is asked', async () => {
    const id = await walk.makeBatch('2025-10', [1, 2, 4])
    const refused = (name: Hand, doing: BatchAct) => walk.act(name, id, doing).catch((thrown) => thrown.code)
    expect(await refused('hr1', 'review')).toBe('batch.samePerson')
    expect(await refused('finance2', 'appropriate')).toBe('batch.notNow')
    await walk.act('hr2', id, 'review')
    expect(await refused('hr2', 'check')).toBe('batch.samePerson')
    await walk.act('fund2', id, 'check')
    await walk.act('fund1', id, 'request')
    for (const name of ['hr1', 'hr2', 'fund1', 'fund2'] as const)
      expect(await refused(name, 'audit')).toBe('batch.samePerson')
    await walk.act('finance1', id, 'audit')
    for (const name of ['hr1', 'hr2', 'fund1', 'fund2', 'finance1'] as const)
      expect(await refused(name, 'appropriate')).toBe('batch.samePerson')
  })
  it('refuses other totals and an older version', async () => {
    const id = await walk.makeBatch('2025-11', [1])
    const given = (ctx: Ctx, more: object) =>
      controlTotals(ctx, id).then((i) => actOnBatch(ctx, { ...i, ...more, act: 'review' }))
    await expect(walk.as('hr2', (ctx) => given(ctx, { total: fen(1) }))).rejects.toMatchObject({
      code: 'batch.controlTotals',
    })
    await expect(walk.as('hr2', (ctx) => given(ctx, { version: 99 }))).rejects.toMatchObject({
      code: 'batch.changed',
    })
  })
  it('a batch given back is checked anew, by anybody but its drafter', async () => {
    const id = await walk.makeBatch('2025-12', [1])
    await walk.act('hr2', id, 'review')
    await walk.act('fund2', id, 'check')
    await walk.act('finance1', id, 'giveBack')
    await walk.act('fund2', id, 'review')
    expect(await walk.act('hr2', id, 'check')).toMatchObject({ state: 'checked' })
  })
  it('says who does the next act', async () => {
    const id = await walk.makeBatch('2024-12', [1])
    const clerk = walk.county.actor({ verbs: ['batch.read'] })
    const [next] = await walk.county.run(clerk, async (ctx) =>
      nextActs(ctx, (await store.readBatch(ctx.tx, id)) as store.BatchRow),
    )
    expect(next).toMatchObject({
      act: 'review',
      can: false,
      why: { zh: '由县人社局业务科办理，您可以看，不能办。' },
    })
  })
})
