/** Doors to Excel: the rows of a list as a file, the empty form. Both go to the actor alone; the log keeps what went out. */
import { z } from 'zod'
import { t } from '#kernel'
import { operation, saveFile } from '#platform'
import { exportBook } from '../excel/export.ts'
import { templateBook } from '../excel/template.ts'
import type { Registry } from '../registry.ts'
import { searchRows } from '../search-store.ts'
import { listInput, registerName, verb } from './shapes.ts'

const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const exportDoor = (registry: Registry) =>
  operation({
    name: 'register.export',
    text: t('导出 Excel', 'Export to Excel'),
    can: verb('export'),
    audit: 'export',
    input: listInput.extend({
      order: z.object({ field: z.string().max(60), desc: z.boolean().default(false) }).optional(),
    }),
    output: z.object({ fileId: z.number(), name: z.string(), rows: z.number() }),
    run: async (ctx, { register: name, filter, search, order }) => {
      const register = registry.get(name)
      const found = search ? await searchRows(ctx, register, search) : undefined
      const ask = { filter, ...(order ? { order } : {}), ...(found ? { ids: found.ids } : {}) }
      const { bytes, rows, masked } = await exportBook(ctx, registry, { register, ask })
      const file = await saveFile(ctx.tx, {
        name: `${register.label.zh}_${ctx.today}_${rows}行.xlsx`,
        mime,
        bytes,
      })
      ctx.note({
        subject: `${name}:${file.sha256}`,
        after: { rows, filter, masked: masked.map((label) => label.zh) },
        text: t(`导出${register.label.zh} ${rows} 行`, `${rows} rows of ${register.label.en} exported`),
      })
      return { fileId: file.id, name: file.name, rows }
    },
  })

export const templateDoor = (registry: Registry) =>
  operation({
    name: 'register.template',
    text: t('下载空表', 'Download the empty form'),
    can: verb('read'),
    audit: 'none',
    input: z.object({ register: registerName }),
    output: z.object({ fileId: z.number(), name: z.string() }),
    run: async (ctx, { register: name }) => {
      const register = registry.get(name)
      const bytes = await templateBook(ctx, registry, register)
      const file = await saveFile(ctx.tx, { name: `${register.label.zh}登记表.xlsx`, mime, bytes })
      return { fileId: file.id, name: file.name }
    },
  })
