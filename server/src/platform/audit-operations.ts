/** Reading the logs: the audit administrator sees who did what; values of business only those who hold `audit.values`. */
import { z } from 'zod'
import { t } from '#kernel'
import { may } from './actor.ts'
import { type LogRow, listAccess, listAudit, verifyAccess, verifyAudit } from './audit-store.ts'
import type { Ctx } from './context.ts'
import { operation } from './operation.ts'
import { platformProblems } from './problems.ts'

const filter = z.object({
  accountId: z.number().int().optional(),
  operation: z.string().optional(),
  subject: z.string().optional(),
  /** The county's log only. */
  kind: z.enum(['read', 'write', 'export']).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  before: z.number().int().optional(),
  limit: z.number().int().min(1).max(500).default(100),
})

const logPage = z.object({
  records: z.array(
    z.object({
      seq: z.number(),
      at: z.string(),
      accountId: z.number().nullable(),
      actor: z.string(),
      role: z.string(),
      operation: z.string(),
      subject: z.string().nullable(),
      notes: z.unknown(),
      hash: z.string(),
    }),
  ),
  next: z.number().nullable(),
})

const chain = z.object({
  count: z.number(),
  head: z.string(),
  broken: z.object({ seq: z.number(), why: z.string() }).nullable(),
})

export const auditList = operation({
  name: 'audit.list',
  text: t('查看业务日志', 'Read the log of business'),
  can: 'audit.list',
  audit: 'read',
  input: filter,
  output: logPage,
  run: async (ctx, input) =>
    page(await listAudit(ctx.tx, input), input.limit, may(ctx.actor, 'audit.values')),
})

export const auditVerify = operation({
  name: 'audit.verify',
  text: t('核对日志链', 'Prove the log of business'),
  can: 'audit.verify',
  audit: 'none',
  input: z.object({}),
  output: chain,
  run: async (ctx) => {
    requireWholeCounty(ctx)
    return verifyAudit(ctx.tx)
  },
})

export const accessList = operation({
  name: 'access.list',
  text: t('查看登录和用户管理日志', 'Read the log of access'),
  home: 'directory',
  can: 'access.list',
  audit: 'read',
  input: filter.omit({ kind: true }),
  output: logPage,
  run: async (ctx, input) => page(await listAccess(ctx.tx, input), input.limit, true),
})

export const accessVerify = operation({
  name: 'access.verify',
  text: t('核对登录日志链', 'Prove the log of access'),
  home: 'directory',
  can: 'access.verify',
  audit: 'none',
  input: z.object({}),
  output: chain,
  run: ({ tx }) => verifyAccess(tx),
})

/** From a part of the county the chain would seem broken where it only leaves one's area. */
function requireWholeCounty({ actor }: Ctx): void {
  const whole =
    actor.area === actor.county &&
    [...actor.reads, ...actor.writes].some((group) => group === 'audit' || group === '*')
  if (!whole) throw platformProblems.wholeCounty()
}

type Body = Record<string, unknown> & { accountId?: number | null; notes?: unknown }

function page(rows: readonly LogRow[], limit: number, values: boolean) {
  const records = rows.map(({ seq, at, body, hash }) => {
    const read = JSON.parse(body) as Body
    const inner = (read.notes ?? {}) as { name?: string; role?: string; notes?: { subject?: string }[] }
    return {
      seq,
      at,
      hash,
      accountId: read.accountId ?? null,
      actor: String(read.actor ?? inner.name ?? read.login ?? ''),
      role: String(read.role ?? inner.role ?? ''),
      operation: String(read.operation ?? read.kind ?? ''),
      subject:
        (read.subject as string | null | undefined) ??
        (read.login as string | undefined) ??
        inner.notes?.[0]?.subject ??
        null,
      notes: values ? read.notes : withoutValues(read.notes),
    }
  })
  return { records, next: rows.length === limit ? (rows.at(-1)?.seq ?? null) : null }
}

/** Which fields changed, without what they hold. */
function withoutValues(notes: unknown): unknown {
  if (!Array.isArray(notes)) return []
  return notes.map(
    ({ subject, text, changed }: { subject?: string; text?: unknown; changed?: { field: string }[] }) => ({
      subject,
      text,
      changed: changed?.map(({ field }) => ({ field })),
    }),
  )
}
