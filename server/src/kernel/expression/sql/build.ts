/**
 * Puts the columns of a tree together: what depends on nothing in the first select, what depends on that in the next
 * around it, and so on; each carries only what is still needed. Every node is one pair of columns, however often it is
 * used. `offset 0` keeps PostgreSQL from merging the selects, which would copy shared parts over and over.
 */
import { kindRule } from '../kinds/table.ts'
import type { Node } from '../node.ts'
import type { ValueType } from '../types.ts'
import type { Answer, Column, Inner, ParameterSource, Place, Rows } from './rule.ts'
import { sqlRule } from './table.ts'
import { nothing } from './values.ts'

type Entry = { readonly id: number; readonly level: number; readonly answer: Exclude<Answer, { same: Node }> }

/** A select with its own rows: that of the subjects, or of one list's elements. */
type Scope = {
  readonly outer?: Scope
  readonly item?: { readonly name: string; readonly column: Column }
  readonly from: string
  readonly carried: Readonly<Record<string, string>>
  readonly entries: Map<number, Entry>
  done: Map<Node, Column>
}

export type Surroundings = {
  readonly typeOf: (node: Node) => ValueType
  readonly fact: (name: string) => Column | undefined
  readonly parameter: (name: string) => ParameterSource | undefined
}

const NAMES = /\bc(\d+)[a-z]\b/g

/** One statement in the making. */
export class Build {
  readonly #around: Surroundings
  readonly #root: Scope
  #next: number
  day: Column | undefined

  constructor(around: Surroundings, subjects: Pick<Rows, 'from' | 'carried'>) {
    this.#around = around
    this.#root = { ...subjects, entries: new Map(), done: new Map() }
    this.#next = Object.keys(subjects.carried).length // their names are numbered from 1 on
  }

  /** What was found so far may have been found without parameters: the rest is found anew. */
  lookUpOn(day: Column): void {
    this.day = day
    this.#root.done = new Map()
  }

  column(node: Node): Column {
    return this.#column(node, this.#root)
  }

  /** The select of all subjects with the columns that `wanted` mentions. */
  select(wanted: readonly string[], named: Readonly<Record<string, string>>): string {
    const outputs = Object.entries(named).map(([name, expression]) => `${expression} as ${name}`)
    return `select ${outputs.join(', ')} from ${this.#rows(this.#root, wanted)} q`
  }

  #column(node: Node, here: Scope): Column {
    const scope = this.#home(node, here)
    const known = scope.done.get(node)
    if (known) return known
    const column = this.#translate(node, scope)
    scope.done.set(node, column)
    return column
  }

  #translate(node: Node, scope: Scope): Column {
    if (node.kind === 'bound') return boundIn(scope, node.name) ?? { s: '2', v: nothing(node.of) }
    const answer = sqlRule(node)(node, this.#place(scope))
    if ('same' in answer) return this.#column(answer.same, scope)
    if (!('select' in answer) && isConstant(answer)) return { s: `(${answer.s})`, v: `(${answer.v})` }
    return this.#enter(answer, scope)
  }

  #enter(answer: Entry['answer'], scope: Scope): Column {
    const id = ++this.#next
    const level = 1 + Math.max(0, ...this.#mentioned(scope, textOf(answer)).map((entry) => entry.level))
    scope.entries.set(id, { id, level, answer })
    const [s, v] = [`c${id}s`, `c${id}v`]
    return { s: answer.partial ? `(case when ${s} = 0 and ${v} is null then 3 else ${s} end)` : s, v }
  }

  /** The nearest select whose element the node looks at; else that of the subjects. */
  #home(node: Node, here: Scope): Scope {
    const names = freeNames(node)
    let scope = here
    while (scope.outer && !(scope.item && names.has(scope.item.name))) scope = scope.outer
    return scope
  }

  #place(scope: Scope): Place {
    return {
      col: (node) => this.#column(node, scope),
      ...this.#around,
      inner: (rows) => this.#inner(rows, scope),
      name: () => `t${++this.#next}`,
      day: this.day,
    }
  }

  #inner({ from, carried, item, bodies }: Rows, outer: Scope): Inner {
    const id = ++this.#next
    const at = Object.fromEntries(Object.keys(carried).map((letter) => [letter, `c${id}${letter}`]))
    const bound = item && { name: item.name, column: { s: at[item.s] ?? item.s, v: at[item.v] ?? item.v } }
    const scope: Scope = {
      outer,
      ...(bound ? { item: bound } : {}),
      from,
      carried: Object.fromEntries(
        Object.entries(carried).map(([letter, text]) => [at[letter] as string, text]),
      ),
      entries: new Map(),
      done: new Map(),
    }
    const columns = bodies.map((body) => this.#column(body, scope))
    const wanted = [...Object.values(at), ...columns.flatMap(({ s, v }) => [s, v])]
    return { rows: this.#rows(scope, wanted), at, bodies: columns }
  }

  /** The selects of a scope, one around the other, in brackets. */
  #rows(scope: Scope, wanted: readonly string[]): string {
    const levels = this.#levels(scope)
    const needs = new Map<number, Set<string>>()
    let live = new Set(wanted.flatMap(namesIn))
    for (let level = levels.length; level > 0; level--) {
      needs.set(level, live)
      const used = entriesOf(levels[level - 1], live).flatMap(({ answer }) => namesIn(textOf(answer)))
      live = new Set([...live, ...used])
    }
    const first = Object.entries(scope.carried).filter(([name]) => live.has(name))
    const outputs = first.map(([name, text]) => `${text} as ${name}`)
    let text = `(select ${outputs.join(', ') || '1 as one'} from ${scope.from} offset 0)`
    const made = new Set(first.map(([name]) => name))
    for (const [i, entries] of levels.entries())
      text = wrap(text, entries, { live: needs.get(i + 1) ?? live, made })
    return text
  }

  #levels(scope: Scope): Entry[][] {
    const levels: Entry[][] = []
    for (const entry of scope.entries.values()) {
      while (levels.length < entry.level) levels.push([])
      levels[entry.level - 1]?.push(entry)
    }
    return levels
  }

  #mentioned(scope: Scope, text: string): Entry[] {
    return namesIn(text).flatMap((name) => scope.entries.get(Number(name.slice(1, -1))) ?? [])
  }
}

/** One select more around: what is still needed of before, and what this level makes. */
function wrap(
  before: string,
  level: readonly Entry[],
  { live, made }: { live: ReadonlySet<string>; made: Set<string> },
): string {
  const name = `q${made.size}_${level.length}`
  const entries = entriesOf(level, live)
  const kept = [...made].filter((column) => live.has(column))
  const selects = entries.filter(({ answer }) => 'select' in answer)
  const outputs = [...kept, ...entries.flatMap(outputsOf)]
  made.clear()
  for (const column of [...kept, ...entries.flatMap(({ id }) => [`c${id}s`, `c${id}v`])]) made.add(column)
  const joins = selects.map(({ id, answer }) => ` cross join lateral (${textOf(answer)}) l${id}`)
  return `(select ${outputs.join(', ') || '1 as one'} from ${before} ${name}${joins.join('')} offset 0)`
}

function outputsOf({ id, answer }: Entry): readonly string[] {
  if ('select' in answer) return [`l${id}.s as c${id}s`, `l${id}.v as c${id}v`]
  return [`${answer.s} as c${id}s`, `${answer.v} as c${id}v`]
}

function entriesOf(level: readonly Entry[] | undefined, live: ReadonlySet<string>): readonly Entry[] {
  return (level ?? []).filter(({ id }) => live.has(`c${id}s`) || live.has(`c${id}v`))
}

function textOf(answer: Entry['answer']): string {
  return 'select' in answer ? answer.select : `${answer.s} ${answer.v}`
}

function namesIn(text: string): string[] {
  return [...text.matchAll(NAMES)].map(([name]) => name)
}

function isConstant({ s, v, partial }: Column & { partial?: true }): boolean {
  return !partial && namesIn(`${s} ${v}`).length === 0
}

function boundIn(scope: Scope | undefined, name: string): Column | undefined {
  if (!scope) return undefined
  return scope.item?.name === name ? scope.item.column : boundIn(scope.outer, name)
}

const free = new WeakMap<Node, ReadonlySet<string>>()

/** Names of elements and states that a node looks at and does not bind itself. */
function freeNames(node: Node): ReadonlySet<string> {
  const known = free.get(node)
  if (known) return known
  const own = node.kind === 'bound' ? [node.name] : []
  const names = new Set([
    ...own,
    ...kindRule(node)
      .parts(node)
      .flatMap((part) => freePart(node, part)),
  ])
  free.set(node, names)
  return names
}

function freePart(node: Node, part: Node): readonly string[] {
  const bound = boundBy(node, part)
  return [...freeNames(part)].filter((name) => name !== bound)
}

/** The name that a node binds inside that part of it. */
function boundBy(node: Node, part: Node): string | undefined {
  if (node.kind === 'repeat') return part === node.next && part !== node.start ? node.state : undefined
  return 'item' in node && part !== node.list ? node.item : undefined
}
