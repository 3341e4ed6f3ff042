/** How PostgreSQL values become JavaScript values: nothing is rounded, no Date, no time zone of the machine. */

import pg from 'pg'
import { invariant } from '#kernel'

const TEXT_ARRAY = 1009
const parseTextArray = pg.types.getTypeParser(TEXT_ARRAY as never) as (raw: string) => (string | null)[]

const scalars: Record<number, (raw: string) => unknown> = {
  20: integer, // int8
  1082: asText, // date
  1114: asText, // timestamp
  1184: instant, // timestamptz
  1700: asText, // numeric
}
const arrays: Record<number, (raw: string) => unknown> = {
  1016: each(integer),
  1182: each(asText),
  1185: each(instant),
  1231: each(asText),
}

/** The parsers for `pg`: int8 -> number (guarded), date and numeric -> text, timestamptz -> ISO text in UTC. */
export const parsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: string) {
    const own = format === 'binary' ? undefined : (scalars[oid] ?? arrays[oid])
    return own ?? (pg.types.getTypeParser(oid, format as 'text') as (raw: string) => unknown)
  },
}

function integer(raw: string): number {
  const value = Number(raw)
  invariant(Number.isSafeInteger(value), `${raw} does not fit a JavaScript integer`)
  return value
}

function asText(raw: string): string {
  return raw
}

/** `2025-09-15 01:02:03.5+00` -> `2025-09-15T01:02:03.5Z`; connections run in UTC. */
function instant(raw: string): string {
  return raw.replace(' ', 'T').replace(/\+00$/, 'Z')
}

function each(parse: (raw: string) => unknown): (raw: string) => unknown {
  return (raw) => parseTextArray(raw).map((item) => (item === null ? null : parse(item)))
}
