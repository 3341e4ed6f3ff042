/** Parameters: one value, or a table with keys, already looked up for the day that the policy names. */
import { t } from '../../label.ts'
import type { ParameterNode } from '../node.ts'
import { agreed, known, lacking, na, unknown } from '../reading.ts'
import type { Known, ParameterRow, Reading, ValueType } from '../types.ts'
import { encode, encodeReading } from '../wire.ts'
import type { KindRule, Line, Run } from './rule.ts'
import { joined } from './rule.ts'

export const parameterRule: KindRule<ParameterNode> = {
  parts: (node) => node.keys.map((k) => k.by),
  type: (node) => node.of,
  evaluate: (node, run, typeOf) => {
    const found = run.parameters[node.name]
    if (!found) return unknown([], [node.name])
    const keys = node.keys.map((k) => run(k.by))
    if (keys.some((k) => k.state === 'na')) return na
    const open = lacking(keys)
    if (found.state === 'unknown')
      return lacking([unknown(found.missing, found.missingParameters), ...keys]) ?? na
    const types = node.keys.map((k) => typeOf(k.by))
    if (!open)
      return pick(
        node,
        found.rows,
        keys.map((k, i) => String(encode((k as Known).value, types[i] as ValueType))),
      )
    // A key that nobody has given: still known where every row that it could mean says the same.
    return agreed(possible(node, { keys, types, rows: found.rows })) ?? open
  },
  words: (node, say) => {
    const by = joined(
      node.keys.map((k) => say(k.by)),
      '、',
      ', ',
    )
    return t(`按${by.zh} 查表`, `looked up by ${by.en}`)
  },
  line: (node, run) => ({ id: node.name, kind: 'parameter', label: node.label, ...origin(node, run) }),
}

/** The value that was looked up, with the day from which it holds and the clause that sets it. */
function origin(node: ParameterNode, run: Run): Partial<Line> {
  const found = run.parameters[node.name]
  if (found?.state !== 'known') return {}
  const { from, citation } = found
  const value = node.keys.length === 0 ? found.wire : encodeReading(run(node), node.of)
  return { citation, parameter: { key: node.name, value, from, citation } }
}

function pick(node: ParameterNode, rows: readonly ParameterRow[], keys: readonly string[]): Reading {
  const fitting = rows.filter((row) =>
    node.keys.every(({ key }, i) => fits(row.keys[key.name] ?? '', keys[i] ?? '', key.match)),
  )
  const [best] = [...fitting].sort((a, b) => rank(node, b).localeCompare(rank(node, a)))
  return best ? known(best.value) : unknown([], [node.name])
}

function fits(row: string, key: string, match: 'exact' | 'from'): boolean {
  return match === 'exact' ? row === key : row <= key
}

function rank(node: ParameterNode, row: ParameterRow): string {
  return node.keys.map(({ key }) => (key.match === 'from' ? (row.keys[key.name] ?? '') : '')).join('|')
}

/** All rows that open keys could mean: each option of an open choice; a band that is open cannot be listed, so it stays open. */
function possible(
  node: ParameterNode,
  given: { keys: readonly Reading[]; types: readonly ValueType[]; rows: readonly ParameterRow[] },
): readonly Reading[] {
  const choices = given.keys.map((key, i): readonly string[] => {
    const type = given.types[i] as ValueType
    if (key.state === 'known') return [String(encode(key.value, type))]
    return type.kind === 'choice' && node.keys[i]?.key.match === 'exact' ? Object.keys(type.options) : []
  })
  const combinations = choices.reduce<string[][]>(
    (all, options) => all.flatMap((keys) => options.map((o) => [...keys, o])),
    [[]],
  )
  return combinations.map((keys) => pick(node, given.rows, keys))
}
