// What the pages of the ledger share: types of the wire, marks, addresses.
import type { Output } from '../../api.ts'
import { type Text, t } from '../../app/text.tsx'
import { moneyText } from '../../parts/money-text.tsx'
import type { Mark } from '../../parts/state-mark.tsx'

export type Fund = Output<'fund.get'>
export type Project = Fund['projects'][number]
export type FundSheet = Output<'fund.sheet'>
export type Voucher = Output<'ledger.voucher'>
export type VoucherHead = Output<'ledger.vouchers'>['vouchers'][number]
export type Batch = Output<'batch.get'>
export type BatchLine = Output<'batch.lines'>['lines'][number]
export type Run = Output<'run.get'>

/** 2025-08 记-0105 */
export function voucherName(voucher: { period: string; number: string }): string {
  return `${voucher.period} ${voucher.number}`
}

/** Whether an amount on the wire is nothing. */
export function isZero(yuan: string): boolean {
  return /^-?0+(\.0+)?$/.test(yuan)
}

/** The explanation of a decision, where there is one. */
export function whyAddress(decisionId: number | null): string | undefined {
  return decisionId === null ? undefined : `/explain/${decisionId}`
}

/** The explanation of one entry: by its decision, by the rule of interest, or the document that it rests on. */
export function entryAddress(entryId: number): string {
  return `/explain/entry/${entryId}`
}

/** Where a source that the house knows can be opened: `run:7`, `batch:3`, `case:12/act:4`. */
export function sourceAddress(source: string | null): string | undefined {
  const [, kind, id] = /^(run|batch|case|account):(\d+)(?:\/|$)/.exec(source ?? '') ?? []
  return kind && `/${kind}/${id}`
}

const batchMarks: Record<string, Mark> = {
  filling: 'doing',
  draft: 'open',
  bounced: 'doubt',
  reconciled: 'done',
  archived: 'done',
}

export function batchMark(state: string): Mark {
  return batchMarks[state] ?? 'doing'
}

const runMarks: Record<Run['state'], Mark> = {
  proposing: 'doing',
  proposed: 'open',
  approved: 'doing',
  posting: 'doing',
  sealed: 'done',
  cancelled: 'same',
}

export function runMark(state: Run['state']): Mark {
  return runMarks[state]
}

const lineMarks: Record<BatchLine['status'], { mark: Mark; word: Text }> = {
  listed: { mark: 'open', word: t('待付', 'to be paid') },
  paid: { mark: 'done', word: t('已付', 'paid') },
  failed: { mark: 'refused', word: t('退票，款未退回', 'returned, money not back') },
  back: { mark: 'returned', word: t('退票，款已退回', 'returned, money is back') },
  reissued: { mark: 'same', word: t('已另行补发', 'issued again') },
}

export function lineMark(status: BatchLine['status']) {
  return lineMarks[status]
}

/** `上坝地块　差 312,500.00 元` */
export function projectWords(project: Project): string {
  return isZero(project.short) ? project.title : `${project.title}　差 ${moneyText(project.short)} 元`
}

/** The exact sum of amounts on the wire, in the wire's own form. */
export function sumYuan(amounts: readonly string[]): string {
  const fen = amounts.reduce((sum, yuan) => sum + BigInt(yuan.replace('.', '')), 0n)
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
