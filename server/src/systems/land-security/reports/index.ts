/** Reports of land security. */
import type { AnyPaper, Report } from '#report'
import { accountStatement } from './account-statement.ts'
import { beneficiaryList } from './beneficiary-list.ts'
import { decisionLetter } from './decision-letter.ts'
import { fundingSheetPaper } from './funding-sheet.ts'
import { noticePaper } from './notice-paper.ts'
import { payList } from './pay-list.ts'
import { affectedPersons, landTakes } from './projects.ts'
import { solvencyPaper } from './solvency-paper.ts'
import { employmentTiers, landBands } from './villages.ts'

export const landSecurityReports: readonly Report[] = [landBands, employmentTiers, landTakes, affectedPersons]

/** Papers of land security. */
export const landSecurityPapers: readonly AnyPaper[] = [
  beneficiaryList,
  noticePaper,
  decisionLetter,
  fundingSheetPaper,
  accountStatement,
  payList,
  solvencyPaper,
]
