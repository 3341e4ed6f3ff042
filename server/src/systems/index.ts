/** The roof: every system of the sources, and the roles of the county. */
import { assistance } from './assistance/index.ts'
import { community } from './community/index.ts'
import { cooperatives } from './cooperatives/index.ts'
import { employment } from './employment/index.ts'
import { labourDispatch } from './labour-dispatch/index.ts'
import { landSecurity } from './land-security/index.ts'
import { population } from './population/index.ts'
import type { System } from './system.ts'

export { demoAccounts, demoOffices } from './accounts.ts'
export { demoCommand, demoCounty, demoDay, demoPassword, openDemo } from './demo/index.ts'
export { roles } from './roles.ts'
export type { System } from './system.ts'

export const systems: readonly System[] = [
  population,
  landSecurity,
  cooperatives,
  labourDispatch,
  employment,
  assistance,
  community,
]
