/** What goes out of a register: its columns in order, owner and references in words, hidden values hidden. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import type { Register } from '../define.ts'
import type { Field } from '../kinds/index.ts'
import { isMasked, maskedText } from '../mask.ts'
import type { Registry } from '../registry.ts'
import type { AnyRow } from '../row.ts'
import type { BookCell } from './book.ts'
import type { Lookups } from './lookups.ts'

export type ExportColumn = {
  field: Field
  heading: string
  cell(ctx: Ctx, row: AnyRow, look: Lookups): BookCell
}

/** The columns in the order of declaration; owner and references as the title and the number that tell them apart. */
export function exportColumns(registry: Registry, register: Register): ExportColumn[] {
  const taken = new Set(
    Object.values(register.fields)
      .filter((f) => !f.kind.target)
      .map((f) => f.label.zh),
  )
  const owner = register.owner
    ? linkColumns(registry.get(register.owner), {
        label: registry.get(register.owner).label,
        idOf: (row) => row.ownerId,
        taken,
        field: undefined,
      })
    : []
  const spans =
    register.shape === 'dated' ? [spanColumn('validFrom', '起日'), spanColumn('validTo', '止日')] : []
  const own = Object.entries(register.fields).flatMap(([name, field]) => {
    const target = field.kind.target?.(field)
    return target
      ? linkColumns(registry.get(target), { label: field.label, idOf: (row) => row[name], taken, field })
      : [ownColumn(name, field)]
  })
  return [...owner, ...spans, ...own]
}

function ownColumn(name: string, field: Field): ExportColumn {
  return { field, heading: field.label.zh, cell: (ctx, row, look) => cellOf(ctx, field, { name, row, look }) }
}

function cellOf(
  ctx: Ctx,
  field: Field,
  { name, row, look }: { name: string; row: AnyRow; look: Lookups },
): BookCell {
  const value = row[name]
  if (isMasked(ctx.actor, field)) return value === null ? null : (maskedText(field, value) ?? '按权限不显示')
  if (value === null || value === undefined) return row.raw?.[name] ?? null
  return field.kind.place ? look.area(value) : field.kind.toCell(value, field)
}

function spanColumn(name: 'validFrom' | 'validTo', heading: string): ExportColumn {
  const field = {
    label: t(heading, heading),
    required: false,
    kind: { excel: () => ({ width: 12, format: '@', number: false }) },
  } as unknown as Field
  return { field, heading, cell: (_ctx, row) => (row[name] as string | null | undefined) ?? null }
}

type Link = { label: Text; idOf: (row: AnyRow) => unknown; taken: Set<string>; field: Field | undefined }

function linkColumns(target: Register, { label, idOf, taken }: Link): ExportColumn[] {
  return [...new Set([target.title, target.identity[0] ?? target.title])].flatMap((name) => {
    const field = target.fields[name]
    if (!field || field.kind.target) return []
    const heading = taken.has(field.label.zh) ? `${label.zh}·${field.label.zh}` : field.label.zh
    taken.add(heading)
    const cell = (ctx: Ctx, row: AnyRow, look: Lookups) => {
      const linked = look.row(target.name, idOf(row))
      return linked ? cellOf(ctx, field, { name, row: linked, look }) : null
    }
    return [{ field, heading, cell }]
  })
}
