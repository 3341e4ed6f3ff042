/** 采信: what a list says goes into the register by two persons, with where it came from; never by one, never by itself (GEN-13). */
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { samePerson } from '#platform'
import type { AnyRow, Field, Register } from '#register'
import { areaNames, findRows, getRow, isMasked, logPair, sayForeseen, titlesOf, updateRow } from '#register'
import type { VerifyRoom } from '../run.ts'
import type { Answered } from './adopt-event.ts'
import { enterProposed, proposedEvent, throughOf } from './adopt-event.ts'
import { closeAdoption, insertAdoption, lockAdoption } from './adoption-store.ts'
import { compareProblems } from './problems.ts'
import { recheck } from './recheck.ts'
import type { Work } from './room.ts'
import { groundOf } from './room.ts'
import type { Adoption, ComparedRow } from './tables.ts'

type Cells = Record<string, unknown[]>

type Proposing = {
  work: Work
  rows: readonly ComparedRow[]
  fields?: readonly string[]
  note: string
  /** What an event that adopts the fact has to be told beside the list. */
  said?: Answered
}

/** Proposes for each of these matched rows; `fields`: only these of what the kind lets adopt. Returns the numbers. */
export async function proposeAdoptions(
  ctx: Ctx,
  room: VerifyRoom,
  { work, rows, fields, note, said }: Proposing,
): Promise<number[]> {
  const ids = rows.flatMap(({ targets }) => targets)
  const found = new Map(
    (await findRows(ctx, work.register, ids)).map((row) => [Number(row.id), row as unknown as AnyRow]),
  )
  const made: number[] = []
  for (const row of rows) {
    const target = row.targets.length === 1 ? found.get(row.targets[0] ?? 0) : undefined
    const told = target ? saidOtherwise(ctx, work, { row, target, fields }) : { encoded: {}, before: {} }
    if (!target || Object.keys(told.encoded).length === 0)
      throw compareProblems.nothingToAdopt({ row: row.rowNumber })
    const names = Object.keys(told.encoded)
    const through = throughOf(room, work, { row, target, names, said })
    const byEvent = through ? await proposedEvent(ctx, through, { row, target }) : null
    const id = await insertAdoption(ctx, {
      ...placeOf(work, row),
      area: target.area,
      targetId: target.id,
      ...told,
      byEvent,
      note,
    })
    if (id !== undefined) made.push(id)
  }
  return made
}

function placeOf({ compared, register }: Work, row: ComparedRow) {
  const { id, fileName, sheets, sender, listDate } = compared
  const sheetName = sheets[row.sheet]?.name ?? ''
  const where = { comparisonId: id, rowId: row.id, fileName, sheetName, rowNumber: row.rowNumber }
  return { register: register.name, ...where, sender, listDate }
}

type Beside = { row: ComparedRow; target: AnyRow; fields: readonly string[] | undefined }

/** Only what the list says, what is other here, and what the proposer may see. */
export function saidOtherwise({ actor }: Ctx, { kind, register }: Work, { row, target, fields }: Beside) {
  const encoded: Cells = {}
  const before: Cells = {}
  for (const { list, here } of kind.adopts ?? []) {
    const [field, cells] = [register.fields[here], row.encoded[list]]
    if (!field || !cells || isMasked(actor, field) || (fields && !fields.includes(here))) continue
    const now = target[here] ?? null
    if (now !== null && field.kind.compare(field.kind.decode(cells), now) === 0) continue
    encoded[here] = cells
    before[here] = cellsOf(field, now)
  }
  return { encoded, before }
}

function cellsOf(field: Field, value: unknown): unknown[] {
  return value === null || value === undefined ? [] : [...field.kind.encode(value)]
}

/** Confirms, or refuses for a reason, one proposal of somebody else. Problems: `compare.decided`, `.samePerson`, `.moved`, `.noReason`. */
export async function decideAdoption(
  ctx: Ctx,
  room: VerifyRoom,
  { id, as, answer }: { id: number; as: 'adopted' | 'refused'; answer?: string | undefined },
): Promise<void> {
  const adoption = await lockAdoption(ctx, id)
  if (adoption.state !== 'proposed') throw compareProblems.decided()
  if (samePerson({ accountId: adoption.proposedBy }, ctx.actor))
    throw compareProblems.samePerson({ proposer: adoption.proposer })
  if (as === 'refused' && !answer) throw compareProblems.noReason()
  if (as === 'adopted') await write(ctx, room, adoption)
  await closeAdoption(ctx, { id, state: as, answer })
}

async function write(ctx: Ctx, room: VerifyRoom, adoption: Adoption): Promise<void> {
  const register = room.registry.get(adoption.register)
  const before = (await getRow(ctx, register, adoption.targetId)) as unknown as AnyRow
  const moved = Object.entries(adoption.before).filter(([name, cells]) => {
    const field = register.fields[name]
    return field && JSON.stringify(cellsOf(field, before[name])) !== JSON.stringify(cells)
  })
  if (moved.length > 0) {
    const titles = await titlesOf(ctx, room.registry, { register, ids: [before.id] })
    const labels = moved.flatMap(([name]) => register.fields[name]?.label ?? [])
    throw compareProblems.moved({ title: titles.get(before.id) ?? `#${before.id}`, labels })
  }
  const paper = sourceWords(ctx, adoption)
  const entered = await enterProposed(ctx, room, { adoption, paper })
  await writeFields(ctx, register, { adoption, entered, reason: paper })
  await settle(ctx, room, adoption)
}

type Writing = { adoption: Adoption; entered: readonly string[]; reason: string }

/** The fields that no event wrote. */
async function writeFields(ctx: Ctx, register: Register, { adoption, entered, reason }: Writing) {
  const rest = Object.entries(adoption.encoded).filter(([name]) => !entered.includes(name))
  const values = Object.fromEntries(
    rest.map(([name, cells]) => [name, register.fields[name]?.kind.decode(cells)]),
  )
  const before = (await getRow(ctx, register, adoption.targetId)) as unknown as AnyRow
  const { id, version } = before
  if (rest.length === 0) return ctx.note({ subject: `${register.name}:${id}`, text: t(reason, reason) })
  const after = (await updateRow(ctx, register, {
    id,
    version,
    values: values as never,
    reason,
  })) as unknown as AnyRow
  ctx.note({
    subject: `${register.name}:${id}`,
    ...logPair(register, before, after),
    text: t(reason, reason),
  })
}

/** `采信民政局 2025-06-30 名单《死亡名单.xlsx》第 12 行，孙国栋提出，赵敏确认` */
function sourceWords({ actor }: Ctx, { sender, listDate, fileName, rowNumber, proposer }: Adoption): string {
  return `采信${sender} ${listDate} 名单《${fileName}》第 ${rowNumber} 行，${proposer}提出，${actor.name}确认`
}

/** The findings that the written value answers. */
async function settle(ctx: Ctx, room: VerifyRoom, { register, targetId }: Adoption): Promise<void> {
  const { registry, lists = [] } = room
  for (const kind of lists.filter((one) => one.register === register))
    for (const find of kind.finds ?? []) await recheck(ctx, groundOf(registry, kind), find, [targetId])
}

/** Proposals as the pages see them, with the words of what stands and what would. */
export async function showAdoptions(
  ctx: Ctx,
  { registry, events = [] }: VerifyRoom,
  adoptions: readonly Adoption[],
) {
  const areas = await areaNames(
    ctx,
    adoptions.map(({ area }) => area),
  )
  const titles = new Map<string, string>()
  for (const name of new Set(adoptions.map(({ register }) => register))) {
    const ids = adoptions.filter(({ register }) => register === name).map(({ targetId }) => targetId)
    for (const [id, title] of await titlesOf(ctx, registry, { register: registry.get(name), ids }))
      titles.set(`${name}:${id}`, title)
  }
  const follows = await sayForeseen(
    ctx,
    registry,
    adoptions.map(({ byEvent }) => byEvent?.changes ?? []),
  )
  return adoptions.map((one, at) => ({
    id: one.id,
    register: one.register,
    targetId: one.targetId,
    title: titles.get(`${one.register}:${one.targetId}`) ?? `#${one.targetId}`,
    areaName: areas.get(one.area) ?? one.area,
    comparisonId: one.comparisonId,
    rowId: one.rowId,
    source: t(
      `${one.sender} ${one.listDate} 名单《${one.fileName}》第 ${one.rowNumber} 行`,
      `${one.fileName} of ${one.sender}, ${one.listDate}, row ${one.rowNumber}`,
    ),
    fields: Object.keys(one.encoded).map((name) =>
      changeOf(ctx, registry.get(one.register).fields[name], name, one),
    ),
    event: events.find(({ name }) => name === one.byEvent?.event)?.label ?? null,
    follows: follows[at] ?? [],
    note: one.note,
    state: one.state,
    proposer: one.proposer,
    proposedAt: one.proposedAt,
    decider: one.decider,
    answer: one.answer,
    decidedAt: one.decidedAt,
    mine: samePerson({ accountId: one.proposedBy }, ctx.actor),
  }))
}

function changeOf(
  { actor, locale }: Ctx,
  field: Field | undefined,
  name: string,
  { encoded, before }: Adoption,
) {
  const words = (cells: unknown[] | undefined) => {
    const value = field && cells && cells.length > 0 ? field.kind.decode(cells) : null
    if (!field || value === null || value === undefined) return null
    return isMasked(actor, field)
      ? (field.kind.mask?.(value) ?? '••••')
      : field.kind.format(value, field, locale)
  }
  return {
    name,
    label: field?.label ?? t(name, name),
    before: words(before[name]),
    after: words(encoded[name]),
  }
}
