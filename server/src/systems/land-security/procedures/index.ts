/** Procedures of land security. */
import type { Procedure } from '#procedure'
import { protectionProcedure } from './protection.ts'

export const landSecurityProcedures: readonly Procedure[] = [protectionProcedure]
