/** Reports of land security. */
import type { AnyPaper, Report } from '#report'
import { beneficiaryList } from './beneficiary-list.ts'
import { affectedPersons, landTakes } from './projects.ts'
import { employmentTiers, landBands } from './villages.ts'

export const landSecurityReports: readonly Report[] = [landBands, employmentTiers, landTakes, affectedPersons]

/** Papers of land security. */
export const landSecurityPapers: readonly AnyPaper[] = [beneficiaryList]
