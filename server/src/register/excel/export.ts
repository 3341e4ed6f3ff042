/** A register as a file: what the list shows, masked as the list is, sent on page by page while it is read. */
import type { Text } from '#kernel'
import type { Ctx } from '#platform'
import type { Register } from '../define.ts'
import type { ListAsk } from '../list-store.ts'
import { pagesOf } from '../list-store.ts'
import { isMasked } from '../mask.ts'
import type { Registry } from '../registry.ts'
import type { BookCell, BookColumn } from './book.ts'
import { bookWriter } from './book.ts'
import type { ExportColumn } from './columns.ts'
import { exportColumns } from './columns.ts'
import { csvWriter } from './csv.ts'
import { lookupsOf } from './lookups.ts'

const pageRows = 2_000

export const formats = ['xlsx', 'csv'] as const
export type Format = (typeof formats)[number]
export type ExportAsk = { register: Register; ask: ListAsk; format: Format }

/** `rows()`: how many went out so far. `masked`: the labels of what is hidden from the actor. */
export type Export = { pieces: AsyncIterable<Buffer>; masked: Text[]; rows(): number }

/** All rows that the ask means, as one moment had them. Nothing is held but the page that is being written. */
export function exportRows(ctx: Ctx, registry: Registry, given: ExportAsk): Export {
  const { register } = given
  const masked = Object.values(register.fields)
    .filter((field) => isMasked(ctx.actor, field))
    .map((field) => field.label)
  const told = { rows: 0 }
  const pieces = piecesOf(ctx, registry, { ...given, told, masked })
  return { pieces, masked, rows: () => told.rows }
}

type Piecing = ExportAsk & { told: { rows: number }; masked: readonly Text[] }

async function* piecesOf(
  ctx: Ctx,
  registry: Registry,
  { register, ask, format, told, masked }: Piecing,
): AsyncGenerator<Buffer> {
  const columns = exportColumns(registry, register)
  const notes = ['']
  const writer =
    format === 'csv'
      ? csvWriter(columns.map(({ heading }) => heading))
      : bookWriter({ name: register.label.zh, columns: columns.map(bookColumn), notes })
  const look = lookupsOf(ctx, registry, register)
  // What is refused is refused by the first page, before anything goes out.
  const pages = pagesOf(ctx, register, { ...ask, limit: pageRows })
  for (let page = await pages.next(); !page.done; page = await pages.next()) {
    const words = await look(page.value)
    for (const row of page.value) writer.row(columns.map((column): BookCell => column.cell(ctx, row, words)))
    told.rows += page.value.length
    yield await writer.take()
  }
  notes.splice(0, 1, ...noteLines(ctx, { register, rows: told.rows, masked }))
  yield await writer.finish()
}

/** What a last sheet says of the file. */
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

function bookColumn({ field, heading }: ExportColumn): BookColumn {
  const target = field.kind.target?.(field)
  return { heading, ...(target ? { width: 14, format: '@', number: false } : field.kind.excel(field)) }
}
