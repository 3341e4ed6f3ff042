/** What a row must say to be a new one. A row that means an entry of the register need not say it again. */
import { t } from '#kernel'
import type { Register } from '../../define.ts'
import type { SheetPlan } from '../mapping/target.ts'
import { columnFor } from './contradictions.ts'
import type { Draft } from './draft.ts'

export function addMissing(
  { register, plan }: { register: Register; plan: SheetPlan | undefined },
  draft: Draft,
): void {
  const told = new Set(draft.issues.map(({ field }) => field))
  for (const [name, field] of Object.entries(register.fields)) {
    const given = name in draft.values || name in draft.links || told.has(name)
    if (!field.required || field.default !== undefined || given) continue
    draft.issues.push({
      code: `missing:${name}`,
      level: 'wrong',
      field: name,
      ...(plan ? columnFor(plan, name) : {}),
      text: t(`没有“${field.label.zh}”，这一栏必须填。`, `"${field.label.en}" is empty and must be given.`),
    })
  }
}
