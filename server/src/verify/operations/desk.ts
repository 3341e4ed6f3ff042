/** One finding, with how it was handled. */
import { z } from 'zod'
import { t } from '#kernel'
import { operation } from '#platform'
import { actsOf, getFinding } from '../finding-store.ts'
import { verifyProblems } from '../problems.ts'
import type { VerifyRoom } from '../run.ts'
import { findingShape, showFindings } from './show.ts'

export function getDoor(room: VerifyRoom) {
  return operation({
    name: 'verify.get',
    text: t('查看一条疑点', 'Show a finding'),
    can: 'verify.read',
    audit: 'read',
    input: z.object({ findingId: z.int().positive() }),
    output: z.object({
      finding: findingShape,
      acts: z.array(
        z.object({
          at: z.string(),
          name: z.string(),
          fromState: z.string(),
          toState: z.string(),
          note: z.string(),
        }),
      ),
    }),
    run: async (ctx, { findingId }) => {
      const finding = await getFinding(ctx, findingId)
      ctx.note({ subject: `finding:${findingId}` })
      const [one] = await showFindings(ctx, room, [finding])
      if (!one) throw verifyProblems.notFound()
      return { finding: one, acts: await actsOf(ctx, findingId) }
    },
  })
}
