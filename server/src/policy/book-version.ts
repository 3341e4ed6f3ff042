/** The version of parameter values: a hash over values, dates and the places they cite, not over how those are worded. */
import type { Citation } from '#kernel'
import { sha256, sortedJson } from './hash.ts'
import type { ParameterBook } from './lookup.ts'

type Values = Omit<ParameterBook, 'version'>
type Cited = { readonly citation: Citation }

/** The version that these values have. */
export function versionOf({ defaults, values }: Values): string {
  return hashed({ defaults: bareDefaults(defaults), values: values.map(bare) })
}

/** The version that a stored book should have: books of old were hashed with their words. */
export function versionRead(book: ParameterBook): string {
  const worded = hashed(book)
  return book.version === worded ? worded : versionOf(book)
}

function hashed({ defaults, values }: { defaults: object; values: readonly object[] }): string {
  const origin = values.length > 0 ? 'county' : 'file'
  return `${origin}:${sha256(sortedJson({ defaults, values })).slice(0, 16)}`
}

/** Values with the place that they cite, without what it is called and what it says. */
export function bareDefaults(defaults: Values['defaults']): object {
  return Object.fromEntries(Object.entries(defaults).map(([key, dated]) => [key, dated.map(bare)]))
}

function bare<T extends Cited>({ citation: { source, clause }, ...value }: T): object {
  return { ...value, citation: { source, clause } }
}
