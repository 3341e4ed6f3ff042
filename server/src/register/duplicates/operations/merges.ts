/** The door to the merges of a register, done, waiting and undone. */
import { z } from 'zod'
import { t } from '#kernel'
import { operation } from '#platform'
import { registerName, rowId, verb } from '../../operations/shapes.ts'
import type { Registry } from '../../registry.ts'
import { listMerges } from '../merge-store.ts'
import { mergeShape, wireMerges } from './shapes.ts'

export const mergesDoor = (registry: Registry) =>
  operation({
    name: 'duplicate.merges',
    text: t('查看合并记录', 'Read the merges'),
    can: verb('read'),
    audit: 'read',
    input: z.object({
      register: registerName,
      id: rowId.optional(),
      before: rowId.optional(),
      /** Only those that wait for a second person. */
      waiting: z.boolean().default(false),
      limit: z.int().min(1).max(100).default(30),
    }),
    output: z.object({ merges: z.array(mergeShape), next: z.number().nullable() }),
    run: async (ctx, { register: name, limit, waiting, ...of }) => {
      const register = registry.get(name) // one that is not compared has none
      const ask = {
        limit,
        waiting,
        ...(of.id ? { id: of.id } : {}),
        ...(of.before ? { before: of.before } : {}),
      }
      const merges = await listMerges(ctx, register, ask)
      ctx.note({ subject: of.id ? `${name}:${of.id}` : name })
      return {
        merges: await wireMerges(ctx, registry, { register, merges }),
        next: merges.length === limit ? (merges.at(-1)?.id ?? null) : null,
      }
    },
  })
