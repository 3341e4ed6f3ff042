/** Lists that are no rosters of a register, read with the importer's own reader, words and columns by whoever compares them. */
import type { Ctx } from '#platform'
import { readFile } from '#platform'
import type { Register } from '../define.ts'
import type { Registry } from '../registry.ts'
import { allAreas } from './batch-store.ts'
import type { ImportDeclaration } from './define.ts'
import type { Importer } from './importer.ts'
import { rulesWith } from './mapping/added.ts'
import { headText } from './mapping/layout.ts'
import { planSheets } from './mapping/plan-sheets.ts'
import type { SheetPlan } from './mapping/target.ts'
import { columnName, readWorkbook } from './read/index.ts'
import { areaBook } from './stage/area-book.ts'
import type { Draft } from './stage/draft.ts'
import { readRow } from './stage/read-row.ts'
import type { TableRow } from './table/table.ts'
import { tableRows } from './table/table.ts'
import { rememberHead } from './word-store.ts'

/** `list`: the columns of the list, declared as a register is; it has no table. `sender`: whose list it is. */
export type ListReading = {
  registry: Registry
  list: Register
  rules: ImportDeclaration | undefined
  area: string
  sender: string
}

/** Its sheets with their heads and what each column is taken for. Problems: those of `readWorkbook`. */
export async function planList(
  ctx: Ctx,
  reading: ListReading,
  file: { bytes: Buffer; name: string },
): Promise<SheetPlan[]> {
  const { list, area, sender } = reading
  const { sheets } = await readWorkbook(file.bytes, file.name)
  return planSheets(ctx, { importer: importerFor(reading), register: list, area, sheets, sender })
}

/** A row of a list: what could be read of it, and its texts as they stood, by column letters. */
export type ListRow = Pick<Draft, 'sheet' | 'row' | 'values' | 'issues'> & { cells: Record<string, string> }

/** A part of a list: the rows of data behind the first `from`, at most `most`. */
export type ListPart = { fileId: number; plans: readonly SheetPlan[]; from: number; most: number }

/** The rows of data in the order of the file; nothing is looked up and nothing is refused. What is passed over is not read into values. */
export async function readList(ctx: Ctx, reading: ListReading, part: ListPart): Promise<ListRow[]> {
  const { list, area, sender } = reading
  const rules = await rulesWith(ctx, importerFor(reading), {
    register: list.name,
    sender,
    office: ctx.actor.office,
    area,
  })
  const shared = {
    register: list,
    rules,
    areas: areaBook(await allAreas(ctx)),
    scope: area,
    today: ctx.today,
  }
  const rows: ListRow[] = []
  let at = 0
  for await (const { sheet, plan, found } of dataRows(ctx, part)) {
    const wanted = found.slice(Math.max(0, part.from - at), Math.max(0, part.from + part.most - at))
    const reader = { ...shared, plan, sheet }
    for (const row of wanted) rows.push(listRow(readRow(reader, row), row))
    at += found.length
    if (at >= part.from + part.most) break
  }
  return rows
}

async function* dataRows(
  ctx: Ctx,
  { fileId, plans }: ListPart,
): AsyncIterable<{ sheet: number; plan: SheetPlan; found: TableRow[] }> {
  const { bytes, name } = await readFile(ctx.tx, fileId)
  const { sheets } = await readWorkbook(bytes, name)
  for (const [sheet, plan] of plans.entries()) {
    const found = sheets[sheet]
    if (!plan.use || !plan.head || !found) continue
    const head = { ...plan.head, columns: plan.columns, titles: plan.titles }
    for await (const batch of tableRows(found, head))
      yield { sheet, plan, found: batch.filter(({ role }) => role === 'data') }
  }
}

function listRow({ sheet, row, values, issues }: Draft, found: TableRow): ListRow {
  const texts = found.row.cells.flatMap((cell, at) =>
    cell && cell.text.trim() !== '' ? [[columnName(at), cell.text]] : [],
  )
  return { sheet, row, values, issues, cells: Object.fromEntries(texts) }
}

/** What a person chose for a column is what the sender means next time. */
export async function rememberColumns(
  ctx: Ctx,
  { list, sender }: Pick<ListReading, 'list' | 'sender'>,
  plans: readonly SheetPlan[],
): Promise<void> {
  const chosen = plans.flatMap(({ columns }) => columns).filter(({ how }) => how === 'chosen')
  for (const { path, target } of chosen)
    await rememberHead(ctx, { register: list.name, sender, head: headText(path), target })
}

function importerFor({ registry, rules }: ListReading): Importer {
  return { registry, rulesOf: () => rules }
}
