/** The words of the language that are not methods: steps, branches, splits, extremes, ages. */
import type { Citation } from '../../citation.ts'
import type { Text } from '../../label.ts'
import { t } from '../../label.ts'
import { typeOf } from '../evaluate.ts'
import type { ChooseNode, Comparison, MatchNode, Node, RuleNode } from '../node.ts'
import type { AmountTerm, OrderedTerm } from './term.ts'
import {
  BooleanTerm,
  type ChoiceTerm,
  type CountTerm,
  type DayTerm,
  MoneyTerm,
  MonthsTerm,
  type PercentTerm,
  QuantityTerm,
  rewrap,
  type Term,
  YearsTerm,
} from './term.ts'

/** A named line of the explanation, with the clause that it rests on. The id is part of the rule. */
export function step<T extends Term>(id: string, label: Text, of: T, cite?: Citation): T {
  return rewrap(of, { kind: 'step', id, label, of: of.node, ...(cite ? { cite } : {}) })
}

/** Holds or does not; in the explanation a line of its own, in the result a warning or a refusal with its message. */
export function check(
  id: string,
  label: Text,
  of: BooleanTerm,
  more: { severity: 'warning' | 'refusal'; message: Text; cite?: Citation },
): BooleanTerm {
  return new BooleanTerm({ kind: 'check', id, label, of: of.node, ...more })
}

/** A condition without its subject: `choose(age).when(below(limit), …)`. */
export type Predicate<T extends Term> = { readonly of: (subject: T) => BooleanTerm }

const predicate =
  (op: Comparison) =>
  <T extends OrderedTerm>(limit: T): Predicate<T> => ({
    of: (subject) => new BooleanTerm({ kind: 'compare', op, left: subject.node, right: limit.node }),
  })

export const below = predicate('below')
export const atMost = predicate('atMost')
export const above = predicate('above')
export const atLeast = predicate('atLeast')
export const equalTo = predicate('is')
export const otherThan = predicate('isNot')

/** What may stand beside the values so far: the same kind, or another option of a choice. */
type Beside<V> = [V] extends [never] ? Term : V extends ChoiceTerm<string> ? ChoiceTerm<string> : V
type Joined<V, W> = [V] extends [never]
  ? W
  : V extends ChoiceTerm<infer A>
    ? W extends ChoiceTerm<infer B>
      ? ChoiceTerm<A | B>
      : never
    : W

class Chooser<S extends Term, V extends Term = never> {
  readonly #subject: S | undefined
  readonly #cases: ChooseNode['cases']
  readonly #like: Term | undefined

  constructor(given: { subject?: S; cases: ChooseNode['cases']; like?: Term }) {
    this.#subject = given.subject
    this.#cases = given.cases
    this.#like = given.like
  }

  when<W extends Beside<V> & Term>(
    condition: BooleanTerm | Predicate<S>,
    value: W,
    cite?: Citation,
  ): Chooser<S, Joined<V, W> & Term> {
    const when = condition instanceof BooleanTerm ? condition : condition.of(this.#subject as S)
    const next = { when: when.node, value: value.node, ...(cite ? { cite } : {}) }
    return new Chooser({ subject: this.#subject, cases: [...this.#cases, next], like: value })
  }

  otherwise<W extends Beside<V> & Term>(value: W): Joined<V, W> {
    return rewrap(value, { kind: 'choose', cases: this.#cases, otherwise: value.node }) as unknown as Joined<
      V,
      W
    >
  }

  /** No `otherwise`: a case that is not covered is the finding `policy.gap`. */
  end(): V {
    return rewrap(this.#like as V, { kind: 'choose', cases: this.#cases })
  }
}

/** Cases in order: `choose(age).when(below(p.limit), category.minor).otherwise(category.adult)`. */
export function choose<S extends Term = never>(subject?: S): Chooser<S> {
  return new Chooser<S>({ ...(subject ? { subject } : {}), cases: [] })
}

/** One value for each option of a choice; a forgotten option does not compile. */
export function byChoice<Option extends string, V extends Term>(
  subject: ChoiceTerm<Option>,
  values: { readonly [K in Option]: V },
): V {
  const cases: MatchNode['cases'] = Object.keys(values)
    .sort()
    .map((is) => ({ is, value: values[is as Option].node }))
  return rewrap(Object.values<V>(values)[0] as V, { kind: 'match', subject: subject.node, cases })
}

class Rule<T extends Term> {
  readonly #base: T
  readonly #exceptions: RuleNode['exceptions']

  constructor(base: T, exceptions: RuleNode['exceptions']) {
    this.#base = base
    this.#exceptions = exceptions
  }

  except(when: BooleanTerm, value: T, cite: Citation): Rule<T> {
    return new Rule(this.#base, [...this.#exceptions, { when: when.node, value: value.node, cite }])
  }

  end(): T {
    return rewrap(this.#base, { kind: 'rule', base: this.#base.node, exceptions: this.#exceptions })
  }
}

/** A base rule and its exceptions: two that hold with different values are a finding that names both clauses. */
export function rule<T extends Term>(base: T): Rule<T> {
  return new Rule(base, [])
}

/** 不适用, of the kind of `like`; the label says why. */
export function notApplicable<T extends Term>(like: T, label?: Text): T {
  return rewrap(like, { kind: 'notApplicable', of: typeOf(like.node), ...(label ? { label } : {}) })
}

/** The value where the condition holds, 不适用 elsewhere. */
export function onlyIf<T extends Term>(when: BooleanTerm, value: T, label?: Text): T {
  return rewrap(value, {
    kind: 'choose',
    cases: [{ when: when.node, value: value.node }],
    otherwise: notApplicable(value, label).node,
  })
}

export function applies(term: Term): BooleanTerm {
  return new BooleanTerm({ kind: 'applies', of: term.node })
}

/** Guards a term that may not apply. */
export function ifApplies<T extends Term>(term: Term, value: T, otherwise: T): T {
  return rewrap(value, {
    kind: 'choose',
    cases: [{ when: applies(term).node, value: value.node }],
    otherwise: otherwise.node,
  })
}

export function allOf(...conditions: BooleanTerm[]): BooleanTerm {
  return new BooleanTerm({ kind: 'and', of: conditions.map((x) => x.node) })
}

export function anyOf(...conditions: BooleanTerm[]): BooleanTerm {
  return new BooleanTerm({ kind: 'or', of: conditions.map((x) => x.node) })
}

/** Sum of terms; those that do not apply add nothing. */
export function sumOf<T extends AmountTerm>(first: T, ...others: T[]): T {
  return rewrap(first, { kind: 'add', of: [first, ...others].map((x) => x.node) })
}

export function largest<T extends OrderedTerm>(first: T, ...others: T[]): T {
  return rewrap(first, { kind: 'extreme', pick: 'largest', of: [first, ...others].map((x) => x.node) })
}

export function smallest<T extends OrderedTerm>(first: T, ...others: T[]): T {
  return rewrap(first, { kind: 'extreme', pick: 'smallest', of: [first, ...others].map((x) => x.node) })
}

/** Parts of a total in order, by GEN-01: they add up, the last that is not zero takes the remainder. */
export function split<const Name extends string>(
  total: MoneyTerm,
  shares: readonly (readonly [Name, PercentTerm | 'rest'])[],
): { readonly [K in Name]: MoneyTerm } {
  const list = shares.map(([name, share]) => ({ name, share: share === 'rest' ? share : share.node }))
  const parts = list.map(({ name }) => [
    name,
    new MoneyTerm({ kind: 'part', total: total.node, shares: list, name }),
  ])
  return Object.fromEntries(parts) as never // `as`: one part for each name
}

/** Age in completed years (GEN-03). */
export function completedYears(
  birth: DayTerm,
  on: DayTerm,
  turns: 'birthday' | 'day-after' = 'birthday',
): YearsTerm {
  return new YearsTerm({ kind: 'completedYears', birth: birth.node, on: on.node, turns })
}

export function addMonths(day: DayTerm, months: MonthsTerm): DayTerm {
  return day.plusMonths(months)
}

/** Calendar months from the month of one day to that of the other, or completed ones (GEN-04). */
export function monthsBetween(
  from: DayTerm,
  to: DayTerm,
  counting: 'calendar' | 'completed' = 'calendar',
): MonthsTerm {
  return new MonthsTerm({ kind: 'monthsBetween', from: from.node, to: to.node, counting })
}

export function daysBetween(from: DayTerm, to: DayTerm): QuantityTerm<'day'> {
  return new QuantityTerm<'day'>({ kind: 'daysBetween', from: from.node, to: to.node })
}

let repeats = 0

/** Rounds, at most 100, each from the state before; rounding happens in each (LS-11). */
export function repeat<T extends Term>(
  times: CountTerm | YearsTerm | MonthsTerm,
  start: T,
  { label, next }: { label: Text; next: (state: T) => T },
): T {
  const state = `state${++repeats}`
  try {
    const bound: Node = { kind: 'bound', name: state, of: typeOf(start.node), label }
    return rewrap(start, {
      kind: 'repeat',
      times: times.node,
      start: start.node,
      state,
      next: next(rewrap(start, bound)).node,
      label: t('轮次', 'round'),
    })
  } finally {
    repeats--
  }
}
