/** Proves at start that the declared figures fit the registers: a figure of a field that is not there would be found by nobody. */
import { invariant } from '#kernel'
import type { Registry } from '#register'
import { askedBy, filterable } from '#register'
import type { Counted, RegisterFigure } from './define.ts'

/** Names that are not there, a share of shares, a sum of what cannot be added: a mistake of the declaration. */
export function checkRegisterFigures(registry: Registry, figures: readonly RegisterFigure[]): void {
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  invariant(byId.size === figures.length, 'register figures have ids of their own')
  for (const { id, of } of figures) {
    if ('register' in of) checkCounted(registry, id, of)
    else
      for (const part of [of.part, of.whole]) {
        const found = byId.get(part)
        invariant(found && 'register' in found.of, `${id}: ${part} is counted in a register`)
      }
  }
}

function checkCounted(registry: Registry, id: string, { register: name, filter, measure }: Counted): void {
  const register = registry.get(name)
  for (const { register: asked, field, op } of askedBy(registry, register, filter))
    invariant(
      op === 'where' ||
        op === 'some' ||
        (op !== 'in' && filterable(asked, field)?.kind.operators.includes(op)),
      `${id}: ${asked.name}.${field} can be asked for ${op}`,
    )
  if ('different' in measure)
    invariant(filterable(register, measure.different), `${id}: ${name} has ${measure.different}`)
  if (!('sum' in measure)) return
  const field = register.fields[measure.sum]
  invariant(
    field && ['count', 'quantity', 'money'].includes(field.kind.fact(field)?.kind ?? ''),
    `${id}: ${name}.${measure.sum} can be added up exactly`,
  )
}
