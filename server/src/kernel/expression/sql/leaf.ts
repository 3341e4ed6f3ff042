/** Where trees end, and names that stand for another node. */
import type {
  BoundNode,
  CheckNode,
  FactNode,
  FieldNode,
  LiteralNode,
  NotApplicableNode,
  ParameterNode,
  StepNode,
} from '../node.ts'
import { decode } from '../wire.ts'
import type { Column, Place, SqlRule } from './rule.ts'
import { anyIs, states } from './rule.ts'
import { keyCell, keyText } from './table-key.ts'
import { fromJson, literal, nothing, quote, stateNumber } from './values.ts'

export const literalSql: SqlRule<LiteralNode> = (node) => {
  const reading = decode(node.wire, node.of, { path: 'literal', label: { zh: '值', en: 'value' } })
  const v = reading.state === 'known' ? literal(reading.value, node.of) : nothing(node.of)
  return { s: String(stateNumber(reading)), v }
}

export const notApplicableSql: SqlRule<NotApplicableNode> = (node) => ({ s: '1', v: nothing(node.of) })

export const factSql: SqlRule<FactNode> = (node, place) =>
  place.fact(node.name) ?? { s: '2', v: nothing(node.of) }

/** Bound elements are found by `build.ts`; one that nothing binds is unknown. */
export const boundSql: SqlRule<BoundNode> = (node) => ({ s: '2', v: nothing(node.of) })

export const fieldSql: SqlRule<FieldNode> = (node, place) => {
  const record = place.col(node.record)
  const field = `(${record.v} -> ${quote(node.name)})`
  return {
    s: states(
      [
        [`${record.s} <> 0`, record.s],
        [`${field} is null`, 2],
      ],
      `(${field} ->> 0)::int`,
    ),
    v: fromJson(`nullif(${field} -> 1, 'null'::jsonb)`, place.typeOf(node)),
  }
}

export const stepSql: SqlRule<StepNode> = (node) => ({ same: node.of })
export const checkSql: SqlRule<CheckNode> = (node) => ({ same: node.of })

/** Rows that hold on the day: what the subject's papers fix, else the county's last entry that covers it, else the file's latest. */
export const parameterSql: SqlRule<ParameterNode> = (node, place) => {
  const source = place.parameter(node.name)
  const { day } = place
  if (!source || !day) return { s: '2', v: nothing(node.of) }
  const keys = node.keys.map(({ by }) => place.col(by))
  const rows = `(case when ${day.s} = 0 then ${rowsOf(source, day)} end)`
  const value = fromJson('p.v', node.of)
  const state = states(
    [
      [anyIs(keys, 1), 1],
      ['p.v is not null', 0],
      [anyIs(keys, 3), 3],
    ],
    '2',
  )
  return {
    select: `select ${state} as s, (case when not (${anyIs(keys, 1)}) then ${value} end) as v from (select ${agreedRow(node, place, { keys, rows: 'r.rows' })} as v from (select ${rows} as rows offset 0) r offset 0) p`,
  }
}

function rowsOf(
  { values, own }: { values: string | undefined; own: string | undefined },
  day: Column,
): string {
  const held = `t.valid_from <= ${day.v} and (t.valid_until is null or ${day.v} < t.valid_until)`
  const last = (set: string) =>
    `(select t.rows from (values ${values}) t(ord, by_county, valid_from, valid_until, rows) where ${set} and ${held} order by t.ord desc limit 1)`
  const dated = values ? [last('t.by_county'), last('not t.by_county')] : []
  const found = [...(own ? [own] : []), ...dated]
  return found.length > 0 ? `coalesce(${found.join(', ')})` : 'null::jsonb'
}

/** The one value that every row gives which the keys could mean; an open choice could mean each of its options. */
function agreedRow(
  node: ParameterNode,
  place: Place,
  { keys, rows }: { keys: readonly Column[]; rows: string },
): string {
  if (keys.length === 0) return `${rows} -> 0 -> 'v'`
  const sets = keys.map((key, i) => `unnest(${meant(node, place, { key, i })}) k${i}(key)`)
  const cells = node.keys.map(({ key, by }, i) =>
    keyCell(`(x.item -> 'k' ->> ${quote(key.name)})`, `k${i}.key`, {
      type: place.typeOf(by),
      match: key.match,
    }),
  )
  const fits = cells.map(({ fits }) => fits)
  const ranks = cells.flatMap(({ rank }, i) => (node.keys[i]?.key.match === 'from' ? [rank] : []))
  const pick = `(select x.item -> 'v' from jsonb_array_elements(${rows}) with ordinality x(item, ord) where ${fits.join(' and ')} order by ${[...ranks, 'x.ord'].join(', ')} limit 1)`
  return `(select case when count(*) = count(m.v) and count(distinct m.v) = 1 then (array_agg(m.v))[1] end from (select ${pick} as v from ${sets.join(' cross join ')}) m)`
}

function meant(node: ParameterNode, place: Place, { key, i }: { key: Column; i: number }): string {
  const given = node.keys[i]
  const type = place.typeOf((given as { by: ParameterNode['keys'][number]['by'] }).by)
  const options = type.kind === 'choice' && given?.key.match === 'exact' ? Object.keys(type.options) : []
  const all = `array[${options.map(quote).join(', ')}]::text[]`
  return `(case when ${key.s} = 0 then array[${keyText(key.v, type)}] else ${all} end)`
}
