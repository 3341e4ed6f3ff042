/** What a check found, before it is a finding: stable key, place, what is stated, what was computed. */
import { createHash } from 'node:crypto'
import type { Fen, Text } from '#kernel'
import { areaAncestors, t } from '#kernel'
import type { Verdict } from '../verdict.ts'

export type Hit = {
  key: string
  rowIds: readonly number[]
  area: string
  verdict: Verdict
  place: Text
  stated: Text
  computed: Text
  difference: string | null
  /** Class of what is stated. */
  sensitive: string | null
  people: number
  amount: Fen | null
  /** Accounts that wrote the figures. */
  reporters: readonly number[]
}

export type Looked = { looked: number; hits: readonly Hit[] }

/** Changes when what the check saw changes; told by the Chinese words, so that a better translation opens nothing again. */
export function fingerprintOf({
  rowIds,
  stated,
  computed,
}: Pick<Hit, 'rowIds' | 'stated' | 'computed'>): string {
  return createHash('sha256')
    .update(JSON.stringify([rowIds, stated.zh, computed.zh]))
    .digest('hex')
    .slice(0, 32)
}

/** The narrowest area that holds all of these. */
export function commonArea(codes: readonly string[]): string {
  const [first = '', ...rest] = codes
  const chain = [...areaAncestors(first), first]
  const shared = chain.filter((code) => rest.every((other) => other.startsWith(code)) && code.length >= 6)
  return shared.at(-1) ?? first.slice(0, 6)
}

/** The first four places, and how many more. */
export function joined(places: readonly Text[]) {
  const shown = places.slice(0, 4)
  const more = places.length > shown.length ? ` 等 ${places.length} 条` : ''
  const moreEn = places.length > shown.length ? ` and ${places.length - shown.length} more` : ''
  return t(
    `${shown.map(({ zh }) => zh).join('；')}${more}`,
    `${shown.map(({ en }) => en).join('; ')}${moreEn}`,
  )
}
