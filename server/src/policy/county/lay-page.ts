/** Facts of a page laid out for the kernel, and what is wrong with them. */
import type { Column, Columns, Kernel, ListColumn, Outcome, Tree, ValueType } from '#expression'
import { codeOfDay, isListColumn, layWire, states } from '#expression'
import type { Policy } from '../define.ts'
import type { FactColumns } from '../port.ts'
import type { PageFacts } from './page.ts'

export function layPage(tree: Tree, facts: PageFacts, { words }: Kernel): Columns {
  const entries = Object.entries(tree.facts).flatMap(([name, { type }]): [string, Column | ListColumn][] => {
    const list = facts.lists[name]
    if (list && type.kind === 'list') return [[name, layRecords(list, type.fields, { words, name })]]
    const cells = facts.cells[name]
    return cells ? [[name, layWire(cells, type, { words, name })]] : []
  })
  const own = Object.entries(facts.parameters).map(([key, cells]) => [
    key,
    layWire(cells, tree.parameters[key]?.type as ValueType, { words, name: key }),
  ])
  return {
    count: facts.ids.length,
    words,
    facts: Object.fromEntries(entries),
    parameters: Object.fromEntries(own),
  }
}

function layRecords(
  { offsets, fields }: FactColumns['lists'][string],
  types: (ValueType & { kind: 'list' })['fields'],
  { words, name }: { words: Kernel['words']; name: string },
): ListColumn {
  const columns = Object.entries(types).flatMap(([field, { type }]) => {
    const cells = fields[field]
    return cells ? [[field, layWire(cells, type, { words, name: `${name}[].${field}` })] as const] : []
  })
  return { offsets, fields: Object.fromEntries(columns) }
}

/** A cell of a wrong form, and a day on which the policy is not in force, are problems of the subject (as in `assess`). */
export function settle(policy: Policy, { facts, count }: Columns, { status, on }: Outcome): void {
  for (const column of Object.values(facts)) {
    if (!isListColumn(column)) for (const i of column.findings?.keys() ?? []) status[i] = states.problem
    else markRecords(column, status)
  }
  const first = codeOfDay(policy.effective.from)
  const end =
    policy.effective.until === undefined ? Number.POSITIVE_INFINITY : codeOfDay(policy.effective.until)
  for (let i = 0; i < count; i++) {
    const day = on[i] as number
    if (day !== 0 && (day < first || day >= end)) status[i] = states.problem
  }
}

function markRecords({ offsets, fields }: ListColumn, status: Uint8Array): void {
  const flawed = Object.values(fields).flatMap(({ findings }) => [...(findings?.keys() ?? [])])
  for (const at of flawed) status[offsets.findLastIndex((first) => first <= at)] = states.problem
}
