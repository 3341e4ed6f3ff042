/** A Problem as RFC 9457 JSON, on the wire and in a job's row. */
import type { Problem } from '#kernel'

export type ProblemBody = {
  type: string
  code: string
  status: number
  title: string
  detail: { zh: string; en: string }
  details: Record<string, unknown>
}

export function problemBody(told: Problem): ProblemBody {
  const { code, status, text, details } = told
  return { type: `urn:xiangce:problem:${code}`, code, status, title: text.zh, detail: text, details }
}
