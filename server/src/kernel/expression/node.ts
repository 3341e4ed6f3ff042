/** The nodes of a tree: plain immutable data. What a kind means stands in `kinds/`; nothing here computes. */
import type { Citation } from '../citation.ts'
import type { Text } from '../label.ts'
import type { Rounding } from '../round.ts'
import type { TableKey, ValueType } from './types.ts'

type N<K extends string, Parts> = { readonly kind: K } & { readonly [P in keyof Parts]: Parts[P] }
type Nodes = readonly Node[]

/** A value written in the rule itself; kept in its wire form, so that the tree is JSON. */
export type LiteralNode = N<'literal', { of: ValueType; wire: LiteralWire }>
export type LiteralWire = string | number | boolean | { readonly value: string; readonly unit: string }
export type NotApplicableNode = N<'notApplicable', { of: ValueType; label?: Text }>
export type FactNode = N<'fact', { name: string; of: ValueType; label: Text }>
export type ParameterNode = N<
  'parameter',
  { name: string; of: ValueType; label: Text; keys: readonly KeyedBy[] }
>
export type KeyedBy = { readonly key: TableKey; readonly by: Node }
/** The element that a list node looks at, or the state of a `repeat`. */
export type BoundNode = N<'bound', { name: string; of: ValueType; label: Text }>
export type FieldNode = N<'field', { record: Node; name: string }>

export type AddNode = N<'add', { of: Nodes }>
export type SubtractNode = N<'subtract', { left: Node; right: Node }>
export type MultiplyNode = N<'multiply', { left: Node; right: Node; rounding: Rounding }>
export type DivideNode = N<'divide', { left: Node; right: Node; rounding: Rounding }>
/** How often `right` goes into `left`, both of one kind: a number or a percentage. */
export type ProportionNode = N<'proportion', { left: Node; right: Node; as: 'number' | 'percent' }>
/** To a multiple of `step`, in the smallest unit of the kind (fen). */
export type RoundNode = N<'round', { of: Node; step: string; rounding: Rounding }>
/** One part of a total split in order (GEN-01). */
export type PartNode = N<'part', { total: Node; shares: readonly ShareOf[]; name: string }>
export type ShareOf = { readonly name: string; readonly share: Node | 'rest' }
export type ExtremeNode = N<'extreme', { pick: 'largest' | 'smallest'; of: Nodes }>

export type Comparison = 'below' | 'atMost' | 'above' | 'atLeast' | 'is' | 'isNot'
export type CompareNode = N<'compare', { op: Comparison; left: Node; right: Node }>
export type AndNode = N<'and', { of: Nodes }>
export type OrNode = N<'or', { of: Nodes }>
export type NotNode = N<'not', { of: Node }>
export type AppliesNode = N<'applies', { of: Node }>

export type ChooseNode = N<'choose', { cases: readonly Case[]; otherwise?: Node }>
export type Case = { readonly when: Node; readonly value: Node; readonly cite?: Citation }
export type MatchNode = N<
  'match',
  { subject: Node; cases: readonly { readonly is: string; readonly value: Node }[] }
>
export type RuleNode = N<'rule', { base: Node; exceptions: readonly Exception[] }>
export type Exception = { readonly when: Node; readonly value: Node; readonly cite: Citation }

export type CompletedYearsNode = N<
  'completedYears',
  { birth: Node; on: Node; turns: 'birthday' | 'day-after' }
>
export type AddMonthsNode = N<'addMonths', { day: Node; months: Node; sign: 1 | -1 }>
export type AddDaysNode = N<'addDays', { day: Node; days: Node; sign: 1 | -1 }>
export type MonthEdgeNode = N<'monthEdge', { day: Node; edge: 'first' | 'last' }>
/** Months from the month of `from` to that of `to`, or completed months between two days (GEN-04). */
export type MonthsBetweenNode = N<
  'monthsBetween',
  { from: Node; to: Node; counting: 'calendar' | 'completed' }
>
export type DaysBetweenNode = N<'daysBetween', { from: Node; to: Node }>
/** A whole number of one kind read as another: months as a count. */
export type ConvertNode = N<'convert', { of: Node; to: 'count' | 'months' | 'years' | 'number' }>

/** `item` names the bound element inside `value`, `when`, `by`, `key`. */
export type SumNode = N<'sum', { list: Node; item: string; value: Node }>
export type CountNode = N<'count', { list: Node }>
export type BoundaryNode = N<
  'boundary',
  { pick: 'largest' | 'smallest'; list: Node; item: string; value: Node }
>
export type AnyNode = N<'any', { list: Node; item: string; when: Node }>
export type AllNode = N<'all', { list: Node; item: string; when: Node }>
export type FilterNode = N<'filter', { list: Node; item: string; when: Node }>
export type BestNode = N<'best', { list: Node; item: string; by: Node }>
export type BestPerNode = N<'bestPer', { list: Node; item: string; key: Node; by: Node }>

/** Spells: `from` and `until` name fields of the records; half-open, an `until` that is not applicable has no end. */
export type RunsNode = N<'runs', { list: Node; from: string; until: string; maxGap: Node }>
export type LongestNode = N<'longest', { list: Node; from: string; until: string }>
export type MonthsCoveredNode = N<
  'monthsCovered',
  { list: Node; from: string; until: string; start: Node; end: Node; counting: 'whole' | 'touched' }
>
export type RepeatNode = N<'repeat', { times: Node; start: Node; state: string; next: Node; label: Text }>

export type StepNode = N<'step', { id: string; label: Text; of: Node; cite?: Citation }>
export type CheckNode = N<
  'check',
  { id: string; label: Text; of: Node; severity: 'warning' | 'refusal'; message: Text; cite?: Citation }
>

type Leaf = LiteralNode | NotApplicableNode | FactNode | ParameterNode | BoundNode | FieldNode
type Sum =
  | AddNode
  | SubtractNode
  | MultiplyNode
  | DivideNode
  | ProportionNode
  | RoundNode
  | PartNode
  | ExtremeNode
type Condition = CompareNode | AndNode | OrNode | NotNode | AppliesNode
type Branch = ChooseNode | MatchNode | RuleNode
type Time =
  | CompletedYearsNode
  | AddMonthsNode
  | AddDaysNode
  | MonthEdgeNode
  | MonthsBetweenNode
  | DaysBetweenNode
type List = SumNode | CountNode | BoundaryNode | AnyNode | AllNode | FilterNode | BestNode | BestPerNode
type Spell = RunsNode | LongestNode | MonthsCoveredNode

export type Node =
  | Leaf
  | Sum
  | Condition
  | Branch
  | Time
  | ConvertNode
  | List
  | Spell
  | RepeatNode
  | StepNode
  | CheckNode
export type Kind = Node['kind']
export type NodeOf<K extends Kind> = Extract<Node, { readonly kind: K }>

/** A whole rule: what it needs, what it answers. `on` names the day on which parameters are looked up. */
export type Tree = {
  readonly language: 1
  readonly facts: Readonly<Record<string, { readonly type: ValueType; readonly label: Text }>>
  readonly parameters: Readonly<Record<string, DeclaredParameter>>
  readonly on?: Node
  readonly results: Readonly<Record<string, { readonly label: Text; readonly node: Node }>>
}

export type DeclaredParameter = {
  readonly type: ValueType
  readonly label: Text
  readonly keys: readonly TableKey[]
}
