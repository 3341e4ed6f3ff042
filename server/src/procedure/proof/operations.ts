/** `explain.entry`: why an entry is as large as it is; `explain.proof`: the same as a file that is verified elsewhere. */
import { z } from 'zod'
import { t } from '#kernel'
import { operation, saveFile } from '#platform'
import { type EntryExplanation, explainEntry } from '../explain-entry/entry.ts'
import { makeProof, type ProofRoom } from './make.ts'

const input = z.object({ entryId: z.number().int().positive() })

export function explainOperations(room: ProofRoom) {
  return [entryReason(room), entryProof(room)] as const
}

function entryReason(room: ProofRoom) {
  return operation({
    name: 'explain.entry',
    text: t('看一条分录的理由', 'Explain an entry'),
    can: 'policy.explain',
    audit: 'read',
    input,
    output: z.custom<EntryExplanation>(),
    run: (ctx, { entryId }) => {
      ctx.note({ subject: `entry:${entryId}` })
      return explainEntry(room.policy, ctx, entryId)
    },
  })
}

function entryProof(room: ProofRoom) {
  return operation({
    name: 'explain.proof',
    text: t('导出核验包', 'Export the proof of an entry'),
    can: 'ledger.export',
    audit: 'export',
    input,
    output: z.object({ fileId: z.number().int().positive() }),
    run: async (ctx, { entryId }) => {
      ctx.note({ subject: `entry:${entryId}` })
      const bytes = Buffer.from(await makeProof(room, ctx, entryId), 'utf8')
      const name = `核验包-分录${entryId}.json`
      return { fileId: (await saveFile(ctx.tx, { name, mime: 'application/json', bytes })).id }
    },
  })
}
