/** The staged rows for programs: status, problems, typed values. `xiangce import … --dry-run --json` prints them. */
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { operation } from '#platform'
import type { Register } from '../../define.ts'
import type { Wire } from '../../kinds/index.ts'
import { isMasked, maskedText } from '../../mask.ts'
import type { Importer } from '../importer.ts'
import { decodeAll } from '../stage/classify.ts'
import { listStaged } from '../staged-store.ts'
import type { StagedRow } from '../tables.ts'
import { classes, importId, openBatch } from './shapes.ts'

/** `row` as the sheet shows it, `column` its letters, `message` in Chinese, `values` by field as JSON carries them. */
const previewRow = z.object({
  sheet: z.string(),
  row: z.number(),
  status: z.enum(classes),
  problems: z.array(z.object({ code: z.string(), column: z.string().nullable(), message: z.string() })),
  values: z.record(z.string(), z.json()),
})

export type PreviewRow = z.output<typeof previewRow>

export function previewDoor(importer: Importer) {
  return operation({
    name: 'import.preview',
    text: t('预览导入的行', 'Preview rows of an import'),
    can: 'signedIn',
    audit: 'read',
    input: z.object({
      importId,
      after: z.int().min(0).optional(),
      limit: z.int().min(1).max(1000).default(1000),
    }),
    output: z.object({ rows: z.array(previewRow), next: z.number().nullable() }),
    run: async (ctx, { importId: id, after, limit }) => {
      const { register: name, sheets } = await openBatch(ctx, id)
      const register = importer.registry.get(name)
      const rows = await listStaged(ctx, { importId: id, after, limit: limit + 1 })
      const page = rows.slice(0, limit)
      ctx.note({ subject: `import:${id}`, after: { rows: page.length } })
      return {
        rows: page.map((row) => ({ sheet: sheets[row.sheet]?.name ?? '', ...shown(ctx, register, row) })),
        next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
      }
    },
  })
}

function shown(ctx: Ctx, register: Register, row: StagedRow): Omit<PreviewRow, 'sheet'> {
  return {
    row: row.rowNumber,
    status: row.class,
    problems: row.issues.map(({ code, column, text, field }) => ({
      code,
      column: column ?? null,
      message: hidden(ctx, register, field) ? text.zh.replace(/“[^”]*”/g, '所填内容') : text.zh,
    })),
    values: { ...valuesOf(ctx, register, row), ...row.links },
  }
}

function hidden({ actor }: Ctx, register: Register, name: string | undefined): boolean {
  const field = name === undefined ? undefined : register.fields[name]
  return field !== undefined && isMasked(actor, field)
}

function valuesOf(ctx: Ctx, register: Register, row: StagedRow): Record<string, Wire> {
  const values = Object.entries(decodeAll(register, row.encoded)).flatMap(([name, value]) => {
    const field = register.fields[name]
    if (!field) return []
    const wire = isMasked(ctx.actor, field) ? (maskedText(field, value) ?? '••••') : field.kind.toWire(value)
    return [[name, wire] as const]
  })
  return Object.fromEntries(values)
}
