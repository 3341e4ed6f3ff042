/** A payment batch on its real path, every act by the account whose it is (OF-02), with the bank's reply (OF-08). */
import type { Stage, Upload } from './stage.ts'

type Batch = { id: number; number: string; version: number; count: number; total: string }
type Acted = { batch: Batch }

export type BatchLine = {
  id: number
  line: number
  name: string
  card: string
  cardName: string
  amount: string
}

/** What the bank gives back: by the name of the person, its own words. */
export type Bounce = { name: string; words: string }

type Act = { login: string; act: string; more?: object }

const beforeMoney: readonly Act[] = [
  { login: 'hr2', act: 'review' },
  { login: 'fund2', act: 'check' },
]

function throughFinance(paidOn: string, series: string): Act[] {
  const details = { 拨付日: paidOn, 流水号: `${paidOn.replaceAll('-', '')}BF${series}` }
  return [
    { login: 'fund1', act: 'request' },
    { login: 'finance1', act: 'audit' },
    { login: 'finance2', act: 'appropriate', more: { details } },
  ]
}

/** Carries a batch from the draft to the bank's reply; `direct`: its money is in the expenditure account already (a re-issue). */
export async function payBatch(
  stage: Stage,
  batchId: number,
  given: { paidOn: string; bounces?: readonly Bounce[]; direct?: boolean },
): Promise<{ batch: Batch; lines: BatchLine[] }> {
  const { paidOn, bounces = [], direct = false } = given
  let batch = await stage.call<Batch>('fund1', 'batch.get', { id: batchId })
  const finance = direct ? [] : throughFinance(paidOn, String(batchId))
  const acts = [
    ...beforeMoney,
    ...finance,
    { login: 'fund1', act: 'arrive' },
    { login: 'fund1', act: 'send' },
  ]
  for (const act of acts) batch = await actOn(stage, batch, act)
  const lines = await linesOf(stage, batch.id)
  const fileId = await stage.bring('fund1', replyFile(batch, lines, bounces))
  batch = await actOn(stage, batch, { login: 'fund1', act: 'importReturn', more: { fileId } })
  if (bounces.length > 0) batch = await actOn(stage, batch, { login: 'fund1', act: 'moneyBack' })
  return { batch, lines }
}

/** The second accountant finds that everything agrees, the first one files it. */
export async function closeBatch(stage: Stage, batch: Batch): Promise<Batch> {
  const reconciled = await actOn(stage, batch, { login: 'fund2', act: 'reconcile' })
  return actOn(stage, reconciled, { login: 'fund1', act: 'archive' })
}

async function actOn(stage: Stage, batch: Batch, { login, act, more = {} }: Act): Promise<Batch> {
  const { id, version, count, total } = batch
  const input = { batchId: id, version, count, total, act, ...more }
  return (await stage.call<Acted>(login, 'batch.act', input)).batch
}

async function linesOf(stage: Stage, batchId: number): Promise<BatchLine[]> {
  const { lines } = await stage.call<{ lines: BatchLine[] }>('fund1', 'batch.lines', { batchId, limit: 500 })
  return lines
}

/** The reply as the bank's system writes it: control line, head, one line a payment. */
function replyFile(batch: Batch, lines: readonly BatchLine[], bounces: readonly Bounce[]): Upload {
  const rows = lines.map(({ line, cardName, card, amount, name }) => {
    const bounce = bounces.find((one) => one.name === name)
    const ref = `${batch.number.replace(/\D/g, '')}${String(line).padStart(5, '0')}`
    return [line, cardName, card, amount, bounce ? '失败' : '成功', bounce?.words ?? '', bounce ? '' : ref]
  })
  const text = [
    ['批次号', batch.number, '总笔数', batch.count, '总金额', batch.total],
    ['序号', '户名', '账号', '金额', '结果', '原因', '流水号'],
    ...rows,
  ]
    .map((cells) => cells.join(','))
    .join('\r\n')
  return {
    name: `回盘-${batch.number}.csv`,
    mime: 'text/csv; charset=utf-8',
    bytes: Buffer.from(`\ufeff${text}\r\n`),
  }
}
