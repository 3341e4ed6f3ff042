/** Released rules: a change of one without a new version is found by a test, not by a farmer. */
import type { Policy } from './define.ts'

/** Policy id -> version -> hash of the rule. */
export type PolicyLock = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What is wrong, in words for a developer; empty where every rule is the released one. */
export function lockProblems(policies: readonly Policy[], lock: PolicyLock): readonly string[] {
  return policies.flatMap(({ id, version, hash }) => {
    const released = lock[id]?.[version]
    if (released === hash) return []
    if (released === undefined)
      return [`${id} version ${version} is not in policies.lock: add "${version}": "${hash}"`]
    return [
      `${id} version ${version} was released with another rule: give the changed rule the version ${version + 1}`,
    ]
  })
}
