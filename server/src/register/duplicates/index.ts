/** One person, one record: what may be one is found, scored with reasons, reviewed, merged and taken apart again. */
export type { NameKind } from './names.ts'
export type { ReasonCode } from './reasons.data.ts'
export { reasonWords } from './reasons.data.ts'
export type { Likely, Likeness, Reason } from './score.ts'
export { likely, possible, scoreLikeness } from './score.ts'
