/** What stands in the voucher of a proof. Lines are as the ledger hashes them (`entry_line`). */
import type { Proof } from './proof.ts'

export type VoucherLine = {
  readonly id: unknown
  readonly side: unknown
  readonly amount: number
  readonly subject: string
  readonly decisionId: unknown
}

function lineOf([id, , side, amount, register, subjectId, decisionId]: readonly unknown[]): VoucherLine {
  return { id, side, amount: Number(amount), subject: `${register}:${subjectId}`, decisionId }
}

export function entryLine(proof: Pick<Proof, 'voucher' | 'entry'>): VoucherLine | undefined {
  return proof.voucher.lines.map(lineOf).find(({ id }) => id === proof.entry)
}

/** In fen, without a sign: interest stands in one line; a decision's sum may stand in several lines of its subject (OF-07). */
export function bookedIn(proof: Pick<Proof, 'voucher' | 'entry' | 'basis'>): number | null {
  const line = entryLine(proof)
  if (!line) return null
  if (proof.basis === 'interest') return Math.abs(line.amount)
  const beside = proof.voucher.lines
    .map(lineOf)
    .filter((one) => one.decisionId === line.decisionId && one.subject === line.subject)
  const sum = (side: string) =>
    Math.abs(beside.filter((one) => one.side === side).reduce((all, one) => all + one.amount, 0))
  return Math.max(sum('C'), sum('D'))
}
