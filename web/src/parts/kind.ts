// What one field kind brings to the window. `web/src/kinds/<kind>.tsx` gives these three; forms and tables use them.
import type { ComponentType } from 'react'
import type { FieldMeta } from '../app/meta.ts'
import type { Text } from '../app/text.tsx'

export type CellProps = { value: unknown; field: FieldMeta; row?: Record<string, unknown> }
export type InputProps = {
  value: unknown
  onChange: (value: unknown) => void
  field: FieldMeta
  id: string
  disabled?: boolean
  problem?: Text
}
export type FilterProps = { value: unknown; onChange: (value: unknown) => void; field: FieldMeta }

export type KindParts = {
  Cell: ComponentType<CellProps>
  Input: ComponentType<InputProps>
  Filter?: ComponentType<FilterProps>
  /** Figures stand to the right. */
  number?: boolean
}
export type Kinds = Readonly<Record<string, KindParts | undefined>>
