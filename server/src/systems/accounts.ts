/** The people of the fictional county who can sign in at once. Invented, like everybody in it. */
import type { FirstAccount } from '#platform'

export const demoAccounts: readonly FirstAccount[] = [
  { login: 'admin', name: '罗建平', office: '县信息中心', role: 'sysadmin', area: '990101' },
  { login: 'secadmin', name: '蒙秀兰', office: '县信息中心', role: 'secadmin', area: '990101' },
  { login: 'auditadmin', name: '覃志远', office: '县信息中心', role: 'auditadmin', area: '990101' },
]
