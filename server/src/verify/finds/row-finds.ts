/** Checks of one row at a time: form, what one value says of another, a condition in the rule language. */

import type { Ratio, Text } from '#kernel'
import { ratio, ratioText, t } from '#kernel'
import type { Ctx } from '#platform'
import { decodeFacts, evaluateNode } from '#policy'
import type { AnyRow, Field, Register, Wire } from '#register'
import { pagesOf } from '#register'
import { checkSum } from '../figures/sum.ts'
import type { Verdict } from '../verdict.ts'
import { both, joinedWords, same, valueWords } from '../words.ts'
import type { Find } from './find.ts'

export type Fault = {
  row: AnyRow
  stated: Text
  computed: Text
  verdict: Verdict
  field: string | null
  /** Of a sum: total less parts, in the unit of the figures. */
  difference?: Ratio
}

const PAGE = 2_000

export type RowFind = Extract<Find, { kind: 'form' | 'derived' | 'holds' | 'sum' }>

export function isOfRows(find: Find): find is RowFind {
  return ['form', 'derived', 'holds', 'sum'].includes(find.kind)
}

/** Goes once through all rows in scope (or those of them) and asks each of all; the faults of each way to look, in order. */
export async function findInRows(
  ctx: Ctx,
  register: Register,
  { finds, ids }: { finds: readonly RowFind[]; ids?: readonly number[] | undefined },
): Promise<{ looked: number; faults: Fault[][] }> {
  const lookers = finds.map((find) => ({ look: lookerOf(register, find), faults: [] as Fault[] }))
  let looked = 0
  for await (const rows of pagesOf(ctx, register, { limit: PAGE, ...(ids ? { ids } : {}) })) {
    looked += rows.length
    for (const row of rows)
      for (const { look, faults } of lookers) {
        const fault = look(row)
        if (fault) faults.push({ row, ...fault })
      }
  }
  return { looked, faults: lookers.map(({ faults }) => faults) }
}

type Found = Omit<Fault, 'row'> | undefined

type Looker = (row: AnyRow) => Found

/** What is the same for every row is worked out once: a county has a million. */
function lookerOf(register: Register, find: RowFind): Looker {
  if (find.kind === 'form') return formLooker(register, find.field)
  if (find.kind === 'derived') return derivedLooker(register, find.field)
  return find.kind === 'sum'
    ? (row) => sumFault(register, find, row)
    : (row) => conditionFault(register, find, row)
}

function formLooker(register: Register, name: string): Looker {
  const field = register.fields[name]
  if (!field) return () => undefined
  const schema = field.kind.schema(field)
  return (row) => {
    const value = row[name]
    if (value === null || value === undefined) return undefined
    if (schema.safeParse(field.kind.toWire(value)).success) return undefined
    const read = field.kind.parse(field.kind.toCell(value, field), field)
    const computed = read.ok ? same('') : read.text
    return { stated: same(String(value)), computed, verdict: 'mismatch', field: name }
  }
}

function derivedLooker(register: Register, name: string): Looker {
  const [field, fill] = [register.fields[name], register.fill]
  if (!field || !fill) return () => undefined
  const others = Object.keys(register.fields).filter((one) => one !== name)
  const show = (value: unknown) => valueWords(field, value)
  return (row) => {
    const given = row[name]
    if (given === null || given === undefined) return undefined
    const values: Record<string, unknown> = {}
    for (const one of others) values[one] = row[one] ?? undefined
    const said = fill(values)[name]
    if (said === null || said === undefined || field.kind.compare(given, said) === 0) return undefined
    return { stated: show(given), computed: show(said), verdict: 'contradiction', field: name }
  }
}

function sumFault(register: Register, { parts, total }: Extract<Find, { kind: 'sum' }>, row: AnyRow): Found {
  const numbers = [...parts, total].map((name) => row[name])
  if (!numbers.every((value) => typeof value === 'number')) return undefined
  const values = numbers.map((value) => ratio(Number(value)))
  const { verdict, computed, difference } = checkSum({
    parts: values.slice(0, -1),
    total: values.at(-1) ?? ratio(0),
  })
  if (verdict === 'ok') return undefined
  const said = (name: string) =>
    both`${register.fields[name]?.label ?? name} ${shown(register.fields[name], row[name])}`
  return {
    stated: said(total),
    computed: both`${joinedWords(parts.map(said), t(' ＋ ', ' + '))}${t(' ＝ ', ' = ')}${ratioText(computed)}`,
    difference,
    verdict,
    field: total,
  }
}

/** A condition that cannot be told (a fact is unknown) is no fault. */
function conditionFault(register: Register, find: Extract<Find, { kind: 'holds' }>, row: AnyRow): Found {
  const names = Object.keys(find.facts)
  const wire = Object.fromEntries(names.map((name) => [name, factOf(register.fields[name], row[name])]))
  const { facts } = decodeFacts(find.facts, wire)
  const reading = evaluateNode(find.node, { facts, parameters: {} })
  if (reading.state !== 'known' || reading.value !== false) return undefined
  const said = names.map(
    (name) => both`${find.facts[name]?.label ?? name} ${shown(register.fields[name], row[name])}`,
  )
  return {
    stated: joinedWords(said, t('，', ', ')),
    computed: same(''),
    verdict: 'contradiction',
    field: null,
  }
}

function factOf(field: Field | undefined, value: unknown): Wire {
  if (!field || value === null || value === undefined) return null
  return field.kind.toFact ? field.kind.toFact(value, field) : field.kind.toWire(value)
}

function shown(field: Field | undefined, value: unknown): Text {
  return field && value !== null && value !== undefined ? valueWords(field, value) : t('不详', 'unknown')
}
