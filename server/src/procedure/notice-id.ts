/** Ids of public notices: the county, so that the page finds its schema, and 132 bits that nobody guesses. */
import { randomBytes } from 'node:crypto'

const form = /^(\d{6})-[A-Za-z0-9_-]{22}$/

export function noticeId(county: string): string {
  return `${county}-${randomBytes(17).toString('base64url').slice(0, 22)}`
}

/** The county of a notice id, or undefined if the text is no such id. */
export function countyOfNotice(id: string): string | undefined {
  return form.exec(id)?.[1]
}
