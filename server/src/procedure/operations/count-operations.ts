/** Counts for the second column: what is open in scope, and what this person had in hand. */
import { z } from 'zod'
import { t } from '#kernel'
import { operation } from '#platform'
import { caseCounts } from '../count-store.ts'

export function countOperations() {
  return [
    operation({
      name: 'case.counts',
      text: t('数在办的案件', 'Count open cases'),
      can: 'case.read',
      audit: 'none',
      input: z.object({}),
      output: z.object({
        open: z.record(z.string(), z.number()),
        /** Cases, open or closed, in which I did a step. */
        mine: z.number(),
        /** Notices whose days still run. */
        notices: z.number(),
        /** Objections in the box or without an answer. */
        objections: z.number(),
      }),
      run: (ctx) => caseCounts(ctx.tx, { me: ctx.actor.accountId, today: ctx.today }),
    }),
  ] as const
}
