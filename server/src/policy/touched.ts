/** Which subjects a late fact or a changed parameter concerns. */
import type { Ctx } from '#platform'
import type { Room } from './decide.ts'
import { prefixed, registerFacts } from './gather.ts'
import { valuesSince } from './store.ts'

export type TouchedRequest = { readonly policy: string; readonly register: string; readonly since: string }

/**
 * Ids of the subjects whose decision may be another one for what was written after `since` (ISO): their rows, rows on the way to
 * their facts, and those of the policies whose results they use. Undefined where it may be any of them: a parameter was set since.
 */
export async function touched(
  room: Room,
  ctx: Ctx,
  { policy, register, since }: TouchedRequest,
): Promise<readonly number[] | undefined> {
  const found = new Set<number>()
  for (const id of policiesBehind(room, { policy, register })) {
    if ((await valuesSince(ctx.tx, id, since)) > 0) return undefined
    const binding = room.bindings.find((b) => b.policy === id && b.subject === register)
    if (!binding) continue
    const facts = { ...registerFacts(binding.facts), ...prefixed(binding.parameters) }
    const ids = await room.source.touched?.(ctx, { register, facts, since })
    if (!ids) return undefined
    for (const one of ids) found.add(one)
  }
  return [...found].sort((a, b) => a - b)
}

/** The policy and those whose results are its facts, each once. */
export function policiesBehind(
  room: Pick<Room, 'bindings'>,
  { policy, register }: { policy: string; register: string },
): readonly string[] {
  const found = [policy]
  for (const id of found) {
    const binding = room.bindings.find((b) => b.policy === id && b.subject === register)
    for (const fact of Object.values(binding?.facts ?? {}))
      if (fact.kind === 'result' && !found.includes(fact.policy)) found.push(fact.policy)
  }
  return found
}
