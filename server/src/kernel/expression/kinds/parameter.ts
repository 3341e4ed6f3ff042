/** Parameters: one value, or a table with keys, already looked up for the day that the policy names. */
import { t } from '../../label.ts'
import type { ParameterNode } from '../node.ts'
import { agreed, known, lacking, na, unknown } from '../reading.ts'
import type { Known, ParameterRow, Reading, Value } from '../types.ts'
import type { KeyUse } from '../values/key.ts'
import { byRank, keyFits } from '../values/key.ts'
import { encodeReading } from '../wire.ts'
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
    const uses = node.keys.map(({ key, by }): KeyUse => ({ ...key, type: typeOf(by) }))
    const table = { node, uses, rows: found.rows }
    if (!open)
      return pick(
        table,
        keys.map((k) => (k as Known).value),
      )
    // A key that nobody has given: still known where every row that it could mean says the same.
    return agreed(possible(table, keys)) ?? open
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

type Table = { node: ParameterNode; uses: readonly KeyUse[]; rows: readonly ParameterRow[] }

function pick({ node, uses, rows }: Table, keys: readonly Value[]): Reading {
  const fitting = rows.filter((row) =>
    uses.every(({ name, match, type }, i) => keyFits(row.keys[name] ?? '', keys[i] as Value, type, match)),
  )
  const [best] = byRank(fitting, uses)
  return best ? known(best.value) : unknown([], [node.name])
}

/** All rows that open keys could mean: each option of an open choice; a band that is open cannot be listed, so it stays open. */
function possible(table: Table, keys: readonly Reading[]): readonly Reading[] {
  const choices = keys.map((key, i): readonly Value[] => {
    const { type, match } = table.uses[i] as KeyUse
    if (key.state === 'known') return [key.value]
    return type.kind === 'choice' && match === 'exact' ? Object.keys(type.options) : []
  })
  const combinations = choices.reduce<Value[][]>(
    (all, options) => all.flatMap((some) => options.map((o) => [...some, o])),
    [[]],
  )
  return combinations.map((some) => pick(table, some))
}
