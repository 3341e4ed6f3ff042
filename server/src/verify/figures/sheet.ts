/** A sheet of figures as people type it: a row a figure, with the total that it belongs to and the share that it is said to be. */
import { z } from 'zod'
import type { Text } from '#kernel'
import { parseQuantity, ratioText, t } from '#kernel'
import { verifyProblems } from '../problems.ts'
import type { CheckSet, Figure, qualifiers, Relation } from './shape.ts'
import { placeOfRow, registered, sourceOf, takesFigure } from './sheet-register.ts'

const word = z.string().trim().max(120)
const numberText = z.string().trim().max(40)

export const sheetRowShape = z.object({
  label: word.min(1),
  /** As it is written: `3,878`, `1500人以上`, `20xx`. */
  value: numberText,
  unit: word.max(20).optional(),
  /** What it was rounded to: `1`, `0.1`. */
  rounding: numberText.optional(),
  /** VR-01: name of the row that this is a part of. */
  total: word.optional(),
  /** VR-09: name of the row within which this lies. */
  within: word.optional(),
  /** VR-02: stated share in percent, of `base` or else of `total`. */
  share: numberText.optional(),
  base: word.optional(),
  /** VR-07: by how much more than the year before, and by how many percent. */
  increase: numberText.optional(),
  growth: numberText.optional(),
  /** VR-06: `>=16.5`, `不低于16.5`. */
  bound: numberText.optional(),
  date: word.max(20).optional(),
  place: word.optional(),
  /** VR-05: the declared figure of a register that this is; with an empty value it is taken from there. */
  register: word.max(80).optional(),
  /** Code of the place that the row is of, where it is not that of the document. */
  area: word.max(15).optional(),
})
export type SheetRow = z.infer<typeof sheetRowShape>

/**
 * The figures of the rows and the relations that they state. What reads as no number is the Problem `verify.unread`, with
 * every place; a name that no row has is `verify.noFigure` when run.
 */
export function sheetSet(title: string, rows: readonly SheetRow[]): CheckSet {
  const unread = rows.flatMap(unreadIn)
  if (unread.length > 0) throw verifyProblems.unread({ places: unread })
  const ids = new Map<string, string>()
  for (const [i, { label }] of rows.entries()) if (!ids.has(label)) ids.set(label, `r${i + 1}`)
  const of = (label: string) => ids.get(label) ?? label
  return {
    id: 'sheet',
    label: t(title, title),
    figures: rows.flatMap((row, i) => [...figuresOf(row, `r${i + 1}`), ...registered(row, `r${i + 1}`)]),
    relations: [
      ...sums(rows, of),
      ...withins(rows, of),
      ...shares(rows, of),
      ...sames(rows),
      ...rows.flatMap(alone),
    ],
  }
}

const numberColumns = [
  ['value', '数值'],
  ['rounding', '舍入到'],
  ['share', '占比'],
  ['increase', '增加'],
  ['growth', '增幅'],
  ['bound', '要求'],
] as const

/** `第 1 行“劳动力”的数值 abc` */
function unreadIn(row: SheetRow, i: number): string[] {
  return numberColumns.flatMap(([key, name]) => {
    const text = key === 'bound' ? bareLimit(row.bound ?? '') : (row[key] ?? '')
    return parseQuantity(bare(text)).ok ? [] : [`第 ${i + 1} 行“${row.label}”的${name} ${row[key]}`]
  })
}

const bare = (text: string) => text.replace(/[%％]$/, '')

function figuresOf(row: SheetRow, id: string): Figure[] {
  const { label, rounding, date } = row
  const main: Figure = {
    id,
    label,
    ...read(row.value),
    ...(takesFigure(row) ? { from: sourceOf(row) } : {}),
    ...(row.unit ? { unit: row.unit } : {}),
    ...(rounding ? { rounding } : {}),
    ...(date ? { date } : {}),
    ...placeOfRow(row, id),
  }
  const more = (key: 'share' | 'increase' | 'growth', name: Text, unit?: string): Figure[] =>
    row[key]
      ? [
          {
            id: `${id}.${key}`,
            label: `${label}${name.zh}`,
            en: { label: `${label}, ${name.en}` },
            ...read(bare(row[key])),
            ...(unit ? { unit } : {}),
          },
        ]
      : []
  return [
    main,
    ...more('share', t('占比', 'share'), '%'),
    ...more('increase', t('增加', 'increase')),
    ...more('growth', t('增幅', 'growth'), '%'),
    ...(row.bound ? [limitOf(row.bound, id)] : []),
  ]
}

/** GEN-07, GEN-08: bounds keep their word, masked values are not known. */
function read(raw: string): Pick<Figure, 'value' | 'qualifier' | 'unit'> {
  const told = parseQuantity(raw)
  if (!told.ok || told.value.qualifier === '?') return { value: null }
  const { qualifier, value, unit } = told.value
  return {
    value: decimalOf(raw) ?? ratioText(value),
    ...(qualifier === '=' ? {} : { qualifier }),
    ...(unit ? { unit } : {}),
  }
}

/** The digits as written, so that `11.0` keeps its place. */
function decimalOf(raw: string): string | null {
  const plain = raw.replaceAll(/[,，\s]/g, '')
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : null
}

const boundWords: readonly (readonly [RegExp, (typeof qualifiers)[number]])[] = [
  [/^(?:>=|≥|不低于|不少于|至少)/, '>='],
  [/^(?:<=|≤|不高于|不超过|至多)/, '<='],
  [/^(?:>|超过|高于)/, '>'],
  [/^(?:<|低于|不足)/, '<'],
]

function bareLimit(bound: string): string {
  return boundWords.reduce((text, [form]) => text.replace(form, ''), bound.trim())
}

function limitOf(bound: string, id: string): Figure {
  return { id: `${id}.limit`, label: '要求', en: { label: 'required' }, ...read(bare(bareLimit(bound))) }
}

type Of = (label: string) => string
const idAt = (i: number) => `r${i + 1}`

function grouped(rows: readonly SheetRow[], key: 'total' | 'within'): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const [i, row] of rows.entries()) {
    const name = row[key]
    if (name) groups.set(name, [...(groups.get(name) ?? []), idAt(i)])
  }
  return groups
}

function sums(rows: readonly SheetRow[], of: Of): Relation[] {
  return [...grouped(rows, 'total')].map(([name, parts]) => ({
    id: `sum.${of(name)}`,
    kind: 'sum',
    parts,
    total: of(name),
  }))
}

function withins(rows: readonly SheetRow[], of: Of): Relation[] {
  return [...grouped(rows, 'within')].map(([name, parts]) => ({
    id: `within.${of(name)}`,
    kind: 'partOf',
    parts,
    whole: of(name),
  }))
}

/** Shares of one base together (VR-02); where every part of a total has one, they make 100 (VR-04). */
function shares(rows: readonly SheetRow[], of: Of): Relation[] {
  const stated = rows.flatMap((row, i) => {
    const base = row.base || row.total
    return row.share && base ? [{ part: idAt(i), percent: `${idAt(i)}.share`, base, row }] : []
  })
  return [...new Set(stated.map(({ base }) => base))].flatMap((base): Relation[] => {
    const own = stated.filter((one) => one.base === base)
    const parts = rows.filter(({ total }) => total === base)
    const whole = own.length > 1 && own.length === parts.length && own.every(({ row }) => row.total === base)
    return [
      {
        id: `shares.${of(base)}`,
        kind: 'shares',
        total: of(base),
        of: own.map(({ part, percent }) => ({ part, percent })),
      },
      ...(whole
        ? [
            {
              id: `shareTotal.${of(base)}`,
              kind: 'shareTotal' as const,
              shares: own.map(({ percent }) => percent),
            },
          ]
        : []),
    ]
  })
}

/** VR-05: rows of one name and date are one fact. */
function sames(rows: readonly SheetRow[]): Relation[] {
  const facts = new Map<string, string[]>()
  for (const [i, { label, date = '' }] of rows.entries()) {
    const key = `${label} ${date}`
    facts.set(key, [...(facts.get(key) ?? []), idAt(i)])
  }
  return [...facts.values()]
    .filter((figures) => figures.length > 1)
    .map((figures) => ({ id: `same.${figures[0]}`, kind: 'same', figures }))
}

function alone(row: SheetRow, i: number): Relation[] {
  const id = idAt(i)
  const bound = row.bound && (boundWords.find(([form]) => form.test(row.bound?.trim() ?? ''))?.[1] ?? '=')
  return [
    ...(row.register && !takesFigure(row)
      ? [{ id: `register.${id}`, kind: 'register' as const, stated: id, counted: `${id}.register` }]
      : []),
    ...(row.increase && row.growth
      ? [
          {
            id: `growth.${id}`,
            kind: 'growth' as const,
            end: id,
            increment: `${id}.increase`,
            percent: `${id}.growth`,
          },
        ]
      : []),
    ...(bound && bound !== '~'
      ? [{ id: `bound.${id}`, kind: 'bound' as const, value: id, bound, limit: `${id}.limit` }]
      : []),
  ]
}
