/** Which records are drawn: by chance, and the same for everybody who has the seed and the list. */
import { createHash } from 'node:crypto'

/**
 * The `size` records whose SHA-256 of `seed:id` is smallest, in that order. Every record has the same chance; anybody
 * can recompute it with the seed and the ids, in any order, with any tool.
 */
export function drawIds({
  seed,
  ids,
  size,
}: {
  seed: string
  ids: readonly number[]
  size: number
}): number[] {
  return ids
    .map((id) => ({ id, rank: rankOf(seed, id) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id)
}

function rankOf(seed: string, id: number): string {
  return createHash('sha256').update(`${seed}:${id}`).digest('hex')
}

/** Fingerprint of a list of records: their ids in rising order, a comma between. */
export function listDigest(ids: readonly number[]): string {
  return createHash('sha256')
    .update([...ids].sort((a, b) => a - b).join(','))
    .digest('hex')
}
