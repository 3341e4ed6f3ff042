/** Doors to many rows: the list, its totals, the search box. */
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { operation } from '#platform'
import type { Register } from '../define.ts'
import type { ListAsk } from '../list-store.ts'
import { countRows, listRows, totalRows } from '../list-store.ts'
import { findRows } from '../read-store.ts'
import type { Registry } from '../registry.ts'
import type { AnyRow } from '../row.ts'
import { searchRows } from '../search-store.ts'
import { rowShape, wireRows } from '../wire.ts'
import { listAsk, listInput, readable, verb } from './shapes.ts'

const orderShape = z.object({ field: z.string().max(60), desc: z.boolean().default(false) })

export const listDoor = (registry: Registry) =>
  operation({
    name: 'register.list',
    text: t('查看名册', 'Read a register'),
    can: verb('read'),
    audit: 'read',
    input: listInput.extend({
      order: orderShape.optional(),
      after: z.string().max(500).optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      rows: z.array(rowShape),
      next: z.string().nullable(),
      /** At most 10,000; `countCapped`: there are more. Null behind a key: nothing is counted again there, the first page's holds. */
      count: z.number().nullable(),
      countCapped: z.boolean(),
      /** Nothing had these characters; the rows sound the same. */
      sameSound: z.boolean(),
    }),
    run: async (ctx, { register: name, order, after, limit, ...asked }) => {
      const register = registry.get(name)
      const { ask, found } = await listAsk(ctx, registry, { ...asked, register })
      const page = await listRows(ctx, register, {
        ...ask,
        limit,
        ...(order ? { order } : {}),
        ...(after === undefined ? {} : { after }),
      })
      const counted = after === undefined ? await counting(ctx, register, ask) : undefined
      const rows = await wireRows(ctx, registry, { register, rows: page.rows as unknown as AnyRow[] })
      ctx.note({ subject: name, text: t(`查看 ${rows.length} 行`, `${rows.length} rows read`) })
      return {
        rows,
        next: page.next,
        count: counted?.count ?? null,
        countCapped: counted?.capped || (found?.capped ?? false),
        sameSound: found?.sameSound ?? false,
      }
    },
  })

/** What a text found without further conditions is counted already. */
async function counting(ctx: Ctx, register: Register, ask: ListAsk) {
  if (ask.ids && !ask.filter?.length) return { count: ask.ids.length, capped: false }
  return countRows(ctx, register, ask)
}

export const totalDoor = (registry: Registry) =>
  operation({
    name: 'register.total',
    text: t('名册合计', 'Totals of a register'),
    can: verb('read'),
    audit: 'none',
    input: listInput,
    output: z.object({
      count: z.number(),
      sums: z.array(z.object({ field: z.string(), sum: z.string().nullable(), unknown: z.number() })),
    }),
    run: async (ctx, { register: name, ...asked }) => {
      const register = registry.get(name)
      const { ask } = await listAsk(ctx, registry, { ...asked, register })
      return totalRows(ctx, register, ask)
    },
  })

const hitShape = z.object({
  register: z.string(),
  rows: z.array(rowShape),
  more: z.boolean(),
  sameSound: z.boolean(),
})

export const searchDoor = (registry: Registry) =>
  operation({
    name: 'register.search',
    text: t('查找', 'Search'),
    can: 'signedIn',
    audit: 'read',
    input: z.object({ text: z.string().trim().min(1).max(60), limit: z.int().min(1).max(20).default(5) }),
    output: z.object({ groups: z.array(hitShape) }),
    run: async (ctx, { text, limit }) => {
      const groups = []
      for (const register of readable(ctx, registry).filter((one) => one.search)) {
        const found = await searchRows(ctx, register, text)
        if (found.ids.length === 0) continue
        const rows = await findRows(ctx, register, found.ids.slice(0, limit))
        groups.push({
          register: register.name,
          rows: await wireRows(ctx, registry, { register, rows: rows as unknown as AnyRow[] }),
          more: found.ids.length > limit,
          sameSound: found.sameSound,
        })
      }
      return { groups }
    },
  })
