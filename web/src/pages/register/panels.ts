// What other rooms lay on a record's page: `pages/<room>/record-panels.tsx` exports `panels`. 待遇, 账户, 案件 come from there.
import type { ComponentType } from 'react'
import type { Meta, RegisterMeta } from '../../app/meta.ts'
import type { Text } from '../../app/text.tsx'
import type { RegisterRow } from '../../kinds/field-value.tsx'

export type PanelProps = {
  register: string
  id: number
  row: RegisterRow
  /** The day that the page is turned to; undefined = today. */
  on?: string
}

export type RecordPanel = {
  /** On the records of which registers it lies. */
  liesOn: (register: RegisterMeta, meta: Meta) => boolean
  key: string
  label: Text
  /** Lower stands further up. 待遇 10, 案件 20, 账户 30. */
  order: number
  /** Only shown to those who hold this verb. */
  verb?: string
  /** A hook: the figure beside the tab. */
  useCount?: (props: { register: string; id: number }) => number | undefined
  /** Marks beside the name: ◐ 领取中. */
  State?: ComponentType<PanelProps>
  /** Buttons in the head of the page: 打印对账单, 办一件事. */
  Act?: ComponentType<PanelProps>
  /** The sheet on the overview (and alone under its tab). */
  Panel: ComponentType<PanelProps>
}

const modules = import.meta.glob<{ panels: RecordPanel[] }>('../*/record-panels.tsx', { eager: true })

/** The panels of a register, in their order. */
export function panelsOf(register: RegisterMeta, meta: Meta): RecordPanel[] {
  return Object.values(modules)
    .flatMap((module) => module.panels)
    .filter((panel) => panel.liesOn(register, meta))
    .sort((a, b) => a.order - b.order)
}
