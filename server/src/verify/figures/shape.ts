/** A declared file of figures: what a document says, and how its figures hang together. Data only. */
import { z } from 'zod'
import type { Text } from '#kernel'

const name = z.string().trim().min(1).max(80)
const names = z.array(name).min(1).max(200)
const decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,8})?$/)
const dayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const words = z.array(z.string().max(80)).max(200)

export const qualifiers = ['=', '>=', '<=', '~', '<', '>'] as const

const codeText = z.string().regex(/^\d{6,15}$/)

/** A figure that is counted in a register: its declaration, of which place (else that of the document), so many years before its day. */
export const figureSourceShape = z.object({
  figure: name,
  area: codeText.optional(),
  yearsBefore: z.int().min(1).max(50).optional(),
})
export type FigureSource = z.infer<typeof figureSourceShape>

/** Of what place and day a document speaks, and as known on which day. */
export const documentAtShape = z.object({
  area: codeText.optional(),
  day: dayText.optional(),
  known: dayText.optional(),
})

export const figureShape = z.object({
  id: name,
  label: z.string().max(120),
  /** As stated, without unit: `3878`, `11.8`. null: masked or not known (GEN-07); never 0. */
  value: decimal.nullable(),
  unit: z.string().max(20).optional(),
  /** What it was rounded to, in its unit: `1`, `0.1`. Absent: exact. */
  rounding: decimal.optional(),
  /** GEN-08. */
  qualifier: z.enum(qualifiers).optional(),
  date: z.string().max(20).optional(),
  /** Where it stands in the document. */
  place: z.string().max(120).optional(),
  /** Taken from a register when the document is checked; `value` is then null here. */
  from: figureSourceShape.optional(),
})

const base = z.object({ id: name, note: z.string().max(200).optional() })
const own = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  base.extend({ kind: z.literal(kind), ...shape })

const bracket = z.object({
  label: z.string().max(80),
  from: decimal.optional(),
  fromIn: z.boolean().optional(),
  to: decimal.optional(),
  toIn: z.boolean().optional(),
})

/** Words in the fields are ids of figures unless said otherwise. */
export const relationShape = z.discriminatedUnion('kind', [
  own('sum', { parts: names, total: name }),
  own('product', { factors: names, total: name }),
  /** Parts whose sum depends on whether `extra` lies within one of them (AMB-02). */
  own('maybeWithin', { parts: names, extra: name, within: name }),
  own('shares', {
    total: name,
    of: z
      .array(z.object({ part: name, percent: name }))
      .min(1)
      .max(50),
  }),
  own('impliedBase', { part: name, percent: name, is: name.optional() }),
  own('shareTotal', { shares: names }),
  own('same', { figures: names }),
  /** What is written beside what a register has of it. */
  own('register', { stated: name, counted: name }),
  /** One of `value`, or `part` of `whole` in percent. */
  own('bound', {
    value: name.optional(),
    part: name.optional(),
    whole: name.optional(),
    bound: z.enum(['=', '>=', '<=', '<', '>']),
    limit: name,
  }),
  /** A value that the document itself puts between two others. */
  own('range', { value: name, from: name, to: name }),
  own('growth', { end: name, increment: name, percent: name }),
  own('allocation', { parts: names, total: name }),
  own('partOf', { parts: names, whole: name }),
  own('brackets', { brackets: z.array(bracket).min(2).max(50) }),
  own('cases', { cases: words, lines: z.array(words).max(50) }),
  own('term', { issued: dayText, days: z.int().min(0).max(3650), stageEnd: dayText }),
  own('stages', {
    stages: z
      .array(z.object({ label: z.string().max(80), from: dayText, to: dayText }))
      .min(2)
      .max(50),
  }),
  own('monthDay', { day: z.int().min(1).max(31) }),
  own('weekday', { day: dayText, weekday: z.int().min(1).max(7), nth: z.int().min(1).max(5) }),
  own('limits', { value: name, min: decimal.optional(), max: decimal.optional() }),
  own('outliers', {
    rates: z
      .array(z.object({ part: name, whole: name }))
      .min(3)
      .max(500),
  }),
  own('density', {
    bands: z
      .array(z.object({ percent: name, years: z.int().min(1).max(150) }))
      .min(2)
      .max(30),
  }),
  own('funded', { share: name, income: name }),
  /** Figures that should not fall from one to the next. */
  own('order', { figures: names }),
  own('crops', { percent: name, other: name, areaAtMost: decimal, interCropped: z.boolean().optional() }),
  /** VR-15. */
  own('count', { stated: name, named: words }),
  own('apart', { first: words, second: words }),
  own('covered', {
    wanted: words,
    given: words,
    otherwise: z.enum(['incomplete', 'contradiction']).optional(),
  }),
  own('largest', {
    sizes: z
      .array(z.object({ figure: name, named: z.boolean() }))
      .min(2)
      .max(200),
  }),
  own('run', { numbers: z.array(z.int().min(0).max(10_000)).min(1).max(500) }),
  own('sameWord', { words }),
])

/** One document's checks. */
export const checkSetShape = z.object({
  id: name,
  label: z.object({ zh: z.string().max(120), en: z.string().max(120) }),
  source: z.string().max(200).optional(),
  figures: z.array(figureShape).max(2000),
  relations: z.array(relationShape).max(2000),
  at: documentAtShape.optional(),
})

/**
 * `atMost`, `told`: of a figure that was counted in a register, the most that it can be, and how it was counted or why not.
 * `en`: what the house itself wrote of the figure, in English; what a document says is quoted as it stands.
 */
export type Figure = z.infer<typeof figureShape> & {
  atMost?: string
  told?: Text
  en?: { label?: string; unit?: string; place?: string }
}
export type Relation = z.infer<typeof relationShape>
export type RelationOf<K extends Relation['kind']> = Extract<Relation, { kind: K }>
export type CheckSet = Omit<z.infer<typeof checkSetShape>, 'figures'> & { figures: Figure[] }

/** Declares the checks of one document; figures and relations that do not fit are a Problem when it is run. */
export function defineCheckSet(set: CheckSet): CheckSet {
  return set
}
