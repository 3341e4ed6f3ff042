/** Policies of labour dispatch. */
import type { Policy } from '#policy'
import { licenceTerms } from './licence-terms.ts'

export const labourDispatchPolicies: readonly Policy[] = [licenceTerms]
