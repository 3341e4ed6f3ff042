/** Words explain a rule and decide nothing: they stand in no hash, and are told as the declaration says them today. */
import type { StoredTree } from '#expression'
import { store } from '#expression'
import { bareDefaults, versionOf } from './book-version.ts'
import type { Policy } from './define.ts'
import { sortedJson } from './hash.ts'
import { defaultBook, type ParameterBook } from './lookup.ts'
import type { StoredVersion } from './store.ts'

/**
 * A stored rule in the words of today: those of the declaration while that is the same rule (its hash says so), else those
 * that were stored with it. What a person was told on the day stands in his letter, which is kept as it was printed.
 */
export function ruleAsTold(version: StoredVersion, policy: Policy | undefined): StoredVersion {
  if (policy?.hash !== version.hash) return version
  return { ...version, label: policy.label, tree: storedOnce(policy) }
}

/** A rule is told many times; it is written out once. */
function storedOnce(policy: Policy): StoredTree {
  const known = written.get(policy) ?? store(policy.tree)
  written.set(policy, known)
  return known
}

const written = new WeakMap<Policy, StoredTree>()

/** Stored parameters likewise; what the county entered keeps the words of the county. */
export function bookAsTold(book: ParameterBook, policy: Policy | undefined): ParameterBook {
  // The version of a book of old covers its words, which must then stay as they are.
  if (!policy || book.version !== versionOf(book)) return book
  const { defaults } = defaultBook(policy)
  const same = sortedJson(bareDefaults(defaults)) === sortedJson(bareDefaults(book.defaults))
  return same ? { ...book, defaults } : book
}
