/** What the doors of the import share: the registers, and what systems know about their rosters. */
import type { Registry } from '../registry.ts'
import type { ImportDeclaration } from './define.ts'

export type Importer = {
  registry: Registry
  rulesOf(register: string): ImportDeclaration | undefined
  /** A module that exports the same `registers`, for a thread that reads; without it large files are read in this one. */
  registersAt?: URL | undefined
}

export function importerOf(
  registry: Registry,
  imports: readonly ImportDeclaration[],
  registersAt?: URL,
): Importer {
  const byRegister = new Map(imports.map((one) => [one.register, one]))
  return { registry, rulesOf: (register) => byRegister.get(register), registersAt }
}
