/** Who wears which hat in the county. The three administrators (OF-29) come from the platform. */
import type { Role } from '#platform'
import { administratorRoles } from '#platform'

export const roles: readonly Role[] = [...administratorRoles]
