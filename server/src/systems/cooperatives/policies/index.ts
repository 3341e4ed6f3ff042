/** Policies of cooperatives. */
import type { Policy } from '#policy'
import { archive } from './archive.ts'
import { cityReport } from './city-report.ts'
import { delegates } from './delegates.ts'
import { demonstrationStep } from './demonstration-step.ts'
import { demonstrationTargets } from './demonstration-targets.ts'
import { exitSettlement } from './exit-settlement.ts'
import { fiveHaves } from './five-haves.ts'
import { instructors } from './instructors.ts'
import { livestockYear } from './livestock-year.ts'
import { meeting } from './meeting.ts'
import { membership } from './membership.ts'
import { pilotStage } from './pilot-stage.ts'
import { standard } from './standard.ts'
import { standardShare } from './standard-share.ts'
import { surplus } from './surplus.ts'
import { surplusOrder } from './surplus-order.ts'
import { traceability } from './traceability.ts'
import { trainingAttendance } from './training-attendance.ts'
import { wholeCountyPilot } from './whole-county-pilot.ts'

export const cooperativePolicies: readonly Policy[] = [
  pilotStage,
  standard,
  standardShare,
  demonstrationTargets,
  demonstrationStep,
  traceability,
  archive,
  surplus,
  meeting,
  delegates,
  membership,
  livestockYear,
  cityReport,
  instructors,
  fiveHaves,
  trainingAttendance,
  wholeCountyPilot,
  surplusOrder,
  exitSettlement,
]
