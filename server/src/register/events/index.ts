/** Events of registers: the room's inner front door. */
export type {
  Ask,
  Asked,
  Choosing,
  Effect,
  EventDeclaration,
  EventIssue,
  Happened,
  Look,
  Planned,
  SpellDeclaration,
} from './define.ts'
export { defineEvent, defineSpells, made } from './define.ts'
export { type Foreseen, foreseeEvent, sayForeseen } from './foresee.ts'
export type { Filled } from './form.ts'
export {
  actOf as eventActOf,
  actShape as eventActShape,
  type EventParts,
  eventOperations,
  eventPartsOf,
  eventSubjects,
} from './operations.ts'
export { eventProblems } from './problems.ts'
export { confirmEvent } from './record.ts'
export {
  askShape as eventAskShape,
  changeShape as eventChangeShape,
  issueShape as eventIssueShape,
  shownPlan as shownEventPlan,
} from './show.ts'
