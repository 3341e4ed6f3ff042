/** Checks of one row at a time: form, what one value says of another, a condition in the rule language. */

import type { Ratio } from '#kernel'
import { ratio, ratioText } from '#kernel'
import type { Ctx } from '#platform'
import { decodeFacts, evaluateNode } from '#policy'
import type { AnyRow, Field, Register, Wire } from '#register'
import { listRows } from '#register'
import { checkSum } from '../figures/sum.ts'
import type { Verdict } from '../verdict.ts'
import type { Find } from './find.ts'

export type Fault = {
  row: AnyRow
  stated: string
  computed: string
  verdict: Verdict
  field: string | null
  /** Of a sum: total less parts, in the unit of the figures. */
  difference?: Ratio
}

const PAGE = 2000

type RowFind = Extract<Find, { kind: 'form' | 'derived' | 'holds' | 'sum' }>

/** Goes through all rows in scope, a page at a time. */
export async function findInRows(
  ctx: Ctx,
  register: Register,
  find: RowFind,
): Promise<{ looked: number; faults: Fault[] }> {
  const faults: Fault[] = []
  let looked = 0
  let after: string | undefined
  do {
    const page = await listRows(ctx, register, { after, limit: PAGE })
    const rows = page.rows as unknown as AnyRow[]
    looked += rows.length
    for (const row of rows) {
      const fault = faultOf(register, find, row)
      if (fault) faults.push({ row, ...fault })
    }
    after = page.next ?? undefined
  } while (after)
  return { looked, faults }
}

type Found = Omit<Fault, 'row'> | undefined

function faultOf(register: Register, find: RowFind, row: AnyRow): Found {
  if (find.kind === 'form') return formFault(register, find.field, row)
  if (find.kind === 'derived') return derivedFault(register, find.field, row)
  return find.kind === 'sum' ? sumFault(register, find, row) : conditionFault(register, find, row)
}

function formFault(register: Register, name: string, row: AnyRow): Found {
  const [field, value] = [register.fields[name], row[name]]
  if (!field || value === null || value === undefined) return undefined
  if (field.kind.schema(field).safeParse(field.kind.toWire(value)).success) return undefined
  const read = field.kind.parse(field.kind.toCell(value, field), field)
  return { stated: String(value), computed: read.ok ? '' : read.text.zh, verdict: 'mismatch', field: name }
}

function derivedFault(register: Register, name: string, row: AnyRow): Found {
  const [field, given] = [register.fields[name], row[name]]
  if (!field || !register.fill || given === null || given === undefined) return undefined
  const values = Object.fromEntries(
    Object.keys(register.fields)
      .filter((one) => one !== name)
      .map((one) => [one, row[one] ?? undefined]),
  )
  const said = register.fill(values)[name]
  if (said === null || said === undefined || field.kind.compare(given, said) === 0) return undefined
  const show = (value: unknown) => field.kind.format(value, field, 'zh')
  return { stated: show(given), computed: show(said), verdict: 'contradiction', field: name }
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
  const said = parts.map(
    (name) => `${register.fields[name]?.label.zh ?? name} ${shown(register.fields[name], row[name])}`,
  )
  return {
    stated: `${register.fields[total]?.label.zh ?? total} ${shown(register.fields[total], row[total])}`,
    computed: `${said.join(' ＋ ')} ＝ ${ratioText(computed)}`,
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
    (name) => `${find.facts[name]?.label.zh ?? name} ${shown(register.fields[name], row[name])}`,
  )
  return { stated: said.join('，'), computed: '', verdict: 'contradiction', field: null }
}

function factOf(field: Field | undefined, value: unknown): Wire {
  if (!field || value === null || value === undefined) return null
  return field.kind.toFact ? field.kind.toFact(value, field) : field.kind.toWire(value)
}

function shown(field: Field | undefined, value: unknown): string {
  return field && value !== null && value !== undefined ? field.kind.format(value, field, 'zh') : '不详'
}
