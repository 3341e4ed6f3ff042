// What went wrong, as the server tells it (RFC 9457), or as the browser sees it when there is no answer.
import type { Text } from './app/text.tsx'
import { t } from './app/text.tsx'

/** The only error that a page meets. `details` is whatever the problem's code promises. */
export class WebProblem extends Error {
  readonly code: string
  readonly status: number
  readonly text: Text
  readonly details: Record<string, unknown>

  constructor(from: { code: string; status: number; text: Text; details?: Record<string, unknown> }) {
    super(`${from.code}: ${from.text.zh}`)
    this.code = from.code
    this.status = from.status
    this.text = from.text
    this.details = from.details ?? {}
  }
}

/** Reads a problem body; a body that is no problem becomes one with the status in it. */
export async function problemOf(response: Response): Promise<WebProblem> {
  const body: unknown = await response.json().catch(() => undefined)
  if (!isRecord(body)) return brokenAnswer(response.status)
  return new WebProblem({
    code: typeof body.code === 'string' ? body.code : 'server.problem',
    status: response.status,
    text: textOf(body.detail) ?? textOf(body.title) ?? brokenAnswer(response.status).text,
    details: isRecord(body.details) ? body.details : {},
  })
}

/** The server did not answer at all: nothing was saved, nothing was lost. */
export function noAnswer(): WebProblem {
  return new WebProblem({
    code: 'web.no-answer',
    status: 0,
    text: t(
      '服务器没有回应。您填的还在，连上以后再做一次。',
      'The server did not answer. What you filled in is kept; do it again once connected.',
    ),
  })
}

/** Any thrown thing as a problem, so that one place can show it. */
export function asProblem(error: unknown): WebProblem {
  if (error instanceof WebProblem) return error
  return new WebProblem({
    code: 'web.page',
    status: 0,
    text: t(
      '这一页出了错，没有改动任何记录。刷新后再看。',
      'This page met an error; no record was changed. Reload and look again.',
    ),
    details: { message: error instanceof Error ? error.message : String(error) },
  })
}

function brokenAnswer(status: number): WebProblem {
  return new WebProblem({
    code: 'web.broken-answer',
    status,
    text: t(
      `服务器的回答读不懂（${status}）。您填的还在，过一会儿再做一次。`,
      `The answer of the server cannot be read (${status}). What you filled in is kept; do it again in a while.`,
    ),
  })
}

function textOf(value: unknown): Text | undefined {
  if (typeof value === 'string') return { zh: value, en: value }
  if (!isRecord(value) || typeof value.zh !== 'string') return undefined
  return { zh: value.zh, en: typeof value.en === 'string' ? value.en : value.zh }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
