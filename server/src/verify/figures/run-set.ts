/** Runs the relations of one declared file, and names the figures that nobody knows. */
import type { Text } from '#kernel'
import { Problem, t } from '#kernel'
import { listedWords, same } from '../words.ts'
import type { Look, Outcome, Said } from './outcome.ts'
import { lookUp, named, nameOf } from './outcome.ts'
import * as bounds from './run-bounds.ts'
import * as lists from './run-lists.ts'
import * as plausible from './run-plausible.ts'
import { runRegister } from './run-registered.ts'
import * as sums from './run-sums.ts'
import type { Figure, Relation } from './shape.ts'

type Runnable = { figures: readonly Figure[]; relations: readonly Relation[] }

/**
 * Every relation with its verdict, the good ones too, in the order of the file; then VR-12 for each figure without a value.
 * A relation that names an unknown figure is the Problem `verify.noFigure`.
 */
export function runSet({ figures, relations }: Runnable): Outcome[] {
  const look = lookUp(figures)
  const compared = new Set(relations.flatMap((one) => (one.kind === 'register' ? [one.counted] : [])))
  return [
    ...relations.flatMap((relation) => outcomesOf(relation, look)),
    ...figures.filter(({ id }) => !compared.has(id)).flatMap(masked),
  ]
}

function outcomesOf(relation: Relation, look: Look): Outcome[] {
  return saidOf(relation, look).map(({ sub, figures, ...more }) => ({
    ...more,
    relation: sub === undefined ? relation.id : `${relation.id}.${sub}`,
    place: placeOf(figures, relation),
  }))
}

/** A share of nothing cannot be told; every other Problem is the file's. */
function saidOf(relation: Relation, look: Look): Said[] {
  try {
    return [runOne(relation, look)].flat()
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'number.divisionByZero') throw error
    return [
      {
        rule: 'VR-02',
        figures: [],
        verdict: 'bound-unknown',
        stated: same(relation.id),
        computed: t('底数是 0，算不出', 'The base is 0: it cannot be computed'),
        difference: null,
      },
    ]
  }
}

type Runner<K extends Relation['kind']> = (
  relation: Extract<Relation, { kind: K }>,
  look: Look,
) => Said | Said[]

const runners: { [K in Relation['kind']]: Runner<K> } = {
  sum: sums.runSum,
  product: sums.runProduct,
  maybeWithin: sums.runMaybeWithin,
  shares: sums.runShares,
  impliedBase: sums.runImpliedBase,
  shareTotal: sums.runShareTotal,
  same: sums.runSame,
  register: runRegister,
  bound: bounds.runBound,
  range: bounds.runRange,
  growth: bounds.runGrowth,
  allocation: sums.runAllocation,
  partOf: bounds.runPartOf,
  brackets: lists.runBrackets,
  cases: lists.runCases,
  term: lists.runTerm,
  stages: lists.runStages,
  monthDay: lists.runMonthDay,
  weekday: lists.runWeekday,
  limits: plausible.runLimits,
  outliers: plausible.runOutliers,
  density: plausible.runDensity,
  funded: plausible.runFunded,
  order: plausible.runOrder,
  crops: plausible.runCrops,
  count: lists.runCount,
  apart: lists.runApart,
  covered: lists.runCovered,
  largest: lists.runLargest,
  run: lists.runRun,
  sameWord: lists.runSameWord,
}

function runOne<K extends Relation['kind']>(
  relation: Extract<Relation, { kind: K }>,
  look: Look,
): Said | Said[] {
  const run = runners[relation.kind as K] // each runner stands under its own kind
  return run(relation, look)
}

function placeOf(figures: readonly Figure[], relation: Relation): Text {
  const places = new Map(
    figures.flatMap(({ place, en }) => (place ? [[place, t(place, en?.place ?? place)]] : [])),
  )
  if (places.size > 0) return listedWords([...places.values()])
  const [first] = figures
  return relation.note || !first ? same(relation.note || relation.id) : nameOf(first)
}

const uncounted = t('没有连着名册，没有算', 'Not counted: there is no register at hand')

/** VR-12 on a sheet: a figure that is not known. Of what stands beside another its relation tells. */
function masked(figure: Figure): Outcome[] {
  if (figure.value !== null) return []
  return [
    {
      rule: 'VR-12',
      relation: `unknown.${figure.id}`,
      verdict: figure.from ? 'bound-unknown' : 'masked-value',
      place: figure.place ? t(figure.place, figure.en?.place ?? figure.place) : nameOf(figure),
      stated: named(figure),
      computed: figure.from ? (figure.told ?? uncounted) : same(''),
      difference: null,
    },
  ]
}
