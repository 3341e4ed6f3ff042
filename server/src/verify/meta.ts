/** What the window knows of the checks. */
import { z } from 'zod'
import type { Actor } from '#platform'
import { may } from '#platform'
import type { Check } from './define.ts'

const text = z.object({ zh: z.string(), en: z.string() })

export const checkMetaShape = z.object({
  id: z.string(),
  label: text,
  on: z.string(),
  level: z.enum(['hard', 'doubt']),
  advice: text,
  cite: z.object({ source: z.string(), clause: z.string() }).nullable(),
})
export type CheckMeta = z.infer<typeof checkMetaShape>

/** The checks, for those who may read findings. */
export function verifyMeta(checks: readonly Check[]): (actor: Actor) => CheckMeta[] {
  return (actor) =>
    may(actor, 'verify.read')
      ? checks.map(({ id, label, on, level, advice, cite }) => ({
          id,
          label,
          on,
          level,
          advice,
          cite: cite ? { source: cite.source, clause: cite.clause } : null,
        }))
      : []
}
