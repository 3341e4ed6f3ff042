/** Recomputing on the wire. */
import { z } from 'zod'
import { t } from '#kernel'
import type { RecomputeRow } from './run-recompute-store.ts'
import { amount, text, yuan } from './run-wire.ts'

export const change = z.object({
  kind: z.enum(['fact', 'result', 'parameter', 'rule']),
  label: text,
  before: text,
  after: text,
  source: text.nullable(),
  knownOn: z.string().nullable(),
})

export const recomputeLine = z.object({
  line: z.number(),
  name: z.string(),
  area: z.string(),
  subject: z.object({ register: z.string(), id: z.number() }),
  accountId: z.number().nullable(),
  period: z.string(),
  direction: z.enum(['topUp', 'recovery', 'none']),
  status: z.enum(['proposed', 'held', 'posted', 'dropped']),
  paid: yuan,
  due: yuan.nullable(),
  /** Without a sign; `direction` says which way. */
  amount: yuan,
  own: yuan,
  pool: yuan,
  /** Of a top-up: what goes against the claim of the month and is not paid out. */
  setOff: yuan,
  beforeDecision: z.number().nullable(),
  afterDecision: z.number().nullable(),
  decisionId: z.number().nullable(),
  changes: z.array(change),
  reason: text,
  voucherId: z.number().nullable(),
})

export function recomputeWire(row: RecomputeRow): z.infer<typeof recomputeLine> {
  const { line, name, area, accountId, period, direction, status, voucherId } = row
  const { beforeDecision, afterDecision, decisionId } = row
  return {
    ...{ line, name, area, accountId, period, direction, status, voucherId },
    ...{ beforeDecision, afterDecision, decisionId },
    subject: { register: row.subjectRegister, id: row.subjectId },
    paid: amount(row.paid),
    due: row.due === null ? null : amount(row.due),
    amount: amount(row.amount),
    own: amount(row.own),
    pool: amount(row.pool),
    setOff: amount(row.setOff),
    changes: [...row.changes],
    reason: t(row.reasonZh, row.reasonEn),
  }
}
