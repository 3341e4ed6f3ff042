/** Values that matter to a policy: those of its examples, its tree, its parameters, and what lies beside them. */
import type { ValueType } from '#expression'
import { nodesOf } from '#expression'
import type { Policy } from '../define.ts'
import { neighbours } from './values.ts'

/** Wire forms by name of fact (fields by path) and by kind of value. */
export type Pool = {
  named(path: string): readonly unknown[]
  of(type: ValueType): readonly unknown[]
}

export function poolOf(policy: Policy): Pool {
  const byName = new Map<string, unknown[]>()
  const byKind = new Map<string, unknown[]>()
  const take = (type: ValueType, wire: unknown, path?: string): void => {
    if (!isPlain(wire, type)) return
    const all = [wire, ...neighbours(wire, type)]
    push(byKind, kindOf(type), all)
    if (path !== undefined) push(byName, path, all)
  }
  for (const { given } of policy.examples) takeFacts(policy, given, take)
  for (const node of nodesOf(policy.tree)) if (node.kind === 'literal') take(node.of, node.wire)
  take({ kind: 'day' }, policy.effective.from)
  for (const { type, values } of Object.values(policy.parameters))
    for (const { value, from } of values) {
      take({ kind: 'day' }, from)
      for (const wire of cellsOf(value)) take(type, wire)
    }
  return { named: (path) => byName.get(path) ?? [], of: (type) => byKind.get(kindOf(type)) ?? [] }
}

type Take = (type: ValueType, wire: unknown, path: string) => void

function takeFacts(policy: Policy, given: Readonly<Record<string, unknown>>, take: Take): void {
  for (const [name, { type }] of Object.entries(policy.tree.facts)) {
    if (type.kind !== 'list') take(type, given[name], name)
    else if (Array.isArray(given[name])) for (const row of given[name]) takeRow(type.fields, row, name, take)
  }
}

function takeRow(
  fields: Readonly<Record<string, { readonly type: ValueType }>>,
  row: unknown,
  name: string,
  take: Take,
) {
  for (const [field, { type }] of Object.entries(fields))
    take(type, (row as Readonly<Record<string, unknown>> | null)?.[field], `${name}.${field}`)
}

/** The values of a parameter: one, or one a row. */
function cellsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.map((row) => (row as { value?: unknown }).value) : [value]
}

/** Known, and in the form of its kind. */
function isPlain(wire: unknown, type: ValueType): boolean {
  if (typeof wire !== 'object') return wire !== undefined
  return wire !== null && type.kind === 'quantity' && 'value' in wire
}

function kindOf(type: ValueType): string {
  if (type.kind === 'choice') return `choice ${Object.keys(type.options).sort().join(' ')}`
  return type.kind === 'quantity' ? `quantity ${type.unit}` : type.kind
}

function push(map: Map<string, unknown[]>, key: string, values: readonly unknown[]): void {
  const list = map.get(key)
  if (list) list.push(...values)
  else map.set(key, [...values])
}
