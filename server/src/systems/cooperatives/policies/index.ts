/** Policies of cooperatives. */
import type { Policy } from '#policy'
import { demonstrationTargets } from './demonstration-targets.ts'
import { pilotStage } from './pilot-stage.ts'
import { standard } from './standard.ts'
import { standardShare } from './standard-share.ts'
import { traceability } from './traceability.ts'

export const cooperativePolicies: readonly Policy[] = [
  pilotStage,
  standard,
  standardShare,
  demonstrationTargets,
  traceability,
]
