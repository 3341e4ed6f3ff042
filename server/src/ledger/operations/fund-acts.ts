/** Operations: money coming in, requests, accounts. */

import { z } from 'zod'
import { t } from '#kernel'
import { operation } from '#platform'
import { claim, receive } from '../funding/receipt.ts'
import { exceptFunding } from '../funding/sheet.ts'
import { listReceipts } from '../funding/store.ts'
import { listAccounts } from '../overview-store.ts'
import { requestMoney } from '../request.ts'
import type { LedgerRoom } from '../room.ts'
import { dayIn, id, money, page, positiveMoney, ref, refOf, text, yuan } from '../wire.ts'

const receipt = z.object({
  id,
  arrivedOn: z.string(),
  amount: yuan,
  claimed: yuan,
  open: yuan,
  payer: z.string(),
  remark: z.string(),
  bankRef: z.string(),
  ticket: z.string(),
  context: ref.nullable(),
  part: z.string(),
  receivedName: z.string(),
  voucherId: id,
})
const account = z.object({
  id,
  kind: z.string(),
  part: z.string(),
  label: z.string(),
  area: z.string(),
  openedOn: z.string(),
  balance: yuan,
  subject: ref.nullable(),
  context: ref.nullable(),
})

const fundReceipts = operation({
  name: 'fund.receipts',
  text: t('来款清单', 'Receipts'),
  can: 'ledger.read',
  audit: 'none',
  input: z.object({ fund: z.string(), open: z.boolean().optional(), context: ref.optional() }),
  output: z.object({ receipts: z.array(receipt) }),
  run: async (ctx, input) => ({
    receipts: (await listReceipts(ctx.tx, { ...input, limit: 200 })).map(
      ({ contextRegister, contextId, fund: _, ...one }) => ({
        ...one,
        context: refOf(contextRegister, contextId),
        amount: money(one.amount),
        claimed: money(one.claimed),
        open: money(one.amount - one.claimed),
      }),
    ),
  }),
})

const fundReceive = ({ funds }: LedgerRoom) =>
  operation({
    name: 'fund.receive',
    text: t('登记来款', 'Register a receipt'),
    can: 'fund.receive',
    audit: 'write',
    input: z.object({
      fund: z.string(),
      arrivedOn: dayIn,
      amount: positiveMoney,
      payer: z.string().trim().min(1).max(100),
      remark: z.string().max(200).optional(),
      bankRef: z.string().trim().min(1).max(60),
      ticket: z.string().trim().min(1).max(60),
      context: ref.optional(),
      part: z.string().optional(),
    }),
    output: z.object({ receiptId: id, voucherId: id, number: z.string(), period: z.string() }),
    run: (ctx, input) => receive(ctx, { ...input, fund: funds.get(input.fund) }),
  })

const fundClaim = ({ funds }: LedgerRoom) =>
  operation({
    name: 'fund.claim',
    text: t('认领来款', 'Claim a receipt'),
    can: 'fund.claim',
    audit: 'write',
    input: z.object({
      receiptId: id,
      claims: z
        .array(z.object({ context: ref, part: z.string(), amount: positiveMoney }))
        .min(1)
        .max(50),
    }),
    output: z.object({ voucherId: id, number: z.string(), period: z.string() }),
    run: (ctx, input) => claim(ctx, funds, input),
  })

const fundExcept = ({ funds }: LedgerRoom) =>
  operation({
    name: 'fund.except',
    text: t('决定先开已到账部分', 'Decide to open the funded part'),
    can: 'fund.except',
    audit: 'write',
    input: z.object({
      fund: z.string(),
      context: ref,
      document: z.string().trim().min(1).max(100),
      reason: z.string().trim().min(1).max(500),
    }),
    output: z.object({ done: z.literal(true) }),
    run: async (ctx, input) => {
      await exceptFunding(ctx, { ...input, fund: funds.get(input.fund) })
      return { done: true as const }
    },
  })

const fundRequest = ({ funds }: LedgerRoom) =>
  operation({
    name: 'fund.request',
    text: t('申请用款', 'Ask for money of a fund'),
    can: 'fund.request',
    audit: 'write',
    input: z.object({
      fund: z.string(),
      purpose: z.string().min(1).max(60),
      purposeText: z.string().max(60).default(''),
      amount: positiveMoney,
    }),
    output: z.object({ refused: z.boolean(), text }),
    run: (ctx, input) => requestMoney(ctx, { ...input, fund: funds.get(input.fund) }),
  })

const fundAccounts = operation({
  name: 'fund.accounts',
  text: t('账户清单', 'Accounts'),
  can: 'ledger.read',
  audit: 'none',
  input: z.object({
    fund: z.string().optional(),
    bookEntity: z.enum(['agency', 'treasury']).optional(),
    kind: z.string().optional(),
    context: ref.optional(),
    subjects: z.object({ register: z.string(), ids: z.array(id).max(200) }).optional(),
    /** Accounts of any of these records. */
    about: z.array(ref).max(50).optional(),
    label: z.string().max(50).optional(),
    ...page,
  }),
  output: z.object({ accounts: z.array(account), next: z.number().nullable() }),
  run: async (ctx, input) => {
    const rows = await listAccounts(ctx.tx, {
      ...input,
      label: input.label || undefined,
      limit: input.limit + 1,
    })
    const shown = rows.slice(0, input.limit)
    return {
      next: rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null,
      accounts: shown.map(({ subjectRegister, subjectId, contextRegister, contextId, ...one }) => ({
        ...one,
        balance: money(one.balance),
        subject: refOf(subjectRegister, subjectId),
        context: refOf(contextRegister, contextId),
      })),
    }
  },
})

export const fundActs = (room: LedgerRoom) =>
  [
    fundReceipts,
    fundReceive(room),
    fundClaim(room),
    fundExcept(room),
    fundRequest(room),
    fundAccounts,
  ] as const
