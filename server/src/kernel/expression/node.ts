/** The nodes of a tree: plain immutable data. What a kind means stands in `kinds/`; nothing here computes. */
import type { Citation } from '../citation.ts'
import type { Text } from '../label.ts'
import type { Rounding } from '../round.ts'
import type { ListType, TableKey, ValueType } from './types.ts'

/** A value written in the rule itself; kept in its wire form, so that the tree is JSON. */
export type LiteralNode = {
  readonly kind: 'literal'
  readonly of: ValueType
  readonly wire: string | number | boolean | { value: string; unit: string }
}
export type NotApplicableNode = {
  readonly kind: 'notApplicable'
  readonly of: ValueType
  readonly label?: Text
}
export type FactNode = {
  readonly kind: 'fact'
  readonly name: string
  readonly of: ValueType
  readonly label: Text
}
export type ParameterNode = {
  readonly kind: 'parameter'
  readonly name: string
  readonly of: ValueType
  readonly label: Text
  readonly keys: readonly { readonly key: TableKey; readonly by: Node }[]
}
/** The element that a list node looks at, or the state of a `repeat`. */
export type BoundNode = {
  readonly kind: 'bound'
  readonly name: string
  readonly of: ValueType
  readonly label: Text
}
export type FieldNode = { readonly kind: 'field'; readonly record: Node; readonly name: string }

export type AddNode = { readonly kind: 'add'; readonly of: readonly Node[] }
export type SubtractNode = { readonly kind: 'subtract'; readonly left: Node; readonly right: Node }
export type MultiplyNode = {
  readonly kind: 'multiply'
  readonly left: Node
  readonly right: Node
  readonly rounding: Rounding
}
export type DivideNode = {
  readonly kind: 'divide'
  readonly left: Node
  readonly right: Node
  readonly rounding: Rounding
}
/** How often `right` goes into `left`, both of one kind: a number or a percentage. */
export type ProportionNode = {
  readonly kind: 'proportion'
  readonly left: Node
  readonly right: Node
  readonly as: 'number' | 'percent'
}
export type RoundNode = {
  readonly kind: 'round'
  readonly of: Node
  readonly step: string
  readonly rounding: Rounding
}
/** One part of a total split in order (GEN-01). */
export type PartNode = {
  readonly kind: 'part'
  readonly total: Node
  readonly shares: readonly { readonly name: string; readonly share: Node | 'rest' }[]
  readonly name: string
}
export type ExtremeNode = {
  readonly kind: 'extreme'
  readonly pick: 'largest' | 'smallest'
  readonly of: readonly Node[]
}

export type Comparison = 'below' | 'atMost' | 'above' | 'atLeast' | 'is' | 'isNot'
export type CompareNode = {
  readonly kind: 'compare'
  readonly op: Comparison
  readonly left: Node
  readonly right: Node
}
export type AndNode = { readonly kind: 'and'; readonly of: readonly Node[] }
export type OrNode = { readonly kind: 'or'; readonly of: readonly Node[] }
export type NotNode = { readonly kind: 'not'; readonly of: Node }
export type AppliesNode = { readonly kind: 'applies'; readonly of: Node }

export type ChooseNode = {
  readonly kind: 'choose'
  readonly cases: readonly { readonly when: Node; readonly value: Node; readonly cite?: Citation }[]
  readonly otherwise?: Node
}
export type MatchNode = {
  readonly kind: 'match'
  readonly subject: Node
  readonly cases: readonly { readonly is: string; readonly value: Node }[]
}
export type RuleNode = {
  readonly kind: 'rule'
  readonly base: Node
  readonly exceptions: readonly { readonly when: Node; readonly value: Node; readonly cite: Citation }[]
}

export type CompletedYearsNode = {
  readonly kind: 'completedYears'
  readonly birth: Node
  readonly on: Node
  readonly turns: 'birthday' | 'day-after'
}
export type AddMonthsNode = {
  readonly kind: 'addMonths'
  readonly day: Node
  readonly months: Node
  readonly sign: 1 | -1
}
export type AddDaysNode = {
  readonly kind: 'addDays'
  readonly day: Node
  readonly days: Node
  readonly sign: 1 | -1
}
export type MonthEdgeNode = {
  readonly kind: 'monthEdge'
  readonly day: Node
  readonly edge: 'first' | 'last'
}
/** Months from the month of `from` to that of `to`, or completed months between two days (GEN-04). */
export type MonthsBetweenNode = {
  readonly kind: 'monthsBetween'
  readonly from: Node
  readonly to: Node
  readonly counting: 'calendar' | 'completed'
}
export type DaysBetweenNode = { readonly kind: 'daysBetween'; readonly from: Node; readonly to: Node }
/** A whole number of one kind read as another: months as a count. */
export type ConvertNode = {
  readonly kind: 'convert'
  readonly of: Node
  readonly to: 'count' | 'months' | 'years' | 'number'
}

/** `item` names the bound element inside `value`, `when`, `by`. */
export type SumNode = {
  readonly kind: 'sum'
  readonly list: Node
  readonly item: string
  readonly value: Node
}
export type CountNode = { readonly kind: 'count'; readonly list: Node }
export type BoundaryNode = {
  readonly kind: 'boundary'
  readonly pick: 'largest' | 'smallest'
  readonly list: Node
  readonly item: string
  readonly value: Node
}
export type AnyNode = {
  readonly kind: 'any'
  readonly list: Node
  readonly item: string
  readonly when: Node
}
export type AllNode = {
  readonly kind: 'all'
  readonly list: Node
  readonly item: string
  readonly when: Node
}
export type FilterNode = {
  readonly kind: 'filter'
  readonly list: Node
  readonly item: string
  readonly when: Node
}
export type BestNode = {
  readonly kind: 'best'
  readonly list: Node
  readonly item: string
  readonly by: Node
}
export type BestPerNode = {
  readonly kind: 'bestPer'
  readonly list: Node
  readonly item: string
  readonly key: Node
  readonly by: Node
}

/** Spells: `from` and `until` name fields of the list's records; half-open, an `until` that is not applicable has no end. */
export type RunsNode = {
  readonly kind: 'runs'
  readonly list: Node
  readonly from: string
  readonly until: string
  readonly maxGap: Node
}
export type LongestNode = {
  readonly kind: 'longest'
  readonly list: Node
  readonly from: string
  readonly until: string
}
export type MonthsCoveredNode = {
  readonly kind: 'monthsCovered'
  readonly list: Node
  readonly from: string
  readonly until: string
  readonly start: Node
  readonly end: Node
  readonly counting: 'whole' | 'touched'
}

export type RepeatNode = {
  readonly kind: 'repeat'
  readonly times: Node
  readonly start: Node
  readonly state: string
  readonly next: Node
  readonly label: Text
}

export type StepNode = {
  readonly kind: 'step'
  readonly id: string
  readonly label: Text
  readonly of: Node
  readonly cite?: Citation
}
export type CheckNode = {
  readonly kind: 'check'
  readonly id: string
  readonly label: Text
  readonly of: Node
  readonly severity: 'warning' | 'refusal'
  readonly message: Text
  readonly cite?: Citation
}

export type Node =
  | LiteralNode
  | NotApplicableNode
  | FactNode
  | ParameterNode
  | BoundNode
  | FieldNode
  | AddNode
  | SubtractNode
  | MultiplyNode
  | DivideNode
  | ProportionNode
  | RoundNode
  | PartNode
  | ExtremeNode
  | CompareNode
  | AndNode
  | OrNode
  | NotNode
  | AppliesNode
  | ChooseNode
  | MatchNode
  | RuleNode
  | CompletedYearsNode
  | AddMonthsNode
  | AddDaysNode
  | MonthEdgeNode
  | MonthsBetweenNode
  | DaysBetweenNode
  | ConvertNode
  | SumNode
  | CountNode
  | BoundaryNode
  | AnyNode
  | AllNode
  | FilterNode
  | BestNode
  | BestPerNode
  | RunsNode
  | LongestNode
  | MonthsCoveredNode
  | RepeatNode
  | StepNode
  | CheckNode

export type Kind = Node['kind']
export type NodeOf<K extends Kind> = Extract<Node, { readonly kind: K }>

/** A whole rule: what it needs, what it answers. `on` names the day on which parameters are looked up. */
export type Tree = {
  readonly language: 1
  readonly facts: Readonly<Record<string, { readonly type: ValueType; readonly label: Text }>>
  readonly parameters: Readonly<
    Record<string, { readonly type: ValueType; readonly label: Text; readonly keys: readonly TableKey[] }>
  >
  readonly on?: Node
  readonly results: Readonly<Record<string, { readonly label: Text; readonly node: Node }>>
}

export type { ListType }
