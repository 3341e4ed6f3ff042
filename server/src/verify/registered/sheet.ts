/** Figures of registers on a sheet: a row that names one is laid beside it, or takes it where nothing was typed. */
import type { Day } from '#kernel'
import { addMonths, isAreaCode } from '#kernel'
import type { Ctx } from '#platform'
import { clock } from '#platform'
import type { Figure, FigureSource } from '../figures/shape.ts'
import type { FigureRoom } from './look.ts'
import { registerFigure, registerValues } from './look.ts'
import type { Moment, RegisterValue } from './value.ts'
import { figureOf, toldOf } from './value.ts'

/** Of what place and day a sheet speaks; the actor's own area and today unless it says so. */
export type SheetAt = { area?: string | undefined; day?: string | undefined; known?: string | undefined }

/** A figure of the sheet and where it comes from. */
export type Wanted = { id: string; label: string; place: string; en?: Figure['en']; from: FigureSource }

export type Found = { figure: Figure; value: RegisterValue }

export function momentOf({ day, known }: SheetAt): Moment {
  return { day: (day as Day | undefined) ?? clock.today(), ...(known ? { known: known as Day } : {}) }
}

/** By the id of the figure on the sheet. */
export async function findFigures(
  ctx: Ctx,
  room: FigureRoom,
  { wanted, at }: { wanted: readonly Wanted[]; at: SheetAt },
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>()
  for (const back of new Set(wanted.map(({ from }) => from.yearsBefore ?? 0))) {
    const own = wanted.filter(({ from }) => (from.yearsBefore ?? 0) === back)
    const now = momentOf(at)
    for (const [id, one] of await findOn(ctx, room, {
      wanted: own,
      at,
      moment: { ...now, day: addMonths(now.day, -12 * back) },
    }))
      found.set(id, one)
  }
  return found
}

async function findOn(
  ctx: Ctx,
  room: FigureRoom,
  { wanted, at, moment }: { wanted: readonly Wanted[]; at: SheetAt; moment: Moment },
): Promise<[string, Found][]> {
  const places = wanted.map(({ from }) => ({
    figure: registerFigure(room, from.figure),
    area: placeOf(ctx, at, from),
  }))
  const values = await registerValues(ctx, room, { places, ...moment })
  return wanted.map(({ id, label, place, en }, i) => {
    const value = values[i] as RegisterValue // `as`: one answer a place
    const { figure } = places[i] as (typeof places)[number]
    const told = toldOf(room.registry, figure, value, moment)
    return [
      id,
      { value, figure: figureOf({ id, label, place, ...(en ? { en } : {}) }, { figure, value, told }) },
    ]
  })
}

/** The place of a row, else of the sheet, else of the actor. */
export function placeOf({ actor }: Pick<Ctx, 'actor'>, at: SheetAt, from: FigureSource): string {
  return [from.area, at.area].find((code) => code !== undefined && isAreaCode(code)) ?? actor.area
}
