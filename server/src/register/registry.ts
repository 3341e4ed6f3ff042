/** The registers of a house, by name, with who belongs to whom. Made once when the house is composed. */
import { invariant } from '#kernel'
import { checkRegisters } from './check.ts'
import type { Register } from './define.ts'
import { registerProblems } from './problems.ts'

export type Registry = {
  readonly all: readonly Register[]
  /** The register of that name, or a Problem. */
  get(name: string): Register
  find(name: string): Register | undefined
  /** The child and dated registers whose rows belong to rows of this one. */
  childrenOf(name: string): readonly Register[]
  /** References from fields of other registers to this one. */
  pointersTo(name: string): readonly { register: Register; field: string }[]
}

/** Checks all declarations together and gives the directory over them. */
export function registryOf(registers: readonly Register[]): Registry {
  checkRegisters(registers)
  const byName = new Map(registers.map((register) => [register.name, register]))
  return {
    all: registers,
    find: (name) => byName.get(name),
    get: (name) => {
      const found = byName.get(name)
      if (!found) throw registerProblems.noRegister({ register: name })
      return found
    },
    childrenOf: (name) => registers.filter((register) => register.owner === name),
    pointersTo: (name) => registers.flatMap((register) => pointers(register, name)),
  }
}

function pointers(register: Register, name: string): { register: Register; field: string }[] {
  return Object.entries(register.fields)
    .filter(([, field]) => field.kind.target?.(field) === name)
    .map(([field]) => ({ register, field }))
}

/** The owner register of a child or dated one. */
export function ownerOf(registry: Registry, register: Register): Register {
  invariant(register.owner, `${register.name} has an owner`)
  return registry.get(register.owner)
}
