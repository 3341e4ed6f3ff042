/** What a trial does to a county: who gains and who loses, what it costs, by township and by year of lookup. */
import type { Outcome, ResultColumn } from '#expression'
import { states } from '#expression'
import { fen } from '#kernel'
import type { Layer } from './layer.ts'

/** Each subject is in one of `up`, `down`, `same`, `open`; `open`: under the trial nobody can say. */
export type Tally = {
  readonly subjects: number
  readonly up: number
  readonly down: number
  readonly same: number
  readonly open: number
  /** With a result above 0 now and under the trial. */
  readonly entitled: readonly [now: number, trial: number]
  /** Sums of what is known: fen for money, else the number itself. */
  readonly sum: readonly [now: number, trial: number]
  /** Differences summed: of winners, of losers, and what those have now of whom nobody can say under the trial. */
  readonly gained: number
  readonly lost: number
  readonly leftOpen: number
  /** Of whom nothing is known now. */
  readonly openNow: number
}

export type Effect = {
  readonly total: Tally
  readonly townships: readonly (Tally & { readonly code: string })[]
  /** By the year whose parameters were looked up; null where that day is not known. */
  readonly years: readonly (Tally & { readonly year: number | null })[]
}

/** The two outcomes of a layer. */
export type Pair = { readonly layer: Layer; readonly now: Outcome; readonly trial: Outcome }

const [SUBJECTS, UP, DOWN, SAME, OPEN, ENTITLED, ENTITLED_TRIAL] = [0, 1, 2, 3, 4, 5, 6] as const
const [NOW, TRIAL, GAINED, LOST, LEFT_OPEN, OPEN_NOW, WIDTH] = [7, 8, 9, 10, 11, 12, 13] as const
const YEARS = 10_000

export type Reader = (i: number) => number

/** The amount of a result: not applicable is 0, what is not known is no number. */
export function amounts(outcome: Outcome, result: string): Reader {
  const { states: of, values, dens } = outcome.results[result] as ResultColumn
  const { status } = outcome
  return (i) => {
    const state = of[i] as number
    if (status[i] === states.problem) return Number.NaN
    if (state === states.notApplicable) return 0
    if (state !== states.known) return Number.NaN
    return dens ? (values[i] as number) / (dens[i] as number) : (values[i] as number)
  }
}

export const classes = { same: SAME, up: UP, down: DOWN, open: OPEN } as const

/** Which class a subject is in: an amount that was not known counts as nothing before it is known. */
export function classOf(now: number, trial: number): number {
  if (Number.isNaN(trial)) return OPEN
  const before = Number.isNaN(now) ? 0 : now
  return trial > before ? UP : trial < before ? DOWN : SAME
}

export function effectOf(pairs: readonly Pair[], result: string): Effect {
  const codes = [...new Set(pairs.flatMap(({ layer }) => layer.townships))].sort()
  const places = new Float64Array(codes.length * WIDTH)
  const years = new Float64Array(YEARS * WIDTH)
  for (const pair of pairs) addLayer(pair, result, { codes, places, years })
  const townships = codes
    .map((code, at) => ({ code, ...tallyAt(places, at) }))
    .filter(({ subjects }) => subjects > 0)
  const found = Array.from({ length: YEARS }, (_, year) => ({ year: year || null, ...tallyAt(years, year) }))
  return { total: totalOf(townships), townships, years: found.filter(({ subjects }) => subjects > 0) }
}

type Sums = { codes: readonly string[]; places: Float64Array; years: Float64Array }

function addLayer({ layer, now, trial }: Pair, result: string, { codes, places, years }: Sums): void {
  const { skipped, township } = layer
  const [before, after] = [amounts(now, result), amounts(trial, result)]
  const placeOf = Int32Array.from(layer.townships, (code) => codes.indexOf(code) * WIDTH)
  const { on } = trial
  for (let i = 0; i < trial.count; i++) {
    if (skipped[i] === 1) continue
    const [a, b] = [before(i), after(i)]
    addTo(places, placeOf[township[i] as number] as number, a, b)
    addTo(years, ((on[i] as number) >> 9) * WIDTH, a, b)
  }
}

/** Adds one subject to the sums that begin at `at`. */
function addTo(sums: Float64Array, at: number, a: number, b: number): void {
  const now = Number.isNaN(a) ? 0 : a
  const kind = classOf(a, b)
  add(sums, at + SUBJECTS, 1)
  add(sums, at + kind, 1)
  if (Number.isNaN(a)) add(sums, at + OPEN_NOW, 1)
  if (now > 0) add(sums, at + ENTITLED, 1)
  add(sums, at + NOW, now)
  if (kind === OPEN) {
    add(sums, at + LEFT_OPEN, now)
    return
  }
  if (b > 0) add(sums, at + ENTITLED_TRIAL, 1)
  add(sums, at + TRIAL, b)
  if (kind === UP) add(sums, at + GAINED, b - now)
  if (kind === DOWN) add(sums, at + LOST, now - b)
}

function add(sums: Float64Array, at: number, amount: number): void {
  sums[at] = (sums[at] as number) + amount
}

function tallyAt(sums: Float64Array, place: number): Tally {
  const at = (column: number) => sums[place * WIDTH + column] as number
  return {
    subjects: at(SUBJECTS),
    up: at(UP),
    down: at(DOWN),
    same: at(SAME),
    open: at(OPEN),
    entitled: [at(ENTITLED), at(ENTITLED_TRIAL)],
    sum: [safe(at(NOW)), safe(at(TRIAL))],
    gained: safe(at(GAINED)),
    lost: safe(at(LOST)),
    leftOpen: safe(at(LEFT_OPEN)),
    openNow: at(OPEN_NOW),
  }
}

/** A sum that cannot be told exactly is the Problem of `fen`, never a wrong figure. */
function safe(sum: number): number {
  return Number.isInteger(sum) ? fen(sum) : sum
}

function totalOf(parts: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => number) => safe(parts.reduce((total, tally) => total + of(tally), 0))
  return {
    subjects: sum((t) => t.subjects),
    up: sum((t) => t.up),
    down: sum((t) => t.down),
    same: sum((t) => t.same),
    open: sum((t) => t.open),
    entitled: [sum((t) => t.entitled[0]), sum((t) => t.entitled[1])],
    sum: [sum((t) => t.sum[0]), sum((t) => t.sum[1])],
    gained: sum((t) => t.gained),
    lost: sum((t) => t.lost),
    leftOpen: sum((t) => t.leftOpen),
    openNow: sum((t) => t.openNow),
  }
}
