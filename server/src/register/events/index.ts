/** Events of registers: the room's inner front door. */
export type {
  Ask,
  Asked,
  Choosing,
  Effect,
  EventDeclaration,
  EventIssue,
  Look,
  Planned,
  SpellDeclaration,
} from './define.ts'
export { defineEvent, defineSpells, made } from './define.ts'
export { type EventParts, eventOperations, eventPartsOf, eventSubjects } from './operations.ts'
export { eventProblems } from './problems.ts'
