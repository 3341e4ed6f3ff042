/** Checks of figures that registers have of a place: do they go together? */
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { clock } from '#platform'
import { areaNames } from '#register'
import type { Outcome } from '../figures/outcome.ts'
import { runSet } from '../figures/run-set.ts'
import { areasOf } from '../registered/area-store.ts'
import type { FigureRoom } from '../registered/look.ts'
import { behindOf, registerFigure, registerValues } from '../registered/look.ts'
import type { Behind, Moment, RegisterValue, Seen } from '../registered/value.ts'
import { figureOf, toldOf } from '../registered/value.ts'
import type { FiguresAgree } from './find.ts'
import type { Hit, Looked } from './hit.ts'

const quiet: readonly Outcome['verdict'][] = ['ok', 'bound-ok', 'bound-unknown', 'masked-value']

/** One hit a relation and place that does not fit; places of which the registers have nothing are left out. */
export async function figureHits(
  ctx: Ctx,
  room: FigureRoom,
  { find, only }: { find: FiguresAgree; only?: readonly string[] | undefined },
): Promise<Looked> {
  const named = Object.entries(find.figures)
  const areas = only ? [...new Set(only.map(areaOfKey))] : await areasOf(ctx, find.each)
  const at: Moment = { day: clock.today() }
  const places = areas.flatMap((area) => named.map(([, id]) => ({ figure: registerFigure(room, id), area })))
  const values = await registerValues(ctx, room, { places, ...at })
  const names = await areaNames(ctx, areas)
  const hits = areas.flatMap((area, i) => {
    const own = values.slice(i * named.length, (i + 1) * named.length)
    return own.every(({ rows, unknown }) => rows + unknown === 0)
      ? []
      : hitsAt(room, find, { area, name: names.get(area) ?? area, outcomes: outcomesAt(room, find, own, at) })
  })
  return { looked: areas.length, hits }
}

const keyOf = (area: string, { relation }: Outcome) => `${area}:${relation}`
const areaOfKey = (key: string) => key.slice(0, key.indexOf(':'))

function outcomesAt(
  room: FigureRoom,
  { figures, relations }: FiguresAgree,
  values: readonly RegisterValue[],
  at: Moment,
): Outcome[] {
  const filled = Object.entries(figures).map(([name, id], i) => {
    const figure = registerFigure(room, id)
    const value = values[i] as RegisterValue // `as`: one value a figure
    const told = toldOf(room.registry, figure, value, at)
    const named = { id: name, label: figure.label.zh, en: { label: figure.label.en } }
    return figureOf(named, { figure, value, told })
  })
  return runSet({ figures: filled, relations }).filter(({ verdict }) => !quiet.includes(verdict))
}

type Told = { area: string; name: string; outcomes: readonly Outcome[] }

function hitsAt(room: FigureRoom, find: FiguresAgree, { area, name, outcomes }: Told): Hit[] {
  return outcomes.map((one) => ({
    key: keyOf(area, one),
    rowIds: [],
    area,
    verdict: one.verdict,
    place: t(name, name),
    stated: one.stated,
    computed: one.computed,
    difference: one.difference,
    sensitive: null,
    people: personsIn(room, find) ? Math.abs(Number(one.difference ?? 0)) : 0,
    amount: null,
    reporters: [],
  }))
}

/** Where all figures count persons a difference is so many of them. */
function personsIn(room: FigureRoom, { figures }: FiguresAgree): boolean {
  return Object.values(figures).every((id) => registerFigure(room, id).unit.zh === '人')
}

/** The rows behind each figure of such a finding. */
export function rowsBehind(
  room: FigureRoom,
  find: FiguresAgree,
  { area, ...seen }: { area: string } & Seen,
): (Behind & { label: { zh: string; en: string } })[] {
  return Object.values(find.figures).flatMap((id) => {
    const figure = registerFigure(room, id)
    const behind = behindOf(room, { figure, area }, seen)
    return behind ? [{ ...behind, label: figure.label }] : []
  })
}
