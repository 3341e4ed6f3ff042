/** 征地社保: social security of farmers whose land was taken. */
import { t } from '#kernel'
import type { System } from '../system.ts'
import { landSecurityChecks } from './checks/index.ts'
import { landSecurityComparisons } from './comparisons/index.ts'
import { landSecurityFigures } from './figures/index.ts'
import { funds as landSecurityFunds } from './funds/index.ts'
import { landSecurityInquiries } from './inquiries/index.ts'
import { landSecurityBindings } from './policies/bindings.ts'
import { landSecurityPolicies } from './policies/index.ts'
import { landSecurityProcedures } from './procedures/index.ts'
import { landSecurityProjections } from './projections/index.ts'
import { landSecurityRegisterFigures } from './register-figures/index.ts'
import { landSecurityRegisters } from './registers/index.ts'
import { landSecurityPapers, landSecurityReports } from './reports/index.ts'
import { landSecurityRuns } from './runs/index.ts'

export const landSecurity: System = {
  id: 'land-security',
  label: t('征地社保', 'Land-take social security'),
  registers: landSecurityRegisters,
  policies: landSecurityPolicies,
  bindings: landSecurityBindings,
  inquiries: landSecurityInquiries,
  procedures: landSecurityProcedures,
  checks: landSecurityChecks,
  registerFigures: landSecurityRegisterFigures,
  comparisons: landSecurityComparisons,
  funds: landSecurityFunds,
  runs: landSecurityRuns,
  reports: landSecurityReports,
  papers: landSecurityPapers,
  projections: landSecurityProjections,
  figures: landSecurityFigures,
}
