/** A fact of a list that an event of its row takes over: drawn up by who proposes, entered as it was seen by who confirms. */
import type { Day } from '#kernel'
import type { Ctx } from '#platform'
import type { AnyRow, EventDeclaration, Filled } from '#register'
import { confirmEvent, foreseeEvent } from '#register'
import type { VerifyRoom } from '../run.ts'
import type { ByEvent } from './define.ts'
import { compareProblems } from './problems.ts'
import type { Work } from './room.ts'
import type { Adoption, ComparedRow, ProposedEvent } from './tables.ts'

/** What the proposer says beside the list; the form of the event, without its day. */
export type Answered = Partial<Pick<Filled, 'values' | 'picks' | 'answers'>>

export type Through = { way: ByEvent; event: EventDeclaration; filled: Filled }

type Told = { row: ComparedRow; target: AnyRow; names: readonly string[]; said?: Answered | undefined }

/** The event that takes over one of these fields (`names`), if it can happen to the row; filled in by the list first. */
export function throughOf(
  { events = [] }: VerifyRoom,
  { kind, list }: Work,
  told: Told,
): Through | undefined {
  const { row, target, names, said = {} } = told
  const way = kind.adoptsBy?.find(({ day }) => names.includes(day.here))
  const event = events.find(({ name, subject }) => name === way?.event && subject.name === kind.register)
  if (!way || !event || event.offered?.(target) === false) return undefined
  const wire = (name: string) => {
    const [field, cells] = [list.fields[name], row.encoded[name]]
    const value = field && cells ? field.kind.decode(cells) : null
    return value === null || value === undefined ? undefined : field?.kind.toWire(value)
  }
  const listed = Object.entries(way.values ?? {}).flatMap(([field, pair]) => {
    const value = wire(pair.list)
    return value === undefined ? [] : [[field, value] as const]
  })
  const values = { ...said.values, ...Object.fromEntries(listed) }
  const filled = {
    on: wire(way.day.list) as Day,
    values,
    picks: said.picks ?? {},
    answers: said.answers ?? {},
  }
  return { way, event, filled }
}

/** What the event will change, to be kept with the proposal. Problem `compare.sayFirst`: what it still has to be told. */
export async function proposedEvent(
  ctx: Ctx,
  { event, filled }: Through,
  { row, target }: { row: ComparedRow; target: AnyRow },
): Promise<ProposedEvent> {
  const { issues, changes, seen } = await foreseeEvent(ctx, event, { ...filled, id: target.id })
  if (issues.length > 0) throw compareProblems.sayFirst({ row: row.rowNumber, label: event.label, issues })
  return { event: event.name, filled, changes, seen }
}

/** Enters it if it still changes what was seen; the fields of the row that it wrote. Problems: `compare.otherNow`, of the event. */
export async function enterProposed(
  ctx: Ctx,
  { events = [] }: VerifyRoom,
  { adoption, paper }: { adoption: Adoption; paper: string },
): Promise<string[]> {
  const { byEvent, targetId, register } = adoption
  const event = events.find(({ name }) => name === byEvent?.event)
  if (!byEvent || !event) return []
  const given = { ...byEvent.filled, id: targetId }
  const { plan, issues, seen, changes } = await foreseeEvent(ctx, event, given)
  if (issues.length > 0 || seen !== byEvent.seen)
    throw compareProblems.otherNow({
      title: String(plan.subject[event.subject.title] ?? `#${targetId}`),
      label: event.label,
    })
  await confirmEvent(ctx, event, { ...given, paper })
  return changes.flatMap((one) =>
    one.register === register && one.id === targetId ? Object.keys(one.after) : [],
  )
}
