/** Who may be meant by a row that no key fits: scored by what agrees, with reasons; what a person decided before holds. */
import type { Day } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { goneTo } from '#platform'
import type { Likeness, Reason } from '#register'
import { possible, reasonWords, scoreLikeness } from '#register'
import type { NearFound, NearSides } from './match-store.ts'
import { earlierDecisions, nearRows } from './match-store.ts'
import type { Work } from './room.ts'
import type { RowResult } from './row-store.ts'
import { cellsOf } from './side-store.ts'
import type { Candidate, ComparedRow } from './tables.ts'

/** A list that gives neither number nor birth date has little to go by: name and village are then shown. */
const LITTLE = 50
const MOST = 5

/** The rows with their candidates; a row whose candidates a person settled on an earlier list is settled again. */
export async function withCandidates(
  ctx: Ctx,
  work: Work,
  rows: readonly ComparedRow[],
): Promise<RowResult[]> {
  const found = await nearOf(ctx, work, rows)
  const identities = rows.flatMap(({ identity }) => identity ?? [])
  const earlier = await earlierDecisions(ctx, { compared: work.compared, identities })
  const now = await standingOf(ctx, work, [...earlier.values()])
  return rows.map(({ id, identity }) => {
    const candidates = found.get(id) ?? []
    const past = identity === null ? undefined : earlier.get(identity)
    if (past?.decision === 'same' && past.targets.length > 0)
      return { id, class: null, targets: [...new Set(past.targets.map(now))], differs: [], candidates }
    const refused = new Set(past?.decision === 'none' ? past.candidates.map((one) => now(one.id)) : [])
    const open = candidates.filter((one) => !refused.has(one.id))
    return {
      id,
      class: open.length > 0 ? 'candidate' : 'onlyThere',
      targets: [],
      differs: [],
      candidates: open,
    }
  })
}

/** Where the rows stand that were decided about: some were merged since. */
async function standingOf(
  ctx: Ctx,
  { register }: Work,
  decided: readonly { targets: number[]; candidates: { id: number }[] }[],
): Promise<(id: number) => number> {
  const ids = decided.flatMap(({ targets, candidates }) => [...targets, ...candidates.map(({ id }) => id)])
  const gone = await goneTo(ctx.tx, register.name, ids)
  return (id) => gone.get(id) ?? id
}

async function nearOf(ctx: Ctx, work: Work, rows: readonly ComparedRow[]): Promise<Map<number, Candidate[]>> {
  const { kind, sideAt, compared, register } = work
  if (!kind.near || rows.length === 0) return new Map()
  const parts = Object.entries(kind.near)
  const near = Object.fromEntries(
    parts.map(([part, { list, here }]) => [part, { list, side: sideAt(here) }]),
  ) as unknown as NearSides
  const sides = parts.map(([, { here }]) => sideAt(here))
  const met = await nearRows(ctx, { compared, register }, { ids: rows.map(({ id }) => id), near, sides })
  const byRow = Map.groupBy(met, ({ openId }) => openId)
  return new Map(rows.map((row) => [row.id, best(work, row, byRow.get(row.id) ?? [])]))
}

function best(work: Work, row: ComparedRow, met: readonly NearFound[]): Candidate[] {
  const given = listLikeness(work, row)
  const least = given.number || given.birth ? possible : LITTLE
  return met
    .map((one) => ({ id: one.id, ...scoreLikeness(given, hereLikeness(work, one)) }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, MOST)
    .map(({ id, score, reasons }) => ({ id, score, reasons: reasons.map(wordsOf) }))
}

/** A number that does not check is compared as it was written. */
function listLikeness({ kind, compared }: Work, { encoded, cells, sheet }: ComparedRow): Likeness {
  const letters = (name: string) =>
    compared.sheets[sheet]?.columns.find(({ target }) => target === name)?.letters
  const said = (name: string | undefined) => (name === undefined ? null : text(encoded[name]?.[0]))
  const { name, number, birth, sex, area } = kind.near ?? { name: { list: '' } }
  const written = number ? (cells[letters(number.list) ?? ''] ?? null) : null
  return {
    name: said(name.list),
    number: said(number?.list) ?? written,
    birth: said(birth?.list) as Day | null,
    sex: said(sex?.list),
    area: said(area?.list),
  }
}

function hereLikeness({ kind, sideAt }: Work, row: NearFound): Likeness {
  const parts = Object.entries(kind.near ?? {}).map(([part, { here }], at) => [
    part,
    text(cellsOf(row, sideAt(here), at)[0]),
  ])
  return { name: null, ...Object.fromEntries(parts) }
}

function text(cell: unknown): string | null {
  return cell === null || cell === undefined ? null : String(cell)
}

function wordsOf({ code, points }: Reason) {
  const { zh, en } = reasonWords[code]
  return points < 0 ? t(`但${zh}`, `but ${en}`) : t(zh, en)
}
