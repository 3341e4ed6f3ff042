/** Runs one check over what the actor sees of the registers; the hits, with places and names. */
import type { Fen, Text } from '#kernel'
import { ratio, ratioText, t } from '#kernel'
import type { Ctx } from '#platform'
import type { AnyRow, Register, Registry } from '#register'
import { areaNames, findRows, titlesOf } from '#register'
import type { Check } from '../define.ts'
import { checkSum } from '../figures/sum.ts'
import type { FigureRoom } from '../registered/look.ts'
import { both, joinedWords, same, severalWords, valueWords } from '../words.ts'
import { figureHits } from './figure-finds.ts'
import type { Find } from './find.ts'
import type { Group, Only } from './group-store.ts'
import { countAll, listedThough, listedTwice, reportedAndCounted, sameValues } from './group-store.ts'
import type { Hit, Looked } from './hit.ts'
import { commonArea, joined } from './hit.ts'
import type { Fault, RowFind } from './row-finds.ts'
import { findInRows, isOfRows } from './row-finds.ts'

/** What each of the checks finds, in their order; more than one only where `together` says so. */
export async function lookFor(ctx: Ctx, room: FigureRoom, checks: readonly Check[]): Promise<Looked[]> {
  const [first] = checks
  if (!first) return []
  const given = { ...room, register: room.registry.get(first.on) }
  const finds = checks.map(({ find }) => find).filter(isOfRows)
  return finds.length === checks.length
    ? rowHits(ctx, given, finds)
    : Promise.all(checks.map(({ find }) => lookAcross(ctx, given, find)))
}

/** What a check still finds of what it found before: only these rows and keys are asked for. */
export async function lookAgain(
  ctx: Ctx,
  room: FigureRoom,
  { check, only }: { check: Check; only: Only },
): Promise<readonly Hit[]> {
  const given = { ...room, register: room.registry.get(check.on), only }
  const { hits } = await lookAcross(ctx, given, check.find)
  return hits
}

/** Whether two checks go through the same rows one by one: then they go once. */
export function together(one: Check, other: Check): boolean {
  return one.on === other.on && isOfRows(one.find) && isOfRows(other.find)
}

function lookAcross(ctx: Ctx, given: Given & FigureRoom, find: Find): Promise<Looked> {
  if (find.kind === 'sameValue') return sameHits(ctx, given, find)
  if (find.kind === 'listedTwice') return twiceHits(ctx, given, find)
  if (find.kind === 'listedThough') return thoughHits(ctx, given, find)
  if (find.kind === 'countAgainst') return countHits(ctx, given, find)
  if (find.kind === 'figures') return figureHits(ctx, given, { find, only: given.only?.keys })
  return rowHits(ctx, given, [find]).then(([looked]) => looked as Looked)
}

/** `only`: not the whole scope. */
type Given = { registry: Registry; register: Register; only?: Only }
type Of<K extends Find['kind']> = Extract<Find, { kind: K }>

async function rowHits(ctx: Ctx, given: Given, finds: readonly RowFind[]): Promise<Looked[]> {
  const { looked, faults } = await findInRows(ctx, given.register, { finds, ids: given.only?.rowIds })
  const places = await placesOf(
    ctx,
    given,
    faults.flat().map(({ row }) => row),
  )
  return faults.map((ofOne) => ({ looked, hits: ofOne.map((fault) => hitOf(given.register, fault, places)) }))
}

function hitOf(
  register: Register,
  { row, stated, computed, verdict, field, difference }: Fault,
  places: (id: number) => Text,
): Hit {
  return {
    key: String(row.id),
    rowIds: [row.id],
    area: row.area,
    verdict,
    place: places(row.id),
    stated,
    computed,
    difference: difference === undefined ? null : ratioText(difference),
    sensitive: field === null ? null : (register.fields[field]?.sensitive ?? null),
    people: difference === undefined ? 1 : Math.abs(difference.num / difference.den),
    amount: null,
    reporters: [row.updatedBy],
  }
}

async function sameHits(ctx: Ctx, given: Given, find: Of<'sameValue'>): Promise<Looked> {
  const { register, only } = given
  const groups = await sameValues(ctx, register, { ...find, only })
  const sensitive = find.by.map((name) => register.fields[name]?.sensitive).find(Boolean) ?? null
  return hitsOf(ctx, given, groups, (group) => ({
    key: group.value,
    stated: wordsOf(register, find.by, group.value),
    sensitive,
    verdict: 'overlap',
  }))
}

async function twiceHits(ctx: Ctx, given: Given, find: Of<'listedTwice'>): Promise<Looked> {
  const groups = await listedTwice(ctx, given.register, { ...find, only: given.only })
  const owners = await ownersOf(ctx, given, groups)
  return hitsOf(ctx, given, groups, (group) => ({
    key: group.value,
    stated: owners(group),
    sensitive: null,
    verdict: 'overlap',
  }))
}

async function thoughHits(ctx: Ctx, given: Given, find: Of<'listedThough'>): Promise<Looked> {
  const { registry, register } = given
  const field = register.fields[find.through]
  const other = registry.get(field?.kind.target?.(field) ?? '')
  const label = other.fields[find.fact]?.label
  const owner = find.laterThan ? registry.get(register.owner ?? '') : undefined
  const groups = await listedThough(ctx, { list: register, other, owner, only: given.only }, find)
  return hitsOf(ctx, given, groups, (group) => ({
    key: String(group.rowIds[0]),
    stated: t('在名单上', 'on the list'),
    computed: both`${label ?? find.fact} ${group.value}`,
    sensitive: null,
    verdict: 'contradiction',
  }))
}

type Said = Pick<Hit, 'key' | 'stated' | 'sensitive' | 'verdict'> & { computed?: Text }

async function hitsOf(
  ctx: Ctx,
  { registry, register, only }: Given,
  groups: readonly Group[],
  say: (group: Group) => Said,
): Promise<Looked> {
  const rows = (await findRows(
    ctx,
    register,
    groups.flatMap(({ rowIds }) => rowIds),
  )) as unknown as AnyRow[]
  const places = await placesOf(ctx, { registry, register }, rows)
  const hits = groups.map((group): Hit => {
    const said = say(group)
    return {
      ...said,
      computed:
        said.computed ??
        t(
          `${group.rowIds.length} 条`,
          `${group.rowIds.length} ${group.rowIds.length === 1 ? 'entry' : 'entries'}`,
        ),
      rowIds: group.rowIds,
      area: commonArea(group.areas),
      place: joined(group.rowIds.map(places)),
      difference: null,
      people: group.rowIds.length,
      amount: group.amount as Fen | null, // `as`: a column of money holds fen
      reporters: group.reporters,
    }
  })
  return { looked: only ? only.rowIds.length : await countAll(ctx, register), hits }
}

async function countHits(ctx: Ctx, { registry, register }: Given, find: Of<'countAgainst'>): Promise<Looked> {
  const found = await reportedAndCounted(
    ctx,
    { reports: register, counted: registry.get(find.counted) },
    find,
  )
  const names = await areaNames(
    ctx,
    found.map(({ area }) => area),
  )
  const unit = register.fields[find.figure]?.unit
  const inUnits = (n: number) => (unit ? both`${n} ${unit}` : same(`${n}`))
  const hits = found.flatMap(({ id, area, stated, counted, reporter, latest }): Hit[] => {
    const { verdict, difference } = checkSum({ parts: [ratio(counted)], total: ratio(stated) })
    if (verdict === 'ok') return []
    const name = names.get(area) ?? area
    return [
      {
        key: `${id}`,
        rowIds: [id],
        area,
        verdict,
        place: t(`${name} ${latest}`, `${name} ${latest}`),
        stated: inUnits(stated),
        computed: inUnits(counted),
        difference: ratioText(difference),
        sensitive: null,
        people: Math.abs(stated - counted),
        amount: null,
        reporters: [reporter],
      },
    ]
  })
  return { looked: found.length, hits }
}

/** `石桥村 三组 王伟`, by row id. */
async function placesOf(ctx: Ctx, { registry, register }: Given, rows: readonly AnyRow[]) {
  const names = await areaNames(
    ctx,
    rows.map(({ area }) => area),
  )
  const titles = await titlesOf(ctx, registry, { register, ids: rows.map(({ id }) => id) })
  const byId = new Map(
    rows.map((row) => [
      row.id as number,
      `${names.get(row.area) ?? row.area} ${titles.get(row.id) ?? ''}`.trim(),
    ]),
  )
  return (id: number) => t(byId.get(id) ?? '', byId.get(id) ?? '')
}

/** The values that the rows share, in words. */
function wordsOf(register: Register, by: readonly string[], value: string): Text {
  const parts = value.split('，')
  const words = by.map((name, i) => {
    const field = register.fields[name]
    const decoded = field?.kind.decode([parts[i] ?? null])
    return field && decoded !== null && decoded !== undefined ? valueWords(field, decoded) : (parts[i] ?? '')
  })
  return joinedWords(words, t('，', ', '))
}

/** The names of the owners that a person is listed under. */
async function ownersOf(
  ctx: Ctx,
  { registry, register }: Given,
  groups: readonly Group[],
): Promise<(group: Group) => Text> {
  const rows = (await findRows(
    ctx,
    register,
    groups.flatMap(({ rowIds }) => rowIds),
  )) as unknown as AnyRow[]
  const owner = registry.get(register.owner ?? '')
  const titles = await titlesOf(ctx, registry, {
    register: owner,
    ids: rows.map(({ ownerId }) => ownerId ?? 0),
  })
  const byRow = new Map(rows.map((row) => [row.id as number, titles.get(row.ownerId ?? 0) ?? '']))
  return ({ rowIds }) => severalWords(rowIds.map((id) => byRow.get(id) ?? ''))
}
