/** Writes the loop: each node once in the innermost scope on which it depends, operands before what uses them. */
import { typeOf } from '../evaluate.ts'
import { freeNames } from '../free-names.ts'
import type { BoundNode, Node } from '../node.ts'
import type { ValueType } from '../types.ts'
import { branchyParts, partsOf } from './dependence.ts'
import type { ColumnarRule } from './rule.ts'
import type { Demand, Note, Scope } from './scope.ts'
import { scopeOf } from './scope.ts'
import type { Shape } from './shape.ts'
import type { Slot } from './slot.ts'
import type { Supply } from './supply.ts'
import type { Words } from './words.ts'

/** A rule that the kernel cannot hold in columns: every subject is then evaluated one by one, and the kernel says why. */
export class NotColumnar extends Error {}

export const MOST = String(Number.MAX_SAFE_INTEGER)

/** Bits of each node with branches: word and first bit. */
export type Layout = ReadonlyMap<Node, { readonly word: number; readonly bit: number }>

/** How a local before the loop is filled when columns are given. */
export type Input = (supply: Supply) => unknown

export type RuleOf = (node: Node) => ColumnarRule<Node>

export class Emitter {
  readonly words: Words
  readonly shape: Shape
  readonly inputs: Input[] = []
  readonly before: string[] = []
  /** Names that stand before the loop and keep their value. */
  readonly steady = new Set(['open', 'Math', 'abs', 'floor'])
  readonly #layout: Layout
  readonly #ruleOf: RuleOf
  readonly #named = new Map<string, string>()
  #scopes: Scope[] = [scopeOf('')]
  #made = 0
  #isOutside = false

  constructor(given: {
    words: Words
    layout: Layout
    shape: Shape
    ruleOf: RuleOf
  }) {
    this.words = given.words
    this.shape = given.shape
    this.#layout = given.layout
    this.#ruleOf = given.ruleOf
  }

  type(node: Node): ValueType {
    return typeOf(node)
  }

  /** A new name. */
  name(): string {
    return `x${++this.#made}`
  }

  line(text: string): void {
    if (this.#isOutside) this.before.push(text)
    else this.#top.lines.push(text)
  }

  /** What depends on no subject is computed before the loop. */
  constant(expression: string): string {
    if (/^(-?\d+|x\d+)$/.test(expression)) return expression
    const name = this.name()
    const text = `const ${name} = ${expression};`
    if (!this.isSteady(expression)) this.line(text)
    else {
      this.before.push(text)
      this.steady.add(name)
    }
    return name
  }

  /** Whether everything that an expression names stays as it is from subject to subject. */
  isSteady(expression: string): boolean {
    return (expression.match(/[a-z]\w*/gi) ?? []).every((name) => this.steady.has(name))
  }

  /** Writes before the loop where `isSteady`. */
  outside<T>(isSteady: boolean, write: () => T): T {
    const was = this.#isOutside
    this.#isOutside = was || isSteady
    const made = write()
    this.#isOutside = was
    return made
  }

  variable(expression: string): string {
    const name = this.name()
    this.line(`let ${name} = ${expression};`)
    return name
  }

  /** A local before the loop that is filled from outside; the same key is the same local. */
  input(key: string, input: Input): string {
    const known = this.#named.get(key)
    if (known) return known
    const name = this.name()
    this.before.push(`const ${name} = given[${this.inputs.push(input) - 1}];`)
    this.#named.set(key, name)
    this.steady.add(name)
    return name
  }

  /** A local that keeps its value from subject to subject. */
  kept(expression: string): string {
    const name = this.name()
    this.before.push(`let ${name} = ${expression};`)
    return name
  }

  /** This subject is evaluated one by one. */
  redoIf(test: string): void {
    this.line(`if (${test}) redo = 1;`)
  }

  /** This subject is evaluated one by one if an amount of at least 0 is more than can be told exactly; nobody expects it, so it is no branch. */
  redoBeyond(amount: string): void {
    this.line(`redo |= +(${amount} > ${MOST});`)
  }

  note(node: Node, note: Note): void {
    this.#top.notes.set(node, note)
  }

  /** What nodes of one scope share without being nodes: the parts of one split. */
  shared<T>(key: string, make: () => T): T {
    const known = this.#top.shared.get(key)
    if (known !== undefined) return known as T
    const made = make()
    this.#top.shared.set(key, made)
    return made
  }

  /** The slot of an operand; written where it is first asked for. */
  slot(node: Node): Slot {
    const at = this.#scopes.findLastIndex(({ bound }) => bound === '' || freeNames(node).has(bound))
    const scope = this.#scopes[at] as Scope
    const known = scope.slots.get(node)
    if (known) return known
    const outer = this.#scopes
    this.#scopes = outer.slice(0, at + 1)
    const slot = this.#ruleOf(node).emit(node, this)
    this.#scopes = outer
    scope.slots.set(node, slot)
    scope.order.push(node)
    return slot
  }

  bound(node: BoundNode): Slot {
    const scope = this.#scopes.findLast(({ bound }) => bound === node.name)
    if (!scope?.binding) throw new NotColumnar(`"${node.name}" is bound nowhere`)
    return scope.binding
  }

  /**
   * A loop whose body may ask for `bound`. `write` writes the body and says which nodes it asked for; what they in turn
   * demand and decide is noted for `node`.
   */
  loop(
    head: string,
    binding: { readonly name: string; readonly slot: Slot },
    write: () => readonly Demand[],
  ): Required<Pick<Note, 'demands' | 'bits'>> {
    const scope = scopeOf(binding.name, binding.slot)
    this.#scopes.push(scope)
    const roots = write()
    const outside = new Map<Node, string>()
    const bits = new Map<number, string>()
    const nameOf = <K>(map: Map<K, string>, key: K) =>
      map.get(key) ?? (map.set(key, this.name()).get(key) as string)
    this.#decide(scope, roots, {
      mark: (word) => nameOf(bits, word),
      leave: ({ node, when }) => this.line(`if (${when}) ${nameOf(outside, node)} = 1;`),
    })
    this.#scopes.pop()
    for (const name of [...outside.values(), ...bits.values()]) this.line(`let ${name} = 0;`)
    this.line(`${head} {`)
    this.#top.lines.push(...scope.lines)
    this.line('}')
    return { demands: [...outside].map(([node, flag]) => ({ node, when: `${flag} === 1` })), bits }
  }

  /** After all results: the bits of every node that they demand. */
  decide(results: readonly Node[]): void {
    const roots = results.map((node) => ({ node, when: 'true' }))
    this.#decide(this.#top, roots, { mark: (word) => `bits${word}`, leave: () => {} })
  }

  /** The text of everything before the loop, and of the loop's body. */
  text(): { readonly before: string; readonly body: string } {
    return { before: this.before.join('\n'), body: this.#top.lines.join('\n') }
  }

  get #top(): Scope {
    return this.#scopes.at(-1) as Scope
  }

  /** From users to operands: who is demanded marks its branch and demands its own operands. */
  #decide(
    scope: Scope,
    roots: readonly Demand[],
    to: { mark: (word: number) => string; leave: (demand: Demand) => void },
  ): void {
    const wanted = new Map<Node, string[]>()
    const inside = new Set(scope.order)
    const want = ({ node, when }: Demand) => {
      if (!branchyParts(node)) return
      if (!inside.has(node)) to.leave({ node, when })
      else wanted.set(node, [...(wanted.get(node) ?? []), when])
    }
    roots.forEach(want)
    for (const node of [...scope.order].reverse()) {
      const whens = wanted.get(node)
      if (!whens) continue
      const q = whens.includes('true') ? 'true' : this.constant([...new Set(whens)].join(' || '))
      const note = scope.notes.get(node)
      if (note?.branch) this.#mark(node, `${q} && ${note.branch} >= 0`, note.branch, to.mark)
      for (const [word, name] of note?.bits ?? []) this.line(`if (${q}) ${to.mark(word)} |= ${name};`)
      const demands = note?.demands ?? columnarParts(node)
      for (const { node: part, when } of demands)
        want({ node: part, when: q === 'true' ? when : when === 'true' ? q : `(${q} && ${when})` })
    }
  }

  #mark(node: Node, when: string, branch: string, mark: (word: number) => string): void {
    const place = this.#layout.get(node)
    if (!place) throw new NotColumnar(`${node.kind} has no place in the bitmap`)
    this.line(`if (${when}) ${mark(place.word)} |= 1 << (${place.bit} + ${branch});`)
  }
}

function columnarParts(node: Node): readonly Demand[] {
  return partsOf(node).map((part) => ({ node: part, when: 'true' }))
}
