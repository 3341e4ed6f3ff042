/** What land security does to many at once. */
import { inheritanceRun, type RunFactory } from '#procedure'
import { allowanceRun } from './allowance.ts'
import { inheritancePorts } from './heirs.ts'
import { interestRun } from './interest.ts'
import { pensionRun } from './pension.ts'
import { accountAgain, allowanceAgain, pensionAgain } from './recompute.ts'

/** LS-13: what is left of an individual account goes to the heirs. */
const inheritance: RunFactory = (ports) =>
  inheritanceRun({
    id: 'land-security.inheritance',
    fund: 'land-security.protection',
    inheritance: inheritancePorts(ports),
  })

export const landSecurityRuns: readonly RunFactory[] = [
  pensionRun,
  allowanceRun,
  interestRun,
  inheritance,
  pensionAgain,
  allowanceAgain,
  accountAgain,
]
