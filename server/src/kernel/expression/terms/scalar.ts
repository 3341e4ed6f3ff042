/** Typed terms: what a rule is written with. Each holds a node and nothing else, so no closure survives into the tree. */

import type { Rounding } from '../../round.ts'
import { typeOf } from '../evaluate.ts'
import type { Comparison, Node } from '../node.ts'
import type { ValueKind } from '../types.ts'

export abstract class Term<K extends ValueKind = ValueKind> {
  /** Keeps the kinds apart for the compiler; not there at run time. */
  declare readonly kind: K
  readonly node: Node

  constructor(node: Node) {
    this.node = node
  }
}

function compare(op: Comparison, left: Term, right: Term): BooleanTerm {
  return new BooleanTerm({ kind: 'compare', op, left: left.node, right: right.node })
}

abstract class Comparable<K extends ValueKind> extends Term<K> {
  is(other: this): BooleanTerm {
    return compare('is', this, other)
  }
  isNot(other: this): BooleanTerm {
    return compare('isNot', this, other)
  }
}

abstract class Ordered<K extends ValueKind> extends Comparable<K> {
  isBelow(limit: this): BooleanTerm {
    return compare('below', this, limit)
  }
  isAtMost(limit: this): BooleanTerm {
    return compare('atMost', this, limit)
  }
  isAbove(limit: this): BooleanTerm {
    return compare('above', this, limit)
  }
  isAtLeast(limit: this): BooleanTerm {
    return compare('atLeast', this, limit)
  }
}

/** Anything that has an order. */
export type OrderedTerm = Ordered<ValueKind>

/** Amounts of one kind add and subtract; a scalar multiplies and divides them, with a named rounding. */
abstract class Amount<K extends ValueKind> extends Ordered<K> {
  plus(other: this): this {
    return rewrap(this, { kind: 'add', of: [this.node, other.node] })
  }
  minus(other: this): this {
    return rewrap(this, { kind: 'subtract', left: this.node, right: other.node })
  }
  times(by: Scalar, rounding: Rounding = 'half-up'): this {
    return rewrap(this, { kind: 'multiply', left: this.node, right: by.node, rounding })
  }
  dividedBy(by: Scalar, rounding: Rounding = 'half-up'): this {
    return rewrap(this, { kind: 'divide', left: this.node, right: by.node, rounding })
  }
  /** How often `other` goes into this, exact. */
  ratioTo(other: this): NumberTerm {
    return new NumberTerm({ kind: 'proportion', left: this.node, right: other.node, as: 'number' })
  }
  /** The same as a percentage. */
  shareOf(whole: this): PercentTerm {
    return new PercentTerm({ kind: 'proportion', left: this.node, right: whole.node, as: 'percent' })
  }
}

export type AmountTerm = Amount<ValueKind>
export type Scalar = PercentTerm | NumberTerm | CountTerm | MonthsTerm | YearsTerm | QuantityTerm<string>

export class BooleanTerm extends Term<'boolean'> {
  and(...others: BooleanTerm[]): BooleanTerm {
    return new BooleanTerm({ kind: 'and', of: [this.node, ...others.map((x) => x.node)] })
  }
  or(...others: BooleanTerm[]): BooleanTerm {
    return new BooleanTerm({ kind: 'or', of: [this.node, ...others.map((x) => x.node)] })
  }
  not(): BooleanTerm {
    return new BooleanTerm({ kind: 'not', of: this.node })
  }
}

export class ChoiceTerm<Option extends string> extends Term<'choice'> {
  declare readonly option: Option

  /** Whether it is that option; a misspelt one does not compile. */
  is(option: Option): BooleanTerm {
    return new BooleanTerm({ kind: 'compare', op: 'is', left: this.node, right: this.literal(option) })
  }
  isNot(option: Option): BooleanTerm {
    return new BooleanTerm({ kind: 'compare', op: 'isNot', left: this.node, right: this.literal(option) })
  }
  isOneOf(...options: Option[]): BooleanTerm {
    return new BooleanTerm({ kind: 'or', of: options.map((option) => this.is(option).node) })
  }
  private literal(option: Option): Node {
    return { kind: 'literal', of: typeOf(this.node), wire: option }
  }
}

export class TextTerm extends Comparable<'text'> {}
export class AreaTerm extends Comparable<'area'> {}
export class NumberTerm extends Amount<'number'> {}
export class PercentTerm extends Amount<'percent'> {}
export class CountTerm extends Amount<'count'> {}

export class MoneyTerm extends Amount<'money'> {
  /** To a multiple of `step` yuan, as in "to the yuan": `roundedTo('1.00', 'up')`. */
  roundedTo(step: string, rounding: Rounding): MoneyTerm {
    const fen = String(Math.round(Number(step) * 100)) // a step is written in the rule, in whole fen
    return new MoneyTerm({ kind: 'round', of: this.node, step: fen, rounding })
  }
}

export class MonthsTerm extends Amount<'months'> {
  asCount(): CountTerm {
    return new CountTerm({ kind: 'convert', of: this.node, to: 'count' })
  }
}

export class YearsTerm extends Amount<'years'> {
  asCount(): CountTerm {
    return new CountTerm({ kind: 'convert', of: this.node, to: 'count' })
  }
}

export class QuantityTerm<Unit extends string> extends Amount<'quantity'> {
  declare readonly unit: Unit
}

export class DayTerm extends Ordered<'day'> {
  plusMonths(months: MonthsTerm | YearsTerm): DayTerm {
    return new DayTerm({ kind: 'addMonths', day: this.node, months: months.node, sign: 1 })
  }
  minusMonths(months: MonthsTerm | YearsTerm): DayTerm {
    return new DayTerm({ kind: 'addMonths', day: this.node, months: months.node, sign: -1 })
  }
  plusDays(days: QuantityTerm<'day'>): DayTerm {
    return new DayTerm({ kind: 'addDays', day: this.node, days: days.node, sign: 1 })
  }
  minusDays(days: QuantityTerm<'day'>): DayTerm {
    return new DayTerm({ kind: 'addDays', day: this.node, days: days.node, sign: -1 })
  }
  firstOfMonth(): DayTerm {
    return new DayTerm({ kind: 'monthEdge', day: this.node, edge: 'first' })
  }
  lastOfMonth(): DayTerm {
    return new DayTerm({ kind: 'monthEdge', day: this.node, edge: 'last' })
  }
}

/** The same kind of term over another node. */
export function rewrap<T extends Term>(like: T, node: Node): T {
  return new (like.constructor as new (node: Node) => T)(node)
}
