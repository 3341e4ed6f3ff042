/** Terms that hold other terms: records and lists, whose bodies are written as functions of one element and kept as data. */
import { t } from '../../label.ts'
import { typeOf } from '../evaluate.ts'
import type { Node } from '../node.ts'
import type { FieldTypes, ValueKind, ValueType } from '../types.ts'
import type { AmountTerm, OrderedTerm } from './scalar.ts'
import {
  AreaTerm,
  BooleanTerm,
  ChoiceTerm,
  CountTerm,
  DayTerm,
  MoneyTerm,
  MonthsTerm,
  NumberTerm,
  PercentTerm,
  QuantityTerm,
  rewrap,
  Term,
  TextTerm,
  YearsTerm,
} from './scalar.ts'

export type Fields = Readonly<Record<string, Term>>

export class RecordTerm<F extends Fields> extends Term<'record'> {
  /** The fields as terms; computed from the node, so that a record can be wrapped anew. */
  get at(): F {
    const type = typeOf(this.node)
    return fieldTerms(type.kind === 'record' ? type.fields : {}, this.node) as F // `as`: F is what the declaration of the list says
  }
}

function fieldTerms(fields: FieldTypes, record: Node): Fields {
  const entries = Object.entries(fields).map(([name, { type }]) => [
    name,
    termOf(type, { kind: 'field', record, name }),
  ])
  return Object.fromEntries(entries)
}

/** How deep list bodies are nested while a rule is built: gives bound names that do not depend on the order of building. */
let depth = 0

export class ListTerm<F extends Fields> extends Term<'list'> {
  sum<T extends AmountTerm>(value: (item: F) => T): T {
    const body = this.body(value)
    return rewrap(body.term, { kind: 'sum', list: this.node, item: body.item, value: body.term.node })
  }
  count(): CountTerm {
    return new CountTerm({ kind: 'count', list: this.node })
  }
  max<T extends OrderedTerm>(value: (item: F) => T): T {
    const body = this.body(value)
    return rewrap(body.term, {
      kind: 'boundary',
      pick: 'largest',
      list: this.node,
      item: body.item,
      value: body.term.node,
    })
  }
  min<T extends OrderedTerm>(value: (item: F) => T): T {
    const body = this.body(value)
    return rewrap(body.term, {
      kind: 'boundary',
      pick: 'smallest',
      list: this.node,
      item: body.item,
      value: body.term.node,
    })
  }
  any(when: (item: F) => BooleanTerm): BooleanTerm {
    const body = this.body(when)
    return new BooleanTerm({ kind: 'any', list: this.node, item: body.item, when: body.term.node })
  }
  all(when: (item: F) => BooleanTerm): BooleanTerm {
    const body = this.body(when)
    return new BooleanTerm({ kind: 'all', list: this.node, item: body.item, when: body.term.node })
  }
  filter(when: (item: F) => BooleanTerm): ListTerm<F> {
    const body = this.body(when)
    return new ListTerm<F>({ kind: 'filter', list: this.node, item: body.item, when: body.term.node })
  }
  /** The record with the largest `by`; of equal ones the first; of none, not applicable. */
  argmaxBy(by: (item: F) => OrderedTerm): RecordTerm<F> {
    const body = this.body(by)
    return new RecordTerm<F>({ kind: 'best', list: this.node, item: body.item, by: body.term.node })
  }
  /** For each key the record with the largest `by`. */
  bestPer(key: (item: F) => Term, by: (item: F) => OrderedTerm): ListTerm<F> {
    const [k, b] = [this.body(key), this.body(by)]
    return new ListTerm<F>({
      kind: 'bestPer',
      list: this.node,
      item: k.item,
      key: k.term.node,
      by: b.term.node,
    })
  }
  /** Spells that are at most `maxGap` days apart become one (AMB-43). */
  runs(
    from: DayField<F>,
    until: DayField<F>,
    maxGap: QuantityTerm<'day'>,
  ): ListTerm<{ from: DayTerm; until: DayTerm }> {
    return new ListTerm({ kind: 'runs', list: this.node, from, until, maxGap: maxGap.node })
  }
  longest(from: DayField<F>, until: DayField<F>): RecordTerm<F> {
    return new RecordTerm<F>({ kind: 'longest', list: this.node, from, until })
  }
  /** Calendar months of [start, end) that the spells cover wholly, or touch. */
  monthsCovered(spell: {
    from: DayField<F>
    until: DayField<F>
    start: DayTerm
    end: DayTerm
    counting: 'whole' | 'touched'
  }): MonthsTerm {
    return new MonthsTerm({
      kind: 'monthsCovered',
      list: this.node,
      from: spell.from,
      until: spell.until,
      start: spell.start.node,
      end: spell.end.node,
      counting: spell.counting,
    })
  }

  private body<T extends Term>(build: (item: F) => T): { item: string; term: T } {
    const item = `item${++depth}`
    const type = typeOf(this.node)
    const fields = type.kind === 'list' ? type.fields : {}
    try {
      const bound: Node = {
        kind: 'bound',
        name: item,
        of: { kind: 'record', fields },
        label: t('这一条', 'this one'),
      }
      return { item, term: build(new RecordTerm<F>(bound).at) }
    } finally {
      depth--
    }
  }
}

type DayField<F extends Fields> = { [K in keyof F]: F[K] extends DayTerm ? K : never }[keyof F] & string

const classes = {
  boolean: BooleanTerm,
  choice: ChoiceTerm,
  count: CountTerm,
  number: NumberTerm,
  percent: PercentTerm,
  money: MoneyTerm,
  day: DayTerm,
  months: MonthsTerm,
  years: YearsTerm,
  quantity: QuantityTerm,
  area: AreaTerm,
  text: TextTerm,
  record: RecordTerm,
  list: ListTerm,
} satisfies Record<ValueKind, new (node: Node) => Term>

/** The term of a declared type. */
export function termOf(type: ValueType, node: Node): Term {
  return new (classes[type.kind] as new (node: Node) => Term)(node)
}
