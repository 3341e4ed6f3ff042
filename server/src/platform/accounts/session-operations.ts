/** One's own sessions, and the rules of security that the security administrator sets. */
import { z } from 'zod'
import { t } from '#kernel'
import { clock } from '../clock.ts'
import type { Ctx } from '../context.ts'
import { operation } from '../operation.ts'
import { accountProblems } from './problems.ts'
import { ruleBounds, type SecurityRules, securityRules } from './rules.ts'
import { endSessions, liveSessions, storeRule } from './store.ts'

export const sessionList = operation({
  name: 'session.list',
  text: t('查看我的登录', 'My sessions'),
  home: 'directory',
  can: 'signedIn',
  audit: 'none',
  input: z.object({}),
  output: z.object({
    sessions: z.array(
      z.object({
        id: z.number(),
        createdAt: z.string(),
        seenAt: z.string(),
        ip: z.string(),
        agent: z.string(),
      }),
    ),
  }),
  run: async ({ tx, actor }) => {
    const rows = await liveSessions(tx, actor.accountId)
    const shown = rows.map((row) => ({
      ...row,
      createdAt: clock.shown(row.createdAt),
      seenAt: clock.shown(row.seenAt),
    }))
    return { sessions: shown }
  },
})

export const sessionEnd = operation({
  name: 'session.end',
  text: t('结束一处登录', 'End one of my sessions'),
  home: 'directory',
  can: 'signedIn',
  audit: 'write',
  input: z.object({ id: z.number().int() }),
  output: z.object({ ended: z.number() }),
  run: async (ctx, { id }) => {
    const ended = await endSessions(ctx.tx, {
      accountId: ctx.actor.accountId,
      id,
      at: ctx.now,
      why: 'ended by owner',
    })
    ctx.note({ subject: `account:${ctx.actor.accountId}`, before: { session: id } })
    return { ended }
  },
})

const rulesShape = z.object({
  passwordLength: z.number().int(),
  passwordDays: z.number().int(),
  passwordHistory: z.number().int(),
  failures: z.number().int(),
  lockMinutes: z.number().int(),
  idleMinutes: z.number().int(),
  sessionHours: z.number().int(),
})

export const securityShow = operation({
  name: 'security.show',
  text: t('查看安全设置', 'Show the security rules'),
  home: 'directory',
  can: 'signedIn',
  audit: 'none',
  input: z.object({}),
  output: rulesShape,
  run: ({ tx }) => securityRules(tx),
})

export const securityConfigure = operation({
  name: 'security.configure',
  text: t('修改安全设置', 'Change the security rules'),
  home: 'directory',
  can: 'security.configure',
  audit: 'write',
  input: rulesShape.partial(),
  output: rulesShape,
  run: async (ctx, wanted) => {
    const before = await securityRules(ctx.tx)
    for (const [key, value] of Object.entries(wanted))
      if (value !== undefined) await setRule(ctx, key as keyof SecurityRules, value)
    const after = await securityRules(ctx.tx)
    ctx.note({ subject: 'security', before, after })
    return after
  },
})

async function setRule(ctx: Ctx, key: keyof SecurityRules, value: number): Promise<void> {
  const [low, high] = ruleBounds[key]
  if (value < low || value > high) throw accountProblems.ruleBounds({ key, low, high })
  await storeRule(ctx.tx, { key, value, at: ctx.now, by: ctx.actor.accountId })
}
