/** Rows to be kept of a page that was decided: what many subjects share is written once a page. */
import type { Outcome, Wire } from '#expression'
import { dayOfCode, encodeReading, readingAt, states } from '#expression'
import type { Fen } from '#kernel'
import { yuanText } from '#kernel'
import { sha256, sortedJson } from '../hash.ts'
import type { Cells } from './groups.ts'
import { groupsOf } from './groups.ts'
import type { Page } from './page.ts'
import type { PageRows, Shared } from './page-store.ts'

const words = { [states.known]: 'known', [states.problem]: 'problem', [states.unknown]: 'unknown' } as const

/** Rows of all subjects of a page but those that are decided one by one. */
export function rowsOf(page: Page): PageRows {
  const { facts } = page
  const count = facts.ids.length
  const areas = groupsOf(count, [(i) => facts.areas[i]])
  const outcomes = groupsOf(count, cellsOf(page))
  const digested = objectOf(factsOf(page))
  const places = facts.ids.map((_, i) => i).filter((i) => !facts.apart.has(i))
  const shared = sharedOf(page)
  return {
    subjectId: places.map((i) => facts.ids[i] as number),
    areaAt: places.map((i) => areas.of[i] as number),
    outcomeAt: places.map((i) => outcomes.of[i] as number),
    factsDigest: places.map((i) => sha256(digested(i))),
    areas: areas.first.map((i) => facts.areas[i] as string),
    outcomes: outcomes.first.map(shared),
  }
}

/** All that what is kept of a subject is written from, but for its number, area and facts. */
function cellsOf({ facts, outcome }: Page): readonly Cells[] {
  const { bits, bitWords, on, status } = outcome
  const results = Object.values(outcome.results).flatMap(({ states: of, values, dens }): Cells[] => {
    const value: Cells = (i) => (of[i] === states.known ? values[i] : undefined)
    return [(i) => of[i], value, ...(dens ? [(i: number) => dens[i]] : [])]
  })
  const branches = Array.from(
    { length: bitWords },
    (_, word): Cells =>
      (i) =>
        bits[i * bitWords + word],
  )
  const given = [...Object.values(facts.stated), ...Object.values(facts.parameters)]
  return [
    (i) => on[i],
    (i) => status[i],
    ...results,
    ...branches,
    ...given.map(
      (cells): Cells =>
        (i) =>
          cells[i],
    ),
  ]
}

function sharedOf(page: Page): (i: number) => Shared {
  const { outcome, kernel } = page
  const parts = Object.entries(outcome.results).map(([name, column]) => ({
    name,
    json: jsonOf(column, page),
  }))
  const [result, given] = [objectOf(parts), givenOf(page)]
  return (i) => ({
    onDay: outcome.on[i] === 0 ? null : dayOfCode(outcome.on[i] as number),
    status: words[outcome.status[i] as 0 | 1 | 2],
    result: result(i),
    branches: kernel.branches(outcome, i),
    given: given(i),
  })
}

/** So many different values are remembered; most columns have few. */
const MOST_REMEMBERED = 4096

/** Equal keys are computed once. */
function remembered<K, V>(keyOf: (i: number) => K, compute: (i: number) => V): (i: number) => V {
  const seen = new Map<K, V>()
  return (i) => {
    const key = keyOf(i)
    const known = seen.get(key)
    if (known !== undefined) return known
    const value = compute(i)
    if (seen.size < MOST_REMEMBERED) seen.set(key, value)
    return value
  }
}

/** A value of each subject as JSON; undefined where the object is to leave it out. */
type Part = { readonly name: string; readonly json: (i: number) => string | undefined }

/** Objects as text: written once a name, not once a subject. */
function objectOf(parts: readonly Part[]): (i: number) => string {
  const named = parts.map(({ name, json }) => ({ key: `${JSON.stringify(name)}:`, json }))
  return (i) => {
    let text = ''
    for (const { key, json } of named) {
      const value = json(i)
      if (value !== undefined) text += text === '' ? key + value : `,${key}${value}`
    }
    return `{${text}}`
  }
}

/** A result as the wire carries it, as text. */
function jsonOf(column: Outcome['results'][string], { kernel }: Page): (i: number) => string {
  const { type, states: of, values } = column
  const text =
    type.kind === 'money'
      ? remembered(
          (i) => values[i] as number,
          (i) => `"${yuanText(values[i] as number as Fen)}"`,
        )
      : (i: number) => JSON.stringify(encodeReading(readingAt(column, i, kernel.words), type))
  return (i) => {
    if (of[i] === states.notApplicable) return '{"applicable":false}'
    return of[i] === states.known ? text(i) : 'null'
  }
}

/** What cannot be read again: other policies' results, the day, parameters that the subject's papers fix. */
function givenOf({ facts }: Page): (i: number) => string {
  const stated = Object.entries(facts.stated).map(([name, cells]) => ({
    name,
    json: remembered(
      (i) => cells[i],
      (i) => JSON.stringify(cells[i]),
    ),
  }))
  const own = Object.entries(facts.parameters).map(([name, cells]) => ({
    name,
    json: (i: number) => (cells[i] === null || isAbsent(cells[i]) ? undefined : JSON.stringify(cells[i])),
  }))
  const [ofFacts, ofParameters] = [objectOf(stated), objectOf(own)]
  return (i) => `{"facts":${ofFacts(i)},"parameters":${ofParameters(i)}}`
}

function isAbsent(wire: unknown): boolean {
  return typeof wire === 'object' && wire !== null && 'applicable' in wire
}

/** The facts as `gather` digests them: sorted JSON by name. */
function factsOf({ facts: { cells, lists } }: Page): readonly Part[] {
  const names = [...Object.keys(cells), ...Object.keys(lists)].sort((a, b) => (a < b ? -1 : 1))
  return names.map((name) => {
    const [list, column] = [lists[name], cells[name] ?? []]
    if (list) return { name, json: (i: number) => sortedJson(recordsAt(list, i)) }
    const json = remembered(
      (i) => column[i],
      (i) => sortedJson(column[i] ?? null),
    )
    return { name, json }
  })
}

function recordsAt({ offsets, fields }: Page['facts']['lists'][string], i: number): readonly Wire[] {
  const [first, end] = [offsets[i] as number, offsets[i + 1] as number]
  return Array.from({ length: end - first }, (_, j) =>
    Object.fromEntries(Object.entries(fields).map(([name, cells]) => [name, cells[first + j] as Wire])),
  )
}
