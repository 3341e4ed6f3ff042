/** What a payment batch refuses, in words. */
import type { Fen, Text } from '#kernel'
import { defineProblems, formatYuan, problem, t } from '#kernel'
import { defineConstraints } from '#platform'

export const batchProblems = defineProblems('batch', {
  notNow: problem(409, (d: { act: Text; state: Text }) =>
    t(
      `这一批现在是“${d.state.zh}”，不能“${d.act.zh}”。`,
      `The batch is "${d.state.en}"; "${d.act.en}" is not possible now.`,
    ),
  ),
  samePerson: problem(409, (d: { act: Text; earlier: Text; name: string }) =>
    t(
      `${d.name}已经办过这一批的“${d.earlier.zh}”，“${d.act.zh}”须由另一人办。`,
      `${d.name} did "${d.earlier.en}" on this batch; another account must do "${d.act.en}".`,
    ),
  ),
  changed: problem(409, () =>
    t('这一批刚有人办过，请刷新后再看。', 'The batch has just been changed; reload it.'),
  ),
  controlTotals: problem(409, (d: { count: number; total: Fen; askedCount: number; askedTotal: Fen }) =>
    t(
      `合计对不上：本批 ${d.count} 人、${formatYuan(d.total)} 元，填的是 ${d.askedCount} 人、${formatYuan(d.askedTotal)} 元。请核对后再办。`,
      `Totals differ: the batch has ${d.count} and ${formatYuan(d.total)}, given ${d.askedCount} and ${formatYuan(d.askedTotal)}.`,
    ),
  ),
  otherFund: problem(422, (d: { own: Fen; other: Fen; otherFund: Text; name: string }) =>
    t(
      `${d.name}：本资金只付 ${formatYuan(d.own)} 元，另 ${formatYuan(d.other)} 元属${d.otherFund.zh}，没有列入。请改为 ${formatYuan(d.own)} 元。`,
      `${d.name}: this fund pays ${formatYuan(d.own)} only; the other ${formatYuan(d.other)} belong to ${d.otherFund.en}.`,
    ),
  ),
  noCard: problem(409, (d: { names: string[] }) =>
    t(
      `${d.names.join('、')}没有收款账号，不能送银行。请补账号后再送。`,
      `${d.names.join(', ')}: no bank card. Enter it first.`,
    ),
  ),
  unreadable: problem(422, () =>
    t(
      '文件读不出来。请用银行给的 CSV 或 Excel 原文件。',
      'The file cannot be read. Use the CSV or Excel file as the bank gave it.',
    ),
  ),
  noHead: problem(422, () =>
    t(
      '文件里找不到批次号、总笔数、总金额和“序号、账号、金额、结果”这一行。请用本批的回盘文件。',
      'Batch number, count, sum or the heading row is missing. Use the reply to this batch.',
    ),
  ),
  badRow: problem(422, (d: { row: number }) =>
    t(
      `第 ${d.row} 行的序号、金额或结果看不懂，整份没有导入。请向银行要更正的文件。`,
      `Row ${d.row} cannot be read; nothing was imported.`,
    ),
  ),
  otherBatch: problem(409, (d: { number: string; other: string }) =>
    t(
      `这份回盘是批次 ${d.other} 的，本批是 ${d.number}，没有导入。`,
      `The reply is for batch ${d.other}, this is ${d.number}; nothing was imported.`,
    ),
  ),
  returnTotals: problem(409, (d: { what: Text }) =>
    t(
      `回盘与本批对不上：${d.what.zh}。整份没有导入，请向银行核对。`,
      `The reply does not agree with the batch: ${d.what.en}. Nothing was imported.`,
    ),
  ),
  returnTwice: problem(409, () =>
    t(
      '这一批的回盘已经导入过，没有重复导入。',
      'The reply to this batch has been imported; it was not imported again.',
    ),
  ),
  notBack: problem(409, (d: { names: string[] }) =>
    t(
      `${d.names.join('、')}的退票款还没有退回支出户，不能补发。款到后再补发。`,
      `${d.names.join(', ')}: the money is not back yet; it cannot be issued again.`,
    ),
  ),
  cardNotApproved: problem(409, (d: { names: string[] }) =>
    t(
      `${d.names.join('、')}的收款账户还没有更正并复核，不能补发。`,
      `${d.names.join(', ')}: the corrected card is not approved yet.`,
    ),
  ),
  cardSamePerson: problem(409, () =>
    t('更正账户须由另一人复核。', 'A corrected card is approved by another person.'),
  ),
  stillOpen: problem(409, (d: { count: number }) =>
    t(
      `还有 ${d.count} 笔退票的款没有退回，不能对平。`,
      `${d.count} returned payments are not back; it cannot be reconciled.`,
    ),
  ),
  reissuedAlready: problem(409, () =>
    t('这一笔已经补发过，没有重复补发。', 'It has been issued again already.'),
  ),
})

defineConstraints({
  batch_line_reissue: () => batchProblems.reissuedAlready(),
  batch_line_reissued_once: () => batchProblems.reissuedAlready(),
})
