/** Who may do and see what in the county (catalogue, section 8, with the corrections OF-01, OF-02, OF-22, OF-29). Each role reads as a sentence. */
import type { Role } from '#platform'
import { administratorRoles } from '#platform'
import { officeRoles } from './office-roles.ts'
import { schemeRoles } from './scheme-roles.ts'

export const roles: readonly Role[] = [...administratorRoles, ...schemeRoles, ...officeRoles]
