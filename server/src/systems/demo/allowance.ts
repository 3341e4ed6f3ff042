/** The living allowance of those of working age without work, from its own fund (LS-14, OF-05). */

import { closeBatch, payBatch } from './batches.ts'
import type { Listed } from './listed.ts'
import { doRun } from './runs.ts'
import type { Scene } from './stage.ts'
import type { Memory } from './walk.ts'

const fund = 'land-security.regulating'

type CaseView = { itemRows: { rowId: number; name: string }[] }
type Claim = { id: number; unemployedFrom: string; meetsDibao: boolean }

/** Money in, then three months for the claimants. */
export function allowanceScenes(memory: Memory, claimants: readonly Listed[]): Scene[] {
  const claims: Claim[] = []
  return [
    {
      name: 'regulating.receipt',
      at: '2025-05-15T15:10',
      play: async (stage) => {
        const { receiptId } = await stage.call<{ receiptId: number }>('finance2', 'fund.receive', {
          fund,
          arrivedOn: '2025-05-15',
          amount: '300000.00',
          payer: '青禾县财政局国库',
          remark: '征地调节资金拨入',
          bankRef: '20250515TJ4188',
          ticket: '青财票250515-4188',
        })
        const context = { register: 'landTake', id: memory.landTakeId }
        await stage.call('fund1', 'fund.claim', {
          receiptId,
          claims: [{ context, part: '', amount: '300000.00' }],
        })
      },
    },
    {
      name: 'regulating.claims',
      at: '2025-06-03T10:00',
      play: async (stage) => {
        const { itemRows } = await stage.call<CaseView>('hr1', 'case.get', { caseId: memory.caseId })
        for (const { name } of claimants) {
          const item = itemRows.find((one) => one.name === name)
          if (item) claims.push({ id: item.rowId, unemployedFrom: '2025-06-01', meetsDibao: false })
        }
      },
    },
    ...['2025-06', '2025-07', '2025-08'].map((period) => allowanceScene(period, claims)),
  ]
}

function allowanceScene(period: string, claims: readonly Claim[]): Scene {
  const paidOn = `${period}-12`
  return {
    name: `allowance.${period}`,
    at: `${paidOn}T10:30`,
    play: async (stage) => {
      const input = { claims: claims.map((claim) => ({ ...claim })) }
      const { batchId } = await doRun(stage, {
        run: 'land-security.living-allowance',
        period,
        day: paidOn,
        input,
      })
      const { batch } = await payBatch(stage, batchId ?? 0, { paidOn })
      await closeBatch(stage, batch)
    },
  }
}
