/** The identity of a rule and of a set of parameter values: SHA-256 over canonical JSON. */
import { hash } from 'node:crypto'
import type { StoredTree, Tree } from '#expression'
import { canonical } from '#expression'

export function hashTree(tree: Tree | StoredTree): string {
  return sha256(canonical(tree))
}

export function sha256(text: string): string {
  return hash('sha256', text)
}

/** JSON with sorted keys, for hashing values. */
export function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    isPlain(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  )
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
