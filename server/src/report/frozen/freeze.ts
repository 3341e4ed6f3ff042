/** 定稿: freezes what a report shows now, proves it later, and says what has changed since. */
import { createHash } from 'node:crypto'
import type { Text } from '#kernel'
import { type Ctx, nextNumber } from '#platform'
import { reportProblems } from '../problems.ts'
import type { Report } from '../table/define.ts'
import type { Figure } from '../table/measure.ts'
import { cutOf, type ReportTable, readReport } from '../table/read.ts'
import { type Frozen, type FrozenCut, insertFrozen } from './store.ts'

/** Numbers run by month: R-2025-09-03 (the third of September). Throws `report.nothingToFreeze` on an empty table. */
export async function freeze(ctx: Ctx, report: Report, asked: Partial<FrozenCut>) {
  const { rows, measures } = cutOf(report, asked)
  const cut = { rows: [...rows], measures: [...measures] }
  const figures = asStored(await readReport(ctx, report, cut))
  if (figures.rows.length === 0) throw reportProblems.nothingToFreeze({ report: report.label })
  const month = ctx.today.slice(0, 7)
  const serial = await nextNumber(ctx.tx, `report:${month}`)
  const number = `R-${month}-${String(serial).padStart(2, '0')}`
  const bare = {
    area: ctx.actor.area,
    number,
    report: report.id,
    cut,
    figures,
    accountId: ctx.actor.accountId,
    actorName: ctx.actor.name,
    office: ctx.actor.office,
    frozenOn: ctx.today,
    frozenAt: ctx.now,
  }
  const digest = digestOf(bare)
  const id = await insertFrozen(ctx.tx, { ...bare, digest })
  return { id, number, digest }
}

/** As JSON brings it back: absent values are absent. */
function asStored(table: ReportTable): ReportTable {
  return JSON.parse(JSON.stringify(table)) as ReportTable
}

/** sha256 in hex over all that was frozen, keys in order: the same after the database has put jsonb in its own. */
export function digestOf(frozen: Omit<Frozen, 'id' | 'digest'>): string {
  const { area, number, report, cut, figures, accountId, actorName, office, frozenOn } = frozen
  const at = frozen.frozenAt.slice(0, 19) // to the second: the database writes the rest in its own way
  const whole = { area, number, report, cut, figures, accountId, actorName, office, frozenOn, at }
  return createHash('sha256').update(sorted(whole)).digest('hex')
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

export type Change = { row: Text[]; measure: Text; frozen: string | null; now: string | null }

/** 定稿后变动: figure by figure, the total last; null where a row is on one side only or the figure is not known. */
export function changesSince(frozen: ReportTable, now: ReportTable, totalWord: Text): Change[] {
  const [then, today] = [byKey(frozen), byKey(now)]
  const keys = [...new Set([...then.keys(), ...today.keys()])]
  const rows = keys.flatMap((key) => {
    const words = (then.get(key) ?? today.get(key))?.keys.map(({ text }) => text) ?? []
    return differing(frozen, words, then.get(key)?.figures, today.get(key)?.figures)
  })
  return [...rows, ...differing(frozen, [totalWord], frozen.total, now.total)]
}

type Row = ReportTable['rows'][number]

function byKey({ rows }: ReportTable): Map<string, Row> {
  return new Map(rows.map((row) => [JSON.stringify(row.keys.map(({ key }) => key)), row]))
}

function differing(
  { measures }: ReportTable,
  row: Text[],
  then: readonly Figure[] | undefined,
  now: readonly Figure[] | undefined,
): Change[] {
  return measures.flatMap(({ label }, at) => {
    const [frozen, live] = [shownOf(then?.[at]), shownOf(now?.[at])]
    return frozen === live ? [] : [{ row, measure: label, frozen, now: live }]
  })
}

function shownOf(figure: Figure | undefined): string | null {
  if (!figure || figure.value === null) return null
  return figure.unknown > 0 ? `${figure.shown}（${figure.unknown} 行不详）` : figure.shown
}
