/** Figures of registers for who fills a sheet, and the rows behind a finding. */
import { z } from 'zod'
import { citationName, isDay, t } from '#kernel'
import type { Ctx } from '#platform'
import { dayAt, operation } from '#platform'
import { areaNames, conditionShape } from '#register'
import { getFinding } from '../finding-store.ts'
import { rowsBehind } from '../finds/figure-finds.ts'
import { behindOf, registerFigure, registerValues, seesFigure } from '../registered/look.ts'
import { momentOf, placeOf } from '../registered/sheet.ts'
import type { RegisterValue } from '../registered/value.ts'
import { lineOf, toldOf } from '../registered/value.ts'
import type { VerifyRoom } from '../run.ts'
import { contentShape, rowOfKey, ruleOfCheck } from '../sheet.ts'
import { getSheet } from '../sheet-store.ts'
import { text } from './show.ts'

const dayText = z.string().refine(isDay)
/** `known`: the rows as they were known by the end of that day, or at that moment. */
const behind = z.object({
  register: z.string(),
  filter: z.array(conditionShape),
  known: z.string().optional(),
})

const figureLine = z.object({
  id: z.string(),
  label: text,
  unit: text,
  level: z.enum(['county', 'township', 'village']),
  note: text.nullable(),
  source: text,
  /** Whether this actor sees what it is counted in. */
  seen: z.boolean(),
})

/** `value` null: `told` says why. `atMost`: with unknown rows, the most that it can be; null where nobody knows. */
const valueLine = z.object({
  figure: z.string(),
  area: z.string(),
  areaName: z.string(),
  value: z.string().nullable(),
  atMost: z.string().nullable(),
  rows: z.number(),
  unknown: z.number(),
  told: text,
  behind: behind.nullable(),
})

export function registerFiguresDoor(room: VerifyRoom) {
  return operation({
    name: 'verify.registerFigures',
    text: t('从名册取数', 'Count figures in the registers'),
    can: 'verify.read',
    audit: 'read',
    input: z.object({
      /** Figures and places that are counted now, each register once; the place is the actor's own unless said. */
      wanted: z
        .array(z.object({ figure: z.string().max(80), area: z.string().max(15).optional() }))
        .max(2000)
        .default([]),
      day: dayText.optional(),
      known: dayText.optional(),
    }),
    output: z.object({
      day: z.string(),
      /** Those that are declared. */
      figures: z.array(figureLine),
      /** In the order of `wanted`. */
      values: z.array(valueLine),
    }),
    run: async (ctx, ask) => {
      const moment = momentOf(ask)
      const places = ask.wanted.map(({ figure, area }) => ({
        figure: registerFigure(room, figure),
        area: placeOf(ctx, {}, { figure, ...(area ? { area } : {}) }),
      }))
      const values = await registerValues(ctx, room, { places, ...moment })
      const names = await areaNames(
        ctx,
        places.map(({ area }) => area),
      )
      const line = (value: RegisterValue) =>
        lineOf(value, {
          areaName: names.get(value.area) ?? value.area,
          told: toldOf(room.registry, registerFigure(room, value.figure), value, moment),
        })
      return { day: moment.day, figures: linesOf(ctx, room), values: values.map(line) }
    },
  })
}

function linesOf(ctx: Ctx, room: VerifyRoom): z.infer<typeof figureLine>[] {
  return (room.registerFigures ?? []).map((figure) => ({
    id: figure.id,
    label: figure.label,
    unit: figure.unit,
    level: figure.level,
    note: figure.note ?? null,
    source: citationName(figure.cite),
    seen: seesFigure(ctx, room, figure),
  }))
}

export function behindDoor(room: VerifyRoom) {
  return operation({
    name: 'verify.behind',
    text: t('疑点背后的名册', 'The rows behind a finding'),
    can: 'verify.read',
    audit: 'none',
    input: z.object({ findingId: z.int().positive() }),
    /** Lists of registers; none where the finding is of single rows. */
    output: z.object({ lists: z.array(behind.extend({ label: text })) }),
    run: async (ctx, { findingId }) => ({ lists: await listsBehind(ctx, room, findingId) }),
  })
}

/** The rows that were counted when the finding was last seen: on that day and as they were known then. */
async function listsBehind(ctx: Ctx, room: VerifyRoom, findingId: number) {
  const { checkId, key, area, rowIds, seenAt } = await getFinding(ctx, findingId)
  const find = room.checks.find(({ id }) => id === checkId)?.find
  const seen = { day: dayAt(seenAt), known: seenAt }
  if (find?.kind === 'figures') return rowsBehind(room, find, { area, ...seen })
  if (!ruleOfCheck(checkId)) return []
  const sheet = await getSheet(ctx, rowIds[0] ?? 0)
  const content = contentShape.parse(sheet.content)
  const row = content.kind === 'rows' ? rowOfKey(content.rows, key) : undefined
  if (content.kind !== 'rows' || !row?.register) return []
  const figure = registerFigure(room, row.register)
  const at = content.at ?? {}
  const from = { figure: row.register, ...(row.area ? { area: row.area } : {}) }
  const { day, known } = momentOf({ ...seen, ...at })
  const list = behindOf(room, { figure, area: placeOf(ctx, at, from) }, { day, known: known ?? seenAt })
  return list ? [{ ...list, label: figure.label }] : []
}
