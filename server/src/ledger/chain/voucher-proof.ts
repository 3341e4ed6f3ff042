/** One voucher with its place in the chain, to be verified where there is no database. */
import { createHash } from 'node:crypto'
import type { Ctx } from '#platform'
import { ledgerProblems } from '../problems.ts'
import { linkHash, runDigest, type Scalar, voucherDigest } from './canonical.ts'
import { linkOf, oneVoucher, runDigests } from './voucher-proof-store.ts'

export type ChainPlace = {
  readonly seq: number
  readonly kind: string
  readonly ref: number
  readonly digest: string
  readonly hash: string
  /** Hash of the link before it. */
  readonly before: string
  /** Where the link stands for a run: the digests of all its vouchers, in id order. */
  readonly vouchers: readonly string[]
}

export type VoucherProof = {
  readonly header: readonly Scalar[]
  readonly lines: readonly (readonly Scalar[])[]
  readonly digest: string
  /** Null while the run of the voucher is still being posted. */
  readonly link: ChainPlace | null
}

/** The voucher as it was hashed. Throws `ledger.notFound`. */
export async function voucherProof(ctx: Ctx, voucherId: number): Promise<VoucherProof> {
  const found = await oneVoucher(ctx.tx, voucherId)
  if (!found) throw ledgerProblems.notFound({ what: 'voucher', id: voucherId })
  const { runId, ...voucher } = found
  const link = await linkOf(ctx.tx, { voucherId, runId })
  if (!link) return { ...voucher, link: null }
  const vouchers = link.kind === 'run' ? await runDigests(ctx.tx, link.ref) : []
  return { ...voucher, link: { ...link, vouchers } }
}

export type VoucherFault = 'digest' | 'run' | 'link'

/** What does not fit together; empty where the voucher is the one of its link. */
export function voucherFaults({ header, lines, digest, link }: VoucherProof): VoucherFault[] {
  const own = voucherDigest(header, lines)
  const faults: VoucherFault[] = own === digest ? [] : ['digest']
  if (!link) return faults
  const stands =
    link.kind === 'run'
      ? link.vouchers.includes(own) && runDigest(link.vouchers) === link.digest
      : own === link.digest
  if (!stands) faults.push('run')
  if (linkHash(link, link.before) !== link.hash) faults.push('link')
  return faults
}

/** SHA-256 of a text, in hex. */
export function textDigest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
