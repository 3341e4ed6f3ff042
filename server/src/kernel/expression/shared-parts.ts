/** JSON in which every object that occurs more than once is written once, in a dictionary, and referred to by its place. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
type Body = { readonly [key: string]: Json }

/** Shorter ones cost more as a reference than they save. */
const WORTH = 40

/** Adds `parts` to a body, where `{ part: n }` stands for the n-th of them. A part may refer to earlier ones. */
export function shareParts(body: Body): Body {
  const seen = countOf(body)
  const parts: Json[] = []
  const places = new Map<string, number>()
  const write = (json: Json): Json => {
    if (!isObject(json)) return Array.isArray(json) ? json.map(write) : json
    const text = JSON.stringify(json)
    if ((seen.get(text) ?? 0) < 2 || text.length < WORTH) return writeEach(json, write)
    const known = places.get(text)
    if (known !== undefined) return { part: known }
    const written = writeEach(json, write)
    places.set(text, parts.push(written) - 1)
    return { part: parts.length - 1 }
  }
  const written = writeEach(body, write)
  return parts.length > 0 ? { ...written, parts } : written
}

/** The inverse of `shareParts`; a body without parts is as it is. Equal parts are one object. */
export function unshareParts(body: Body): Body {
  const { parts, ...rest } = body
  if (!Array.isArray(parts)) return body
  const read: Json[] = []
  const resolve = (json: Json): Json => {
    if (Array.isArray(json)) return json.map(resolve)
    if (!isObject(json)) return json
    return isReference(json) ? (read[json.part] as Json) : writeEach(json, resolve)
  }
  for (const part of parts as readonly Json[]) read.push(resolve(part))
  return writeEach(rest, resolve)
}

/** How often each object is met; within one that was met before nothing is counted again. */
function countOf(body: Body): ReadonlyMap<string, number> {
  const seen = new Map<string, number>()
  const visit = (json: Json): void => {
    if (typeof json !== 'object' || json === null) return
    if (isObject(json)) {
      const text = JSON.stringify(json)
      const before = seen.get(text) ?? 0
      seen.set(text, before + 1)
      if (before > 0) return
    }
    for (const inner of Object.values(json)) visit(inner)
  }
  for (const inner of Object.values(body)) visit(inner)
  return seen
}

function writeEach(json: Body, write: (inner: Json) => Json): Body {
  return Object.fromEntries(Object.entries(json).map(([key, inner]) => [key, write(inner)]))
}

function isObject(json: Json): json is Body {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

function isReference(json: Body): json is { readonly part: number } {
  return typeof json.part === 'number' && Object.keys(json).length === 1
}
