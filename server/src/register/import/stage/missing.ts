/** What a row must say to be a new one. A row that means an entry of the register need not say it again. */
import { t } from '#kernel'
import type { Register } from '../../define.ts'
import type { Field } from '../../kinds/index.ts'
import type { SheetPlan } from '../mapping/target.ts'
import { columnFor } from './contradictions.ts'
import type { Draft } from './draft.ts'

const demanded = new WeakMap<Register, readonly [string, Field][]>()

/** The fields that a new row has to say itself; worked out once a register. */
export function demandedOf(register: Register): readonly [string, Field][] {
  const known = demanded.get(register)
  if (known) return known
  const made = Object.entries(register.fields).filter(
    ([, field]) => field.required && field.default === undefined,
  )
  demanded.set(register, made)
  return made
}

export function addMissing(
  { register, plan }: { register: Register; plan: SheetPlan | undefined },
  draft: Draft,
): void {
  for (const [name, field] of demandedOf(register)) {
    if (name in draft.values || name in draft.links) continue
    if (draft.issues.some((issue) => issue.field === name)) continue
    draft.issues.push({
      code: `missing:${name}`,
      level: 'wrong',
      field: name,
      ...(plan ? columnFor(plan, name) : {}),
      text: t(`没有“${field.label.zh}”，这一栏必须填。`, `"${field.label.en}" is empty and must be given.`),
    })
  }
}
