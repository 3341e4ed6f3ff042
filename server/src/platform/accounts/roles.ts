/** The roles in use and the three administrators that every installation has (三员分立, OF-29). */
import { invariant, t } from '#kernel'
import { defineRole, type Role } from '../role.ts'

/** Systems administrator creates accounts, security administrator grants roles, audit administrator reads the logs. */
export const administratorRoles: readonly Role[] = [
  defineRole({
    name: 'sysadmin',
    label: t('系统管理员', 'System administrator'),
    administers: 'system',
    verbs: [
      'account.list',
      'account.create',
      'account.reset',
      'account.switch',
      'area.read',
      'holiday.enter',
      'job.manage',
    ],
    reads: ['area'],
  }),
  defineRole({
    name: 'secadmin',
    label: t('安全管理员', 'Security administrator'),
    administers: 'security',
    verbs: ['account.list', 'assignment.*', 'security.*', 'area.read'],
    reads: ['area'],
  }),
  defineRole({
    name: 'auditadmin',
    label: t('审计管理员', 'Audit administrator'),
    administers: 'audit',
    verbs: ['account.list', 'audit.list', 'audit.verify', 'access.*', 'area.read'],
    reads: ['audit', 'area'],
  }),
]

export type Roles = ReadonlyMap<string, Role>

/** Roles by name; a name used twice is a mistake in the declarations. */
export function rolesByName(roles: readonly Role[]): Roles {
  const map = new Map(roles.map((role) => [role.name, role]))
  invariant(map.size === roles.length, 'two roles have the same name')
  return map
}
