/** All policies of a county's systems, by id. Made by `main` from what the systems declare. */
import type { Policy } from './define.ts'
import { policyProblems } from './problems.ts'

export type PolicyRegistry = {
  readonly all: readonly Policy[]
  find(id: string): Policy | undefined
  get(id: string): Policy
}

/** Throws `policy.twice` where one id names two policies; `get` throws `policy.absent`. */
export function policies(all: readonly Policy[]): PolicyRegistry {
  const byId = new Map<string, Policy>()
  for (const policy of all) {
    if (byId.has(policy.id)) throw policyProblems.twice({ policy: policy.id })
    byId.set(policy.id, policy)
  }
  const get = (id: string) => {
    const policy = byId.get(id)
    if (!policy) throw policyProblems.absent({ policy: id })
    return policy
  }
  return { all, find: (id) => byId.get(id), get }
}
