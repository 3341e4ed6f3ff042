/** Figures as data: declared relations, and the rules that look at them. */
export type { Outcome } from './outcome.ts'
export type { Rule, RuleId } from './rules.ts'
export { ruleOf, rules } from './rules.ts'
export { runSet } from './run-set.ts'
export type { CheckSet, Figure, Relation } from './shape.ts'
export { checkSetShape, defineCheckSet, figureShape, relationShape } from './shape.ts'
