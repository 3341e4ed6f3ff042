// One value of a row as it is shown anywhere: hidden, not known, or by its kind.
import type { FieldMeta } from '../app/meta.ts'
import { type Text, t, useText } from '../app/text.tsx'
import type { Kinds } from '../parts/kind.ts'
import { MaskedText } from '../parts/masked-text.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import { kinds } from './index.ts'

/** A row as `register.list` and `register.get` give it. */
export type RegisterRow = {
  id: number
  version: number
  area: string
  areaName: string
  title: string
  values: Record<string, unknown>
  shown: Record<string, string>
  masked: string[]
  raw: Record<string, string>
  ownerId?: number
  ownerTitle?: string
  validFrom?: string
  validTo?: string | null
  updatedAt: string
  updatedBy: number
}

type FieldValueProps = {
  field: FieldMeta
  row: RegisterRow
  register: string
  reveal?: boolean
  quiet?: boolean
}

/** `reveal`: offers 显示 for a hidden number. `quiet`: an unknown value is an empty cell with the mark only read aloud. */
export function FieldValue({ field, row, register, reveal, quiet }: FieldValueProps) {
  const say = useText()
  const value = row.values[field.name]
  if (row.masked.includes(field.name)) {
    const place = { register, id: row.id, field: field.name }
    const text = typeof value === 'string' ? value : say(t('按权限不显示', 'Hidden from your role'))
    return <MaskedText text={text} reveal={reveal ? place : undefined} />
  }
  if (value === null || value === undefined) return <Unknown raw={row.raw[field.name]} quiet={quiet} />
  const all: Kinds = kinds
  const Cell = all[field.kind]?.Cell
  return Cell ? <Cell value={value} field={field} row={row} /> : String(value)
}

function Unknown({ raw, quiet }: { raw?: string; quiet?: boolean }) {
  const say = useText()
  if (raw) return <StateMark mark="unknown" word={t(`不详（原写“${raw}”）`, `unknown (written “${raw}”)`)} />
  if (quiet) return <StateMark mark="unknown" wordHidden word={say(t('不详', 'unknown'))} />
  return <StateMark mark="unknown" />
}

/** Whether a column of this field stands to the right. */
export function isNumber(field: FieldMeta): boolean {
  const all: Kinds = kinds
  return all[field.kind]?.number ?? false
}

/** The unit of a field, money in yuan. */
export function unitWord(field: FieldMeta): Text | undefined {
  return field.kind === 'money' ? t('元', 'yuan') : (field.unit ?? undefined)
}

/** The head of a column: the label with its unit. */
export function headText(field: FieldMeta): Text {
  const unit = unitWord(field)
  return unit ? t(`${field.label.zh}（${unit.zh}）`, `${field.label.en} (${unit.en})`) : field.label
}
