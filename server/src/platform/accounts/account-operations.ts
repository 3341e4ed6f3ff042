/** Accounts: the systems administrator makes, resets and switches them; he sees no business data and grants nothing (OF-29). */
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '../context.ts'
import { operation } from '../operation.ts'
import { listAccounts } from './account-list-store.ts'
import { insertAccount, setAccountState, storePassword } from './account-write-store.ts'
import { forbidLastHolder, type Staffing } from './last-holder.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { accountProblems } from './problems.ts'
import { checkNewPassword, securityRules } from './rules.ts'
import { type AccountRow, endSessions, findAccount } from './store.ts'

const login = z.string().trim().toLowerCase().min(2).max(40)
const done = z.object({})

export const accountShape = z.object({
  id: z.number(),
  login: z.string(),
  name: z.string(),
  office: z.string(),
  phone: z.string().nullable(),
  state: z.enum(['active', 'off']),
  mustChange: z.boolean(),
  lockedUntil: z.string().nullable(),
  lastLoginAt: z.string().nullable(),
  hats: z.array(
    z.object({
      id: z.number(),
      role: z.string(),
      area: z.string(),
      party: z.string().nullable(),
      office: z.string(),
      validFrom: z.string(),
      validTo: z.string().nullable(),
      deputyFor: z.string().nullable(),
      onlyVerbs: z.array(z.string()).nullable(),
      reason: z.string().nullable(),
    }),
  ),
})

export const accountList = operation({
  name: 'account.list',
  text: t('查看人员账号', 'List accounts'),
  home: 'directory',
  can: 'account.list',
  audit: 'none',
  input: z.object({ search: z.string().optional() }),
  output: z.object({ accounts: z.array(accountShape) }),
  run: async ({ tx, today }, { search }) => ({
    accounts: await listAccounts(tx, { search: search ?? '', on: today }),
  }),
})

export const accountCreate = operation({
  name: 'account.create',
  text: t('新建账号', 'Create an account'),
  home: 'directory',
  can: 'account.create',
  audit: 'write',
  input: z.object({
    login,
    name: z.string().trim().min(1).max(40),
    office: z.string().trim().min(1).max(60),
    phone: z.string().trim().optional(),
    password: z.string(),
  }),
  output: z.object({ id: z.number() }),
  run: async (ctx, input) => {
    await checkNewPassword(ctx.tx, { ...input, rules: await securityRules(ctx.tx) })
    const id = await insertAccount(ctx, { ...input, mustChange: true }, await hashPassword(input.password))
    ctx.note({
      subject: `account:${id}`,
      after: { login: input.login, name: input.name, office: input.office },
    })
    return { id }
  },
})

export const accountReset = operation({
  name: 'account.reset',
  text: t('重设密码并解锁', 'Reset a password and unlock'),
  home: 'directory',
  can: 'account.reset',
  audit: 'write',
  input: z.object({ accountId: z.number().int(), password: z.string() }),
  output: done,
  run: async (ctx, { accountId, password }) => {
    const account = await known(ctx, accountId)
    await setPassword(ctx, account, { password, mustChange: true })
    await endSessions(ctx.tx, { accountId, at: ctx.now, why: 'reset' })
    ctx.note({ subject: `account:${accountId}` })
    return {}
  },
})

export const changePassword = operation({
  name: 'account.changePassword',
  text: t('改自己的密码', 'Change one’s own password'),
  home: 'directory',
  can: 'signedIn',
  audit: 'write',
  input: z.object({ current: z.string(), password: z.string() }),
  output: done,
  run: async (ctx, { current, password }) => {
    const account = await known(ctx, ctx.actor.accountId)
    if (!(await verifyPassword(current, account.passwordHash))) throw accountProblems.passwordWrong()
    await setPassword(ctx, account, { password, mustChange: false })
    ctx.note({ subject: `account:${account.id}` })
    return {}
  },
})

/** Switching off ends all sessions the same moment (OF-23). */
export const accountSwitch = (staffing: Staffing) =>
  operation({
    name: 'account.switch',
    text: t('停用或启用账号', 'Switch an account off or on'),
    home: 'directory',
    can: 'account.switch',
    audit: 'write',
    input: z.object({
      accountId: z.number().int(),
      state: z.enum(['active', 'off']),
      reason: z.string().trim().min(1),
    }),
    output: done,
    run: async (ctx, { accountId, state, reason }) => {
      const account = await known(ctx, accountId)
      if (state === 'off') await forbidLastHolder(ctx, staffing, { accountId })
      await setAccountState(ctx, accountId, state)
      if (state === 'off') await endSessions(ctx.tx, { accountId, at: ctx.now, why: 'off' })
      ctx.note({
        subject: `account:${accountId}`,
        before: { state: account.state },
        after: { state },
        text: t(reason, reason),
      })
      return {}
    },
  })

async function known(ctx: Ctx, id: number): Promise<AccountRow> {
  const account = await findAccount(ctx.tx, { id })
  if (!account) throw accountProblems.unknown()
  return account
}

async function setPassword(
  ctx: Ctx,
  account: AccountRow,
  given: { password: string; mustChange: boolean },
): Promise<void> {
  const rules = await securityRules(ctx.tx)
  await checkNewPassword(ctx.tx, {
    accountId: account.id,
    login: account.login,
    password: given.password,
    rules,
  })
  await storePassword(ctx, {
    accountId: account.id,
    passwordHash: await hashPassword(given.password),
    mustChange: given.mustChange,
  })
}
