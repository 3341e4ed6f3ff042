/** The fourth reading: a tree as one SQL select over columns of facts. Text and bound values only; whoever has a database runs it. */
import { invariant } from '../../problem.ts'
import { typeOf } from '../evaluate.ts'
import type { Tree } from '../node.ts'
import type { ParameterRow, ValueType } from '../types.ts'
import { Build } from './build.ts'
import type { Column, ParameterSource } from './rule.ts'
import type { SqlJson } from './values.ts'
import { jsonOf, nothing } from './values.ts'

/** Rows of a parameter that hold on [from, until). Later entries come before earlier ones, the county's before the file's; null rows of the county let the file's hold. */
export type DatedRows = {
  readonly by: 'county' | 'file'
  readonly from: string
  readonly until: string | null
  readonly rows: readonly ParameterRow[] | null
}

export type SqlColumns = {
  /** A table, view or common table expression: a row a subject. Its name and those of columns are the house's, never a user's. */
  readonly relation: string
  /** Columns handed through as they are. */
  readonly keep: readonly string[]
  /** Columns of state (0 known, 1 not applicable, 2 unknown, 3 problem) and value by fact; a fact that is left out is unknown. */
  readonly facts: Readonly<Record<string, { readonly state: string; readonly value: string }>>
  /** jsonb columns by parameter: rows (`parameterJson`) that the subject's own papers fix, else null. */
  readonly own?: Readonly<Record<string, string>>
  /** A column with the day of lookup, instead of the day that the tree names. */
  readonly on?: string
}

export type Sql = {
  readonly text: string
  /** Values of `$n` in the text, from `$first` on. */
  readonly values: readonly (string | number | boolean | null)[]
  /** The pair of output columns of each result, and of the day of lookup. */
  readonly results: Readonly<
    Record<string, { readonly state: string; readonly value: string; readonly type: ValueType }>
  >
  readonly day: { readonly state: string; readonly value: string }
}

export type SqlParameters = Readonly<Record<string, readonly DatedRows[]>>

/** Translates a tree. `first`: the number of the first bound value. */
export function toSql(
  tree: Tree,
  columns: SqlColumns,
  { parameters, first = 1 }: { parameters: SqlParameters; first?: number },
): Sql {
  const values: (string | number | boolean | null)[] = []
  const bind = (value: string | number | boolean | null) => `$${first - 1 + values.push(value)}`
  const facts = factColumns(tree, columns)
  const sources = new Map<string, ParameterSource>()
  const parameter = (name: string): ParameterSource | undefined => {
    const declared = tree.parameters[name]
    if (!declared) return undefined
    const source =
      sources.get(name) ??
      sourceOf(declared.type, { dated: parameters[name] ?? [], own: facts.own.get(name), bind })
    sources.set(name, source)
    return source
  }
  const build = new Build(
    { typeOf, fact: (name) => facts.columns.get(name), parameter },
    { from: columns.relation, carried: facts.carried },
  )
  const day = tree.on && columns.on === undefined ? build.column(tree.on) : (facts.day ?? noDay)
  build.lookUpOn(day)
  const results = Object.entries(tree.results).map(([name, { node }], i) => ({
    name,
    column: build.column(node),
    out: { state: `r${i}_state`, value: `r${i}_value`, type: typeOf(node) },
  }))
  const outputs = {
    ...facts.kept,
    on_state: day.s,
    on_value: day.v,
    ...Object.fromEntries(
      results.flatMap(({ column, out }) => [
        [out.state, column.s],
        [out.value, column.v],
      ]),
    ),
  }
  return {
    text: build.select(Object.values(outputs), outputs),
    values,
    results: Object.fromEntries(results.map(({ name, out }) => [name, out])),
    day: { state: 'on_state', value: 'on_value' },
  }
}

/** What a statement may call by name: the house's own words, whatever else a caller may be given. */
function identifier(name: string): string {
  invariant(/^[a-z][a-z0-9_]*$/.test(name), `"${name}" is no name of a column`)
  return name
}

/** All values of a parameter in the order of their entry. */
function sourceOf(
  type: ValueType,
  {
    dated,
    own,
    bind,
  }: {
    dated: readonly DatedRows[]
    own: string | undefined
    bind: (value: string | number | boolean | null) => string
  },
): ParameterSource {
  const rows = dated.map(({ by, from, until, rows }, ord) => {
    const json = rows && JSON.stringify(parameterJson(rows, type))
    return `(${bind(ord)}::int, ${bind(by === 'county')}::boolean, ${bind(from)}::date, ${bind(until)}::date, ${bind(json)}::jsonb)`
  })
  return { values: rows.length > 0 ? rows.join(', ') : undefined, own }
}

/** Rows of a parameter as statements take them. */
export function parameterJson(rows: readonly ParameterRow[], type: ValueType): SqlJson {
  return rows.map(({ keys, value }) => ({ k: { ...keys }, v: jsonOf(value, type) }))
}

const noDay: Column = { s: '2', v: nothing({ kind: 'day' }) }

/** Every column of the relation that may be needed, under a generated name. */
function factColumns(tree: Tree, { relation, facts, keep, own, on }: SqlColumns) {
  const carried: Record<string, string> = {}
  let next = 0
  const carry = (columns: Readonly<Record<string, string>>): number => {
    next += 1
    for (const [letter, column] of Object.entries(columns))
      carried[`c${next}${letter}`] = `${identifier(relation)}.${identifier(column)}`
    return next
  }
  const columns = new Map<string, Column>()
  for (const [name, { state, value }] of Object.entries(facts)) {
    if (!Object.hasOwn(tree.facts, name)) continue
    const id = carry({ s: state, v: value })
    columns.set(name, { s: `c${id}s`, v: `c${id}v` })
  }
  const kept = Object.fromEntries(keep.map((column) => [column, `c${carry({ k: column })}k`]))
  const ownColumns = new Map(
    Object.entries(own ?? {}).map(([name, column]) => [name, `c${carry({ p: column })}p`]),
  )
  const day: Column | undefined = on === undefined ? undefined : { s: '0', v: `c${carry({ d: on })}d` }
  return { carried, columns, kept, own: ownColumns, day }
}
