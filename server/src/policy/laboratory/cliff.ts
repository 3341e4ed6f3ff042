/** Who stands at an edge: a small step of one fact crosses a limit of the rule and changes the result. */
import type { Outcome } from '#expression'
import type { Text } from '#kernel'
import { spansOf } from '../county/spans.ts'
import type { ParameterBook } from '../lookup.ts'
import type { ChangedRow } from './changed.ts'
import type { LabCounty } from './county.ts'
import type { At, Edge } from './edge.ts'
import { atEdge, distances } from './edge.ts'
import type { Households } from './households.ts'
import { run } from './trial.ts'
import { wireAmount } from './wire-amount.ts'

/** A step in the measure of the fact: days; yuan × 100, that is fen; else whole units. */
const steps: Readonly<Record<string, number>> = {
  day: 30,
  money: 10_000,
  count: 1,
  months: 1,
  years: 1,
  number: 1,
}
/** Into how many spans a step is parted, to tell how far people are from the edge. */
const SPANS: Readonly<Record<string, number>> = { day: 6, money: 5 }

export type CliffAsk = {
  /** Only this fact and direction, with the persons. */
  readonly fact?: string | undefined
  readonly by?: number | undefined
  /** Days that a day is moved. */
  readonly days?: number | undefined
  readonly limit?: number | undefined
}

/** `by`: how far the fact was moved, negative: less or earlier. */
export type Cliff = {
  readonly fact: string
  readonly label: Text
  readonly kind: string
  readonly by: number
  readonly persons: number
  /** Households that these persons belong to; null where the subject of the rule has none. */
  readonly households: number | null
  /** Persons of whom no household is known. */
  readonly alone: number
  /** What their results would change by together, in wire form; null where nobody can say of one of them. */
  readonly difference: string | number | null
  /** How far from the edge, in the measure of the step (days, fen): persons by span. Told of the fullest edge, and of one asked for. */
  readonly near: readonly { readonly from: number; readonly to: number; readonly persons: number }[]
  readonly rows: readonly CliffRow[]
}

/** Persons of a household stand together, the nearest household first. */
export type CliffRow = Omit<ChangedRow, 'kind'> & {
  readonly household: number | null
  /** The least step of the fact that changes the result. */
  readonly distance: number
}

type Asked = CliffAsk & { readonly result: string; readonly households: Households | undefined }

/** Every edge at which somebody stands, the fullest first. `result` is compared, and the branches taken must differ. */
export function cliffsOf(county: LabCounty, book: ParameterBook, ask: Asked): readonly Cliff[] {
  const spans = spansOf(county.rule, book)
  const still = county.layers.map(({ columns }) => run(county, columns, { spans, into: undefined }))
  const spare: Outcome[] = []
  const found = movesOf(county, ask).flatMap((move) => {
    const edge: Edge = { county, spans, still, spare, move, result: ask.result }
    const at = atEdge(edge)
    return at.length > 0 ? [{ edge, at }] : []
  })
  return found
    .sort((a, b) => b.at.length - a.at.length)
    .map(({ edge, at }, place) => toldOf(edge, at, { ...ask, isFar: place > 0 }))
}

function movesOf({ rule }: LabCounty, { fact, by, days }: CliffAsk): Edge['move'][] {
  const all = Object.entries(rule.tree.facts).flatMap(([name, { type, label }]) => {
    const step = type.kind === 'day' && days !== undefined ? days : steps[type.kind]
    if (step === undefined || (fact !== undefined && fact !== name)) return []
    return [-step, step].map((one) => ({ fact: name, kind: type.kind, label, by: one }))
  })
  return by === undefined ? all : all.filter((move) => Math.sign(move.by) === Math.sign(by))
}

function toldOf(edge: Edge, at: readonly At[], { households, limit = 0, isFar }: Asked & { isFar: boolean }) {
  const write = wireAmount(edge.county.rule, edge.result)
  const homes = at.map(({ layer, i }) => households?.[layer]?.[i] ?? 0)
  const known = new Set(homes.filter((id) => id > 0))
  const far = isFar && limit === 0 ? [] : distances(edge, at)
  return {
    ...edge.move,
    persons: at.length,
    households: households ? known.size : null,
    alone: households ? homes.filter((id) => id === 0).length : 0,
    difference: write(at.reduce((sum, { now, then }) => sum + then - now, 0)),
    near: nearOf(edge.move, far),
    rows: limit === 0 ? [] : rowsOf(edge, at, { homes, far, limit }),
  }
}

function nearOf({ kind, by }: Edge['move'], far: readonly number[]): Cliff['near'] {
  const step = Math.abs(by)
  if (far.length === 0) return []
  const size = Math.ceil(step / Math.min(SPANS[kind] ?? 1, step))
  return Array.from({ length: Math.ceil(step / size) }, (_, k) => {
    const [from, to] = [k * size + 1, Math.min((k + 1) * size, step)]
    return { from, to, persons: far.filter((one) => one >= from && one <= to).length }
  })
}

type Told = { homes: readonly number[]; far: readonly number[]; limit: number }

function rowsOf({ county, result }: Edge, at: readonly At[], { homes, far, limit }: Told): CliffRow[] {
  const write = wireAmount(county.rule, result)
  const least = new Map<number, number>()
  for (const [k, home] of homes.entries())
    least.set(home, Math.min(least.get(home) ?? Number.POSITIVE_INFINITY, far[k] as number))
  /** Who has no household stands alone. */
  const rank = (k: number) => (homes[k] ? (least.get(homes[k]) as number) : (far[k] as number))
  const order = [...at.keys()].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (homes[a] as number) - (homes[b] as number) ||
      (far[a] as number) - (far[b] as number),
  )
  return order.slice(0, limit).map((k) => {
    const { layer, i, now, then } = at[k] as At
    const { ids, areas } = county.layers[layer] as LabCounty['layers'][number]
    return {
      id: ids[i] as number,
      area: areas[i] as string,
      household: homes[k] || null,
      distance: far[k] as number,
      now: write(now),
      trial: write(then),
      difference: write(then - now),
    }
  })
}
