/** The operations of the ground floor: accounts, hats, sessions, logs. */
import {
  accountCreate,
  accountList,
  accountReset,
  accountSwitch,
  changePassword,
} from './accounts/account-operations.ts'
import {
  assignmentDelegate,
  assignmentEndDelegation,
  assignmentGrant,
  assignmentRevoke,
  delegationList,
} from './accounts/assignment-operations.ts'
import { rolesByName } from './accounts/roles.ts'
import { securityConfigure, securityShow, sessionEnd, sessionList } from './accounts/session-operations.ts'
import { accessList, accessVerify, auditList, auditVerify } from './audit-operations.ts'
import { holidayEnter, holidayList } from './holiday-operations.ts'
import type { Role } from './role.ts'

/** All of them, over the roles of the county. */
export function platformOperations(declared: readonly Role[]) {
  const roles = rolesByName(declared)
  return [
    accountList,
    accountCreate,
    accountReset,
    changePassword,
    accountSwitch(roles),
    assignmentGrant(roles),
    assignmentRevoke(roles),
    assignmentDelegate,
    assignmentEndDelegation,
    delegationList,
    sessionList,
    sessionEnd,
    securityShow,
    securityConfigure,
    auditList,
    auditVerify,
    accessList,
    accessVerify,
    holidayList,
    holidayEnter,
  ] as const
}
