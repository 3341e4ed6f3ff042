/** What a column of a sheet is taken for. */

/**
 * A field of the register, `owner` (the row that a child belongs to), `validFrom`, `validTo`, or one of two words:
 * `note` = kept as a remark (附注), `ignore` = a running number and the like.
 */
export type Target =
  | { kind: 'field'; field: string }
  | { kind: 'owner' | 'validFrom' | 'validTo' | 'note' | 'ignore' }

/** As JSON and the window carry it: the field's name, or `:owner`, `:validFrom`, `:note`, `:ignore`. */
export function targetText(target: Target): string {
  return target.kind === 'field' ? target.field : `:${target.kind}`
}

export function readTarget(text: string): Target {
  const kind = text.slice(1)
  const marked = text.startsWith(':')
  if (marked && (kind === 'owner' || kind === 'validFrom' || kind === 'validTo' || kind === 'ignore'))
    return { kind }
  return marked ? { kind: 'note' } : { kind: 'field', field: text }
}

/** How sure the proposal is, as the page says it. */
export type How = 'layout' | 'label' | 'alias' | 'word' | 'taught' | 'remembered' | 'chosen' | 'none'

export type PlannedColumn = {
  at: number
  letters: string
  path: readonly string[]
  target: string
  how: How
  samples: readonly string[]
}

/** One sheet of the file as it will be read. `within`: code of the area that the sheet speaks of. */
export type SheetPlan = {
  name: string
  hidden: boolean
  use: boolean
  head: { top: number; bottom: number } | null
  /** Where a person or a layout of the sender says that the head stands. */
  headBy?: 'chosen' | 'layout'
  layout?: { id: number; name: string }
  titles: readonly string[]
  within: string | null
  columns: readonly PlannedColumn[]
}
