/** ① A file arrives: opened, tables found, columns proposed. Nothing is staged yet. */
import { z } from 'zod'
import { areaContains, t } from '#kernel'
import type { Ctx } from '#platform'
import { dayAt, operation, platformProblems, readFile, release, shareFile } from '#platform'
import { findSame, insertBatch } from '../batch-store.ts'
import type { Importer } from '../importer.ts'
import { noteUsed } from '../layout-store.ts'
import { planSheets } from '../mapping/plan-sheets.ts'
import { importProblems } from '../problems.ts'
import { readWorkbook } from '../read/index.ts'
import { mayPrepare } from '../who-may.ts'
import { importId, requireRegister } from './shapes.ts'

const input = z.object({
  fileId: z.int().positive(),
  register: z.string().max(60),
  /** Whose rows these are, where the register has owners and the file does not say. */
  ownerId: z.int().positive().optional(),
  /** Who sent the file, where it is another than the office that uploads it. */
  sender: z.string().trim().min(1).max(100).optional(),
  /** A part of one's area that the file speaks of. */
  area: z.string().max(15).optional(),
})

/** Uploading needs no right to commit: the import then waits for somebody who may. */
export function uploadDoor(importer: Importer) {
  return operation({
    name: 'import.upload',
    text: t('上传要导入的表', 'Upload a sheet to import'),
    can: ({ register }) => `${register}.read`,
    audit: 'write',
    input,
    output: z.object({ importId, same: z.object({ id: z.number(), day: z.string() }).nullable() }),
    run: async (ctx, given) => {
      requireRegister(ctx, importer, given.register)
      if (!mayPrepare(ctx.actor, given.register)) throw importProblems.looksOnly()
      const area = given.area ?? ctx.actor.area
      if (!areaContains(ctx.actor.area, area)) throw platformProblems.notFound()
      const register = importer.registry.get(given.register)
      const file = await readFile(ctx.tx, given.fileId)
      const book = await readWorkbook(file.bytes, file.name)
      const sheets = await planSheets(ctx, {
        importer,
        register,
        area,
        sheets: book.sheets,
        sender: given.sender ?? ctx.actor.office,
      })
      if (book.kind === 'csv') release(file.bytes) // an .xlsx may still be being unpacked
      if (!sheets.some(({ head }) => head))
        throw importProblems.noTable({ file: file.name, label: register.label })
      await shareFile(ctx.tx, file.id) // who commits must be able to read it
      const id = await insertBatch(ctx, {
        ...given,
        area,
        fileName: file.name,
        sha256: file.sha256,
        format: book.kind,
        encoding: book.encoding ?? null,
        sheets,
      })
      await noteUsed(ctx, sheets)
      ctx.note({
        subject: `import:${id}`,
        after: { register: register.name, file: file.name, sha256: file.sha256 },
      })
      return {
        importId: id,
        same: await sameFile(ctx, { sha256: file.sha256, register: register.name, but: id }),
      }
    },
  })
}

async function sameFile(ctx: Ctx, asked: Parameters<typeof findSame>[1]) {
  const same = await findSame(ctx, asked)
  return same ? { id: same.id, day: dayAt(same.mergedAt ?? same.uploadedAt) } : null
}
