/** 人口: areas, households, persons, villages, officials: the ground that every other system stands on. */
import { t } from '#kernel'
import type { System } from '../system.ts'
import { populationChecks } from './checks/index.ts'
import { populationComparisons } from './comparisons/index.ts'
import { populationEvents, populationSpells } from './events/index.ts'
import { populationImports } from './imports/index.ts'
import { populationRegisterFigures } from './register-figures/index.ts'
import { populationRegisters } from './registers/index.ts'
import { populationReports } from './reports/index.ts'
import { populationSamples } from './samples/index.ts'
import { populationPapers } from './samples/paper.ts'

export const population: System = {
  id: 'population',
  label: t('人口和村组', 'People and villages'),
  registers: populationRegisters,
  events: populationEvents,
  spells: populationSpells,
  imports: populationImports,
  checks: populationChecks,
  registerFigures: populationRegisterFigures,
  comparisons: populationComparisons,
  samples: populationSamples,
  reports: populationReports,
  papers: populationPapers,
}
