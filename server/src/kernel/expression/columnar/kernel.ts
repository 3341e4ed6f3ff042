/**
 * The third reading: the tree as one loop over columns. The text of the loop is made of the closed set of node kinds, of
 * numbers and of names made here; facts and parameters enter as arrays. Needs `new Function`, so a page must allow it.
 */
import { evaluateNode, typeOf } from '../evaluate.ts'
import type { Node, Tree } from '../node.ts'
import type { Columns } from './column.ts'
import { isListColumn } from './column.ts'
import { AFTER_ALL, codeOfDay, FIRST_DAY } from './day-code.ts'
import { partsOf } from './dependence.ts'
import { Emitter, NotColumnar } from './emitter.ts'
import { factsAt, ownParameters } from './one.ts'
import type { Outcome } from './outcome.ts'
import { branchText, dayCodeOf, emptyOutcome, isPlaced, layoutOf, putEvaluation } from './outcome.ts'
import type { Shape } from './shape.ts'
import { reachedSpans, shapeKey, shapeOf, spanOf } from './shape.ts'
import type { Book, Supply } from './supply.ts'
import { parametersOf } from './supply.ts'
import { columnarRule } from './table.ts'
import { Words } from './words.ts'

export type Kernel = {
  readonly tree: Tree
  /** The words of its columns. */
  readonly words: Words
  /**
   * Decides all subjects. `on`: parameters of this day for everybody; needed where the rule names
   * none. `into`: an outcome of as many subjects that is written over.
   */
  run(columns: Columns, book: Book, more?: { on?: string | undefined; into?: Outcome }): Outcome
  /** Branches of a subject, as the evaluation writes them. */
  branches(outcome: Outcome, i: number): string
  /** Why subjects of such columns are evaluated one by one; undefined where they are not. */
  whyNot(columns: Columns, book: Book, on?: string): string | undefined
}

/** Rows of one call: enough to be worth it, few enough that the loop is soon compiled. */
const CHUNK = 8192

type Loop = (given: readonly unknown[], from: number, to: number) => void
type Compiled = { readonly loop: Loop; readonly inputs: readonly ((supply: Running) => unknown)[] }
type Running = Supply & { readonly outcome: Outcome; readonly fixed: number }

export function compile(tree: Tree): Kernel {
  const words = new Words()
  const { layout, bitWords } = layoutOf(tree)
  const made = new Map<string, Compiled | NotColumnar>()
  const compiledFor = (columns: Columns, book: Book, on?: string): Compiled | NotColumnar => {
    const shape = shapeOf(columns, book, reachedSpans(tree, columns, book, on))
    const key = shapeKey(tree, shape, on)
    const known = made.get(key)
    if (known) return known
    const compiled = attempt(() => write({ tree, words, layout, bitWords, isFixed: on !== undefined }, shape))
    made.set(key, compiled)
    return compiled
  }
  return {
    tree,
    words,
    run: (columns, book, { on, into } = {}) => {
      const outcome = into?.count === columns.count ? into : emptyOutcome(tree, columns.count, bitWords)
      outcome.redone.length = 0
      const supply: Running = {
        columns,
        book,
        longest: longestOf(columns),
        outcome,
        fixed: on ? spanOf(book, codeOfDay(on)) : -1,
      }
      const compiled = compiledFor(columns, book, on)
      const inputs =
        compiled instanceof NotColumnar
          ? compiled
          : attempt(() => compiled.inputs.map((input) => input(supply)))
      if (compiled instanceof NotColumnar || inputs instanceof NotColumnar)
        for (let i = 0; i < columns.count; i++) outcome.redone.push(i)
      else runLoop(compiled.loop, inputs, columns.count)
      if (on) outcome.on.fill(codeOfDay(on))
      for (const i of leftOver(columns, outcome)) redo(supply, { tree, layout, words, on }, i)
      return outcome
    },
    branches: (outcome, i) => branchText(tree, layout, outcome, i),
    whyNot: (columns, book, on) => {
      const compiled = compiledFor(columns, book, on)
      return compiled instanceof NotColumnar ? compiled.message : undefined
    },
  }
}

/** A rule is not columnar, or the values of its parameters are not, such as a table with a key that is no day. */
function attempt<Made>(make: () => Made): Made | NotColumnar {
  try {
    return make()
  } catch (thrown) {
    if (thrown instanceof NotColumnar) return thrown
    throw thrown
  }
}

function runLoop(loop: Compiled['loop'], inputs: readonly unknown[], count: number): void {
  for (let from = 0; from < count; from += CHUNK) loop(inputs, from, Math.min(from + CHUNK, count))
}

/** Subjects that the loop left to be evaluated, and those with a list of a wrong form. */
function leftOver({ facts }: Columns, { redone }: Outcome): readonly number[] {
  const seen = new Set(redone)
  for (const column of Object.values(facts)) {
    const broken = isListColumn(column) ? [...(column.broken?.keys() ?? [])] : []
    for (const i of broken) if (!seen.has(i)) seen.add(i)
  }
  redone.splice(0, redone.length, ...[...seen].sort((a, b) => a - b))
  return redone
}

type Again = {
  tree: Tree
  layout: ReturnType<typeof layoutOf>['layout']
  words: Words
  on: string | undefined
}

function redo(
  { columns, book, outcome, fixed }: Running,
  { tree, layout, words, on }: Again,
  i: number,
): void {
  const facts = factsAt(columns, tree, i)
  if (!on && tree.on) outcome.on[i] = dayCodeOf(evaluateNode(tree.on, { facts, parameters: {} }))
  const day = outcome.on[i] as number
  outcome.span[i] = fixed >= 0 ? fixed : day === 0 ? book.spans.length : spanOf(book, day)
  const county = parametersOf(book, outcome.span[i] as number)
  const parameters = outcome.span[i] === book.spans.length ? county : ownParameters(columns, tree, county, i)
  putEvaluation(outcome, i, { tree, layout, words, surroundings: { facts, parameters } })
}

function longestOf({ facts }: Columns): number {
  let most = 1
  for (const column of Object.values(facts)) {
    if (!isListColumn(column)) continue
    const { offsets } = column
    for (let i = 1; i < offsets.length; i++)
      most = Math.max(most, (offsets[i] as number) - (offsets[i - 1] as number))
  }
  return most
}

type Writing = { tree: Tree; words: Words; layout: Again['layout']; bitWords: number; isFixed: boolean }

function write({ tree, words, layout, bitWords, isFixed }: Writing, shape: Shape): Compiled {
  let isOpen = false
  const holds = (name: string) => !isOpen && shape.parameterHolds(name)
  const e = new Emitter({ words, layout, shape: { ...shape, parameterHolds: holds }, ruleOf: columnarRule })
  e.line('let redo = 0;')
  for (let k = 0; k < bitWords; k++) e.line(`let bits${k} = 0;`)
  isOpen = writeSpan(e, isFixed ? undefined : tree.on)
  if (!tree.on && !isFixed) throw new NotColumnar('no day of lookup is given')
  writeResults(e, tree)
  e.decide(Object.values(tree.results).map(({ node }) => node))
  const bits = e.input('bits', (supply) => (supply as Running).outcome.bits)
  for (let k = 0; k < bitWords; k++) e.line(`${bits}[i * ${bitWords} + ${k}] = bits${k};`)
  e.line(`if (redo === 1) ${e.input('redone', (supply) => (supply as Running).outcome.redone)}.push(i);`)
  const { before, body } = e.text()
  const text = `'use strict';\n${before}\nfor (let i = from; i < to; i++) {\n${body}\n}`
  return { loop: new Function('given', 'from', 'to', text) as Loop, inputs: e.inputs }
}

/** The span of the subject's day of lookup; true where the day may be open. */
function writeSpan(e: Emitter, on: Node | undefined): boolean {
  e.before.push(`const open = ${e.input('open', ({ book }) => book.spans.length)};`)
  const spans = e.input('span', (supply) => (supply as Running).outcome.span)
  if (!on) {
    oneSpan(e, (supply) => (supply as Running).fixed)
    e.line(`${spans}[i] = span;`)
    return false
  }
  if (asksParameters(on)) throw new NotColumnar('the day of lookup depends on parameters')
  const { s, v, may } = e.slot(on)
  const days = e.input('on', (supply) => (supply as Running).outcome.on)
  if (e.shape.oneSpan && s === '0') {
    oneSpan(e, (supply) => onlySpan(on, supply))
    e.line(`${spans}[i] = span; ${days}[i] = ${v};`)
    return false
  }
  const starts = e.input('starts', ({ book }) => startsOf(book))
  const last = e.kept('0')
  e.line('let span = open;')
  const far = `${v} < ${starts}[${last}] || ${v} >= ${starts}[${last} + 1]`
  const search = `if (${far}) { ${last} = 0; while (${v} >= ${starts}[${last} + 1]) ${last}++; } span = ${last};`
  e.line(s === '0' ? search : `if (${s} === 0) { ${search} }`)
  e.line(`${spans}[i] = span; ${days}[i] = ${s === '0' ? v : `${s} === 0 ? ${v} : 0`};`)
  return may !== 8
}

/** Where all subjects lie in one span, what comes of parameters alone is computed before the loop. */
function oneSpan(e: Emitter, input: (supply: Supply) => number): void {
  e.before.push(`const span = ${e.input('only', input)};`)
  e.steady.add('span')
}

function onlySpan(on: Node, { columns, book }: Supply): number {
  const column = on.kind === 'fact' ? columns.facts[on.name] : undefined
  return column && !isListColumn(column) ? spanOf(book, column.values[0] as number) : 0
}

function asksParameters(node: Node): boolean {
  return node.kind === 'parameter' || partsOf(node).some(asksParameters)
}

function startsOf({ spans }: Book): Int32Array {
  return Int32Array.from([FIRST_DAY, ...spans.slice(1).map(({ from }) => codeOfDay(from)), AFTER_ALL])
}

function writeResults(e: Emitter, tree: Tree): void {
  const open: string[] = ['0']
  for (const [name, { node }] of Object.entries(tree.results)) {
    const { s, v, d } = e.slot(node)
    const column = (supply: Supply) => (supply as Running).outcome.results[name]
    const of = (part: 'states' | 'values' | 'dens') =>
      e.input(`result ${name} ${part}`, (supply) => column(supply)?.[part])
    open.push(s)
    e.line(`${of('states')}[i] = ${s};`)
    if (isPlaced(typeOf(node))) continue
    e.line(`${of('values')}[i] = ${v};`)
    if (d !== '1') e.line(`${of('dens')}[i] = ${d};`)
  }
  const m = e.constant([...new Set(open)].join(' | '))
  e.line(`${e.input('status', (supply) => (supply as Running).outcome.status)}[i] = ${m} & 1 ? 1 : ${m} & 2;`)
}
