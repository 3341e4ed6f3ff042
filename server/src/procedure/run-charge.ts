/** Who bears a payment: the own account until it is empty, then the pool as far as it goes (LS-13, OF-07). Pure. */
import type { Fen } from '#kernel'
import { fen, subFen, zeroFen } from '#kernel'

export type Chargeable = { line: number; amount: Fen; accountId: number | null }
export type Charge = {
  line: number
  own: Fen
  pool: Fen /** whole months that the own account still covers */
  monthsLeft: number | null
}

/**
 * Splits each line over own account and pool, in order, against balances that shrink as it goes.
 * `uncovered`: lines that neither covers; they are held, not paid in part.
 */
export function splitCharges(
  lines: readonly Chargeable[],
  given: { balances: ReadonlyMap<number, Fen>; pooled: Fen; useOwn: boolean; usePool: boolean },
): { charges: Charge[]; uncovered: number[] } {
  const left = new Map(given.balances)
  let pooled = given.usePool ? given.pooled : zeroFen
  const charges: Charge[] = []
  const uncovered: number[] = []
  for (const { line, amount, accountId } of lines) {
    const has = given.useOwn && accountId !== null ? (left.get(accountId) ?? zeroFen) : zeroFen
    const own = fen(Math.min(has, amount))
    const pool = subFen(amount, own)
    if (pool > pooled) {
      uncovered.push(line)
      continue
    }
    pooled = subFen(pooled, pool)
    if (accountId !== null && given.useOwn) left.set(accountId, subFen(has, own))
    charges.push({
      line,
      own,
      pool,
      monthsLeft: given.useOwn && amount > 0 ? Math.floor((has - own) / amount) : null,
    })
  }
  return { charges, uncovered }
}
