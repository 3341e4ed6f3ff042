/** A register as an Excel file: what the list shows, masked as the list is, text that stays text. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import type { Register } from '../define.ts'
import type { Field } from '../kinds/index.ts'
import type { ListAsk } from '../list-store.ts'
import { listRows } from '../list-store.ts'
import { isMasked, maskedText } from '../mask.ts'
import { findRows } from '../read-store.ts'
import type { Registry } from '../registry.ts'
import type { AnyRow } from '../row.ts'
import { areaNames } from '../sql-store.ts'
import type { BookCell, BookColumn } from './book.ts'
import { bookWriter } from './book.ts'

const pageRows = 2_000

export type Exported = { bytes: Buffer; rows: number; masked: Text[] }

/** Streams all rows that the ask means, a page at a time, into a workbook. */
export async function exportBook(
  ctx: Ctx,
  registry: Registry,
  { register, ask }: { register: Register; ask: ListAsk },
): Promise<Exported> {
  const columns = exportColumns(registry, register)
  const masked = Object.values(register.fields)
    .filter((field) => isMasked(ctx.actor, field))
    .map((field) => field.label)
  const notes = ['']
  const book = bookWriter({ name: register.label.zh, columns: columns.map(bookColumn), notes })
  let rows = 0
  let after: string | undefined
  do {
    const page = await listRows(ctx, register, { ...ask, after, limit: pageRows })
    const pageRowsRead = page.rows as unknown as AnyRow[]
    const look = await lookups(ctx, registry, { register, rows: pageRowsRead })
    for (const row of pageRowsRead) book.row(columns.map((column) => column.cell(ctx, row, look)))
    rows += page.rows.length
    after = page.next ?? undefined
  } while (after)
  notes.splice(0, 1, ...noteLines(ctx, { register, rows, masked }))
  return { bytes: book.finish(), rows, masked }
}

function noteLines(
  ctx: Ctx,
  { register, rows, masked }: { register: Register; rows: number; masked: readonly Text[] },
): string[] {
  const hidden =
    masked.length > 0
      ? `按导出人的权限遮住：${masked.map((label) => label.zh).join('、')}。`
      : '没有遮住的内容。'
  return [
    `${register.label.zh}，${rows} 行。`,
    `${ctx.actor.office} ${ctx.actor.name} 于 ${ctx.today} 导出，管辖 ${ctx.actor.area}。导出已记入日志。`,
    hidden,
  ]
}

type Lookups = { area(code: unknown): string | null; row(register: string, id: unknown): AnyRow | undefined }
type ExportColumn = { field: Field; heading: string; cell(ctx: Ctx, row: AnyRow, look: Lookups): BookCell }

function bookColumn({ field, heading }: ExportColumn): BookColumn {
  const target = field.kind.target?.(field)
  return { heading, ...(target ? { width: 14, format: '@', number: false } : field.kind.excel(field)) }
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

/** Names and linked rows of a page, each table asked once. */
async function lookups(
  ctx: Ctx,
  registry: Registry,
  { register, rows }: { register: Register; rows: readonly AnyRow[] },
): Promise<Lookups> {
  const linked = new Map<string, Map<number, AnyRow>>()
  const links = new Map<string, number[]>()
  const want = (name: string, ids: unknown[]) =>
    links.set(name, [...(links.get(name) ?? []), ...ids.filter((id): id is number => typeof id === 'number')])
  if (register.owner)
    want(
      register.owner,
      rows.map((row) => row.ownerId),
    )
  for (const [name, field] of Object.entries(register.fields)) {
    const target = field.kind.target?.(field)
    if (target)
      want(
        target,
        rows.map((row) => row[name]),
      )
  }
  for (const [name, ids] of links) {
    const found = (await findRows(ctx, registry.get(name), [...new Set(ids)])) as unknown as AnyRow[]
    linked.set(name, new Map(found.map((row) => [row.id as number, row])))
  }
  const all = [...rows, ...[...linked.values()].flatMap((map) => [...map.values()])]
  const codes = all
    .flatMap((row) => Object.values(row))
    .filter((value): value is string => typeof value === 'string' && /^\d{6,15}$/.test(value))
  const areas = await areaNames(ctx, [...new Set(codes)])
  return {
    area: (code) => areas.get(String(code)) ?? null,
    row: (name, id) => linked.get(name)?.get(Number(id)),
  }
}
