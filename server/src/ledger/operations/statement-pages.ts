/** Operation: the statement of an account. */

import { z } from 'zod'
import { t } from '#kernel'
import { operation } from '#platform'
import { accountKinds } from '../kinds.ts'
import { purposes } from '../purposes.ts'
import { statement } from '../statement.ts'
import { dayIn, id, money, page, ref, text, yuan } from '../wire.ts'

const ledgerStatementOutput = z.object({
  account: z.object({
    id,
    fund: z.string(),
    kind: z.string(),
    kindLabel: text,
    normal: z.enum(['D', 'C']),
    label: z.string(),
    area: z.string(),
    openedOn: z.string(),
    balance: yuan,
    subject: ref.nullable(),
    context: ref.nullable(),
  }),
  brought: yuan,
  lines: z.array(
    z.object({
      entryId: id,
      day: z.string(),
      purpose: z.string(),
      purposeLabel: text,
      side: z.enum(['D', 'C']),
      amount: yuan,
      balance: yuan,
      voucherId: id,
      voucher: z
        .object({
          period: z.string(),
          number: z.string(),
          text,
          source: z.string(),
          reverses: z.number().nullable(),
        })
        .nullable(),
      decisionId: z.number().nullable(),
    }),
  ),
  next: z.number().nullable(),
})

const ledgerStatement = operation({
  name: 'ledger.statement',
  text: t('账户对账单', 'Account statement'),
  can: 'ledger.read',
  audit: 'read',
  input: z.object({
    accountId: id,
    from: dayIn.optional(),
    to: dayIn.optional(),
    latest: z.boolean().optional(),
    ...page,
  }),
  output: ledgerStatementOutput,
  run: async (ctx, input) => {
    const { account, brought, lines, next } = await statement(ctx, input.accountId, input)
    ctx.note({ subject: `account:${account.id}` })
    return {
      account: {
        ...account,
        kindLabel: accountKinds[account.kind].label,
        normal: accountKinds[account.kind].normal,
        balance: money(account.balance),
        subject: account.subject ?? null,
        context: account.context ?? null,
      },
      brought: money(brought),
      lines: lines.map((line) => ({
        ...line,
        purposeLabel: purposes[line.purpose].label,
        amount: money(line.amount),
        balance: money(line.balance),
        voucher: line.voucher && { ...line.voucher, text: t(line.voucher.textZh, line.voucher.textEn) },
      })),
      next,
    }
  },
})

export const statementPages = () => [ledgerStatement] as const
