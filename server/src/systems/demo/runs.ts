/** Runs of the demo's past: pensions month by month, the yearly interest, a payment that the bank gave back and that was issued again. */
import { type Bounce, closeBatch, payBatch } from './batches.ts'
import { fund } from './money-in.ts'
import type { Scene, Stage } from './stage.ts'

type RunView = { count: number; total: string; batchId: number | null }

/** Proposed by the officer, approved by the reviewer, posted by the fund accountant. */
export async function doRun(
  stage: Stage,
  given: { run: string; period: string; day?: string; input?: object },
): Promise<RunView & { runId: number }> {
  const { runId, jobId } = await stage.call<{ runId: number; jobId: number }>('hr1', 'run.propose', given)
  await stage.ended('hr1', jobId)
  const { count, total } = await stage.call<RunView>('hr1', 'run.get', { id: runId })
  await stage.call('hr2', 'run.approve', { runId, count, total })
  const posting = await stage.call<{ jobId: number }>('fund1', 'run.post', { runId })
  await stage.ended('fund1', posting.jobId)
  return { ...(await stage.call<RunView>('fund1', 'run.get', { id: runId })), runId }
}

export type Month = {
  period: string
  bounces?: readonly Bounce[]
  /** Left as it is after the money came back: somebody has to look for the right card. */
  leaveOpen?: boolean
  /** Card that the person brought, and when the payment was issued again. */
  mended?: { at: string; card: { cardName: string; card: string; bank: string } }
}

/** The pension of one month, paid on the tenth. */
export function pensionScenes(month: Month): Scene[] {
  const { period, bounces = [], leaveOpen = false, mended } = month
  const paidOn = `${period}-10`
  const open = { batchId: 0, version: 0, count: 0, total: '', number: '', lineIds: [] as number[] }
  const pay: Scene = {
    name: `pension.${period}`,
    at: `${paidOn}T09:05`,
    text: `发放 ${period} 养老金…… / pension ${period}`,
    play: async (stage) => {
      const { batchId } = await doRun(stage, { run: 'land-security.pension', period, day: paidOn })
      const { batch, lines } = await payBatch(stage, batchId ?? 0, { paidOn, bounces })
      const names = bounces.map(({ name }) => name)
      Object.assign(open, {
        batchId: batch.id,
        lineIds: lines.filter((one) => names.includes(one.name)).map(({ id }) => id),
      })
      if (!leaveOpen && !mended) await closeBatch(stage, batch)
    },
  }
  if (!mended) return [pay]
  const reissue: Scene = {
    name: `pension.${period}.again`,
    at: mended.at,
    play: (stage) => issueAgain(stage, open, mended),
  }
  return [pay, reissue]
}

/** The officer enters the card that the person brought, another approves it, and the payment goes out once more (OF-08). */
async function issueAgain(
  stage: Stage,
  { batchId, lineIds }: { batchId: number; lineIds: readonly number[] },
  { at, card }: NonNullable<Month['mended']>,
): Promise<void> {
  for (const lineId of lineIds) {
    await stage.call('hr1', 'batch.correctCard', { lineId, ...card })
    await stage.call('hr2', 'batch.approveCard', { lineId })
  }
  const again = await stage.call<{ batchId: number }>('hr1', 'batch.reissue', {
    batchId,
    lineIds: [...lineIds],
  })
  const { batch } = await payBatch(stage, again.batchId, { paidOn: at.slice(0, 10), direct: true })
  await closeBatch(stage, batch)
  const old = await stage.call<typeof batch>('fund2', 'batch.get', { id: batchId })
  await closeBatch(stage, old)
}

/** What the bank paid on the special account, in both books, and the year's credit to the accounts (OF-06). */
export function interestScenes(year: string, bankPaid: string): Scene[] {
  const next = Number(year) + 1
  return [
    {
      name: `bank.interest.${year}`,
      at: `${year}-12-21T16:10`,
      play: async (stage) => {
        const given = { fund, day: `${year}-12-21`, amount: bankPaid, bankRef: `${year}1221LX0077` }
        await stage.call('fund1', 'ledger.bankInterest', { ...given, bookEntity: 'agency' })
        await stage.call('finance2', 'ledger.bankInterest', { ...given, bookEntity: 'treasury' })
      },
    },
    {
      name: `interest.${year}`,
      at: `${next}-01-06T10:20`,
      text: `${year} 年计息…… / interest ${year}`,
      play: async (stage) => {
        await doRun(stage, { run: 'land-security.interest', period: year })
      },
    },
  ]
}
