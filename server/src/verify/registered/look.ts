/** Counts declared figures in the registers: one way through a register for all figures of it and all areas, under the fence of the actor. */
import { areaContains, areaLevel, areaLevels } from '#kernel'
import type { Ctx } from '#platform'
import { may } from '#platform'
import type { AggregateValue, AskedField, Condition, Register, Registry } from '#register'
import { aggregateRows, askedBy, filterable, isMasked } from '#register'
import { commonArea } from '../finds/hit.ts'
import { verifyProblems } from '../problems.ts'
import type { Counted, RegisterFigure } from './define.ts'
import { conditionsOn } from './define.ts'
import type { Behind, Moment, Place, RegisterValue, Seen } from './value.ts'
import { countedValue, missingValue, sharedValue } from './value.ts'

export type FigureRoom = { registry: Registry; registerFigures?: readonly RegisterFigure[] }

/** The declared figure of that id, or the Problem `verify.noRegisterFigure`. */
export function registerFigure({ registerFigures = [] }: FigureRoom, id: string): RegisterFigure {
  const figure = registerFigures.find((one) => one.id === id)
  if (!figure) throw verifyProblems.noRegisterFigure({ figure: id })
  return figure
}

/** Whether the actor sees every register and field that is asked for; an outside party counts nothing. */
export function seesFigure({ actor }: Pick<Ctx, 'actor'>, room: FigureRoom, figure: RegisterFigure): boolean {
  const reads = [...actor.reads, ...actor.writes]
  return (
    actor.party === null &&
    askedOf(room, figure).every(({ register, field: name }) => {
      const field = filterable(register, name)
      const open = reads.includes('*') || reads.includes(register.name)
      return may(actor, `${register.name}.read`) && open && !(field && isMasked(actor, field))
    })
  )
}

/** Every field that a figure asks, with the register that it asks it of. */
function askedOf(room: FigureRoom, figure: RegisterFigure): Pick<AskedField, 'register' | 'field'>[] {
  return countedIn(room, figure).flatMap(({ register: name, filter, measure }) => {
    const register = room.registry.get(name)
    const measured = Object.values(measure).map((field) => ({ register, field: String(field) }))
    return [...measured, ...askedBy(room.registry, register, filter)]
  })
}

/** What the registers are asked for: a figure of rows itself, a share for its part and its whole. */
function countedIn(room: FigureRoom, { of }: RegisterFigure): Counted[] {
  if ('register' in of) return [of]
  return [of.part, of.whole].flatMap((id) => countedIn(room, registerFigure(room, id)))
}

/** The registers that a figure is counted in, and those that its conditions ask. */
export function registersOfFigure(room: FigureRoom, figure: RegisterFigure): string[] {
  return [...new Set(askedOf(room, figure).map(({ register }) => register.name))]
}

/** The rows behind a figure of rows, as they were known then; null for a share. */
export function behindOf(
  { registry }: FigureRoom,
  { figure, area }: Place,
  { day, known }: Seen,
): Behind | null {
  const { of } = figure
  if (!('register' in of)) return null
  const within: Condition = { field: 'area', op: 'within', value: area }
  const filter = [within, ...conditionsOn(registry, of, day)]
  return { register: of.register, filter, ...(known ? { known } : {}) }
}

/** The values of these figures in these places, in their order. Each register is gone through once. */
export async function registerValues(
  ctx: Ctx,
  room: FigureRoom,
  { places, ...at }: { places: readonly Place[] } & Moment,
): Promise<RegisterValue[]> {
  const open = places.filter((place) => reasonAgainst(ctx, room, place) === null)
  const tables = await tablesOf(ctx, room, { open, at })
  const value = (place: Place): RegisterValue => {
    const { of } = place.figure
    if (!('register' in of)) {
      const [part, whole] = [of.part, of.whole].map((id) =>
        value({ figure: registerFigure(room, id), area: place.area }),
      )
      return sharedValue(place, part as RegisterValue, whole as RegisterValue) // `as`: two ids, two values
    }
    const found = tables.get(place.figure.id)?.get(place.area) ?? { value: '0', rows: 0, unknown: 0 }
    return countedValue(place, of, { found, behind: behindOf(room, place, at) as Behind }) // `as`: of rows
  }
  return places.map((place) => {
    const reason = reasonAgainst(ctx, room, place)
    return reason ? missingValue(place, reason) : value(place)
  })
}

function reasonAgainst(ctx: Ctx, room: FigureRoom, { figure, area }: Place) {
  if (!areaContains(ctx.actor.area, area)) return 'outside'
  if (areaLevels.indexOf(areaLevel(area)) > areaLevels.indexOf(figure.level)) return 'level'
  return seesFigure(ctx, room, figure) ? null : 'notSeen'
}

type Table = Map<string, AggregateValue>

/** By figure and area. */
async function tablesOf(
  ctx: Ctx,
  room: FigureRoom,
  { open, at }: { open: readonly Place[]; at: Moment },
): Promise<Map<string, Table>> {
  const tables = new Map<string, Table>()
  if (open.length === 0) return tables
  const areas = open.map(({ area }) => area)
  const ask = { area: commonArea(areas), digits: [...new Set(areas.map(({ length }) => length))] }
  for (const [register, figures] of byRegister(room, open)) {
    const aggregates = figures.map(({ of }) => ({
      filter: conditionsOn(room.registry, of, at.day),
      measure: of.measure,
    }))
    const found = await aggregateRows(ctx, register, {
      ...ask,
      aggregates,
      registry: room.registry,
      ...(at.known ? { known: at.known } : {}),
    })
    for (const [i, { id }] of figures.entries())
      tables.set(
        id,
        new Map([...found].flatMap(([area, values]) => values.slice(i, i + 1).map((v) => [area, v]))),
      )
  }
  return tables
}

type CountedFigure = RegisterFigure & { of: Counted }

function byRegister(room: FigureRoom, places: readonly Place[]): Map<Register, CountedFigure[]> {
  const parts = new Map<string, CountedFigure>()
  const add = (figure: RegisterFigure): void => {
    const { of } = figure
    if ('register' in of) parts.set(figure.id, { ...figure, of })
    else for (const id of [of.part, of.whole]) add(registerFigure(room, id))
  }
  for (const { figure } of places) add(figure)
  const groups = new Map<Register, CountedFigure[]>()
  for (const figure of parts.values()) {
    const register = room.registry.get(figure.of.register)
    groups.set(register, [...(groups.get(register) ?? []), figure])
  }
  return groups
}
