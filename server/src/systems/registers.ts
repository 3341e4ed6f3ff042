/** The registers of all systems and nothing else: quick to load for a thread that only reads files. */
import { landSecurityRegisters } from './land-security/registers/index.ts'
import { populationRegisters } from './population/registers/index.ts'

export const registers = [...populationRegisters, ...landSecurityRegisters] as const
