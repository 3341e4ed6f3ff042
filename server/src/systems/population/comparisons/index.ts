/** Lists of other offices that are laid beside the registers of persons. */
import { deaths } from './deaths.ts'
import { dibao } from './dibao.ts'

export const populationComparisons = [deaths, dibao] as const
