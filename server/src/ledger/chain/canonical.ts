/** What is hashed, rebuilt outside the database: the same bytes as `voucher_header`, `entry_line` and `append_link` in SQL. */
import { createHash } from 'node:crypto'

export type Scalar = string | number | null

/** One line of an export. A voucher: its header and its entries in id order. A link: as it stands in the chain. */
export type ExportLine =
  | { type: 'voucher'; header: Scalar[]; lines: Scalar[][] }
  | { type: 'link'; seq: number; kind: string; ref: number; digest: string; hash: string }
  | { type: 'head'; seq: number; hash: string }

/** The head before the first voucher. */
export const genesis: string = sha256('xiangce ledger')

/** A JSON array as PostgreSQL's jsonb writes it: `[1, "a", null]`. */
export function canonical(values: readonly Scalar[]): string {
  return `[${values.map((value) => JSON.stringify(value)).join(', ')}]`
}

/** The digest of a voucher over its entries in id order, in hex. */
export function voucherDigest(header: readonly Scalar[], lines: readonly (readonly Scalar[])[]): string {
  return sha256([header, ...lines].map(canonical).join('\n'))
}

/** The digest of a run over the digests of its vouchers in id order. */
export function runDigest(digests: readonly string[]): string {
  return sha256(digests.join('\n'))
}

/** The hash of a link over its place, what it stands for, and the hash before it. */
export function linkHash(
  link: { seq: number; kind: string; ref: number; digest: string },
  before: string,
): string {
  return sha256(canonical([link.seq, link.kind, link.ref, link.digest, before]))
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
