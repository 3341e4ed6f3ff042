/** What a check of the chain can find, and its words. */
import type { Text } from '#kernel'
import { t } from '#kernel'

export type Fault = { place: string; text: Text }

export type ChainReport = {
  ok: boolean
  vouchers: number
  entries: number
  links: number
  /** Hash of the last link: written down elsewhere, it proves that nothing was cut off the end. */
  head: string
  /** Vouchers of runs that are still being posted: they have digests but no link yet. */
  open: number
  faults: Fault[]
}

export const faults = {
  changed: (voucher: number): Fault => ({
    place: `voucher ${voucher}`,
    text: t(
      `凭证（内部号 ${voucher}）与记账时的指纹不符：内容被改过。`,
      `Voucher ${voucher} differs from its digest: it was changed.`,
    ),
  }),
  missing: (kind: string, ref: number): Fault => ({
    place: `${kind} ${ref}`,
    text: t(
      `账链里有 ${kind} ${ref}，账里没有：被删过。`,
      `The chain names ${kind} ${ref}, which is not in the book: it was removed.`,
    ),
  }),
  unlinked: (voucher: number): Fault => ({
    place: `voucher ${voucher}`,
    text: t(
      `凭证（内部号 ${voucher}）不在账链里：不是经记账写入的。`,
      `Voucher ${voucher} is not in the chain: it was not posted.`,
    ),
  }),
  broken: (seq: number): Fault => ({
    place: `link ${seq}`,
    text: t(`账链第 ${seq} 环与前一环接不上。`, `Link ${seq} does not follow from the one before it.`),
  }),
  head: (seq: number): Fault => ({
    place: 'head',
    text: t(
      `账链末端应为第 ${seq} 环，与记录的末端不符：尾部被截过。`,
      `The chain ends at link ${seq}, not where its head says: its end was cut.`,
    ),
  }),
  balance: (account: number): Fault => ({
    place: `account ${account}`,
    text: t(
      `账户（内部号 ${account}）的余额与分录合计不等。`,
      `The balance of account ${account} is not the sum of its entries.`,
    ),
  }),
  book: (book: string): Fault => ({
    place: book,
    text: t(`${book} 借贷合计不等。`, `Debits and credits of ${book} differ.`),
  }),
  hole: (place: string): Fault => ({
    place,
    text: t(`${place} 之前缺号。`, `A number is missing before ${place}.`),
  }),
}
