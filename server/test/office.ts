/** The people of a small office, for tests of accounts and hats. */
import { z } from 'zod'
import { t } from '#kernel'
import { administratorRoles, defineRole, operation } from '#platform'
import type { Answer, Client, TestHouse } from './house.ts'
import { testHouse } from './house.ts'

const clerk = defineRole({
  name: 'clerk',
  label: t('乡镇经办', 'Township clerk'),
  verbs: ['case.check', 'person.*'],
  reads: ['person'],
  writes: ['person'],
})
const approver = defineRole({
  name: 'approver',
  label: t('业务复核', 'Approver'),
  verbs: ['case.approve'],
  reads: ['person'],
})
const broker = defineRole({
  name: 'broker',
  label: t('劳务中介', 'Broker'),
  verbs: ['claim.file'],
  party: true,
})

const whoAmI = operation({
  name: 'case.check',
  text: t('核准', 'Check'),
  can: 'case.check',
  audit: 'write',
  input: z.object({}),
  output: z.object({ name: z.string(), actsFor: z.string().nullable(), area: z.string() }),
  run: async ({ actor, note }) => {
    note({ subject: 'case:1' })
    return { name: actor.name, actsFor: actor.actsFor?.name ?? null, area: actor.area }
  },
})

const at = (login: string, role: string, area = '990101') => ({
  login,
  name: `人${login}`,
  office: '青禾县',
  role,
  area,
})

/** A house with three administrators (two for security), clerks of two townships and one approver. */
export function officeHouse(): Promise<TestHouse> {
  return testHouse({
    roles: [...administratorRoles, clerk, approver, broker],
    accounts: [
      at('admin', 'sysadmin'),
      at('secadmin', 'secadmin'),
      at('sec2', 'secadmin'),
      at('auditadmin', 'auditadmin'),
      at('liuxi', 'clerk', '990101103'),
      at('jinzhu', 'clerk', '990101108'),
      at('hr2', 'approver'),
    ],
    operations: [whoAmI],
    guarded: [{ verb: 'case.approve', text: t('复核', 'Approve') }],
  })
}

type Listed = { id: number; login: string; hats: { id: number }[] }

/** Signing in is slow by design: once a house. */
const admins = new WeakMap<TestHouse, Client>()

/** An account as the administrator's list shows it. */
export async function accountOf(house: TestHouse, login: string): Promise<Listed> {
  const admin = admins.get(house) ?? (await house.signIn('admin'))
  admins.set(house, admin)
  const { accounts } = (await admin.call('account.list', { search: login })).body as { accounts: Listed[] }
  const found = accounts.find((one) => one.login === login)
  if (!found) throw new Error(`no account ${login}`)
  return found
}

/** The code of the problem that was answered. */
export function codeOf({ body }: Pick<Answer, 'body'>): string {
  return (body as { code: string }).code
}
