/** `xiangce figures`: the declared figures of the registers, place by place. */
import type { Day, Text } from '#kernel'
import { citationName, isDay, t } from '#kernel'
import type { Command, Ctx } from '#platform'
import { defineCommand, platformProblems, systemActor, withContext } from '#platform'
import { areaNames } from '#register'
import { areasOf } from './area-store.ts'
import type { RegisterFigure } from './define.ts'
import type { FigureRoom } from './look.ts'
import { registerFigure, registerValues } from './look.ts'
import { momentOf } from './sheet.ts'
import type { Moment, ValueLine } from './value.ts'
import { lineOf, toldOf } from './value.ts'

/** `values`: in the order of the codes of the places. */
export type FiguresResult = {
  day: Day
  known: Day | null
  figures: { id: string; label: Text; unit: Text; source: Text; values: ValueLine[] }[]
}

const levels = ['county', 'township', 'village'] as const

export function figuresCommand(room: FigureRoom): Command {
  return defineCommand<FiguresResult>({
    name: 'figures',
    text: t('从名册取数', 'Count figures in the registers'),
    usage: '[<figure> …] [--day <day>] [--known <day>] [--level county|township|village]',
    options: { day: { type: 'string' }, known: { type: 'string' }, level: { type: 'string' } },
    run: async ({ house, words, options }) => {
      const { day, known, level = 'county' } = options
      const moment = momentOf({ day: dayOption('day', day), known: dayOption('known', known) })
      const each = levels.find((one) => one === level)
      if (!each) throw platformProblems.usage({ what: `--level ${levels.join('|')}` })
      const asked = words.map((id) => registerFigure(room, id))
      const figures = asked.length > 0 ? asked : (room.registerFigures ?? [])
      const system = systemActor(house.county)
      const lines = await withContext(house.db, system, (ctx) =>
        linesOf(ctx, room, { figures, each, moment }),
      )
      return {
        day: moment.day,
        known: moment.known ?? null,
        figures: figures.map((figure) => ({
          ...headOf(figure),
          values: lines.filter((line) => line.figure === figure.id),
        })),
      }
    },
    show,
  })
}

type Wanted = { figures: readonly RegisterFigure[]; each: (typeof levels)[number]; moment: Moment }

async function linesOf(ctx: Ctx, room: FigureRoom, { figures, each, moment }: Wanted): Promise<ValueLine[]> {
  const areas = await areasOf(ctx, each)
  const names = await areaNames(ctx, areas)
  const places = figures.flatMap((figure) => areas.map((area) => ({ figure, area })))
  const values = await registerValues(ctx, room, { places, ...moment })
  return values.map((value) =>
    lineOf(value, {
      areaName: names.get(value.area) ?? value.area,
      told: toldOf(room.registry, registerFigure(room, value.figure), value, moment),
    }),
  )
}

function headOf({ id, label, unit, cite }: RegisterFigure) {
  return { id, label, unit, source: citationName(cite) }
}

function dayOption(name: string, given: string | boolean | undefined): Day | undefined {
  if (given === undefined) return undefined
  if (typeof given === 'string' && isDay(given)) return given
  throw platformProblems.usage({ what: `--${name} 2023-12-31` })
}

function show({ figures }: FiguresResult): string {
  return figures
    .flatMap(({ label, values }) => [
      label.zh,
      ...values.map(({ areaName, told }) => `  ${areaName}　${told.zh}`),
    ])
    .join('\n')
}
