/** What a payment batch lists: this fund's money only (LS-17, OF-05), against the month before. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fen, t } from '#kernel'
import { addBatchLines, openBatch } from '../../src/ledger/batch/fill.ts'
import * as store from '../../src/ledger/batch/store.ts'
import { fund, type PaymentWalk, paymentWalk } from './batch.kit.ts'

let walk: PaymentWalk
beforeAll(async () => {
  walk = await paymentWalk()
})
afterAll(() => walk.close())

describe('the list', () => {
  it('LS-17, OF-05: 320 with 240 funded is refused, the other 80.00 belong to the rural fund', async () => {
    const refused = await walk
      .as('hr1', async (ctx) => {
        const batchId = await openBatch(ctx, {
          fund,
          item: t('x', 'x'),
          series: 'x',
          period: '2025-09',
          source: 'x',
          purpose: 'benefit',
          payableId: 1,
        })
        const components = [
          { amount: fen(240_00) },
          { amount: fen(80_00), otherFund: t('农保基金', 'the rural insurance fund') },
        ]
        await addBatchLines(ctx, batchId, [
          {
            line: 1,
            area: '990101',
            subject: { register: 'p', id: 1 },
            name: '周桂枝',
            amount: fen(320_00),
            decisionId: null,
            payee: { idNumber: '', cardName: '', card: '', bank: '' },
            components,
          },
        ])
      })
      .catch((thrown) => thrown)
    expect(refused.code).toBe('batch.otherFund')
    expect(refused.text.zh).toContain('另 80.00 元属农保基金')
  })
  it('shows who is new, who stopped, whose amount changed', async () => {
    await walk.makeBatch('2025-09', [1, 2, 3])
    await walk.makeBatch('2025-10', [1, 2, 4])
    const [september, october] = await walk.as('hr1', async (ctx) => [
      await store.findBatch(ctx.tx, 'test:2025-09'),
      await store.findBatch(ctx.tx, 'test:2025-10'),
    ])
    const rows = await walk.as('hr1', (ctx) =>
      store.differences(ctx.tx, october?.id ?? 0, september?.id ?? 0),
    )
    expect(rows.map(({ kind, subjectId, before, now }) => ({ kind, subjectId, before, now }))).toEqual([
      { kind: 'new', subjectId: 4, before: null, now: 240_00 },
      { kind: 'stopped', subjectId: 3, before: 240_00, now: null },
    ])
  })
})
