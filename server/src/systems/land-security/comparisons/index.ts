/** Lists of other offices that are laid beside the registers of land-take social security. */
import { dibaoListed, otherCounty } from './elsewhere.ts'
import { abnormal, taxpayers } from './employers.ts'
import { payroll } from './payroll.ts'

export const landSecurityComparisons = [dibaoListed, otherCounty, abnormal, taxpayers, payroll] as const
