/** Who stands at an edge: a small step of one fact crosses a limit of the rule and changes the result. */
import type { Column, Outcome } from '#expression'
import { arrayFor, codeOfNumber, isListColumn, numberOfCode } from '#expression'
import type { Text } from '#kernel'
import { spansOf } from '../county/spans.ts'
import type { ParameterBook } from '../lookup.ts'
import type { ChangedRow } from './changed.ts'
import type { LabCounty } from './county.ts'
import { amounts } from './effect.ts'
import type { Layer } from './layer.ts'
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
  /** What their results would change by together, in wire form; null where nobody can say of one of them. */
  readonly difference: string | number | null
  readonly rows: readonly Omit<ChangedRow, 'kind'>[]
}

/** Every edge at which somebody stands, the fullest first. `result` is compared, and the branches taken must differ. */
export function cliffsOf(
  county: LabCounty,
  book: ParameterBook,
  ask: CliffAsk & { result: string },
): readonly Cliff[] {
  const spans = spansOf(county.rule, book)
  const still = county.layers.map(({ columns }) => run(county, columns, { spans, into: undefined }))
  return movesOf(county, ask)
    .map((move) => cliffAt(county, { spans, still, ask }, move))
    .filter(({ persons }) => persons > 0)
    .sort((a, b) => b.persons - a.persons)
}

type Move = { fact: string; kind: string; label: Text; by: number }

function movesOf({ rule }: LabCounty, { fact, by, days }: CliffAsk): Move[] {
  const all = Object.entries(rule.tree.facts).flatMap(([name, { type, label }]) => {
    const step = type.kind === 'day' && days !== undefined ? days : steps[type.kind]
    if (step === undefined || (fact !== undefined && fact !== name)) return []
    return [-step, step].map((one) => ({ fact: name, kind: type.kind, label, by: one }))
  })
  return by === undefined ? all : all.filter((move) => Math.sign(move.by) === Math.sign(by))
}

type Ground = {
  spans: ReturnType<typeof spansOf>
  still: readonly Outcome[]
  ask: CliffAsk & { result: string }
}

function cliffAt(county: LabCounty, { spans, still, ask }: Ground, move: Move): Cliff {
  const write = wireAmount(county.rule, ask.result)
  const rows: Omit<ChangedRow, 'kind'>[] = []
  let [persons, difference] = [0, 0]
  for (const [at, layer] of county.layers.entries()) {
    const before = still[at]
    const columns = moved(layer, move)
    if (!before || !columns) continue
    const after = run(county, columns, { spans, into: undefined })
    const [a, b] = [amounts(before, ask.result), amounts(after, ask.result)]
    for (const i of crossed(layer, before, after)) {
      if (a(i) === b(i) || (Number.isNaN(a(i)) && Number.isNaN(b(i)))) continue
      persons++
      difference += b(i) - a(i)
      if (rows.length < (ask.limit ?? 0))
        rows.push({
          id: layer.ids[i] as number,
          area: layer.areas[i] as string,
          now: write(a(i)),
          trial: write(b(i)),
          difference: write(b(i) - a(i)),
        })
    }
  }
  return { ...move, persons, difference: write(difference), rows }
}

/** Subjects that take other branches. */
function crossed({ skipped }: Layer, before: Outcome, after: Outcome): number[] {
  const { bits, bitWords, count } = before
  const found: number[] = []
  for (let i = 0; i < count; i++) {
    if (skipped[i] === 1) continue
    for (let k = i * bitWords; k < (i + 1) * bitWords; k++)
      if (bits[k] !== after.bits[k]) {
        found.push(i)
        break
      }
  }
  return found
}

/** The layer's columns with one fact moved; undefined where nobody has it. */
function moved({ columns }: Layer, { fact, kind, by }: Move): Layer['columns'] | undefined {
  const column = columns.facts[fact]
  if (!column || isListColumn(column)) return undefined
  return { ...columns, facts: { ...columns.facts, [fact]: { ...column, values: shifted(column, kind, by) } } }
}

function shifted({ values, dens }: Column, kind: string, by: number): Column['values'] {
  const next = arrayFor(kind === 'day' ? { kind: 'day' } : { kind: 'money' }, values.length)
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (kind === 'day') next[i] = value === 0 ? 0 : codeOfNumber(numberOfCode(value) + by) || value
    else next[i] = value + by * (dens?.[i] ?? 1)
  }
  return next
}
