/** What the look of a sheet says of its cells and rows: struck through, hidden, a formula whose result nobody computed. */
import { t } from '#kernel'
import type { PlannedColumn, SheetPlan } from '../mapping/target.ts'
import { filled } from '../table/row-role.ts'
import type { TableRow } from '../table/table.ts'
import type { Draft, Issue } from './draft.ts'

/** Codes of issues that the texts of a row do not tell: they stay when a row is read again. */
export const lastingMarks: ReadonlySet<string> = new Set(['struck', 'hiddenRow'])

/** A person is asked: nobody but the sender knows whether a struck or hidden row still holds. */
export function addMarks(draft: Draft, { row }: TableRow, plan: SheetPlan): void {
  if (!row.hidden && !row.cells.some((cell) => cell?.struck)) return
  const meant = new Set(plan.columns.filter(({ target }) => target !== ':ignore').map(({ at }) => at))
  const cells = filled(row).filter(({ at }) => meant.has(at))
  const struck = cells.filter(({ cell }) => cell.struck)
  if (row.hidden) draft.issues.push(hiddenRow)
  if (struck.length === 0) return
  if (struck.length === cells.length && struck.every(({ cell }) => cell.struck === 'all'))
    draft.issues.push(struckRow)
  else for (const { at } of struck) draft.issues.push(struckCell(plan.columns.find((one) => one.at === at)))
}

const hiddenRow: Issue = {
  code: 'hiddenRow',
  level: 'doubt',
  text: t(
    '这一行在表里是隐藏的。确实要导再收，不要就不导。',
    'The row is hidden in the sheet. Accept it only if it is meant.',
  ),
}

const struckRow: Issue = {
  code: 'struck',
  level: 'doubt',
  text: t(
    '这一行在表里整行划掉了。请问清报表的人：还算数就收，不算就不导。',
    'The whole row is struck through. Ask the sender: accept it if it still holds, else leave it out.',
  ),
}

function struckCell(column: PlannedColumn | undefined): Issue {
  const head = column?.path.at(-1) ?? ''
  return {
    code: 'struck',
    level: 'doubt',
    ...(column && !column.target.startsWith(':') ? { field: column.target } : {}),
    ...(column ? { column: column.letters } : {}),
    text: t(
      `“${head}”这一格有划掉的字。请核对留下的是什么，改好再收。`,
      `The cell under "${head}" has text struck through. Check what remains, then accept the row.`,
    ),
  }
}

export function uncomputed({ target, letters, path }: PlannedColumn): Issue {
  return {
    code: `uncomputed:${target}`,
    level: 'wrong',
    ...(target.startsWith(':') ? {} : { field: target }),
    column: letters,
    text: t(
      `“${path.at(-1) ?? ''}”这一格是公式，文件里没有存结果。请在 Excel 里打开存一次再传，或在这里填上数。`,
      `The cell under "${path.at(-1) ?? ''}" is a formula whose result is not in the file. Open and save it in Excel, or write the value here.`,
    ),
  }
}
