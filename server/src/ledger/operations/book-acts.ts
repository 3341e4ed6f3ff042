/** Operations: postings of their own, corrections, the chain. */

import { z } from 'zod'
import { t } from '#kernel'
import { operation, saveFile } from '#platform'
import { exportChain } from '../chain/export.ts'
import { verifyChain } from '../chain/verify.ts'
import { postVoucher } from '../post.ts'
import { recordReceivable, recover } from '../recovery.ts'
import { reverseVoucher } from '../reverse.ts'
import type { LedgerRoom } from '../room.ts'
import { dayIn, id, positiveMoney, text } from '../wire.ts'

const posted = z.object({ voucherId: id, number: z.string(), period: z.string() })

const ledgerReverse = operation({
  name: 'ledger.reverse',
  text: t('冲红', 'Reverse a voucher'),
  can: 'ledger.reverse',
  audit: 'write',
  input: z.object({ id, reason: z.string().trim().min(2).max(200) }),
  output: posted,
  run: (ctx, input) => reverseVoucher(ctx, input.id, input.reason),
})

const ledgerBankInterest = ({ funds }: LedgerRoom) =>
  operation({
    name: 'ledger.bankInterest',
    text: t('登记银行利息', 'Register bank interest'),
    can: 'ledger.bankInterest',
    audit: 'write',
    input: z.object({
      fund: z.string(),
      bookEntity: z.enum(['agency', 'treasury']),
      day: dayIn,
      amount: positiveMoney,
      bankRef: z.string().trim().min(1).max(60),
    }),
    output: posted,
    run: (ctx, { fund, bookEntity, day, amount, bankRef }) =>
      postVoucher(ctx, {
        fund: funds.get(fund).id,
        bookEntity,
        purpose: 'interest',
        day,
        source: `bank:${bankRef}`,
        attachments: 1,
        text: t(`收银行利息，流水 ${bankRef}`, `Bank interest, reference ${bankRef}`),
        lines: [
          { account: { kind: 'special' }, debit: amount },
          { account: { kind: bookEntity === 'agency' ? 'interest' : 'balance' }, credit: amount },
        ],
      }),
  })

const ledgerDeposit = ({ funds }: LedgerRoom) =>
  operation({
    name: 'ledger.deposit',
    text: t('活期定期互转', 'Move between demand and time deposit'),
    can: 'ledger.deposit',
    audit: 'write',
    input: z.object({
      fund: z.string(),
      bookEntity: z.enum(['agency', 'treasury']),
      day: dayIn,
      amount: positiveMoney,
      certificate: z.string().trim().min(1).max(60),
      direction: z.enum(['toTime', 'toDemand']),
    }),
    output: posted,
    run: (ctx, { fund, bookEntity, day, amount, certificate, direction }) => {
      const [time, demand] = [
        { kind: 'deposit', part: certificate, label: `定期存单 ${certificate}` },
        { kind: 'special' },
      ] as const
      const [into, out] = direction === 'toTime' ? [time, demand] : [demand, time]
      return postVoucher(ctx, {
        fund: funds.get(fund).id,
        bookEntity,
        purpose: 'deposit',
        day,
        source: `certificate:${certificate}`,
        attachments: 1,
        text:
          direction === 'toTime'
            ? t(`转定期，存单 ${certificate}`, `To time deposit ${certificate}`)
            : t(`定期支取，存单 ${certificate}`, `From time deposit ${certificate}`),
        lines: [
          { account: into, debit: amount },
          { account: out, credit: amount },
        ],
      })
    },
  })

const ledgerRecordReceivable = operation({
  name: 'ledger.recordReceivable',
  text: t('登记应追回款', 'Record what is to be recovered'),
  can: 'ledger.recordReceivable',
  audit: 'write',
  input: z.object({
    accountId: id,
    amount: positiveMoney,
    cause: z.enum(['afterDeath', 'twice', 'tooMuch', 'wrongPayee']),
    months: z.string().trim().min(4).max(60),
    document: z.string().trim().min(1).max(100),
  }),
  output: posted.extend({ receivableId: id }),
  run: recordReceivable,
})

const ledgerRecover = operation({
  name: 'ledger.recover',
  text: t('登记追回', 'Register what was recovered'),
  can: 'ledger.recover',
  audit: 'write',
  input: z.object({
    receivableId: id,
    amount: positiveMoney,
    bankRef: z.string().trim().min(1).max(60),
    into: z.enum(['expenditure', 'special']),
  }),
  output: posted,
  run: recover,
})

const ledgerVerifyOutput = z.object({
  ok: z.boolean(),
  vouchers: z.number(),
  entries: z.number(),
  links: z.number(),
  open: z.number(),
  head: z.string(),
  faults: z.array(z.object({ place: z.string(), text })),
  at: z.string(),
})

const ledgerVerify = operation({
  name: 'ledger.verify',
  text: t('核对账链', 'Verify the chain'),
  can: 'ledger.verify',
  audit: 'read',
  input: z.object({}),
  output: ledgerVerifyOutput,
  run: async (ctx) => ({ ...(await verifyChain(ctx)), at: ctx.now }),
})

const ledgerExport = operation({
  name: 'ledger.export',
  text: t('导出账链', 'Export the chain'),
  can: 'ledger.export',
  audit: 'export',
  input: z.object({}),
  output: z.object({ fileId: id }),
  run: async (ctx) => {
    const parts: string[] = []
    for await (const line of exportChain(ctx)) parts.push(line)
    const file = await saveFile(ctx.tx, {
      name: `ledger-${ctx.today}.jsonl`,
      mime: 'application/x-ndjson',
      bytes: Buffer.from(parts.join('')),
    })
    return { fileId: file.id }
  },
})

export const bookActs = (room: LedgerRoom) =>
  [
    ledgerReverse,
    ledgerBankInterest(room),
    ledgerDeposit(room),
    ledgerRecordReceivable,
    ledgerRecover,
    ledgerVerify,
    ledgerExport,
  ] as const
