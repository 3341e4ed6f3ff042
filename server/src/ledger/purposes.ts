/** What money of a fund may do: per purpose and book, which kinds of account it debits and credits (LS-18, OF-05). */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { AccountKind, BookEntity } from './kinds.ts'

export type Movement = { debit: readonly AccountKind[]; credit: readonly AccountKind[] }
type Purpose = { label: Text /** money that stays inside the fund */; internal?: true } & Partial<
  Record<BookEntity, Movement>
>

const inAndOut: Movement = { debit: ['special', 'deposit'], credit: ['special', 'deposit'] }

/** A refund goes back by the channel that paid; benefits leave through the expenditure account (OF-02). */
const purposesOfFunds = {
  initial: {
    label: t('期初', 'opening balance'),
    agency: {
      debit: ['special', 'deposit', 'expenditure', 'receivable'],
      credit: ['individual', 'pooled', 'reserve', 'raised', 'interest', 'suspense'],
    },
    treasury: { debit: ['special', 'deposit'], credit: ['balance'] },
  },
  contribution: {
    label: t('缴存', 'contribution'),
    agency: { debit: ['special', 'suspense'], credit: ['raised', 'pooled', 'reserve', 'suspense'] },
    treasury: { debit: ['special'], credit: ['balance'] },
  },
  opening: {
    label: t('开户分配', 'opening contribution'),
    internal: true,
    agency: { debit: ['raised', 'individual', 'pooled'], credit: ['individual', 'pooled'] },
  },
  benefit: {
    label: t('待遇', 'benefit'),
    agency: {
      debit: ['individual', 'pooled', 'reserve', 'payable', 'suspense'],
      credit: ['payable', 'expenditure'],
    },
  },
  interest: {
    label: t('计息', 'interest'),
    agency: { debit: ['special', 'interest', 'pooled', 'reserve'], credit: ['interest', 'individual'] },
    treasury: { debit: ['special'], credit: ['balance'] },
  },
  transfer: {
    label: t('转移接续', 'transfer to another scheme'),
    agency: { debit: ['individual', 'payable', 'suspense'], credit: ['payable', 'expenditure'] },
  },
  inheritance: {
    label: t('继承', 'inheritance'),
    agency: { debit: ['individual', 'payable', 'suspense'], credit: ['payable', 'expenditure', 'pooled'] },
  },
  refund: {
    label: t('退款', 'refund'),
    agency: {
      debit: ['raised', 'suspense', 'individual', 'payable'],
      credit: ['special', 'payable', 'expenditure'],
    },
    treasury: { debit: ['balance'], credit: ['special'] },
  },
  appropriation: {
    label: t('用款拨付', 'appropriation'),
    internal: true,
    agency: { debit: ['expenditure', 'special'], credit: ['special', 'expenditure'] },
    treasury: { debit: ['balance', 'special'], credit: ['special', 'balance'] },
  },
  deposit: {
    label: t('活期定期互转', 'demand and time deposit'),
    internal: true,
    agency: inAndOut,
    treasury: inAndOut,
  },
  bounce: {
    label: t('退票回收', 'returned payment'),
    internal: true,
    agency: { debit: ['expenditure'], credit: ['suspense'] },
  },
  recovery: {
    label: t('追回', 'recovery'),
    agency: {
      debit: ['receivable', 'expenditure', 'special', 'payable'],
      credit: ['individual', 'pooled', 'receivable'],
    },
    treasury: { debit: ['special'], credit: ['balance'] },
  },
} as const satisfies Record<string, Purpose>

export type PurposeId = keyof typeof purposesOfFunds

export const purposes: Record<PurposeId, Purpose> = purposesOfFunds

export function isPurpose(id: string): id is PurposeId {
  return Object.hasOwn(purposes, id)
}

/** Uses that are asked for again and again and have their own answer (OF-05). */
export const refusedUses: Record<string, { label: Text; instead: Text }> = {
  bankFee: {
    label: t('银行手续费', 'bank fees'),
    instead: t(
      '手续费由同级财政预算安排，不从基金列支。',
      'Fees are borne by the budget of the finance office, not by the fund.',
    ),
  },
  workExpense: {
    label: t('工作经费', 'office expenses'),
    instead: t('工作经费由同级财政预算安排。', 'Office expenses are borne by the budget.'),
  },
  loan: {
    label: t('借款', 'a loan'),
    instead: t(
      '本资金不得出借、挪用、截留、挤占。',
      'The fund may not be lent, diverted, withheld or squeezed.',
    ),
  },
}
