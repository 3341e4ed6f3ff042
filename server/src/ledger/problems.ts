/** What the ledger refuses, in words: place, fact, remedy. */
import type { Fen, Text } from '#kernel'
import { defineProblems, fen, formatYuan, problem, t } from '#kernel'
import { defineConstraints } from '#platform'
import { accountKinds } from './kinds.ts'
import { isPurpose, purposes } from './purposes.ts'

export const ledgerProblems = defineProblems('ledger', {
  notPersonal: problem(422, () =>
    t(
      '只有个人账户可以转统筹。请从本人的个人账户进来办。',
      'Only an individual account goes to the pool. Open the account of the person.',
    ),
  ),
  nothingLeft: problem(409, (d: { label: string }) =>
    t(`${d.label}的账户余额是 0，没有可转的钱。`, `The account of ${d.label} is empty.`),
  ),
  notFound: problem(404, (_: { what: string; id: number | string }) =>
    t('没有这条记录，或不在您的管辖范围。', 'There is no such record, or it is outside your area.'),
  ),
  unknownFund: problem(404, (d: { fund: string }) =>
    t(
      `没有登记名为“${d.fund}”的资金。请从资金清单里选。`,
      `There is no fund "${d.fund}". Choose one from the list.`,
    ),
  ),
  unbalanced: problem(422, (d: { debit: Fen; credit: Fen }) =>
    t(
      `借方 ${formatYuan(d.debit)} 元，贷方 ${formatYuan(d.credit)} 元，两边不等，没有记账。请核对分录。`,
      `Debit ${formatYuan(d.debit)} and credit ${formatYuan(d.credit)} differ; nothing was posted. Check the lines.`,
    ),
  ),
  emptyLine: problem(422, () =>
    t(
      '每条分录要么记借方，要么记贷方，金额大于 0。请补填后再记账。',
      'Each line has a debit or a credit above 0. Complete the lines.',
    ),
  ),
  purposeRefused: problem(422, (d: { fund: Text; purpose: Text; uses: Text; instead?: Text }) =>
    t(
      `${d.fund.zh}不能用于“${d.purpose.zh}”，只用于：${d.uses.zh}。${d.instead?.zh ?? '请改从别的资金列支。'}`,
      `${d.fund.en} may not pay for "${d.purpose.en}"; it is only for: ${d.uses.en}. ${d.instead?.en ?? 'Use another source.'}`,
    ),
  ),
  movementRefused: problem(422, (d: { purpose: string; kind: string; fund: string }) =>
    t(
      `“${purposeText(d.purpose).zh}”不能动用“${kindText(d.kind).zh}”，没有记账。请核对用途和科目。`,
      `The purpose "${purposeText(d.purpose).en}" may not touch "${kindText(d.kind).en}"; nothing was posted.`,
    ),
  ),
  overdrawn: problem(409, (d: { label: string; balance: Fen; wanted: Fen }) =>
    t(
      `${d.label}：余额 ${formatYuan(d.balance)} 元，付不出 ${formatYuan(d.wanted)} 元。没有记账。`,
      `${d.label}: the balance of ${formatYuan(d.balance)} does not cover ${formatYuan(d.wanted)}. Nothing was posted.`,
    ),
  ),
  monthClosed: problem(409, (d: { period: string }) =>
    t(
      `${d.period} 已经结账，不能再记。请记入当前月份，并在摘要写明所属期。`,
      `${d.period} is closed. Post in the open month and name the period in the text.`,
    ),
  ),
  reversedAlready: problem(409, (_: { id?: number }) =>
    t(
      '这张凭证已经冲红，不能再冲一次。请打开冲红凭证查看。',
      'The voucher has been reversed already. Open the red voucher.',
    ),
  ),
  reversalOfReversal: problem(409, (_: { id: number }) =>
    t(
      '冲红凭证不能再冲红。要恢复原来的记账，请另记一张。',
      'A red voucher is not reversed. Post a new one instead.',
    ),
  ),
  closedVoucher: problem(409, () =>
    t(
      '凭证已经记账，不能再加分录。请冲红后另记。',
      'The voucher is posted and takes no further line. Reverse it and post anew.',
    ),
  ),
  receiptTwice: problem(409, (d: { bankRef: string; ticket: string }) =>
    t(
      `流水号 ${d.bankRef} 或票据号 ${d.ticket} 已经登记过，没有重复登记。请查看已登记的来款。`,
      `Bank reference ${d.bankRef} or ticket ${d.ticket} is registered already. Look at the existing receipt.`,
    ),
  ),
  claimBeyond: problem(409, () =>
    t(
      '认领的金额超过了这笔来款的余额，没有认领。请核对各部分金额。',
      'The claims exceed what is left of the receipt. Check the amounts.',
    ),
  ),
  claimSamePerson: problem(409, () =>
    t(
      '来款由登记以外的另一人认领。请由经办机构基金财务认领。',
      'A receipt is claimed by another person than the one who registered it.',
    ),
  ),
  notOpenable: problem(409, (d: { reasons: Text[] }) =>
    t(
      `现在不能开户：${d.reasons.map((r) => r.zh).join('；')}。`,
      `Accounts cannot be opened now: ${d.reasons.map((r) => r.en).join('; ')}.`,
    ),
  ),
})

function purposeText(id: string): Text {
  return isPurpose(id) ? purposes[id].label : t(id, id)
}

function kindText(kind: string): Text {
  return (accountKinds as Record<string, { label: Text }>)[kind]?.label ?? t(kind, kind)
}

type Entry = { fund: string; purpose: string; kind: string; amount: number }
type Short = { id: number; kind: string; label: string; balance: number; wanted: number }
type Sums = { debit: number; credit: number }

/** What PostgreSQL refuses comes back in the same words. */
export const ledgerConstraints = defineConstraints({
  voucher_balanced: ({ detail }) => {
    const sums = JSON.parse(detail) as Sums
    return ledgerProblems.unbalanced({ debit: fen(sums.debit), credit: fen(sums.credit) })
  },
  entry_purpose: ({ detail }) => ledgerProblems.movementRefused(JSON.parse(detail) as Entry),
  entry_red_ink: () => ledgerProblems.emptyLine(),
  entry_open_voucher: () => ledgerProblems.closedVoucher(),
  fund_account_not_negative: ({ detail }) => {
    const short = JSON.parse(detail) as Short
    return ledgerProblems.overdrawn({
      label: short.label,
      balance: fen(short.balance),
      wanted: fen(short.wanted),
    })
  },
  voucher_open_month: ({ detail }) => ledgerProblems.monthClosed({ period: detail }),
  voucher_reversed_once: () => ledgerProblems.reversedAlready({}),
  receipt_bank_ref: () => ledgerProblems.receiptTwice({ bankRef: '', ticket: '' }),
  receipt_ticket: () => ledgerProblems.receiptTwice({ bankRef: '', ticket: '' }),
  receipt_claim_within: () => ledgerProblems.claimBeyond(),
  receipt_claim_two_persons: () => ledgerProblems.claimSamePerson(),
})
