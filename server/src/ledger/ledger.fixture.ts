/** For tests of this room: a funded county in three calls. */
import { day, type Fen, fen, t } from '#kernel'
import type { Ctx } from '#platform'
import { openAccount, postVoucher } from './index.ts'

export const fund = 'land-security.protection'
export const project = { register: 'landTake', id: 1 }
export const village = '990101103201'

/** Money arrives in the special account for a part of project 1. */
export function contribute(ctx: Ctx, amount: number, part = 'collective', on = '2025-08-22') {
  return postVoucher(ctx, {
    fund,
    purpose: 'contribution',
    day: day(on),
    text: t('收集体出资', 'Contribution received'),
    source: 'test',
    lines: [
      { account: { kind: 'special' }, debit: fen(amount) },
      { account: { kind: 'raised', part, context: project }, credit: fen(amount) },
    ],
  })
}

/** An individual account of person `id` with that much on it, taken from the raised money; returns its id. */
export async function openFor(ctx: Ctx, id: number, amount: number, on = '2025-08-26'): Promise<number> {
  const subject = { register: 'protectedPerson', id }
  const account = await openAccount(ctx, {
    fund,
    kind: 'individual',
    subject,
    context: project,
    area: village,
    label: `测试${id}`,
  })
  await postVoucher(ctx, {
    fund,
    purpose: 'opening',
    day: day(on),
    text: t('开户', 'Opening'),
    source: `test:${id}`,
    lines: [
      { account: { kind: 'raised', part: 'collective', context: project }, debit: fen(amount) },
      { account: { id: account }, credit: fen(amount), subject },
    ],
  })
  return account
}

/** A benefit owed to the holder of an account. */
export function charge(ctx: Ctx, account: number, amount: Fen, on = '2025-09-10') {
  return postVoucher(ctx, {
    fund,
    purpose: 'benefit',
    day: day(on),
    text: t('养老金', 'Pension'),
    source: 'test',
    lines: [
      { account: { id: account }, debit: amount },
      { account: { kind: 'payable' }, credit: amount },
    ],
  })
}
