/** To the bank and back: the file that is sent, the reply that is read once, the payments that are issued again (OF-08, OF-09). */
import { createHash } from 'node:crypto'
import { type Fen, sumFen, t } from '#kernel'
import type { Ctx } from '#platform'
import { nextNumber, saveFile } from '#platform'
import { ledgerProblems } from '../problems.ts'
import { type ActInput, actOnBatch } from './act.ts'
import { type BankFormat, bankFile } from './bank-file.ts'
import { finishFilling } from './fill.ts'
import { batchProblems } from './problems.ts'
import { failureCode } from './reasons.ts'
import { type ReturnFile, readReturn } from './return-file.ts'
import type { BatchRow, LineRow } from './store.ts'
import * as store from './store.ts'

/** Sends: posts the payment and keeps the file; every line needs a card. */
export async function sendBatch(
  ctx: Ctx,
  input: Omit<ActInput, 'act'>,
  format: BankFormat,
): Promise<{ batch: BatchRow; fileId: number }> {
  const lines = await store.readLines(ctx.tx, { batchId: input.batchId })
  const without = lines.filter((line) => line.card === '')
  if (without.length > 0) throw batchProblems.noCard({ names: without.map((line) => line.name) })
  const batch = await actOnBatch(ctx, { ...input, act: 'send' })
  const fileId = await writeBankFile(ctx, batch, format)
  await store.setBatchState(ctx.tx, batch.id, { state: batch.state, bankFileId: fileId })
  return { batch: { ...batch, version: batch.version + 1 }, fileId }
}

/** The bank file of a batch, kept in the archive; the same content in any format. */
export async function writeBankFile(ctx: Ctx, batch: BatchRow, format: BankFormat): Promise<number> {
  const lines = await store.readLines(ctx.tx, { batchId: batch.id })
  const file = await bankFile({ number: batch.number, item: batch.itemZh, lines }, format)
  return (await saveFile(ctx.tx, file)).id
}

export type Imported = {
  paid: number
  paidTotal: Fen
  failed: { line: number; name: string; amount: Fen; reason: string; words: string }[]
}

/** Reads the reply. Another batch's, wrong totals, unknown lines, a second time: nothing is imported (OF-08). */
export async function importReturn(ctx: Ctx, input: Omit<ActInput, 'act'>, bytes: Buffer): Promise<Imported> {
  const batch = await store.readBatch(ctx.tx, input.batchId, true)
  if (!batch) throw ledgerProblems.notFound({ what: 'batch', id: input.batchId })
  if (batch.returnSha256 !== null) throw batchProblems.returnTwice()
  const file = await readReturn(bytes)
  const lines = await store.readLines(ctx.tx, { batchId: batch.id })
  requireAgreement(batch, lines, file)
  const answers = file.lines.map((one) => ({
    line: one.line,
    paid: one.paid,
    reason: one.paid ? null : failureCode(one.words),
    words: one.paid ? null : one.words,
    bankRef: one.bankRef || null,
  }))
  await store.applyReturn(ctx.tx, batch.id, answers)
  const returnSha256 = createHash('sha256').update(bytes).digest('hex')
  await actOnBatch(ctx, { ...input, act: 'importReturn' }, { returnSha256 })
  const byLine = new Map(lines.map((line) => [line.line, line]))
  const failed = file.lines
    .filter((one) => !one.paid)
    .map((one) => ({
      line: one.line,
      name: byLine.get(one.line)?.name ?? '',
      amount: one.amount,
      reason: failureCode(one.words),
      words: one.words,
    }))
  const paid = file.lines.filter((one) => one.paid)
  return { paid: paid.length, paidTotal: sumFen(paid.map((one) => one.amount)), failed }
}

function requireAgreement(batch: BatchRow, lines: readonly LineRow[], file: ReturnFile): void {
  if (file.number !== batch.number)
    throw batchProblems.otherBatch({ number: batch.number, other: file.number })
  const sum = sumFen(file.lines.map((one) => one.amount))
  if (file.count !== batch.count || file.lines.length !== batch.count)
    throw wrong(
      `本批 ${batch.count} 笔，回盘写 ${file.count} 笔、列 ${file.lines.length} 笔`,
      `${batch.count} payments, the reply says ${file.count} and lists ${file.lines.length}`,
    )
  if (file.total !== batch.total || sum !== batch.total) throw wrong('总金额不等', 'the sums differ')
  const byLine = new Map(lines.map((line) => [line.line, line]))
  const seen = new Set<number>()
  for (const one of file.lines) {
    const line = byLine.get(one.line)
    if (seen.has(one.line) || !line || line.card !== one.card || line.amount !== one.amount)
      throw wrong(`第 ${one.row} 行与送出的清单不同`, `row ${one.row} is not a line of the list`)
    seen.add(one.line)
  }
}

function wrong(zh: string, en: string) {
  return batchProblems.returnTotals({ what: t(zh, en) })
}

/** Enters a corrected card for a returned payment; it counts once another person approves it. */
export async function correctCard(
  ctx: Ctx,
  lineId: number,
  card: { cardName: string; card: string; bank: string },
): Promise<void> {
  await lineOf(ctx, lineId)
  await store.setLine(ctx.tx, lineId, {
    correctedCard: { ...card, by: ctx.actor.accountId, byName: ctx.actor.name },
  })
  ctx.note({ subject: `batchLine:${lineId}`, text: t('更正收款账户', 'Card corrected') })
}

export async function approveCard(ctx: Ctx, lineId: number): Promise<void> {
  const line = await lineOf(ctx, lineId)
  const card = line.correctedCard
  if (!card) throw batchProblems.cardNotApproved({ names: [line.name] })
  if (card.by === ctx.actor.accountId) throw batchProblems.cardSamePerson()
  await store.setLine(ctx.tx, lineId, {
    correctedCard: { ...card, approvedBy: ctx.actor.accountId, approvedName: ctx.actor.name },
  })
  ctx.note({ subject: `batchLine:${lineId}`, text: t('复核收款账户', 'Card approved') })
}

async function lineOf(ctx: Ctx, id: number): Promise<LineRow> {
  const [line] = await store.readLines(ctx.tx, { ids: [id] })
  if (!line) throw ledgerProblems.notFound({ what: 'batchLine', id })
  return line
}

/** A batch for returned payments. Each only when its money is back and its corrected card is approved; never twice (OF-08). */
export async function reissue(
  ctx: Ctx,
  batchId: number,
  lineIds: readonly number[],
): Promise<{ batchId: number }> {
  const old = await store.readBatch(ctx.tx, batchId, true)
  if (!old) throw ledgerProblems.notFound({ what: 'batch', id: batchId })
  const lines = (await store.readLines(ctx.tx, { ids: lineIds })).filter((line) => line.batchId === batchId)
  requireReady(lines)
  const number = `${old.number}-补${await nextNumber(ctx.tx, `reissue:${old.number}`)}`
  const made = await store.insertBatch(ctx.tx, {
    area: ctx.actor.county,
    fund: old.fund,
    kind: 'reissue',
    number,
    item: t(`${old.itemZh}（补发）`, `${old.itemEn} (again)`),
    series: old.series,
    period: old.period,
    source: `reissue:${number}`,
    purpose: old.purpose,
    payableId: null,
  })
  await store.insertLines(
    ctx.tx,
    made,
    lines.map((line, i) => ({
      line: i + 1,
      area: line.area,
      subject: { register: line.subjectRegister, id: line.subjectId },
      name: line.name,
      context: { register: line.contextRegister, id: line.contextId },
      amount: line.amount,
      elsewhere: sumFen([]),
      decisionId: line.decisionId,
      payee: { idNumber: line.idNumber, ...cardOf(line) },
      suspenseId: line.suspenseId,
      reissueOf: line.id,
      note: `补 ${old.number} 第 ${line.line} 笔`,
    })),
  )
  for (const line of lines) await store.setLine(ctx.tx, line.id, { status: 'reissued' })
  await finishFilling(ctx, made, { id: ctx.actor.accountId, name: ctx.actor.name, office: ctx.actor.office })
  return { batchId: made }
}

function requireReady(lines: readonly LineRow[]): void {
  const names = (wanted: (line: LineRow) => boolean) => lines.filter(wanted).map((line) => line.name)
  const twice = lines.find((line) => line.status === 'reissued')
  if (twice) throw batchProblems.reissuedAlready()
  const notBack = names((line) => line.status !== 'back')
  if (notBack.length > 0 || lines.length === 0) throw batchProblems.notBack({ names: notBack })
  const open = names((line) => line.correctedCard?.approvedBy === undefined)
  if (open.length > 0) throw batchProblems.cardNotApproved({ names: open })
}

function cardOf(line: LineRow): { cardName: string; card: string; bank: string } {
  const { cardName, card, bank } = line.correctedCard ?? line
  return { cardName, card, bank }
}

/** Reconciles: every payment is paid or its money is back. */
export async function reconcile(ctx: Ctx, input: Omit<ActInput, 'act'>): Promise<BatchRow> {
  const counts = await store.countLines(ctx.tx, input.batchId)
  const open = (counts.failed?.count ?? 0) + (counts.listed?.count ?? 0)
  const batch = await store.readBatch(ctx.tx, input.batchId)
  if (batch && open > 0 && ['returned', 'bounced'].includes(batch.state))
    throw batchProblems.stillOpen({ count: open })
  return actOnBatch(ctx, { ...input, act: 'reconcile' })
}
