import { describe, expect, it } from 'vitest'
import { completedYears } from '#kernel'
import { countedOn, demoPeople, newIssuer } from './people.ts'
import { type DemoVillage, demoVillages } from './villages.ts'

const villages = demoVillages()
const total = (key: keyof DemoVillage) => villages.reduce((sum, village) => sum + Number(village[key]), 0)
const countOf = (wanted: (village: DemoVillage) => boolean) => villages.filter(wanted).length

describe('the demo villages reproduce catalogue 6.1', () => {
  it('has 65 villages in the land bands 15, 11, 14, 12, 13', () => {
    expect(villages).toHaveLength(65)
    const perPerson = villages.map(({ arableMu, population }) => arableMu / population)
    const between = (low: number, high: number) => perPerson.filter((mu) => mu >= low && mu < high).length
    expect(perPerson.filter((mu) => mu === 0)).toHaveLength(15)
    expect([between(1e-9, 0.2), between(0.2, 0.5), between(0.5, 1), between(1, 99)]).toEqual([11, 14, 12, 13])
  })

  it('adds up to 65,000 persons and 34,101 labour', () => {
    expect(total('population')).toBe(65_000)
    expect(total('labour')).toBe(34_101)
    expect([total('under20'), total('from20'), total('from40')]).toEqual([9_548, 10_912, 13_640])
    expect([total('farming'), total('employed'), total('selfEmployed'), total('jobless')]).toEqual([
      7_700, 12_800, 7_800, 4_400,
    ])
    expect(total('inVillage')).toBe(5_980)
  })

  it('has ages that add up to the labour of each village, but for the one person of the rounded total: one village short', () => {
    const short = villages.map(({ labour, under20, from20, from40 }) => labour - under20 - from20 - from40)
    expect(short.filter((n) => n !== 0)).toEqual([1])
  })

  it('has a steel park of 12 villages, 6,652 persons, 3,463 labour, 1.4 mu and more', () => {
    const park = villages.filter(({ full }) => full)
    expect(park).toHaveLength(12)
    expect(park.reduce((sum, { population }) => sum + population, 0)).toBe(6_652)
    expect(park.reduce((sum, { labour }) => sum + labour, 0)).toBe(3_463)
    expect(park.every(({ arableMu, population }) => arableMu / population >= 1.4)).toBe(true)
  })

  it('has 22 villages above 4,000 yuan, 14 below 3,000, 29 between, mean 3,878', () => {
    const incomes = villages.map(({ incomePerFarmer }) => incomePerFarmer)
    expect(countOf(({ incomePerFarmer }) => incomePerFarmer > 4_000)).toBe(22)
    expect(countOf(({ incomePerFarmer }) => incomePerFarmer < 3_000)).toBe(14)
    expect([Math.max(...incomes), Math.min(...incomes)]).toEqual([5_371, 2_700])
    const mean = villages.reduce((sum, v) => sum + v.incomePerFarmer * v.population, 0) / 65_000
    expect(Math.round(mean)).toBe(3_878)
  })
})

describe('the persons of the park', () => {
  const issuer = newIssuer()
  const people = villages.filter(({ full }) => full).flatMap((village) => demoPeople(village, issuer))
  it('are 6,652 with numbers of their own, 3,463 of working age', () => {
    expect(people).toHaveLength(6_652)
    expect(new Set(people.map(({ idNumber }) => idNumber)).size).toBe(6_652)
    const working = people.filter(({ birthDate, sex }) => {
      const age = completedYears(birthDate, countedOn)
      return age >= 16 && age < (sex === 'male' ? 60 : 55)
    })
    expect(working).toHaveLength(3_463)
  })

  it('are the same on every machine', () => {
    const again = demoPeople(villages.find(({ full }) => full) as DemoVillage, newIssuer())
    expect(again.slice(0, 3)).toEqual(people.slice(0, 3))
  })
})
