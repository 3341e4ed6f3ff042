/** What a declared figure comes to in an area on a day, and the words that say how sure it is. */
import type { Day, Ratio, Text } from '#kernel'
import { decimalText, divRatio, mulRatio, parseRatio, quantityText, ratio, t } from '#kernel'
import type { AggregateValue, AskedField, Condition, Registry } from '#register'
import { askedBy } from '#register'
import type { Figure } from '../figures/shape.ts'
import type { Counted, RegisterFigure } from './define.ts'

/** `known`: as it was written by the end of that day, where the register keeps its history; without it, as it stands. */
export type Moment = { day: Day; known?: Day }

/** As `Moment`, or as it was when somebody counted (ISO). */
export type Seen = { day: Day; known?: string }

/** The rows behind a figure, as a list of the register takes them. */
export type Behind = { register: string; filter: Condition[]; known?: string }

/** `notSeen`: the actor may not see the register or one of its fields. `outside`: not his area. `level`: narrower than the figure goes. */
export type Missing = 'notSeen' | 'outside' | 'level' | 'noRows' | 'noWhole'

/**
 * `value`: of what is known alone. With `unknown` rows it is a lower bound; `atMost` is then what it comes to if all of them
 * count, null where nobody can say (a sum).
 */
export type RegisterValue = {
  figure: string
  area: string
  value: string | null
  atMost: string | null
  rows: number
  unknown: number
  missing: Missing | null
  /** None of a share. */
  behind: Behind | null
}

export type Place = { figure: RegisterFigure; area: string }

export function missingValue({ figure, area }: Place, missing: Missing): RegisterValue {
  return { figure: figure.id, area, value: null, atMost: null, rows: 0, unknown: 0, missing, behind: null }
}

export function countedValue(
  { figure, area }: Place,
  of: Counted,
  { found, behind }: { found: AggregateValue; behind: Behind },
): RegisterValue {
  const { value, rows, unknown } = found
  if (of.none === 'unknown' && rows === 0) return { ...missingValue({ figure, area }, 'noRows'), behind }
  const atMost = unknown === 0 ? value : 'sum' in of.measure ? null : String(Number(value) + unknown)
  return { figure: figure.id, area, value, atMost, rows, unknown, missing: null, behind }
}

/** In percent with two decimals, half-up (AMB-28). What is unknown of part and whole widens it to both sides. */
export function sharedValue(place: Place, part: RegisterValue, whole: RegisterValue): RegisterValue {
  const missing = part.missing ?? whole.missing
  if (missing || part.value === null || whole.value === null) return missingValue(place, missing ?? 'noRows')
  if (Number(whole.value) === 0) return missingValue(place, 'noWhole')
  const unknown = part.unknown + whole.unknown
  const low = whole.atMost === null ? '0' : percent(part.value, whole.atMost)
  const high = part.atMost === null ? '100' : percent(part.atMost, whole.value)
  return {
    figure: place.figure.id,
    area: place.area,
    value: low,
    atMost: unknown === 0 ? low : Number(high) > 100 ? '100' : high,
    rows: part.rows,
    unknown,
    missing: null,
    behind: null,
  }
}

function percent(part: string, whole: string): string {
  const share: Ratio = divRatio(mulRatio(parseRatio(part), ratio(100)), parseRatio(whole))
  return decimalText(share, 2, 'half-up')
}

const reasons: Readonly<Record<Missing, Text>> = {
  notSeen: t(
    '这本名册或其中一栏不在您的权限内，没有算',
    'The register, or one of its columns, is not open to you',
  ),
  outside: t('不在您的管辖范围，没有算', 'Outside your area'),
  level: t('这个数算不到这么细', 'The figure does not go down to this level'),
  noRows: t('名册里没有填报', 'Nothing was reported'),
  noWhole: t('总数是 0，算不出占比', 'The whole is 0; there is no share'),
}

/** 名册 2023-12-31：309 户，另有 3 户的帮扶类别不详. */
export function toldOf(registry: Registry, figure: RegisterFigure, value: RegisterValue, at: Moment): Text {
  const known = at.known ? t(`（按 ${at.known} 所知）`, ` as known on ${at.known}`) : t('', '')
  const head = t(`名册 ${at.day}${known.zh}：`, `Register on ${at.day}${known.en}: `)
  if (value.value === null) {
    const reason = reasons[value.missing ?? 'noRows']
    return t(head.zh + reason.zh, head.en + reason.en)
  }
  const said = 'register' in figure.of ? countedWords(registry, figure, value) : sharedWords(figure, value)
  return t(head.zh + said.zh, head.en + said.en)
}

function wordsOf({ unit }: RegisterFigure, value: string): Text {
  const number = quantityText({ qualifier: '=', value: parseRatio(value) }).zh
  const gap = unit.zh === '%' ? '' : ' '
  return t(number + gap + unit.zh, number + gap + unit.en)
}

function sharedWords(figure: RegisterFigure, { value, atMost, unknown }: RegisterValue): Text {
  const [least, most] = [value, atMost].map((one) => wordsOf(figure, one ?? '0')) as [Text, Text]
  if (unknown === 0) return least
  return t(
    `至少 ${least.zh}，最多 ${most.zh}（有 ${unknown} 条不详）`,
    `${least.en} at least, ${most.en} at most (${unknown} unknown)`,
  )
}

function countedWords(registry: Registry, figure: RegisterFigure, { value, unknown }: RegisterValue): Text {
  const said = wordsOf(figure, value ?? '0')
  const { of } = figure
  if (unknown === 0 || !('register' in of)) return said
  const { counter } = registry.get(of.register)
  const labels = unknownBy(registry, of)
  const number = quantityText({ qualifier: '=', value: ratio(unknown) }).zh
  return t(
    `${said.zh}，另有 ${number} ${counter.zh}的${labels.map(({ zh }) => zh).join('或')}不详`,
    `${said.en}, and ${number} ${counter.en} without known ${labels.map(({ en }) => en).join(' or ')}`,
  )
}

/**
 * What makes a row unknown, each name once. A day that may not have come yet does so only where words are kept of it: it is
 * named if nothing else is asked.
 */
function unknownBy(registry: Registry, { register: name, filter, measure }: Counted): Text[] {
  const register = registry.get(name)
  const asked = askedBy(registry, register, filter)
  const sum = 'sum' in measure ? [{ register, field: measure.sum, linked: false }] : []
  const named = [...asked.filter(({ op }) => !quietOps.includes(op)), ...sum]
  const rest = asked.filter(({ op }) => op === 'laterOrNone')
  const labels = (named.length > 0 ? named : rest).flatMap(labelOf)
  return labels.filter(({ zh }, i) => labels.findIndex((one) => one.zh === zh) === i)
}

const quietOps: readonly string[] = ['laterOrNone', 'byOrNone', 'known', 'unknown', 'within', 'some']

/** 帮扶类别; of rows of another register with its name: 农户的帮扶类别. */
function labelOf({
  register,
  field: name,
  linked,
}: Pick<AskedField, 'register' | 'field' | 'linked'>): Text[] {
  const label = register.fields[name]?.label
  if (!label) return []
  return linked ? [t(`${register.label.zh}的${label.zh}`, `${label.en} (${register.label.en})`)] : [label]
}

/** As a figure of a sheet. Unknown rows make it a lower bound (GEN-07, GEN-08). */
export function figureOf(
  { id, label, place, en }: Pick<Figure, 'id' | 'label' | 'place' | 'en'>,
  { figure, value, told }: { figure: RegisterFigure; value: RegisterValue; told: Text },
): Figure {
  return {
    id,
    label,
    value: value.value,
    unit: figure.unit.zh,
    ...(value.unknown > 0 ? { qualifier: '>=' as const } : {}),
    ...(value.unknown > 0 && value.atMost !== null ? { atMost: value.atMost } : {}),
    ...(place ? { place } : {}),
    en: { ...en, unit: figure.unit.en },
    told,
  }
}

/** What a page or a command shows of a value. */
export type ValueLine = Omit<RegisterValue, 'missing'> & { areaName: string; told: Text }

export function lineOf(
  { missing, ...value }: RegisterValue,
  { areaName, told }: { areaName: string; told: Text },
): ValueLine {
  return { ...value, areaName, told }
}
