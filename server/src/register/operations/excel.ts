/** Doors to Excel: the rows of a list as a file, the empty form. Both go to the actor alone; the log keeps what went out. */
import { createHash, type Hash } from 'node:crypto'
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { operation, saveFile } from '#platform'
import type { Register } from '../define.ts'
import { type Export, exportRows, formats } from '../excel/export.ts'
import { templateBook } from '../excel/template.ts'
import { registerProblems } from '../problems.ts'
import type { Registry } from '../registry.ts'
import { listAsk, listInput, registerName, verb } from './shapes.ts'

const mimes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** What is kept as a file is in memory once; more goes out as a download. */
export const mostKept = 100_000

const exportInput = listInput.extend({
  order: z.object({ field: z.string().max(60), desc: z.boolean().default(false) }).optional(),
  format: z.enum(formats).default('xlsx'),
})
type Asked = z.output<typeof exportInput>

export const exportDoor = (registry: Registry) =>
  operation({
    name: 'register.export',
    text: t('导出 Excel', 'Export to Excel'),
    can: verb('export'),
    audit: 'export',
    input: exportInput,
    output: z.object({ fileId: z.number(), name: z.string(), rows: z.number() }),
    run: async (ctx, asked) => {
      const register = registry.get(asked.register)
      const going = await begin(ctx, registry, asked)
      const bytes = await gathered(going)
      const name = `${register.label.zh}_${ctx.today}_${going.rows()}行.${asked.format}`
      const file = await saveFile(ctx.tx, { name, mime: mimes[asked.format], bytes })
      ctx.note(noteOf(register, { asked, going, sha256: file.sha256 }))
      return { fileId: file.id, name: file.name, rows: going.rows() }
    },
    stream: async (ctx, asked) => {
      const register = registry.get(asked.register)
      const going = await begin(ctx, registry, asked)
      const hash = createHash('sha256')
      return {
        name: `${register.label.zh}_${ctx.today}.${asked.format}`,
        mime: mimes[asked.format],
        pieces: hashed(going.pieces, hash),
        told: () => noteOf(register, { asked, going, sha256: hash.copy().digest('hex') }),
      }
    },
  })

async function begin(ctx: Ctx, registry: Registry, asked: Asked): Promise<Export> {
  const register = registry.get(asked.register)
  const { order, format } = asked
  const { ask } = await listAsk(ctx, registry, { ...asked, register })
  return exportRows(ctx, registry, { register, ask: { ...ask, ...(order ? { order } : {}) }, format })
}

async function gathered({ pieces, rows }: Export): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const piece of pieces) {
    if (rows() > mostKept) throw registerProblems.tooManyToKeep({ most: mostKept })
    all.push(piece)
  }
  return Buffer.concat(all)
}

async function* hashed(pieces: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    hash.update(piece)
    yield piece
  }
}

/** What went out: how many rows, by which conditions, what was hidden, the digest of the file. */
function noteOf(
  register: Register,
  { asked, going, sha256 }: { asked: Asked; going: Export; sha256: string },
) {
  const { filter, search, known, format } = asked
  const rows = going.rows()
  return {
    subject: `${register.name}:${sha256}`,
    after: {
      rows,
      filter,
      ...(search ? { search } : {}),
      ...(known ? { known } : {}),
      format,
      masked: going.masked.map((label) => label.zh),
    },
    text: t(`导出${register.label.zh} ${rows} 行`, `${rows} rows of ${register.label.en} exported`),
  }
}

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
      const file = await saveFile(ctx.tx, {
        name: `${register.label.zh}登记表.xlsx`,
        mime: mimes.xlsx,
        bytes,
      })
      return { fileId: file.id, name: file.name }
    },
  })
