/** Whether the paths of a binding lead to values of the kinds that the policy asks for. Run once, at start. */
import type { ValueType } from '#expression'
import type { Binding, FactBinding } from './binding.ts'
import type { Policy } from './define.ts'
import type { FactSource, PathKind } from './port.ts'
import { policyProblems } from './problems.ts'

/** Throws `policy.binding`, which names the fact, its path and what was found there. */
export function checkBinding(policy: Policy, binding: Binding, source: FactSource): void {
  const kindAt = source.kindAt
  if (!kindAt) return
  for (const { name, path, type } of pathsOf(policy, binding)) {
    const found = kindAt(binding.subject, path)
    if (!fits(type, found))
      throw policyProblems.binding({
        policy: policy.id,
        why: `“${name}” ← ${path}: ${type.kind} / ${said(found)}`,
      })
  }
}

type Path = { readonly name: string; readonly path: string; readonly type: ValueType }

function pathsOf(policy: Policy, binding: Binding): readonly Path[] {
  const facts = Object.entries(binding.facts).flatMap(([name, b]) =>
    factPaths(name, b, policy.tree.facts[name]?.type),
  )
  const parameters = Object.entries(binding.parameters).flatMap(([name, b]) =>
    factPaths(name, b, policy.tree.parameters[name]?.type),
  )
  return [...facts, ...parameters]
}

function factPaths(name: string, binding: FactBinding, type: ValueType | undefined): readonly Path[] {
  if (binding.kind === 'field' && type) return [{ name, path: binding.path, type }]
  if (binding.kind !== 'list' || type?.kind !== 'list') return []
  return Object.entries(binding.fields).map(([field, { path }]) => ({
    name: `${name}.${field}`,
    path: `${binding.register}.${path}`,
    type: type.fields[field]?.type as ValueType,
  }))
}

/** A count of years or months stands in a register as a count. */
function fits(type: ValueType, found: PathKind): boolean {
  if (found.kind === 'choice' && type.kind === 'choice')
    return found.options.every((option) => Object.hasOwn(type.options, option))
  if (found.kind === 'quantity' && type.kind === 'quantity') return found.unit === type.unit
  if (found.kind === 'count') return type.kind === 'count' || type.kind === 'years' || type.kind === 'months'
  return found.kind === type.kind
}

function said(found: PathKind): string {
  if (found.kind === 'none') return found.why
  return found.kind === 'choice' ? `choice ${found.options.join('|')}` : found.kind
}
