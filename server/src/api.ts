/** What the web page may import, as types only: every operation with its input and output, and who is signed in. */
import type { ApiOf, Me, ProblemBody } from '#platform'
import type { allOperations, metaParts } from './compose.ts'

export type Api = ApiOf<typeof allOperations>
export type OperationName = keyof Api
export type { Me, ProblemBody }

/** `GET /api/meta`. */
export type Meta = {
  version: string
  county: { code: string; name: string }
  today: string
  verbs: string[]
  operations: { name: string; text: { zh: string; en: string } }[]
} & { [P in keyof typeof metaParts]: ReturnType<(typeof metaParts)[P]> }
