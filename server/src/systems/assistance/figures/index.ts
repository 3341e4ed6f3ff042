/** Declared figures of this system's documents. */
import { districtPlan, pairingPlan } from './district-plans.data.ts'
import { doubleToPlan, industryPlan, residentTeam } from './village-plans.data.ts'
import { villageProjects } from './village-projects.data.ts'

export const assistanceFigures = [
  industryPlan,
  doubleToPlan,
  residentTeam,
  districtPlan,
  villageProjects,
  pairingPlan,
] as const
