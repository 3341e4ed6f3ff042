/** What rows of any register are called, for rooms that know no register. */
import type { Ref } from '#ledger'
import type { Ctx } from '#platform'
import type { Registry } from '#register'
import { titlesOf } from '#register'

/** Titles by `register:id`; a row that the actor may not see, or of a register that he may not read, has none. */
export function titlesBy(registry: Registry) {
  return async (ctx: Ctx, refs: readonly Ref[]): Promise<ReadonlyMap<string, string>> => {
    const found = new Map<string, string>()
    for (const name of new Set(refs.map((ref) => ref.register))) {
      const register = registry.find(name)
      const ids = refs.filter((ref) => ref.register === name).map((ref) => ref.id)
      if (!register) continue
      for (const [id, title] of await titlesOf(ctx, registry, { register, ids }))
        found.set(`${name}:${id}`, title)
    }
    return found
  }
}
