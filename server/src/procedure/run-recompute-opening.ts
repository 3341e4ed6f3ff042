/** Correcting what was credited at the opening of an account: the share goes over between the own account and the pool (LS-04, LS-05). */
import { type Fen, fen, t, zeroFen } from '#kernel'
import { balances, type Line, openAccount, postVoucher, type VoucherDraft } from '#ledger'
import type { Ctx } from '#platform'
import type { RecomputeRun } from './run-define.ts'
import type { RecomputeRow } from './run-recompute-store.ts'

/** The lines for which there is money where it is to be taken from, in order; the others are held. */
export async function coveredOpenings(
  ctx: Ctx,
  run: RecomputeRun,
  lines: readonly RecomputeRow[],
): Promise<{ covered: RecomputeRow[]; uncovered: number[] }> {
  const pooledId = await openAccount(ctx, { fund: run.fund, kind: 'pooled', area: ctx.actor.county })
  const own = lines.flatMap(({ accountId }) => accountId ?? [])
  const left = new Map<number, Fen>(await balances(ctx, [...own, pooledId]))
  const covered: RecomputeRow[] = []
  const uncovered: number[] = []
  for (const line of lines) {
    const from = line.direction === 'topUp' ? pooledId : (line.accountId ?? 0)
    const rest = left.get(from) ?? zeroFen
    if (rest < line.amount) {
      uncovered.push(line.line)
      continue
    }
    left.set(from, fen(rest - line.amount))
    covered.push(line)
  }
  return { covered, uncovered }
}

/** One voucher: what the own account is short of comes from the pool, what it has too much goes there. */
export async function postOpenings(
  ctx: Ctx,
  head: Pick<VoucherDraft, 'fund' | 'day' | 'source' | 'runId' | 'reviewed'>,
  lines: readonly RecomputeRow[],
): Promise<number | null> {
  if (lines.length === 0) return null
  const entries = lines.flatMap(
    ({ subjectRegister, subjectId, decisionId, accountId, amount, direction }) => {
      const of = { subject: { register: subjectRegister, id: subjectId }, decisionId }
      const own: Line['account'] = { id: accountId ?? 0 }
      const pool: Line['account'] = { kind: 'pooled' }
      const [from, to] = direction === 'topUp' ? [pool, own] : [own, pool]
      return [
        { ...of, account: from, debit: amount },
        { ...of, account: to, credit: amount },
      ]
    },
  )
  const text = t(`开户分配更正，${lines.length} 人`, `Opening corrected, ${lines.length} accounts`)
  return (await postVoucher(ctx, { ...head, purpose: 'opening', text, lines: entries })).voucherId
}
