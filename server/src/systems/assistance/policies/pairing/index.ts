/** Policies of the pairing of staff and poor households (plan 6). */
import type { Policy } from '#policy'
import { pairingExemption } from './exemption.ts'
import { pairingQuota } from './quota.ts'
import { pairingReplacement } from './replacement.ts'

export const pairingPolicies: readonly Policy[] = [pairingExemption, pairingQuota, pairingReplacement]
