/** The 65 villages of the demo county: invented, and adding up to the reported figures of catalogue 6.1. */
import { reported } from './figures.data.ts'
import { townships, villageNames } from './names.data.ts'
import { apportion, type Random, seeded } from './random.ts'

export type LandBand = keyof typeof reported.bands

export type DemoVillage = {
  code: string
  name: string
  township: string
  /** One of the twelve villages of the steel park: registered person by person. */
  full: boolean
  band: LandBand
  population: number
  labour: number
  arableMu: number
  /** Yuan per farmer and year. */
  incomePerFarmer: number
  farming: number
  employed: number
  selfEmployed: number
  jobless: number
  /** Of the employed, those with work in their own village. */
  inVillage: number
  under20: number
  from20: number
  from40: number
}

const parkNames = new Set(['石桥村', '柳溪村', ...(villageNames[4] ?? [])])

/** All villages in code order. The same on every machine: the seed is fixed. */
export function demoVillages(): DemoVillage[] {
  const random = seeded(990101)
  const places = townships.flatMap((township, t) =>
    (villageNames[t] ?? []).map((name, v) => ({
      code: `${township.code}${201 + v}`,
      name,
      township: township.code,
      full: parkNames.has(name),
    })),
  )
  const bands = bandsFor(places)
  const people = peopleFor(places, random)
  const incomes = incomesFor(people.map(({ population }) => population))
  const states = statesFor(people.map(({ labour }) => labour))
  return places.map((place, at) => ({
    ...place,
    ...one(people, at),
    ...one(states, at),
    band: one(bands, at),
    arableMu: arableFor(one(bands, at), one(people, at).population, place.full, at),
    incomePerFarmer: one(incomes, at),
  }))
}

function one<T>(list: readonly T[], at: number): T {
  const value = list[at]
  if (value === undefined) throw new RangeError(`no element ${at}`)
  return value
}

type Place = { township: string; full: boolean }

/** Park villages have land; the landless ones are in town first (LS-02). */
function bandsFor(places: readonly Place[]): LandBand[] {
  const { landless, under02, from02, from05, from1 } = reported.bands
  const rest: LandBand[] = [
    ...Array<LandBand>(landless).fill('landless'),
    ...Array<LandBand>(under02).fill('under02'),
    ...Array<LandBand>(from02).fill('from02'),
    ...Array<LandBand>(from05).fill('from05'),
    ...Array<LandBand>(from1 - reported.steelPark.villages).fill('from1'),
  ]
  let next = 0
  return places.map(({ full }) => (full ? 'from1' : one(rest, next++)))
}

/** Population and labour: the park's totals over its 12 villages, the rest over the other 53. */
function peopleFor(places: readonly Place[], random: Random): { population: number; labour: number }[] {
  const weights = places.map(() => 70 + random.below(61))
  const share = (total: number, park: boolean) =>
    apportion(
      total,
      weights.map((weight, at) => (one(places, at).full === park ? weight : 0)),
    )
  const { steelPark, ruralPopulation, ruralLabour } = reported
  const inPark = share(steelPark.population, true)
  const outside = share(ruralPopulation - steelPark.population, false)
  const parkLabour = share(steelPark.labour, true)
  const otherLabour = share(ruralLabour - steelPark.labour, false)
  return places.map((_, at) => ({
    population: one(inPark, at) + one(outside, at),
    labour: one(parkLabour, at) + one(otherLabour, at),
  }))
}

/** Mu of arable land, inside the village's band (catalogue LS-02, AMB-02). */
function arableFor(band: LandBand, population: number, park: boolean, at: number): number {
  const perPerson = {
    landless: 0,
    under02: 0.1 + (at % 8) / 100,
    from02: 0.25 + (at % 20) / 100,
    from05: 0.55 + (at % 40) / 100,
    from1: park ? reported.steelPark.muPerPerson + (at % 3) / 10 : 1.1,
  }[band]
  return Math.ceil(population * perPerson)
}

/** 22 villages above 4,000 (one at 5,371), 14 below 3,000 (one at 2,700), 29 between; weighted mean 3,878. */
function incomesFor(populations: readonly number[]): number[] {
  const { above4000, below3000, highest, lowest } = reported.income
  const count = populations.length
  const order = populations.map((_, at) => (at * 37) % count)
  const incomes = order.map((rank) => {
    if (rank === 0) return highest
    if (rank < above4000) return 4_050 + rank * 35
    if (rank >= count - below3000) return rank === count - 1 ? lowest : 2_950 - (rank % 9) * 20
    return 3_900 - (rank - above4000) * 20
  })
  return towardsMean(incomes, populations)
}

/** Moves villages one yuan at a time inside their own income class until the weighted mean rounds to the reported one. */
function towardsMean(incomes: number[], populations: readonly number[]): number[] {
  const people = populations.reduce((a, b) => a + b, 0)
  const mean = () => incomes.reduce((sum, income, at) => sum + income * one(populations, at), 0) / people
  for (let turn = 0; Math.round(mean()) !== reported.incomePerFarmer; turn++) {
    if (turn > 200_000) throw new RangeError('incomes cannot reach the reported mean')
    const at = turn % incomes.length
    const moved = one(incomes, at) + (mean() < reported.incomePerFarmer ? 1 : -1)
    if (sameClass(one(incomes, at), moved)) incomes[at] = moved
  }
  return incomes
}

function sameClass(from: number, to: number): boolean {
  if (from === reported.income.highest || from === reported.income.lowest) return false
  const low = to > reported.income.lowest && to < 3_000
  const middle = to >= 3_000 && to <= 4_000
  const high = to > 4_000 && to < reported.income.highest
  return from < 3_000 ? low : from <= 4_000 ? middle : high
}

function statesFor(labour: readonly number[]) {
  const parts = (total: number) => apportion(total, labour)
  const { farming, employed, selfEmployed, jobless } = reported.labour
  const columns = {
    farming: parts(farming),
    employed: parts(employed),
    selfEmployed: parts(selfEmployed),
    jobless: parts(jobless),
    inVillage: parts(reported.inVillage),
    ...agesFor(labour),
  }
  return labour.map((_, at) => ({
    farming: one(columns.farming, at),
    employed: one(columns.employed, at),
    selfEmployed: one(columns.selfEmployed, at),
    jobless: one(columns.jobless, at),
    inVillage: one(columns.inVillage, at),
    under20: one(columns.under20, at),
    from20: one(columns.from20, at),
    from40: one(columns.from40, at),
  }))
}

/** Ages of each village's labour; the rounded totals fall one short of it, and the last village carries that. */
function agesFor(labour: readonly number[]) {
  const under20 = apportion(reported.ages.under20, labour)
  const from20 = apportion(reported.ages.from20, labour)
  const short = reported.ruralLabour - reported.ages.under20 - reported.ages.from20 - reported.ages.from40
  const last = labour.length - 1
  const from40 = labour.map((all, at) => all - one(under20, at) - one(from20, at) - (at === last ? short : 0))
  return { under20, from20, from40 }
}
