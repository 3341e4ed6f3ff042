/** A row read again with what a person put in the place of cells, and what becomes of it beside the others. */
import { t } from '#kernel'
import type { Ctx } from '#platform'
import type { Register } from '../../define.ts'
import { allAreas, readingOf } from '../batch-store.ts'
import type { Importer } from '../importer.ts'
import { rulesWith } from '../mapping/added.ts'
import { namesakeHere, namesakeOf } from '../namesake-store.ts'
import { importProblems } from '../problems.ts'
import type { SheetCell } from '../read/index.ts'
import { columnAt } from '../read/index.ts'
import { plainCell } from '../read/xlsx/cell.ts'
import { replaceStaged, skipStaged } from '../row-store.ts'
import { areaBook } from '../stage/area-book.ts'
import type { Draft, Issue } from '../stage/draft.ts'
import { lastingMarks } from '../stage/marks.ts'
import type { Reader } from '../stage/read-row.ts'
import { areaFieldOf, readRow } from '../stage/read-row.ts'
import { stageRows } from '../stage/stage-rows.ts'
import { unitOf, withOwnUnit } from '../stage/units.ts'
import { sameIdentity } from '../staged-store.ts'
import type { Batch, NewRow, StagedRow } from '../tables.ts'
import { isUnsure } from '../unsure.ts'

/** By the column of the field; a field that the sheet does not have goes by its own name. */
export function fixesOf(
  { register, batch, row }: { register: Register; batch: Batch; row: StagedRow },
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const plan = batch.sheets[row.sheet]
  const columns = plan?.columns ?? []
  const named = Object.entries(values).flatMap(([field, text]) => {
    const own = columns.filter(({ target }) => target === field)
    if (own.length === 0) return [[field, text]]
    return own.map(({ letters, path }, at) => [
      letters,
      at === own.length - 1 ? ownUnit(register, { field, text, path, titles: plan?.titles ?? [] }) : '', // several columns of one place: the last says it all
    ])
  })
  return { ...row.fixes, ...Object.fromEntries(named) }
}

type Written = { field: string; text: string; path: readonly string[]; titles: readonly string[] }

/** A number that a person writes is in the unit of the field, whatever the heading of the sheet states. */
function ownUnit(register: Register, { field, text, path, titles }: Written): string {
  const declared = register.fields[field]
  return declared ? withOwnUnit(text, declared, unitOf(declared, path, titles)) : text
}

export type Restaging = { row: StagedRow; fixes: Record<string, string>; accepted: boolean }

/** Told before rows change. */
export type Changing = (ids: readonly number[]) => Promise<void>

/** Reads rows of an import again, one by one; what they have in common is asked for once. */
export async function restager(ctx: Ctx, importer: Importer, batch: Batch, changing: Changing) {
  const { registry } = importer
  const register = registry.get(batch.register)
  const rules = await rulesWith(ctx, importer, readingOf(batch))
  const areas = areaBook(await allAreas(ctx))
  const linking = { registry, register, rules, plans: batch.sheets, areas, scope: batch.area }
  return async ({ row, fixes, accepted }: Restaging): Promise<void> => {
    const plan = batch.sheets[row.sheet]
    if (!plan) throw importProblems.notFound()
    const reader = { register, rules, plan, sheet: row.sheet, areas, scope: batch.area, today: ctx.today }
    const drafted = [{ draft: draftOf(reader, { row, fixes }), accepted, fixes }]
    const [staged] = await stageRows(ctx, { linking, drafted, ownerId: batch.ownerId })
    if (!staged) return
    const table = register.table
    const told = isUnsure(register, staged)
      ? await againstNamesakes(ctx, { batch, row, staged, register })
      : await againstOthers(ctx, { batch, row, staged, changing })
    await changing([row.id])
    await replaceStaged(ctx, row.id, { row: told, table })
  }
}

/** The line that named the place of the rows below it (一组) is not among the cells: the place that it gave stays. */
function draftOf(reader: Reader, { row, fixes }: Omit<Restaging, 'accepted'>): Draft {
  const named = reader.plan.columns.some(({ target }) => target === areaFieldOf(reader.register))
  const section = !named && typeof row.encoded.area === 'string' ? { section: row.encoded.area } : {}
  const found = { row: { number: row.rowNumber, cells: cellsOf(row) }, role: 'data' as const, ...section }
  const draft = readRow(reader, found, fixes)
  draft.issues.push(...row.issues.filter((issue) => stays(issue, fixes)))
  return draft
}

/** The texts of a row do not say that it is hidden, struck through, or has a formula without result: what is not written anew stays so. */
function stays({ code, column }: Issue, fixes: Readonly<Record<string, string>>): boolean {
  const lasting = lastingMarks.has(code) || code.startsWith('uncomputed:')
  return lasting && (column === undefined || fixes[column] === undefined)
}

function cellsOf(row: StagedRow): (SheetCell | undefined)[] {
  const cells: (SheetCell | undefined)[] = []
  for (const [letters, text] of Object.entries(row.cells)) cells[columnAt(letters)] = plainCell(text)
  return cells
}

/** Accepted, it is the one of its kind that stays; else it waits beside the other. */
async function againstOthers(
  ctx: Ctx,
  { batch, row, staged, changing }: { batch: Batch; row: StagedRow; staged: NewRow; changing: Changing },
): Promise<NewRow> {
  if (staged.identity === null || staged.class === 'rejected') return staged
  const same = await sameIdentity(ctx, { importId: batch.id, identity: staged.identity })
  const others = same.filter(
    (one) => one.id !== row.id && one.class !== 'skipped' && one.class !== 'rejected',
  )
  const [other] = others
  if (!other) return staged
  if (staged.accepted) {
    const ids = others.map(({ id }) => id)
    await changing(ids)
    await skipStaged(ctx, ids)
    return staged
  }
  return inDoubt(staged, {
    code: 'repeated',
    level: 'doubt',
    text: t(
      `与第 ${other.rowNumber} 行是同一人，两行写得不一样。请留一行。`,
      `Row ${other.rowNumber} is the same; the two rows differ. Keep one of them.`,
    ),
    other: { id: other.id, row: other.rowNumber, sheet: other.sheet },
  })
}

function inDoubt(staged: NewRow, issue: Issue): NewRow {
  return {
    ...staged,
    class: 'doubtful',
    issues: [...staged.issues, issue],
    reasons: [...staged.reasons, issue.code],
  }
}

type AmongNamesakes = { batch: Batch; row: StagedRow; staged: NewRow; register: Register }

/** Accepted, they are two people and both go in. */
async function againstNamesakes(ctx: Ctx, { batch, row, staged, register }: AmongNamesakes): Promise<NewRow> {
  if (staged.accepted || !['new', 'changed', 'doubtful'].includes(staged.class)) return staged
  const asked = { importId: batch.id, register, row: { ...staged, id: row.id } }
  const other = await namesakeOf(ctx, asked)
  return other ? inDoubt(staged, namesakeHere(register, other)) : staged
}
