/** What the events say of who is married to whom. */
import type { Day } from '#kernel'
import type { AnyRow, Happened, Look } from '#register'
import { person } from '../registers/index.ts'
import { refuse } from './home.ts'

export async function spouseOf(look: Look, id: unknown): Promise<AnyRow | undefined> {
  return typeof id === 'number' ? look.row(person, id) : undefined
}

/** Somebody was chosen whose record is not there, or not in the actor's area. */
export function unseen(id: unknown, row: AnyRow | undefined): ReturnType<typeof refuse> | undefined {
  if (typeof id !== 'number' || row) return undefined
  return refuse(
    'spouse',
    `没有编号 ${id} 的档案，或不在您的管辖范围。跨村的由乡镇办，跨乡镇的由县里办。`,
    `There is no record ${id}, or it is outside your area. Between villages the township does it, between townships the county.`,
  )
}

/** The last marriage or divorce of the person, and the other one, where the register has a record. */
export async function lastWedlock(
  look: Look,
  row: AnyRow,
): Promise<{ event: Happened; other: number | undefined } | undefined> {
  const told = await look.events(person, row.id)
  const event = told.filter(({ name }) => name === 'marriage' || name === 'divorce').at(-1)
  const own = new Set(event?.own)
  const other = event?.rows.find(({ register, id }) => register === person.name && !own.has(id))
  return event && { event, other: other?.id }
}

/** Married by an event to somebody who lives, and not divorced since. Of a spouse from outside nothing is known but the day. */
export async function isMarried(look: Look, row: AnyRow, on: Day): Promise<boolean> {
  const last = await lastWedlock(look, row)
  if (last?.event.name !== 'marriage') return false
  if (last.other === undefined) return last.event.on === on
  return ((await look.row(person, last.other)) ?? row).diedOn === null
}
