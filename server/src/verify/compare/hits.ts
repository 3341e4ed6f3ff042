/** What a comparison found becomes findings: the same key is the same finding, a later list of the sender closes what it no longer says. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import type { Field } from '#register'
import { areaNames, titlesOf } from '#register'
import { addHits } from '../finding-store.ts'
import type { Hit } from '../finds/hit.ts'
import { commonArea } from '../finds/hit.ts'
import { both, joinedWords, valueWords } from '../words.ts'
import { hasLater } from './compare-store.ts'
import type { ListFind } from './define.ts'
import { closeUnsaid, countFound, dropFound, keepFound } from './find-store.ts'
import type { Met } from './match-store.ts'
import { rowsWhere, sideRows } from './match-store.ts'
import { recheck, recheckPage } from './recheck.ts'
import type { Work } from './room.ts'
import { listRowsOf, missingRows } from './row-store.ts'
import { cellsOf } from './side-store.ts'
import type { ComparedRow } from './tables.ts'

/** Rows that one step looks at. */
const PAGE = 4000

export type FindPage = { next: number | null; found: number }

/** Findings of one kind, a page of rows from `after` on; `found`: how many were not found on a page before. */
export async function keepFindPage(
  ctx: Ctx,
  work: Work,
  { find, after }: { find: ListFind; after: number },
): Promise<FindPage> {
  const by = { comparisonId: work.compared.id, check: find.id }
  if (after === 0) await dropFound(ctx, by)
  const page = await pageOf(ctx, work, { find, after })
  return { next: page.next, found: await keepHitsOf(ctx, work, { find, found: page.found }) }
}

async function keepHitsOf(ctx: Ctx, work: Work, told: Told): Promise<number> {
  const { find } = told
  const hits = await hitsOf(ctx, work, told)
  await addHits(ctx, { id: find.id, on: work.register.name, level: find.level }, hits)
  const { id, area } = work.compared
  return keepFound(ctx, { comparisonId: id, check: find.id, area, keys: hits.map(({ key }) => key) })
}

/** A page of what stands open and may be gone; the id to go on after, or null: then what the list no longer says is closed. */
export async function closeFindPage(
  ctx: Ctx,
  work: Work,
  { find, after }: { find: ListFind; after: number },
): Promise<number | null> {
  const later = await hasLater(ctx, work.compared)
  const fresh = find.differs === undefined || !later // what the last list says needs no second look
  const next = await recheckPage(ctx, work, { find, after, ...(fresh ? { unless: work.compared.id } : {}) })
  if (next === null && !later) await closeGoneFrom(ctx, work, find)
  return next
}

async function closeGoneFrom(ctx: Ctx, { kind, compared, register }: Work, find: ListFind): Promise<void> {
  if (find.of !== 'onlyHere' && !kind.whole) return
  await closeUnsaid(ctx, {
    comparisonId: compared.id,
    check: find.id,
    register: register.name,
    begin: `${compared.sender}|`,
  })
}

/** The findings of one row follow what was decided about it; those of the others stay. Returns how many the list has now. */
export async function keepRowFinds(ctx: Ctx, work: Work, row: ComparedRow): Promise<number> {
  const { compared, kind } = work
  const before = compared.counts.findings ?? 0
  const known = before === 0 || (await countFound(ctx, compared.id)) > 0 // compared before keys were kept: nothing is taken for unsaid
  for (const find of kind.finds ?? []) {
    if (find.of === 'onlyHere') continue
    const keys = [row.identity, ...row.targets, ...row.candidates.map(({ id }) => id)]
    await dropFound(ctx, {
      comparisonId: compared.id,
      check: find.id,
      keys: keys.map((key) => `${compared.sender}|${key}`),
    })
    if (speaksOf(find, row)) await keepHitsOf(ctx, work, { find, found: [{ row, ids: row.targets }] })
    await recheck(ctx, work, find, row.targets)
    if (known && !(await hasLater(ctx, compared))) await closeGoneFrom(ctx, work, find)
  }
  return known ? countFound(ctx, compared.id) : before
}

function speaksOf({ of, differs }: ListFind, row: ComparedRow): boolean {
  if (of === 'onlyThere') return row.class === 'onlyThere'
  if (row.class !== 'same' && row.class !== 'differs') return false
  return differs === undefined || row.differs.some(({ list }) => list === differs)
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
  here(id: number): Text
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
      computed: row ? quoteThere(work, find.there ?? [], row) : t('名单上没有', 'not on the list'),
      difference: null,
      sensitive: sensitiveOf(work, find),
      people: Math.max(1, rowIds.length),
      amount: null,
      reporters: [...new Set(met.map(({ updatedBy }) => updatedBy))],
    },
  ]
}

function stated({ find, here }: Speaking, [first]: readonly number[]): Text {
  if (first === undefined) return t('名册里没有', 'not in the register')
  return (find.here ?? []).length > 0 ? here(first) : t('在册', 'registered')
}

/** Which line of which list stands here and not among what was found: a later list that says the same is nothing new. */
function placeOf({ work, titles, areas }: Speaking, row: ComparedRow | null, met: readonly Met[]): Text {
  const { sender, listDate, sheets } = work.compared
  const whom = met
    .slice(0, 3)
    .map(({ id, area }) => `${areas.get(area) ?? area} ${titles.get(id) ?? ''}`.trim())
  const who = whom.join('；') || listTitle(work, row)
  const more = met.length > 3 ? t('等', ' and others') : t('', '')
  const name = sheets.length > 1 && row ? sheets[row.sheet]?.name : undefined
  const sheet = name === undefined ? t('', '') : t(`“${name}”`, `, sheet "${name}"`)
  return t(
    `${who}${more.zh}（${sender} ${listDate} 名单${sheet.zh}${row ? `第 ${row.rowNumber} 行` : ''}）`,
    `${who}${more.en} (list of ${sender}, ${listDate}${sheet.en}${row ? `, row ${row.rowNumber}` : ''})`,
  )
}

function listTitle({ list }: Work, row: ComparedRow | null): string {
  const field = list.fields[list.title]
  const cells = row?.encoded[list.title]
  return field && cells ? textOf(field, cells).zh : ''
}

function listArea({ compared, kind }: Work, row: ComparedRow | null): string {
  const code = row?.encoded[kind.near?.area?.list ?? 'area']?.[0]
  return typeof code === 'string' && code.startsWith(compared.area) ? code : compared.area
}

const withCommas = (quotes: readonly Text[]) => joinedWords(quotes, t('，', ', '))

function quoteHere(quoted: readonly Work['sides'][number][], row: Record<string, unknown>): Text {
  const said = quoted.map((side, at) => {
    const value = textOf(side.field, cellsOf(row, side, at))
    return both`${side.field.label} ${value.zh === '' ? t('未填', 'not filled in') : value}`
  })
  return withCommas(said)
}

function quoteThere({ list }: Work, names: readonly string[], { encoded }: ComparedRow): Text {
  const said = names.flatMap((name) => {
    const [field, cells] = [list.fields[name], encoded[name]]
    return field && cells ? [both`${field.label} ${textOf(field, cells)}`] : []
  })
  return said.length > 0 ? both`${t('名单：', 'List: ')}${withCommas(said)}` : t('在名单上', 'on the list')
}

function textOf(field: Field, cells: readonly unknown[]): Text {
  const value = field.kind.decode(cells)
  return value === null || value === undefined ? t('', '') : valueWords(field, value)
}

function sensitiveOf({ list, sideAt }: Work, { here = [], there = [] }: ListFind): string | null {
  const classes = [...here.map((path) => sideAt(path).field), ...there.map((name) => list.fields[name])]
  return classes.map((field) => field?.sensitive).find(Boolean) ?? null
}
