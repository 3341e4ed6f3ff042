/** What differs between two values of a record, field by field, for the log. */

export type Change = { field: string; before: unknown; after: unknown }

/** Fields whose JSON differs, in name order; a value that is no record is the one field ''. */
export function diff(before: unknown, after: unknown): Change[] {
  if (!isRecord(before ?? after) || !isRecord(after ?? before))
    return same(before, after) ? [] : [{ field: '', before, after }]
  const old = (before ?? {}) as Record<string, unknown>
  const fresh = (after ?? {}) as Record<string, unknown>
  const fields = [...new Set([...Object.keys(old), ...Object.keys(fresh)])].sort()
  return fields
    .filter((field) => !same(old[field], fresh[field]))
    .map((field) => ({ field, before: old[field] ?? null, after: fresh[field] ?? null }))
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}
