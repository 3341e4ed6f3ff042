/** Figures that the survey source states for the end of 2019 (catalogue 6.1), carried over as reported; the villages below must add up to them. */

export const reported = {
  villages: 65,
  ruralPopulation: 65_000,
  ruralLabour: 34_101,
  steelPark: { villages: 12, population: 6_652, labour: 3_463, muPerPerson: 1.4 },
  bands: { landless: 15, under02: 11, from02: 14, from05: 12, from1: 13 },
  incomePerFarmer: 3_878,
  income: { above4000: 22, highest: 5_371, below3000: 14, lowest: 2_700 },
  /** Persons, from figures stated in units of ten thousand (0.77, 1.28, 0.78, 0.44); they do not reach the labour total (INC). */
  labour: { farming: 7_700, employed: 12_800, selfEmployed: 7_800, jobless: 4_400 },
  inVillage: 5_980,
  /** Rounded shares 28 / 32 / 40 % of the labour force. */
  ages: { under20: 9_548, from20: 10_912, from40: 13_640 },
  ruralIncomeYi: { total: '32.5', primary: '3.9', secondary: '18.1', tertiary: '10.5' },
  incomeByKind: { wages: 1_774, farming: 1_467, other: 636 },
} as const
