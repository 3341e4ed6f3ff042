/** What list and register say otherwise of the same. Unknown on the list says nothing; unknown here is a difference. */
import type { Ctx } from '#platform'
import type { Field } from '#register'
import { areaNames } from '#register'
import { sideRows } from './match-store.ts'
import type { Ground } from './room.ts'
import type { RowResult } from './row-store.ts'
import { cellsOf } from './side-store.ts'
import type { Side } from './sides.ts'
import type { ComparedRow, Differing } from './tables.ts'

type PairSide = { list: string; here: string; side: Side; at: number }

/** The class and the differences of rows whose target is known. More than one target waits for a person, unless many are meant. */
export async function judged(ctx: Ctx, ground: Ground, rows: readonly ComparedRow[]): Promise<RowResult[]> {
  const pairs = pairsOf(ground)
  const sides = pairs.map(({ side }) => side)
  const ids = rows.flatMap(({ targets }) => targets)
  const found = await sideRows(ctx, { register: ground.register, sides, ids })
  const places = await placesOf(ctx, ground, { rows, found: [...found.values()], pairs })
  return rows.map((row) => {
    const { id, targets } = row
    if (targets.length > 1 && !ground.kind.many) return severalOf(row)
    const differs = targets.flatMap((target) =>
      differing(ground, { row, now: found.get(target) ?? {}, pairs, places }),
    )
    const told = differs.filter((one, n) => differs.findIndex((other) => same(one, other)) === n)
    return { id, targets, candidates: [], differs: told, class: told.length > 0 ? 'differs' : 'same' }
  })
}

const same = (a: Differing, b: Differing) => a.list === b.list && a.now === b.now

function severalOf({ id, targets }: ComparedRow): RowResult {
  const reasons = [{ zh: '号码或键相同，不止一条', en: 'the same key, more than one' }]
  const candidates = targets.slice(0, 20).map((target) => ({ id: target, score: 100, reasons }))
  return { id, class: 'candidate', targets: [], differs: [], candidates }
}

function pairsOf({ kind, sideAt }: Ground): PairSide[] {
  return (kind.compare ?? []).map((pair, at) => ({ ...pair, side: sideAt(pair.here), at }))
}

type Beside = {
  row: ComparedRow
  now: Record<string, unknown>
  pairs: readonly PairSide[]
  places: ReadonlyMap<string, string>
}

function differing({ list }: Ground, { row, now, pairs, places }: Beside): Differing[] {
  return pairs.flatMap((pair) => {
    const field = list.fields[pair.list]
    const cells = row.encoded[pair.list]
    const there = field && cells ? field.kind.decode(cells) : null
    if (!field || there === null || there === undefined) return []
    const known = pair.side.field.kind.decode(cellsOf(now, pair.side, pair.at))
    if (known !== null && agrees(field, there, known)) return []
    const words = (one: Field, value: unknown) =>
      one.kind.place ? (places.get(String(value)) ?? String(value)) : one.kind.format(value, one, 'zh')
    return [
      {
        list: pair.list,
        here: pair.here,
        there: words(field, there),
        now: known === null ? null : words(pair.side.field, known),
      },
    ]
  })
}

/** A list names the village, the register the group. */
export function agrees(field: Field, there: unknown, known: unknown): boolean {
  if (field.kind.place) return String(known).startsWith(String(there))
  return field.kind.compare(there, known) === 0
}

async function placesOf(
  ctx: Ctx,
  { list }: Ground,
  given: {
    rows: readonly ComparedRow[]
    found: readonly Record<string, unknown>[]
    pairs: readonly PairSide[]
  },
): Promise<Map<string, string>> {
  const places = given.pairs.filter(({ list: name }) => list.fields[name]?.kind.place)
  const codes = places.flatMap(({ list: name, side, at }) => [
    ...given.rows.map(({ encoded }) => encoded[name]?.[0]),
    ...given.found.map((row) => cellsOf(row, side, at)[0]),
  ])
  return areaNames(
    ctx,
    codes.filter((code): code is string => typeof code === 'string'),
  )
}
