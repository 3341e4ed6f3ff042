/** The registers that are compared. */
import type { Register } from '../define.ts'
import type { Registry } from '../registry.ts'
import type { Compared } from './pass-store.ts'
import { duplicateProblems } from './problems.ts'

export function isCompared(register: Register): register is Compared {
  return register.duplicates !== undefined
}

/** The register of that name, or a Problem where it says nothing of duplicates. */
export function comparedRegister(registry: Registry, name: string): Compared {
  const register = registry.get(name)
  if (!isCompared(register)) throw duplicateProblems.notCompared({ label: register.label })
  return register
}
