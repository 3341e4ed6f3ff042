/** The operations of the ground floor: accounts, hats, sessions, logs. */
import {
  accountCreate,
  accountList,
  accountReset,
  accountSwitch,
  changePassword,
} from './accounts/account-operations.ts'
import { assignmentGrant, assignmentRevoke } from './accounts/assignment-operations.ts'
import {
  assignmentDelegate,
  assignmentEndDelegation,
  delegationList,
} from './accounts/delegation-operations.ts'
import type { GuardedStep } from './accounts/last-holder.ts'
import { rolesByName } from './accounts/roles.ts'
import { securityConfigure, securityShow, sessionEnd, sessionList } from './accounts/session-operations.ts'
import { accessList, accessVerify, auditList, auditVerify } from './audit-operations.ts'
import { holidayEnter, holidayList } from './holiday-operations.ts'
import type { Role } from './role.ts'

/** All of them, over the roles of the county; `guarded` are the steps for which somebody must always be left. */
export function platformOperations(declared: readonly Role[], guarded: readonly GuardedStep[] = []) {
  const roles = rolesByName(declared)
  const staffing = { roles, guarded }
  return [
    accountList,
    accountCreate,
    accountReset,
    changePassword,
    accountSwitch(staffing),
    assignmentGrant(roles),
    assignmentRevoke(staffing),
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
