/** The commands of the ground floor: users, counties, the log. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { t } from '#kernel'
import { ensureAccounts } from './accounts/bootstrap.ts'
import { systemActor } from './actor.ts'
import { exportAudit, verifyExport } from './audit-export.ts'
import { type ChainState, verifyAccess, verifyAudit } from './audit-store.ts'
import { type CommandCall, defineCommand } from './command.ts'
import { createCounty } from './migrate.ts'
import { platformProblems } from './problems.ts'
import { withDirectory, withScope } from './scope.ts'

const userAdd = defineCommand({
  name: 'user add',
  text: t('新建账号并授予身份', 'Create an account with a role'),
  usage: '<login> <name> --role <role> [--area <code>] [--office <office>] [--party <party>]',
  options: {
    role: { type: 'string' },
    area: { type: 'string' },
    office: { type: 'string' },
    party: { type: 'string' },
  },
  run: async ({ house, words, options }) => {
    const [login, name] = [required(words[0], '<login>'), required(words[1], '<name>')]
    const role = required(options.role, '--role')
    if (!house.roles.has(role))
      throw platformProblems.usage({ what: `--role ${[...house.roles.keys()].join(' | ')}` })
    const password = firstPassword()
    const account = {
      login,
      name,
      role,
      area: String(options.area ?? house.county),
      office: String(options.office ?? house.countyName),
    }
    const party = options.party === undefined ? {} : { party: String(options.party) }
    const [made] = await ensureAccounts(house.db, {
      county: house.county,
      accounts: [{ ...account, ...party }],
      password,
      mustChange: true,
    })
    return made ? { login, password } : { login, password: null }
  },
  show: ({ login, password }) =>
    password ? `${login} 已建好。首次密码 ${password}，登录后须改。` : `${login} 已经有了，没有改动。`,
})

const userList = defineCommand({
  name: 'user list',
  text: t('列出账号', 'List accounts'),
  usage: '[<search>]',
  run: async ({ call, words }) =>
    (await call('account.list', { search: words[0] ?? '' })) as { accounts: Listed[] },
  show: ({ accounts }) =>
    accounts
      .map((a) => `${a.login}\t${a.name}\t${a.state}\t${a.hats.map((h) => `${h.role}@${h.area}`).join(' ')}`)
      .join('\n'),
})

type Listed = { login: string; name: string; state: string; hats: { role: string; area: string }[] }

const countyAdd = defineCommand({
  name: 'county add',
  text: t('新建县', 'Add a county'),
  usage: '<code> <name>',
  run: async ({ house, words }) => {
    const county = { code: required(words[0], '<code>'), name: required(words[1], '<name>') }
    await createCounty(house.db, county)
    return county
  },
  show: ({ code, name }) => `${code} ${name}`,
})

const countyList = defineCommand({
  name: 'county list',
  text: t('列出各县', 'List counties'),
  usage: '',
  run: async ({ house }) =>
    (
      await sql<{
        code: string
        name: string
        server: string
      }>`select code, name, server from public.county order by code`.execute(house.db.owner)
    ).rows,
  show: (counties) => counties.map((c) => `${c.code}\t${c.name}\t${c.server}`).join('\n'),
})

const auditVerify = defineCommand({
  name: 'audit verify',
  text: t('核对两条日志链，或一份导出', 'Prove both logs, or an export'),
  usage: '[--file <export>]',
  options: { file: { type: 'string' } },
  run: async ({ house, options }: CommandCall): Promise<Record<string, ChainState>> => {
    if (typeof options.file === 'string') return { export: verifyExport(readFileSync(options.file, 'utf8')) }
    return {
      audit: await withScope(house.db, systemActor(house.county), verifyAudit),
      access: await withDirectory(house.db, { accountId: 0 }, verifyAccess),
    }
  },
  show: (chains) =>
    Object.entries(chains)
      .map(([name, chain]) => `${name}\t${chainText(chain)}`)
      .join('\n'),
  fails: (chains) => Object.values(chains).some((chain) => chain.broken !== null),
})

const auditExport = defineCommand({
  name: 'audit export',
  text: t('导出业务日志（每行一条，可离线核对）', 'Export the log, one record a line, provable offline'),
  usage: '',
  run: async ({ house }) => ({ lines: await withScope(house.db, systemActor(house.county), exportAudit) }),
  show: ({ lines }) => lines.join('\n'),
})

export const platformCommands = [userAdd, userList, countyAdd, countyList, auditVerify, auditExport] as const

function chainText({ count, head, broken }: ChainState): string {
  return broken ? `第 ${broken.seq} 条起不成链（${broken.why}）` : `完整，${count} 条，链尾 ${head}`
}

function required(given: string | boolean | undefined, what: string): string {
  if (typeof given !== 'string' || given === '') throw platformProblems.usage({ what })
  return given
}

/** Told once on the terminal, changed at the first sign-in. */
function firstPassword(): string {
  return `Xc-${randomBytes(9).toString('base64url')}-1`
}
