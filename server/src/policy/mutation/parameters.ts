/** Slips in the default values of parameters, and in the days from which they hold. */
import type { ValueType } from '#expression'
import type { Text } from '#kernel'
import { addDays, day, t } from '#kernel'
import type { Policy } from '../define.ts'
import type { DatedValue, ParameterDeclaration } from '../parameter.ts'
import type { Mutant, Slip } from './mutant.ts'
import { neighbours } from './values.ts'

/** Each value one unit more and less, each row of a table, each day a day earlier and later, each later value forgotten. */
export function parameterMutants(policy: Policy): readonly Mutant[] {
  return Object.entries(policy.parameters).flatMap(([key, declared]) =>
    declared.values.flatMap((value, i) =>
      changesOf(policy, declared, value).map(({ slip, what, values }) => ({
        slip,
        what: t(
          `${declared.label.zh}（${value.from} 起）：${what.zh}`,
          `${declared.label.en} (from ${value.from}): ${what.en}`,
        ),
        parameter: key,
        policy: withValues(policy, key, [
          ...declared.values.slice(0, i),
          ...values,
          ...declared.values.slice(i + 1),
        ]),
      })),
    ),
  )
}

type Changed = { readonly slip: Slip; readonly what: Text; readonly values: readonly DatedValue[] }

function changesOf(policy: Policy, declared: ParameterDeclaration, value: DatedValue): readonly Changed[] {
  const values = wiresBeside(declared, value.value).map(
    ({ wire, what }): Changed => ({ slip: 'parameter', what, values: [{ ...value, value: wire }] }),
  )
  return [...values, ...daysBeside(policy, value)]
}

/** A day on which only days outside the policy's own time turn on is no change. */
function daysBeside({ effective }: Policy, value: DatedValue): readonly Changed[] {
  return [1, -1].flatMap((by): readonly Changed[] => {
    const from = addDays(day(value.from), by)
    const turning = by === 1 ? value.from : from
    const inForce = effective.from <= turning && (effective.until === undefined || turning < effective.until)
    const what = t(`${value.from} → ${from} 起`, `from ${value.from} → ${from}`)
    return inForce ? [{ slip: 'validity', what, values: [{ ...value, from }] }] : []
  })
}

type Beside = { readonly wire: unknown; readonly what: Text }

function wiresBeside(declared: ParameterDeclaration, wire: unknown): readonly Beside[] {
  if (declared.keys.length === 0) return valuesBeside(wire, declared.type)
  const rows = wire as readonly Readonly<Record<string, unknown>>[]
  if (rows.length > LONG) return wholeTable(rows, declared.type)
  return rows.flatMap((row, i) => {
    const place = declared.keys.map(({ name }) => String(row[name])).join(' ')
    const put = (changed: object) => rows.map((other, j) => (j === i ? changed : other))
    const cells = valuesBeside(row.value, declared.type).map(({ wire, what }) => ({
      wire: put({ ...row, value: wire }),
      what: t(`${place}：${what.zh}`, `${place}: ${what.en}`),
    }))
    return [
      ...cells,
      ...keysBeside(declared, row).map(({ wire, what }) => ({ wire: put(wire as object), what })),
    ]
  })
}

/** A longer table is data of one source or formula, and a test of its own compares it with that. */
const LONG = 40

/** Parameters whose tables are changed as a whole. */
export function longTables(policy: Policy): readonly string[] {
  const isLong = (value: unknown) => Array.isArray(value) && value.length > LONG
  const keys = Object.keys(policy.parameters)
  return keys.filter((key) => policy.parameters[key]?.values.some(({ value }) => isLong(value)))
}

/** Slips of a long table: every value a unit off, every value one row off, an end missing. */
function wholeTable(rows: readonly Readonly<Record<string, unknown>>[], type: ValueType): readonly Beside[] {
  const moved = (by: number) =>
    rows.map((row, i) => ({ ...row, value: rows.at((i + by) % rows.length)?.value }))
  const shifted = [0, 1].map((i) =>
    rows.map((row) => ({ ...row, value: neighbours(row.value, type)[i] ?? row.value })),
  )
  return [
    { wire: shifted[0], what: t('每个值多一个单位', 'every value a unit more') },
    { wire: shifted[1], what: t('每个值少一个单位', 'every value a unit less') },
    { wire: moved(1), what: t('值都上移一行', 'values one row up') },
    { wire: moved(-1), what: t('值都下移一行', 'values one row down') },
    { wire: rows.slice(1), what: t('漏掉第一行', 'the first row missing') },
    { wire: rows.slice(0, -1), what: t('漏掉最后一行', 'the last row missing') },
  ]
}

function valuesBeside(wire: unknown, type: ValueType): readonly Beside[] {
  return neighbours(wire, type).map((other) => {
    const what = `${JSON.stringify(wire)} → ${JSON.stringify(other)}`
    return { wire: other, what: t(what, what) }
  })
}

/** The day from which a row of a table holds; the first row of all time has none. */
function keysBeside(
  declared: ParameterDeclaration,
  row: Readonly<Record<string, unknown>>,
): readonly Beside[] {
  return declared.keys.flatMap(({ name, match }) => {
    const start = String(row[name])
    if (match !== 'from' || !/^[1-9]\d{3}-\d\d-\d\d$/.test(start)) return []
    return [1, -1].map((by) => {
      const other = addDays(day(start), by)
      return { wire: { ...row, [name]: other }, what: t(`${start} → ${other}`, `${start} → ${other}`) }
    })
  })
}

function withValues(policy: Policy, key: string, values: readonly DatedValue[]): Policy {
  const declared = policy.parameters[key] as ParameterDeclaration
  return { ...policy, parameters: { ...policy.parameters, [key]: { ...declared, values } } }
}
