/** 授权代理 (OF-22): an officer hands a hat, or some of its verbs, to a colleague for a time. */
import { z } from 'zod'
import { addDays, t } from '#kernel'
import { may } from '../actor.ts'
import type { Ctx } from '../context.ts'
import { operation } from '../operation.ts'
import { delegationsBy, endHat, insertHat } from './hat-store.ts'
import { accountProblems } from './problems.ts'
import { type AssignmentRow, assignmentsOf, findAccount, findAssignment } from './store.ts'

const day = z.iso.date()

/** 授权代理（AB角）: an own hat, or some of its verbs, to a named colleague, with an end and a reason (OF-22). */
export const assignmentDelegate = operation({
  name: 'assignment.delegate',
  text: t('委托代理', 'Name a deputy'),
  home: 'directory',
  can: 'signedIn',
  audit: 'write',
  input: z.object({
    assignmentId: z.number().int(),
    login: z.string().trim().toLowerCase(),
    verbs: z.array(z.string()).min(1).optional(),
    validFrom: day.optional(),
    validTo: day,
    reason: z.string().trim().min(1),
  }),
  output: z.object({ id: z.number() }),
  run: async (ctx, input) => {
    const hat = await ownHat(ctx, input)
    const deputy = await findAccount(ctx.tx, { login: input.login })
    if (deputy?.state !== 'active') throw accountProblems.unknown()
    await forbidAdministrator(ctx, deputy.id)
    const { county, role, area, party, office } = hat
    const id = await insertHat(ctx, {
      accountId: deputy.id,
      county,
      role,
      area,
      office,
      party: party ?? undefined,
      validFrom: input.validFrom,
      validTo: input.validTo,
      deputyFor: hat.id,
      onlyVerbs: input.verbs,
      reason: input.reason,
    })
    ctx.note({
      subject: `account:${deputy.id}`,
      after: { deputyFor: ctx.actor.name, role, area, verbs: input.verbs, validTo: input.validTo },
      text: t(input.reason, input.reason),
    })
    return { id }
  },
})

/** A deputyship that one gave ends at once when one says so. */
export const assignmentEndDelegation = operation({
  name: 'assignment.endDelegation',
  text: t('收回委托', 'End a deputyship'),
  home: 'directory',
  can: 'signedIn',
  audit: 'write',
  input: z.object({ assignmentId: z.number().int() }),
  output: z.object({}),
  run: async (ctx, { assignmentId }) => {
    const hat = await findAssignment(ctx.tx, assignmentId)
    const original = hat?.deputyFor ? await findAssignment(ctx.tx, hat.deputyFor) : undefined
    if (original?.accountId !== ctx.actor.accountId) throw accountProblems.unknown()
    await endHat(ctx, assignmentId)
    ctx.note({ subject: `account:${hat?.accountId}`, before: { deputyFor: ctx.actor.name } })
    return {}
  },
})

/** The deputyships that the signed-in person has given and that are not over. */
export const delegationList = operation({
  name: 'assignment.delegations',
  text: t('查看我的委托', 'My deputies'),
  home: 'directory',
  can: 'signedIn',
  audit: 'none',
  input: z.object({}),
  output: z.object({
    delegations: z.array(
      z.object({
        id: z.number(),
        login: z.string(),
        name: z.string(),
        role: z.string(),
        area: z.string(),
        verbs: z.array(z.string()).nullable(),
        validFrom: z.string(),
        validTo: z.string(),
        reason: z.string(),
      }),
    ),
  }),
  run: async ({ tx, actor, today }) => {
    const rows = await delegationsBy(tx, actor.accountId, today)
    return {
      delegations: rows.map((row) => ({ ...row, validTo: row.validTo ?? '', reason: row.reason ?? '' })),
    }
  },
})

async function forbidAdministrator(ctx: Ctx, accountId: number): Promise<void> {
  if (accountId === ctx.actor.accountId) throw accountProblems.toOneself()
  const administrators = ['sysadmin', 'secadmin', 'auditadmin']
  const hats = await assignmentsOf(ctx.tx, accountId, ctx.today)
  if (hats.some((hat) => administrators.includes(hat.role))) throw accountProblems.notDelegable()
}

async function ownHat(
  ctx: Ctx,
  given: { assignmentId: number; validTo: string; verbs?: string[] | undefined },
): Promise<AssignmentRow> {
  const hat = (await assignmentsOf(ctx.tx, ctx.actor.accountId, ctx.today)).find(
    (one) => one.id === given.assignmentId,
  )
  const tooLong = given.validTo > addDays(ctx.today, 366) || given.validTo <= ctx.today
  const worn = hat && hat.role === ctx.actor.role
  const owned = !given.verbs || given.verbs.every((verb) => may(ctx.actor, verb))
  if (!hat || hat.deputyFor !== null || !worn || tooLong || !owned) throw accountProblems.notDelegable()
  if (['sysadmin', 'secadmin', 'auditadmin'].includes(hat.role)) throw accountProblems.notDelegable()
  return hat
}
