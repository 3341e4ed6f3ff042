/** Operations: vouchers, and what decisions led to in them. */

import { z } from 'zod'
import type { Fen } from '#kernel'
import { fen, parseYuan, t, upperYuan } from '#kernel'
import { operation } from '#platform'
import { accountKinds, bookEntities } from '../kinds.ts'
import { neighbours, readDigest } from '../overview-store.ts'
import { ledgerProblems } from '../problems.ts'
import { isPurpose, purposes } from '../purposes.ts'
import {
  entriesOfDecisions,
  listVouchers,
  readVoucherHead,
  readVoucherLines,
  type VoucherHead,
} from '../voucher-store.ts'
import { id, money, ref, refOf, text, yuan } from '../wire.ts'

const voucher = z.object({
  id,
  fund: z.string(),
  bookEntity: z.enum(['agency', 'treasury']),
  period: z.string(),
  number: z.string(),
  day: z.string(),
  purpose: z.string(),
  purposeLabel: text,
  text,
  source: z.string(),
  attachments: z.number(),
  total: yuan,
  /** 贰佰伍拾万元整, for the print. */
  totalWords: z.string(),
  reverses: id.nullable(),
  reversedBy: id.nullable(),
  preparedName: z.string(),
  reviewedName: z.string().nullable(),
  createdAt: z.string(),
  link: z.number().nullable(),
})

function voucherWire(head: VoucherHead) {
  const { textZh, textEn, purpose } = head
  return {
    ...head,
    text: t(textZh, textEn),
    purposeLabel: isPurpose(purpose) ? purposes[purpose].label : t(purpose, purpose),
    total: money(head.total),
    totalWords: upperYuan(fen(head.total ?? 0)),
  }
}

const ledgerVouchers = operation({
  name: 'ledger.vouchers',
  text: t('凭证清单', 'List vouchers'),
  can: 'ledger.read',
  audit: 'none',
  input: z.object({
    fund: z.string().optional(),
    period: z.string().optional(),
    source: z.string().optional(),
    context: ref.optional(),
    before: z.number().int().optional(),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ vouchers: z.array(voucher), next: z.number().nullable() }),
  run: async (ctx, input) => {
    const rows = await listVouchers(ctx.tx, { ...input, limit: input.limit + 1 })
    const shown = rows.slice(0, input.limit)
    return {
      vouchers: shown.map(voucherWire),
      next: rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null,
    }
  },
})

const ledgerVoucherOutput = voucher.extend({
  bookLabel: text,
  before: id.nullable(),
  after: id.nullable(),
  digest: z.string().nullable(),
  hash: z.string().nullable(),
  lines: z.array(
    z.object({
      id,
      accountId: id,
      kind: z.string(),
      kindLabel: text,
      label: z.string(),
      side: z.enum(['D', 'C']),
      amount: yuan,
      subject: ref.nullable(),
      decisionId: z.number().nullable(),
    }),
  ),
  next: z.number().nullable(),
})

const ledgerVoucher = operation({
  name: 'ledger.voucher',
  text: t('凭证', 'A voucher'),
  can: 'ledger.read',
  audit: 'none',
  input: z.object({
    id,
    after: z.number().int().optional(),
    limit: z.number().int().min(1).max(500).default(200),
  }),
  output: ledgerVoucherOutput,
  run: async (ctx, input) => {
    const head = await readVoucherHead(ctx.tx, input.id)
    if (!head) throw ledgerProblems.notFound({ what: 'voucher', id: input.id })
    const lines = await readVoucherLines(ctx.tx, input.id, { after: input.after, limit: input.limit + 1 })
    const shown = lines.slice(0, input.limit)
    return {
      ...voucherWire(head),
      bookLabel: bookEntities[head.bookEntity],
      ...(await neighbours(ctx.tx, head.id)),
      ...(await readDigest(ctx.tx, head.id)),
      lines: shown.map(({ subjectRegister, subjectId, ...one }) => ({
        ...one,
        kindLabel: accountKinds[one.kind].label,
        amount: money(one.amount),
        subject: refOf(subjectRegister, subjectId),
      })),
      next: lines.length > input.limit ? (shown.at(-1)?.id ?? null) : null,
    }
  },
})

/** What decisions led to in the books: the explanation of an amount stands against its vouchers. */
const ledgerOfDecisions = operation({
  name: 'ledger.ofDecisions',
  text: t('看决定记的账', 'See what decisions led to in the books'),
  can: 'ledger.read',
  audit: 'none',
  input: z.object({
    decisions: z
      .array(z.object({ id, subject: ref, amounts: z.array(yuan).default([]) }))
      .min(1)
      .max(100),
  }),
  output: z.object({
    entries: z.array(
      z.object({
        decisionId: id,
        voucherId: id,
        period: z.string(),
        number: z.string(),
        day: z.string(),
        purpose: z.string(),
        purposeLabel: text,
        amount: yuan,
        /** To the nearest of the recomputed `amounts`; null where none was given. */
        difference: yuan.nullable(),
      }),
    ),
  }),
  run: async (ctx, { decisions }) => {
    const decided = decisions.map((one) => ({
      id: one.id,
      register: one.subject.register,
      subjectId: one.subject.id,
    }))
    const entries = await entriesOfDecisions(ctx.tx, decided)
    return {
      entries: entries.map(({ amount, purpose, ...one }) => ({
        ...one,
        purpose,
        purposeLabel: isPurpose(purpose) ? purposes[purpose].label : t(purpose, purpose),
        amount: money(amount),
        difference: differenceOf(amount, decisions.find(({ id }) => id === one.decisionId)?.amounts ?? []),
      })),
    }
  },
})

/** A voucher may hold any one of a decision's amounts (own account, pool); a reversal the same with its sign. */
function differenceOf(amount: Fen, amounts: readonly string[]): string | null {
  const [nearest] = amounts
    .map((yuan) => Math.abs(amount) - parseYuan(yuan))
    .sort((a, b) => Math.abs(a) - Math.abs(b))
  return nearest === undefined ? null : money(fen(nearest))
}

export const bookPages = () => [ledgerVouchers, ledgerVoucher, ledgerOfDecisions] as const
