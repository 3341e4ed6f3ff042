/** Reports of land security. */
import type { Report } from '#report'
import { affectedPersons, landTakes } from './projects.ts'
import { employmentTiers, landBands } from './villages.ts'

export const landSecurityReports: readonly Report[] = [landBands, employmentTiers, landTakes, affectedPersons]
