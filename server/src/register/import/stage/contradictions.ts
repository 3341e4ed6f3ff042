/** Values of one row that contradict each other. */
import { t } from '#kernel'
import type { Register } from '../../define.ts'
import type { SheetPlan } from '../mapping/target.ts'
import type { Draft } from './draft.ts'

/** What one value says about another (the birth date in an identity number) must agree with what the row says. */
export function addContradictions(
  { register, plan }: { register: Register; plan: SheetPlan },
  draft: Draft,
): void {
  const { fill, fields } = register
  if (!fill) return
  const { values } = draft
  const filled = fill(values)
  for (const name in filled) {
    const given = values[name]
    if (given === undefined) continue
    values[name] = undefined // what would the others say?
    const derived = fill(values)[name]
    values[name] = given
    const field = fields[name]
    if (!field || derived === undefined || derived === null || field.kind.compare(given, derived) === 0)
      continue
    const source = fields[register.identity[0] ?? '']?.label ?? t('别的栏', 'other columns')
    const [stated, computed] = [
      field.kind.format(given, field, 'zh'),
      field.kind.format(derived, field, 'zh'),
    ]
    const [statedEn, computedEn] = [
      field.kind.format(given, field, 'en'),
      field.kind.format(derived, field, 'en'),
    ]
    draft.issues.push({
      code: `contradiction:${name}`,
      level: 'doubt',
      field: name,
      ...columnFor(plan, name),
      proposals: [
        {
          field: name,
          value: computed,
          text: t(`照${source.zh}改为 ${computed}`, `Make it ${computedEn}, as ${source.en} says`),
        },
      ],
      text: t(
        `${field.label.zh}填的是 ${stated}，${source.zh}里是 ${computed}，两处不一样。请对照证件。`,
        `${field.label.en} is ${statedEn}, but ${source.en} says ${computedEn}. Compare with the card.`,
      ),
    })
  }
}

/** The column that means the field, for the place of a fault. */
export function columnFor(plan: SheetPlan, name: string): { column?: string } {
  const column = plan.columns.find(({ target }) => target === name)
  return column ? { column: column.letters } : {}
}
