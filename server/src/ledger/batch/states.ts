/** The real path of a payment batch and who may take each step (OF-02, GEN-13). */
import type { Text } from '#kernel'
import { t } from '#kernel'

export type BatchState =
  | 'filling'
  | 'draft'
  | 'reviewed'
  | 'checked'
  | 'requested'
  | 'audited'
  | 'appropriated'
  | 'arrived'
  | 'sent'
  | 'returned'
  | 'bounced'
  | 'reconciled'
  | 'archived'

export const batchStates: Record<BatchState, Text> = {
  filling: t('正在记账', 'being posted'),
  draft: t('草拟', 'draft'),
  reviewed: t('业务已复核', 'reviewed'),
  checked: t('基金财务已复核', 'checked by the fund accountant'),
  requested: t('用款申请已送', 'request for funds sent'),
  audited: t('财政已审核', 'approved by the finance office'),
  appropriated: t('已拨付', 'appropriated'),
  arrived: t('支出户已到账', 'in the expenditure account'),
  sent: t('已送银行', 'sent to the bank'),
  returned: t('回盘已导入', 'reply of the bank imported'),
  bounced: t('退票处理中', 'returned payments in hand'),
  reconciled: t('已对平', 'reconciled'),
  archived: t('已归档', 'archived'),
}

export type BatchAct =
  | 'review'
  | 'check'
  | 'request'
  | 'audit'
  | 'giveBack'
  | 'appropriate'
  | 'arrive'
  | 'send'
  | 'importReturn'
  | 'moneyBack'
  | 'reconcile'
  | 'archive'

type ActSpec = {
  label: Text
  /** What follows, on the button's line. */
  consequence: Text
  office: Text
  verb: string
  from: readonly BatchState[]
  to: BatchState
  /** Acts whose account may not be this one's: claimant, verifier, approver and payer are four (GEN-13). */
  differsFrom: readonly (BatchAct | 'draft')[]
}

const bureau = t('县人社局业务科', 'HR bureau, business section')
const accountant = t('县人社局基金财务', 'HR bureau, fund accountant')
const second = t('县人社局基金复核', 'HR bureau, second fund accountant')
const audit = t('县财政局审核岗', 'finance bureau, audit')
const payer = t('县财政局拨付岗', 'finance bureau, payment')

/** In the order of the path. `draft` is the act of who proposed the list. */
export const batchActs: Record<BatchAct, ActSpec> = {
  review: {
    label: t('业务复核', 'Review'),
    consequence: t(
      '复核后交基金财务，名单仍可退回。',
      'Goes to the fund accountant; it can still be given back.',
    ),
    office: bureau,
    verb: 'batch.review',
    from: ['draft'],
    to: 'reviewed',
    differsFrom: ['draft'],
  },
  check: {
    label: t('基金财务复核', 'Check'),
    consequence: t(
      '核对人数、金额与凭证后，可送用款申请。',
      'With count and sum agreed, funds can be asked for.',
    ),
    office: second,
    verb: 'batch.check',
    from: ['reviewed'],
    to: 'checked',
    differsFrom: ['draft', 'review'],
  },
  request: {
    label: t('送财政用款申请', 'Ask for funds'),
    consequence: t(
      '送出后名单锁定；要改须退回。',
      'The list is locked; to change it, it must be given back.',
    ),
    office: accountant,
    verb: 'batch.request',
    from: ['checked'],
    to: 'requested',
    differsFrom: [],
  },
  audit: {
    label: t('财政审核', 'Approve'),
    consequence: t('按申请全额核定；核定后可拨付。', 'Approved in full; the money can be appropriated.'),
    office: audit,
    verb: 'batch.audit',
    from: ['requested'],
    to: 'audited',
    differsFrom: ['draft', 'review', 'check', 'request'],
  },
  giveBack: {
    label: t('退回', 'Give back'),
    consequence: t(
      '退回业务经办，写明原因；各级复核须重新办。',
      'Back to the draft with the reason; every check is done again.',
    ),
    office: audit,
    verb: 'batch.giveBack',
    from: ['reviewed', 'checked', 'requested', 'audited'],
    to: 'draft',
    differsFrom: ['draft'],
  },
  appropriate: {
    label: t('拨付', 'Appropriate'),
    consequence: t(
      '从财政专户拨到支出户，财政专户账同时记账。',
      'Moves the money to the expenditure account and posts the treasury book.',
    ),
    office: payer,
    verb: 'batch.appropriate',
    from: ['audited'],
    to: 'appropriated',
    differsFrom: ['draft', 'review', 'check', 'request', 'audit'],
  },
  arrive: {
    label: t('确认支出户到账', 'Confirm arrival'),
    consequence: t('经办机构基金账记入支出户。', 'Posts the expenditure account in the agency book.'),
    office: accountant,
    verb: 'batch.arrive',
    from: ['appropriated'],
    to: 'arrived',
    differsFrom: ['draft', 'review', 'audit', 'appropriate'],
  },
  send: {
    label: t('送银行', 'Send to the bank'),
    consequence: t('生成银行文件并记账；只能送一次。', 'Makes the bank file and posts it; once only.'),
    office: accountant,
    verb: 'batch.send',
    from: ['arrived'],
    to: 'sent',
    differsFrom: ['draft', 'review', 'check', 'audit', 'appropriate'],
  },
  importReturn: {
    label: t('导入回盘', 'Import the reply'),
    consequence: t(
      '批次号、笔数、金额都对上才导入；只导入一次。',
      'Only if batch number, count and sum agree; once only.',
    ),
    office: accountant,
    verb: 'batch.importReturn',
    from: ['sent'],
    to: 'returned',
    differsFrom: [],
  },
  moneyBack: {
    label: t('确认退款到账', 'Confirm money back'),
    consequence: t(
      '退票款退回支出户，记入本人暂收款；此后才能补发。',
      'Returned money is back; only then can it be issued again.',
    ),
    office: accountant,
    verb: 'batch.moneyBack',
    from: ['returned', 'bounced'],
    to: 'bounced',
    differsFrom: [],
  },
  reconcile: {
    label: t('对平', 'Reconcile'),
    consequence: t('已付、退回与送银行的金额逐笔相符。', 'Paid and returned sums equal what was sent.'),
    office: second,
    verb: 'batch.reconcile',
    from: ['returned', 'bounced'],
    to: 'reconciled',
    differsFrom: ['send'],
  },
  archive: {
    label: t('归档', 'Archive'),
    consequence: t('归档后只能查看。', 'Can only be read from then on.'),
    office: accountant,
    verb: 'batch.archive',
    from: ['reconciled'],
    to: 'archived',
    differsFrom: [],
  },
}

export function isBatchAct(name: string): name is BatchAct {
  return Object.hasOwn(batchActs, name)
}
