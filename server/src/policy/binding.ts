/** Where a policy's facts come from: declared names of registers and fields, resolved and checked by `main`. A policy knows no register. */

import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Policy } from './define.ts'
import { policyProblems } from './problems.ts'

/**
 * A field: `from('birthDate')` of the subject itself, `from('landTake.takenOn')` of the row that a reference names.
 * `empty: 'notApplicable'`: an empty cell means that the fact does not concern the subject (no day of death).
 */
export type FieldBinding = {
  readonly kind: 'field'
  readonly path: string
  readonly empty: 'unknown' | 'notApplicable'
}
/** Child rows of the subject as records: fact field -> register field (`validFrom`, `validTo` are fields too). */
export type ListBinding = {
  readonly kind: 'list'
  readonly register: string
  readonly fields: Readonly<Record<string, FieldBinding>>
}
/** The day for which the decision is made. */
export type DayBinding = { readonly kind: 'day' }
/** Another policy's result for the same subject, decided on the same day: category of a pension. */
export type ResultBinding = { readonly kind: 'result'; readonly policy: string; readonly result: string }
/** A value that does not depend on the subject, in wire form. */
export type ConstantBinding = { readonly kind: 'constant'; readonly value: unknown; readonly why: Text }
export type FactBinding = FieldBinding | ListBinding | DayBinding | ResultBinding | ConstantBinding

export type Binding = {
  readonly policy: string
  /** The register whose rows are decided: `person`. */
  readonly subject: string
  readonly facts: Readonly<Record<string, FactBinding>>
  /** Parameters that the subject's own papers may fix, such as the shares of a project; an empty cell leaves the county's value. */
  readonly parameters: Readonly<Record<string, FieldBinding>>
  /** Decided only in an act that brings what the registers lack: no entitlement of the row, so not shown among them. */
  readonly inActOnly: boolean
  /** The register of households, and the path to the id of the subject's; absent: the subject belongs to none. */
  readonly household?: { readonly register: string; readonly path: FieldBinding }
}

export function from(path: string, more: { empty?: 'unknown' | 'notApplicable' } = {}): FieldBinding {
  return { kind: 'field', path, empty: more.empty ?? 'unknown' }
}

export function list(register: string, fields: Readonly<Record<string, string | FieldBinding>>): ListBinding {
  const entries = Object.entries(fields).map(([name, field]) => [
    name,
    typeof field === 'string' ? from(field) : field,
  ])
  return { kind: 'list', register, fields: Object.fromEntries(entries) }
}

export function dayOfDecision(): DayBinding {
  return { kind: 'day' }
}

export function resultOf(policy: Policy, result: string): ResultBinding {
  return { kind: 'result', policy: policy.id, result }
}

/** The same binding, with the way to the household of its subject: `inHousehold(binding, { register: 'household', path: 'person.household' })`. */
export function inHousehold(binding: Binding, way: { register: string; path: string }): Binding {
  return { ...binding, household: { register: way.register, path: from(`${way.path}.id`) } }
}

export function constant(value: unknown, why: Text = t('固定值', 'fixed value')): ConstantBinding {
  return { kind: 'constant', value, why }
}

/** A fact that the binding leaves out must be given by who asks. A misspelt fact does not compile. */
export function defineBinding<Fact extends string>(given: {
  policy: Policy<Fact>
  subject: string
  facts: { readonly [F in Fact]?: FactBinding }
  parameters?: Readonly<Record<string, FieldBinding>>
  inActOnly?: boolean
}): Binding {
  const { policy, subject, parameters = {}, inActOnly = false } = given
  const facts = given.facts as Readonly<Record<string, FactBinding>> // `as`: an absent key is not there
  for (const [name, binding] of Object.entries(facts)) checkShape(policy, name, binding)
  const strange = Object.keys(parameters).find((key) => !Object.hasOwn(policy.parameters, key))
  if (strange) throw policyProblems.binding({ policy: policy.id, why: `“${strange}”` })
  return { policy: policy.id, subject, facts, parameters, inActOnly }
}

/** A list is bound to a list of the same fields. */
function checkShape(policy: Policy, name: string, binding: FactBinding): void {
  const type = policy.tree.facts[name]?.type
  if (!type) throw policyProblems.binding({ policy: policy.id, why: `“${name}”` })
  if (binding.kind !== 'list' && type.kind !== 'list') return
  const wanted = type.kind === 'list' ? Object.keys(type.fields).sort().join() : ''
  const bound = binding.kind === 'list' ? Object.keys(binding.fields).sort().join() : ''
  if (wanted !== bound)
    throw policyProblems.binding({ policy: policy.id, why: `“${name}”: ${wanted} / ${bound}` })
}
