/** 设置/导入: the layouts of senders' tables: seen, named, put right, removed. */
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { operation } from '#platform'
import type { Importer } from '../importer.ts'
import type { KeptLayout } from '../layout-store.ts'
import { changeLayout, dropLayout, findLayout, layoutsOf } from '../layout-store.ts'
import { importProblems } from '../problems.ts'
import { mayMerge, requireRegister, text } from './shapes.ts'
import { isTarget, labelOf, targetsOf } from './targets.ts'

const register = z.string().max(60)
const layoutId = z.int().positive()

const shape = z.object({
  id: z.number(),
  sender: z.string(),
  name: z.string(),
  lines: z.number(),
  use: z.boolean(),
  /** `target` null: as the words say. */
  columns: z.array(z.object({ head: z.string(), target: z.string().nullable(), label: text.nullable() })),
  by: z.string(),
  at: z.string(),
  used: z.number(),
  usedAt: z.string().nullable(),
})

export function layoutsDoor(importer: Importer) {
  return operation({
    name: 'import.layouts',
    text: t('查看报表格式', 'Show the layouts of senders'),
    can: (given) => `${given.register}.read`,
    audit: 'none',
    input: z.object({ register }),
    output: z.object({
      targets: z.array(z.object({ target: z.string(), label: text })),
      layouts: z.array(shape),
      can: z.object({ change: z.boolean() }),
    }),
    run: async (ctx, given) => {
      requireRegister(ctx, importer, given.register)
      const declared = importer.registry.get(given.register)
      const kept = await layoutsOf(ctx, given.register)
      return {
        targets: targetsOf(importer, given.register).map(({ target, label }) => ({ target, label })),
        layouts: kept.map(({ madeBy, madeAt, register: _, columns, ...one }) => ({
          ...one,
          columns: columns.map(({ head, target }) => ({
            head,
            target,
            label: target === null ? null : labelOf(declared, target),
          })),
          by: madeBy,
          at: madeAt,
        })),
        can: { change: mayMerge(ctx, given.register) },
      }
    },
  })
}

export function changeLayoutDoor(importer: Importer) {
  return operation({
    name: 'import.changeLayout',
    text: t('改报表格式', 'Change a layout'),
    can: 'signedIn',
    audit: 'write',
    input: z.object({
      id: layoutId,
      name: z.string().trim().min(1).max(60).optional(),
      use: z.boolean().optional(),
      /** What the columns mean, by their place from 0; null = as the words say. What is not named stays. */
      columns: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(60).nullable()).default({}),
    }),
    output: z.object({}),
    run: async (ctx, given) => {
      const before = await openLayout(ctx, given.id)
      const declared = importer.registry.get(before.register)
      for (const target of Object.values(given.columns))
        if (target !== null && !isTarget(declared, target)) throw importProblems.noTarget({ target })
      const after = {
        name: given.name ?? before.name,
        use: given.use ?? before.use,
        columns: before.columns.map(({ head, target }, at) => {
          const said = given.columns[String(at)]
          return { head, target: said === undefined ? target : said }
        }),
      }
      await changeLayout(ctx, before.id, after)
      ctx.note({ subject: `import-layout:${before.id}`, before, after })
      return {}
    },
  })
}

export function dropLayoutDoor() {
  return operation({
    name: 'import.dropLayout',
    text: t('去掉报表格式', 'Remove a layout'),
    can: 'signedIn',
    audit: 'write',
    input: z.object({ id: layoutId }),
    output: z.object({}),
    run: async (ctx, { id }) => {
      const before = await openLayout(ctx, id)
      await dropLayout(ctx, id)
      ctx.note({ subject: `import-layout:${id}`, before })
      return {}
    },
  })
}

/** Who may not import into its register gets the answer of a layout that is not there. */
async function openLayout(ctx: Ctx, id: number): Promise<KeptLayout> {
  const found = await findLayout(ctx, id)
  if (!found || !mayMerge(ctx, found.register)) throw importProblems.noLayout()
  return found
}
