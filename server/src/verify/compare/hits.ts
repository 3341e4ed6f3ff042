/** What a comparison found becomes findings: the same key is the same finding, a later list of the sender closes what it no longer says. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import type { Field } from '#register'
import { areaNames, titlesOf } from '#register'
import { addHits, closeUnder } from '../finding-store.ts'
import type { Hit } from '../finds/hit.ts'
import { commonArea } from '../finds/hit.ts'
import { hasLater } from './compare-store.ts'
import type { ListFind } from './define.ts'
import type { Met } from './match-store.ts'
import { rowsWhere, sideRows } from './match-store.ts'
import { recheck } from './recheck.ts'
import type { Work } from './room.ts'
import { listRowsOf, missingRows } from './row-store.ts'
import { cellsOf } from './side-store.ts'
import type { ComparedRow } from './tables.ts'

const PAGE = 1000

/** Findings of one kind, written; returns how many there are. */
export async function keepFinds(ctx: Ctx, work: Work, find: ListFind): Promise<number> {
  const check = { id: find.id, on: work.register.name, level: find.level }
  const keys: string[] = []
  for (let after = 0; ; ) {
    const page = await pageOf(ctx, work, { find, after })
    const hits = await hitsOf(ctx, work, { find, found: page.found })
    await addHits(ctx, check, hits)
    for (const { key } of hits) keys.push(key)
    if (page.next === null) break
    after = page.next
  }
  await recheck(ctx, work, find)
  const closes = find.of === 'onlyHere' || work.kind.whole
  if (closes && !(await hasLater(ctx, work.compared)))
    await closeUnder(ctx, { check: find.id, begin: `${work.compared.sender}|`, keys })
  return keys.length
}

/** A row of the list, rows of the register, or both. */
type Found = { row: ComparedRow | null; ids: readonly number[] }

async function pageOf(
  ctx: Ctx,
  { compared }: Work,
  { find, after }: { find: ListFind; after: number },
): Promise<{ found: Found[]; next: number | null }> {
  const asked = { id: compared.id, after, limit: PAGE }
  if (find.of === 'onlyHere') {
    const rows = await missingRows(ctx, asked)
    return { found: rows.map(({ rowId }) => ({ row: null, ids: [rowId] })), next: nextOf(rows) }
  }
  const classes = find.of === 'onlyThere' ? (['onlyThere'] as const) : (['same', 'differs'] as const)
  const differs = find.differs === undefined ? {} : { differs: find.differs }
  const rows = await listRowsOf(ctx, { ...asked, ...differs, classes })
  return { found: rows.map((row) => ({ row, ids: row.targets })), next: nextOf(rows) }
}

function nextOf(rows: readonly { id: number }[]): number | null {
  return rows.length < PAGE ? null : (rows.at(-1)?.id ?? null)
}

type Told = { find: ListFind; found: readonly Found[] }

async function hitsOf(ctx: Ctx, work: Work, { find, found }: Told): Promise<Hit[]> {
  const { register, sides, sideAt, registry } = work
  const ids = found.flatMap((one) => one.ids)
  const met = await rowsWhere(ctx, { register, sides, ids }, { where: find.where ?? [], sideAt })
  const byId = new Map(met.map((one) => [one.id, one]))
  const quoted = (find.here ?? []).map(sideAt)
  const cells = await sideRows(ctx, { register, sides: quoted, ids: [...byId.keys()] })
  const titles = await titlesOf(ctx, registry, { register, ids: [...byId.keys()] })
  const listed = found.map(({ row }) => listArea(work, row))
  const areas = await areaNames(ctx, [...met.map(({ area }) => area), ...listed])
  const speaking = { work, find, titles, areas, here: (id: number) => quoteHere(quoted, cells.get(id) ?? {}) }
  const hits = found.flatMap((one) =>
    hitOf(
      speaking,
      one,
      one.ids.flatMap((id) => byId.get(id) ?? []),
    ),
  )
  return [...new Map(hits.map((hit) => [`${hit.key} ${hit.area}`, hit])).values()] // two rows may speak of one record
}

type Speaking = {
  work: Work
  find: ListFind
  titles: ReadonlyMap<number, string>
  areas: ReadonlyMap<string, string>
  here(id: number): string
}

function hitOf(speaking: Speaking, { row, ids }: Found, met: readonly Met[]): Hit[] {
  const { work, find } = speaking
  if (ids.length > 0 && met.length === 0) return []
  const area = met.length > 0 ? commonArea(met.map((one) => one.area)) : listArea(work, row)
  const rowIds = met.map(({ id }) => id)
  const key = row && (work.kind.many || rowIds.length === 0) ? row.identity : String(rowIds[0])
  return [
    {
      key: `${work.compared.sender}|${key}`,
      rowIds,
      area,
      verdict: find.verdict,
      place: placeOf(speaking, row, met),
      stated: stated(speaking, rowIds),
      computed: row ? quoteThere(work, find.there ?? [], row) : '名单上没有',
      difference: null,
      sensitive: sensitiveOf(work, find),
      people: Math.max(1, rowIds.length),
      amount: null,
      reporters: [...new Set(met.map(({ updatedBy }) => updatedBy))],
    },
  ]
}

function stated({ find, here }: Speaking, [first]: readonly number[]): string {
  if (first === undefined) return '名册里没有'
  return (find.here ?? []).length > 0 ? here(first) : '在册'
}

/** Which line of which list stands here and not among what was found: a later list that says the same is nothing new. */
function placeOf({ work, titles, areas }: Speaking, row: ComparedRow | null, met: readonly Met[]): Text {
  const { sender, listDate, sheets } = work.compared
  const whom = met
    .slice(0, 3)
    .map(({ id, area }) => `${areas.get(area) ?? area} ${titles.get(id) ?? ''}`.trim())
  const who = whom.join('；') || listTitle(work, row)
  const more = met.length > 3 ? '等' : ''
  const sheet = sheets.length > 1 && row ? `“${sheets[row.sheet]?.name ?? ''}”` : ''
  const line = row ? `${sheet}第 ${row.rowNumber} 行` : ''
  return t(
    `${who}${more}（${sender} ${listDate} 名单${line}）`,
    `${who} (list of ${sender}, ${listDate}${row ? `, row ${row.rowNumber}` : ''})`,
  )
}

function listTitle({ list }: Work, row: ComparedRow | null): string {
  const field = list.fields[list.title]
  const cells = row?.encoded[list.title]
  return field && cells ? textOf(field, cells) : ''
}

function listArea({ compared, kind }: Work, row: ComparedRow | null): string {
  const code = row?.encoded[kind.near?.area?.list ?? 'area']?.[0]
  return typeof code === 'string' && code.startsWith(compared.area) ? code : compared.area
}

function quoteHere(quoted: readonly Work['sides'][number][], row: Record<string, unknown>): string {
  return quoted
    .map((side, at) => `${side.field.label.zh} ${textOf(side.field, cellsOf(row, side, at)) || '未填'}`)
    .join('，')
}

function quoteThere({ list }: Work, names: readonly string[], { encoded }: ComparedRow): string {
  const said = names.flatMap((name) => {
    const [field, cells] = [list.fields[name], encoded[name]]
    return field && cells ? [`${field.label.zh} ${textOf(field, cells)}`] : []
  })
  return said.length > 0 ? `名单：${said.join('，')}` : '在名单上'
}

function textOf(field: Field, cells: readonly unknown[]): string {
  const value = field.kind.decode(cells)
  return value === null || value === undefined ? '' : field.kind.format(value, field, 'zh')
}

function sensitiveOf({ list, sideAt }: Work, { here = [], there = [] }: ListFind): string | null {
  const classes = [...here.map((path) => sideAt(path).field), ...there.map((name) => list.fields[name])]
  return classes.map((field) => field?.sensitive).find(Boolean) ?? null
}
