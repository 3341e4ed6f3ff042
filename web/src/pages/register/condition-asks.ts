// What a condition can ask: the fields of a row, of the row that it points to, of the rows that point to it.
import type { FieldMeta, RegisterMeta } from '../../app/meta.ts'
import { type Text, t } from '../../app/text.tsx'
import { type Condition, isOp, type Op, type PlainCondition } from './condition.ts'
import { fieldsOf } from './use-register.ts'

/** `group`: by what way; null for the row itself. `around` puts a condition on the field into one on the row. */
export type Asked = {
  key: string
  label: Text
  group: Text | null
  field: FieldMeta
  around: (one: PlainCondition) => Condition
}

/** Pure: one step from the register, no further. */
export function asksOf(register: RegisterMeta, registers: readonly RegisterMeta[]): Asked[] {
  return [
    ...askedOf(register).map(
      (field): Asked => ({ key: field.name, label: field.label, group: null, field, around: (one) => one }),
    ),
    ...waysOf(register, registers).flatMap(({ key, group, other, around }) =>
      askedOf(other).map(
        (field): Asked => ({
          key: `${key}.${field.name}`,
          label: t(`${group.zh}：${field.label.zh}`, `${group.en}: ${field.label.en}`),
          group,
          field,
          around: (one) => around([one]),
        }),
      ),
    ),
  ]
}

type Way = {
  key: string
  group: Text
  other: RegisterMeta
  around: (where: Condition[]) => Condition
}

function waysOf(register: RegisterMeta, registers: readonly RegisterMeta[]): Way[] {
  const found = (name: string | null | undefined) => registers.find((one) => one.name === name)
  const to = linksOf(register).flatMap(({ name, label, register: target }): Way[] => {
    const other = found(target)
    if (!other) return []
    const around = (where: Condition[]): Condition => ({ field: name, where })
    return [{ key: `where.${name}`, group: label, other, around }]
  })
  const from = registers.flatMap((other) =>
    linksOf(other)
      .filter((one) => one.register === register.name)
      .map(({ name: by }): Way => {
        const group = t(`有${other.label.zh}`, `Has ${other.label.en}`)
        const around = (where: Condition[]): Condition => ({ some: other.name, by, where })
        return { key: `some.${other.name}.${by}`, group, other, around }
      }),
  )
  return [...to, ...from]
}

type LinkField = Pick<FieldMeta, 'name' | 'label' | 'register'>

/** Fields that point to rows of a register, and the owner. */
function linksOf(register: RegisterMeta): LinkField[] {
  const owner = { name: 'ownerId', label: t('所属', 'Of'), register: register.owner }
  return [...(register.owner ? [owner] : []), ...register.fields.filter((field) => field.register)]
}

function askedOf(register: RegisterMeta): FieldMeta[] {
  return fieldsOf(register).filter((field) => operatorsOf(field).length > 0)
}

/** `in` wants a list and is for programs. */
export function operatorsOf(field: FieldMeta | undefined): readonly Op[] {
  return (field?.operators ?? []).filter(isOp).filter((op) => op !== 'in')
}
