/** Policies of land security. */
import type { Policy } from '#policy'
import { protection } from './protection.ts'

export const landSecurityPolicies: readonly Policy[] = [protection]
