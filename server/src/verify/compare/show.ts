/** A comparison and its rows as the pages see them: in words, hidden values hidden. */
import { z } from 'zod'
import { placeText, t } from '#kernel'
import type { Ctx } from '#platform'
import type { Field } from '#register'
import { areaNames, isMasked, titlesOf } from '#register'
import { adoptionsOf } from './adoption-store.ts'
import { sideRows } from './match-store.ts'
import type { Work } from './room.ts'
import { cellsOf } from './side-store.ts'
import type { Side } from './sides.ts'
import { nearPairs } from './sides.ts'
import type { Adoption, ComparedRow } from './tables.ts'
import { rowClasses } from './tables.ts'

export const text = z.object({ zh: z.string(), en: z.string() })

/** A row of the register: what it is called, where it stands, and the fields that tell it from others. */
export const hereShape = z.object({
  id: z.number(),
  title: z.string(),
  areaName: z.string(),
  values: z.array(z.object({ label: text, value: z.string() })),
})

export const listRowShape = z.object({
  id: z.number(),
  sheet: z.string(),
  row: z.number(),
  class: z.enum(rowClasses),
  isNew: z.boolean(),
  /** What the list says, by its columns, in words. */
  values: z.array(z.object({ name: z.string(), label: text, value: z.string() })),
  here: z.array(hereShape),
  differs: z.array(
    z.object({
      name: z.string(),
      label: text,
      there: z.string(),
      now: z.string().nullable(),
      adopts: z.boolean(),
    }),
  ),
  candidates: z.array(hereShape.extend({ score: z.number(), reasons: z.array(text) })),
  decision: z.enum(['same', 'none']).nullable(),
  decidedBy: z.string().nullable(),
  problems: z.array(z.object({ place: text, text })),
  adoption: z
    .object({
      id: z.number(),
      state: z.enum(['proposed', 'adopted', 'refused']),
      proposer: z.string(),
      decider: z.string().nullable(),
      /** Why it was refused. */
      answer: z.string().nullable(),
    })
    .nullable(),
})
export type ListRow = z.infer<typeof listRowShape>
export type HereRow = z.infer<typeof hereShape>

export async function showListRows(ctx: Ctx, work: Work, rows: readonly ComparedRow[]): Promise<ListRow[]> {
  const { compared, list } = work
  const ids = rows.flatMap(({ targets, candidates }) => [...targets, ...candidates.map(({ id }) => id)])
  const here = await hereRows(ctx, work, ids)
  const adoptions = new Map(
    (
      await adoptionsOf(
        ctx,
        rows.map(({ id }) => id),
      )
    ).map((one) => [one.rowId, one]),
  )
  const codes = rows.flatMap(({ encoded }) => placesIn(list.fields, encoded))
  const places = await areaNames(ctx, codes)
  return rows.map((row) => ({
    id: row.id,
    sheet: compared.sheets[row.sheet]?.name ?? '',
    row: row.rowNumber,
    class: row.class ?? 'unreadable',
    isNew: row.isNew,
    values: valuesOf(ctx, work, { row, places }),
    here: row.targets.flatMap((id) => here.get(id) ?? []),
    differs: differsOf(ctx, work, row),
    candidates: row.candidates.flatMap(({ id, score, reasons }) => {
      const one = here.get(id)
      return one ? [{ ...one, score, reasons }] : []
    }),
    decision: row.decision,
    decidedBy: row.decidedName,
    problems: problemsOf(ctx, work, row),
    adoption: adoptionOf(adoptions.get(row.id)),
  }))
}

/** Rows of the register by id; one that the actor may not see is not among them. */
export async function hereRows(ctx: Ctx, work: Work, ids: readonly number[]): Promise<Map<number, HereRow>> {
  const { register, registry } = work
  const sides = tellingSides(work)
  const found = await sideRows(ctx, { register, sides, ids })
  const titles = await titlesOf(ctx, registry, { register, ids: [...found.keys()] })
  const place = sides.findIndex(({ field }) => field.kind.place)
  const placed = sides[place]
  const codes = [...found.values()].flatMap((row) =>
    placed ? [String(cellsOf(row, placed, place)[0] ?? '')] : [],
  )
  const areas = await areaNames(ctx, codes)
  return new Map(
    [...found].map(([id, row]) => {
      const code = placed ? String(cellsOf(row, placed, place)[0] ?? '') : ''
      const values = sides.flatMap((side, at) => {
        if (side.field.kind.place) return []
        const value = wordsOf(ctx, side.field, cellsOf(row, side, at))
        return value === '' ? [] : [{ label: side.field.label, value }]
      })
      return [id, { id, title: titles.get(id) ?? `#${id}`, areaName: areas.get(code) ?? code, values }]
    }),
  )
}

/** What tells rows apart, and where they stand. */
function tellingSides({ kind, keys, register, sideAt }: Work): Side[] {
  const near = nearPairs(kind.near).map(({ here }) => here)
  const paths = [
    ...keys.flat().map(({ here }) => here),
    ...near,
    ...(register.areaField === 'area' ? ['area'] : []),
  ]
  return [...new Set(paths)].map(sideAt)
}

/** Text of a value; what the actor may not see as far as he may. */
export function wordsOf({ actor, locale }: Ctx, field: Field, cells: readonly unknown[]): string {
  const value = field.kind.decode(cells)
  if (value === null || value === undefined) return ''
  if (isMasked(actor, field)) return field.kind.mask?.(value) ?? '••••'
  return field.kind.format(value, field, locale)
}

function placesIn(fields: Readonly<Record<string, Field>>, encoded: ComparedRow['encoded']): string[] {
  return Object.entries(encoded).flatMap(([name, [cell]]) =>
    fields[name]?.kind.place && typeof cell === 'string' ? [cell] : [],
  )
}

function valuesOf(
  ctx: Ctx,
  { list }: Work,
  { row, places }: { row: ComparedRow; places: ReadonlyMap<string, string> },
) {
  return Object.entries(list.fields).flatMap(([name, field]) => {
    const cells = row.encoded[name]
    if (!cells) return []
    const words = field.kind.place
      ? (places.get(String(cells[0])) ?? String(cells[0]))
      : wordsOf(ctx, field, cells)
    return [{ name, label: field.label, value: words }]
  })
}

function differsOf({ actor }: Ctx, { list, kind, sideAt }: Work, { differs }: ComparedRow) {
  return differs.map(({ list: name, here, there, now }) => {
    const [field, side] = [list.fields[name], sideAt(here)]
    const hidden = isMasked(actor, side.field) || (field !== undefined && isMasked(actor, field))
    const adopts = (kind.adopts ?? []).some((pair) => pair.list === name) && !hidden
    return {
      name: here,
      label: side.field.label,
      there: hidden ? '••••' : there,
      now: now !== null && hidden ? '••••' : now,
      adopts,
    }
  })
}

/** The text of an issue may quote a cell: who may not see the value gets what is to be done without it. */
function problemsOf({ actor }: Ctx, { list, compared }: Work, row: ComparedRow) {
  const sheet = compared.sheets[row.sheet]?.name ?? ''
  return row.issues.map(({ field, column, text: said }) => {
    const declared = field === undefined ? undefined : list.fields[field]
    const hide = declared !== undefined && isMasked(actor, declared)
    return {
      place: placeText({ sheet, row: row.rowNumber, ...(column ? { column } : {}) }),
      text: hide
        ? t(said.zh.replace(/“[^”]*”/g, '所填内容'), said.en.replace(/"[^"]*"/g, 'what is written'))
        : said,
    }
  })
}

function adoptionOf(one: Adoption | undefined): ListRow['adoption'] {
  if (!one) return null
  const { id, state, proposer, decider, answer } = one
  return { id, state, proposer, decider, answer }
}
