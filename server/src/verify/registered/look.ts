/** Counts declared figures in the registers: one way through a register for all figures of it and all areas, under the fence of the actor. */
import { areaContains, areaLevel, areaLevels } from '#kernel'
import type { Ctx } from '#platform'
import { may } from '#platform'
import type { AggregateValue, Condition, Register, Registry } from '#register'
import { aggregateRows, filterable, isMasked } from '#register'
import { commonArea } from '../finds/hit.ts'
import { verifyProblems } from '../problems.ts'
import type { Counted, RegisterFigure } from './define.ts'
import { conditionsOn } from './define.ts'
import type { Behind, Moment, Place, RegisterValue } from './value.ts'
import { countedValue, missingValue, sharedValue } from './value.ts'

export type FigureRoom = { registry: Registry; registerFigures?: readonly RegisterFigure[] }

/** The declared figure of that id, or the Problem `verify.noRegisterFigure`. */
export function registerFigure({ registerFigures = [] }: FigureRoom, id: string): RegisterFigure {
  const figure = registerFigures.find((one) => one.id === id)
  if (!figure) throw verifyProblems.noRegisterFigure({ figure: id })
  return figure
}

/** Whether the actor sees the register and every field that is asked for; an outside party counts nothing. */
export function seesFigure({ actor }: Pick<Ctx, 'actor'>, room: FigureRoom, figure: RegisterFigure): boolean {
  return countedIn(room, figure).every(({ register: name, filter, measure }) => {
    const register = room.registry.get(name)
    const asked = [...filter.map(({ field }) => field), ...Object.values(measure).map(String)]
    const reads = [...actor.reads, ...actor.writes]
    return (
      actor.party === null &&
      may(actor, `${name}.read`) &&
      (reads.includes('*') || reads.includes(name)) &&
      asked.every((one) => {
        const field = filterable(register, one)
        return !field || !isMasked(actor, field)
      })
    )
  })
}

/** What the registers are asked for: a figure of rows itself, a share for its part and its whole. */
function countedIn(room: FigureRoom, { of }: RegisterFigure): Counted[] {
  if ('register' in of) return [of]
  return [of.part, of.whole].flatMap((id) => countedIn(room, registerFigure(room, id)))
}

/** The registers that a figure is counted in. */
export function registersOfFigure(room: FigureRoom, figure: RegisterFigure): string[] {
  return countedIn(room, figure).map(({ register }) => register)
}

/** The rows behind a figure of rows; null for a share. */
export function behindOf(room: FigureRoom, { figure, area }: Place, { day }: Moment): Behind | null {
  const { of } = figure
  if (!('register' in of)) return null
  const within: Condition = { field: 'area', op: 'within', value: area }
  return { register: of.register, filter: [within, ...conditionsOf(room, of, day)] }
}

function conditionsOf({ registry }: FigureRoom, of: Counted, day: Moment['day']): Condition[] {
  return conditionsOn(of, { day, dated: registry.get(of.register).shape === 'dated' })
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
      filter: conditionsOf(room, of, at.day),
      measure: of.measure,
    }))
    const found = await aggregateRows(ctx, register, {
      ...ask,
      aggregates,
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
