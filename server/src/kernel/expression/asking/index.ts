/** Asking: a rule answers a person, one question at a time. */
export type { Ground } from './ground.ts'
export { groundFor, groundOf, readResult } from './ground.ts'
export type {
  Answers,
  Asking,
  DatedBook,
  DatedEntry,
  FieldWording,
  Inquiry,
  ListWording,
  Question,
  Supply,
  Wording,
} from './inquiry.ts'
export { nextQuestion, openQuestions, questionOf } from './next.ts'
export type { Answer, Lack, Standing } from './standing.ts'
export { answerOf, lackOf, standingOf } from './standing.ts'
export { valueOn } from './value-on.ts'
