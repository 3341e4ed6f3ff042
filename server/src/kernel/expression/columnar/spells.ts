/** Spells in columns: sorted, joined, measured in arrays laid aside for one subject. */
import type { LongestNode, MonthsCoveredNode, RunsNode } from '../node.ts'
import { codeOf, LAST_DAY, numberOfCode } from './day-code.ts'
import type { Emitter } from './emitter.ts'
import type { Walked } from './list.ts'
import { foldState, laidAside, listOf } from './list.ts'
import type { ColumnarRule } from './rule.ts'
import type { Slot } from './slot.ts'
import { absorbed, certain, may, scalar } from './slot.ts'

/** Locals of the spells of one list: where their ends stand, how many, what is open. */
type Spells = {
  readonly from: string
  readonly until: string
  readonly place: string
  readonly count: string
  readonly open: string
}

const LAST_MONTH = codeOf(9999, 12, 1)

type Names = { readonly from: string; readonly until: string }

/** Lays the spells aside in order of time; empty ones are left out, a reversed one is a problem (`withSpells`). */
function spellsOf(e: Emitter, list: Walked, names: Names): Spells {
  const ints = () => laidAside(e, (longest) => new Int32Array(longest))
  const spells = { from: ints(), until: ints(), place: ints(), count: e.variable('0'), open: e.variable('0') }
  const [j, at, reversed] = [e.name(), e.name(), e.variable('0')]
  e.line(
    `for (let ${j} = 0, end = ${list.s === '0' ? list.v : `${list.s} === 0 ? ${list.v} : 0`}; ${j} < end; ${j}++) {`,
  )
  e.line(`const ${at} = ${list.at(j)};`)
  const [from, until] = [list.source.field(names.from, at, e), list.source.field(names.until, at, e)]
  e.line(`if (${from.s} === 4) continue;`)
  e.line(`${spells.open} |= ${from.s} | (${until.s} & 3);`)
  e.line(`const until = ${until.s} === 4 ? ${LAST_DAY} : ${until.v};`)
  e.line(`if (until < ${from.v} && ${from.s} === 0 && ${until.s} !== 2) ${reversed} = 1;`)
  e.line(
    `if (until > ${from.v}) ${spells.count} = ${e.input('laySpell', () => laySpell)}(${spells.from}, ${spells.until}, ${spells.place}, ${spells.count}, ${from.v}, until, ${at});`,
  )
  e.line('}')
  e.line(`if (${spells.open} === 0 && ${reversed} === 1) ${spells.open} = 1;`)
  return spells
}

/** Puts a spell behind those that begin no later. Returns how many there are now. */
export function laySpell(
  froms: Int32Array,
  untils: Int32Array,
  places: Int32Array,
  count: number,
  from: number,
  until: number,
  place: number,
): number {
  let at = count
  for (; at > 0 && (froms[at - 1] as number) > from; at--) {
    froms[at] = froms[at - 1] as number
    untils[at] = untils[at - 1] as number
    places[at] = places[at - 1] as number
  }
  froms[at] = from
  untils[at] = until
  places[at] = place
  return count + 1
}

/** Joins spells at most num/den days apart, in place. Returns how many are left. */
export function joinSpells(
  froms: Int32Array,
  untils: Int32Array,
  count: number,
  num: number,
  den: number,
): number {
  let last = -1
  for (let k = 0; k < count; k++) {
    const [from, until] = [froms[k] as number, untils[k] as number]
    if (last >= 0 && near(untils[last] as number, from, num, den)) {
      if (until > (untils[last] as number)) untils[last] = until
      continue
    }
    last++
    froms[last] = from
    untils[last] = until
  }
  return last + 1
}

function near(until: number, from: number, num: number, den: number): boolean {
  if (from <= until && num >= 0) return true
  return (numberOfCode(from) - numberOfCode(until)) * den <= num
}

export const runsColumn: ColumnarRule<RunsNode> = {
  emit: (node, e) => {
    const [list, gap] = [listOf(e, node.list), e.slot(node.maxGap)]
    const spells = spellsOf(e, list, node)
    const count = e.variable(spells.count)
    const operands = absorbed(e, [list, gap])
    e.line(
      `if (${operands.s} === 0) ${count} = ${e.input('joinSpells', () => joinSpells)}(${spells.from}, ${spells.until}, ${spells.count}, ${gap.v}, ${gap.d});`,
    )
    const s = foldState(e, { ...list, s: operands.s }, spells.open)
    return {
      may: 15,
      s,
      v: count,
      d: '1',
      at: (j) => j,
      source: { name: `runs ${spells.from}`, field: (name, at, inner) => runField(inner, spells, name, at) },
    }
  },
}

function runField(e: Emitter, spells: Spells, name: string, at: string): Slot {
  if (name === 'from') return scalar(certain, e.constant(`${spells.from}[${at}]`))
  const until = e.constant(`${spells.until}[${at}]`)
  const s = e.constant(`${until} === ${LAST_DAY} ? 4 : 0`)
  return scalar({ may: may.known | may.notApplicable, s }, e.constant(`${s} === 4 ? 0 : ${until}`))
}

export const longestColumn: ColumnarRule<LongestNode> = {
  emit: (node, e) => {
    const list = listOf(e, node.list)
    const spells = spellsOf(e, list, node)
    const find = e.input('longestSpell', () => longestSpell)
    const place = e.constant(`${find}(${spells.from}, ${spells.until}, ${spells.place}, ${spells.count})`)
    const s = foldState(e, list, spells.open, `${place} < 0 ? 4 : 0`)
    return { may: 15, s, v: place, d: '1', source: list.source }
  },
}

/** Of equal ones the first; -1 of none. */
export function longestSpell(
  froms: Int32Array,
  untils: Int32Array,
  places: Int32Array,
  count: number,
): number {
  let [best, most] = [-1, 0]
  for (let k = 0; k < count; k++) {
    const days = numberOfCode(untils[k] as number) - numberOfCode(froms[k] as number)
    if (days > most) [best, most] = [places[k] as number, days]
  }
  return best
}

export const monthsCoveredColumn: ColumnarRule<MonthsCoveredNode> = {
  emit: (node, e) => {
    const list = listOf(e, node.list)
    const [start, end] = [e.slot(node.start), e.slot(node.end)]
    const spells = spellsOf(e, list, node)
    const operands = absorbed(e, [list, start, end])
    // Behind the last month of the calendar there is none to measure it by.
    e.redoIf(`${operands.s} === 0 && ${end.v} >= ${LAST_MONTH}`)
    const measure = e.input('coveredMonths', () => coveredMonths)
    const whole = node.counting === 'whole' ? 1 : 0
    const v = e.constant(
      `${operands.s} === 0 ? ${measure}(${spells.from}, ${spells.until}, ${spells.count}, ${start.v}, ${end.v}, ${whole}) : 0`,
    )
    return scalar({ may: 15, s: foldState(e, { ...list, s: operands.s }, spells.open) }, v)
  },
}

/** Calendar months of [start, end) that the spells, once joined, cover wholly or touch. */
export function coveredMonths(
  froms: Int32Array,
  untils: Int32Array,
  count: number,
  start: number,
  end: number,
  whole: number,
): number {
  const runs = joinSpells(froms, untils, count, 0, 1)
  let [months, counted] = [0, -1]
  for (let k = 0; k < runs; k++) {
    const low = Math.max(froms[k] as number, start)
    const high = Math.min(untils[k] as number, end)
    if (low >= high) continue
    const first = Math.max(monthOf(low) + (whole === 1 && (low & 31) > 1 ? 1 : 0), counted + 1)
    const last = monthOf(high) - (whole === 1 || (high & 31) === 1 ? 1 : 0)
    if (last < first) continue
    months += last - first + 1
    counted = last
  }
  return months
}

/** Months since year 0. */
function monthOf(code: number): number {
  return (code >> 9) * 12 + ((code >> 5) & 15) - 1
}
