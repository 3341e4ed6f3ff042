/** Where the values of a registered row came from: file, sheet, row, who committed it. */
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { operation, withNames } from '#platform'
import type { Register } from '../../define.ts'
import { getRow } from '../../read-store.ts'
import type { AnyRow } from '../../row.ts'
import type { Importer } from '../importer.ts'
import type { SourceRow } from '../source-store.ts'
import { sourceRows } from '../source-store.ts'
import { decodeField, fieldsOf as saidBy } from '../stage/classify.ts'

const source = z.object({
  /** The record under whose number it came: another one where that was merged into this. */
  recordId: z.number(),
  /** Null: the value is not from an import but was adopted from a list. */
  importId: z.number().nullable(),
  comparisonId: z.number().nullable(),
  file: z.string(),
  sheet: z.string(),
  row: z.number(),
  by: z.string().nullable(),
  at: z.string().nullable(),
})

/** A value that stands in a row by another way than an import. */
export type ValueSource = { field: string; value: unknown; source: z.infer<typeof source> }
export type OtherSources = (ctx: Ctx, of: { register: Register; id: number }) => Promise<ValueSource[]>

/** `others`: the ways by which values come in that this room does not know. */
export function sourceDoor(importer: Importer, others: OtherSources | undefined) {
  return operation({
    name: 'import.source',
    text: t('查看来源', 'Show where values came from'),
    can: ({ register }) => `${register}.read`,
    audit: 'none',
    input: z.object({ register: z.string().max(60), id: z.int().positive() }),
    output: z.object({ fields: z.record(z.string(), source) }),
    run: async (ctx, { register: name, id }) => {
      const register = importer.registry.get(name)
      const row = (await getRow(ctx, register, id)) as unknown as AnyRow
      const rows: (SourceRow & { recordId: number })[] = []
      // also of what was merged into it
      for (const recordId of await withNames(ctx.tx, name, [id])) {
        const said = await sourceRows(ctx, { register: name, targetId: recordId })
        rows.push(...said.map((one) => ({ ...one, recordId })))
      }
      const told = [
        ...rows.flatMap((one) => fieldsOf(register, row, one)),
        ...((await others?.(ctx, { register, id })) ?? []).flatMap((one) => standing(register, row, one)),
      ].sort(([, a], [, b]) => rank(a, id) - rank(b, id) || ((a.at ?? '') < (b.at ?? '') ? -1 : 1))
      return { fields: Object.fromEntries(told) }
    },
  })
}

/** What the record itself was told stands before what one said that was merged into it. */
function rank({ recordId }: z.infer<typeof source>, id: number): number {
  return recordId === id ? 1 : 0
}

/** Only of values that still stand as the file said them; a later file takes the place of an earlier one. */
function fieldsOf(
  register: Register,
  row: AnyRow,
  one: SourceRow & { recordId: number },
): [string, z.infer<typeof source>][] {
  const { recordId, importId, fileName: file, sheetName: sheet, rowNumber, mergedBy: by, mergedAt: at } = one
  return saidBy(register, one).flatMap((name) => {
    const [field, said, now] = [register.fields[name], decodeField(register, name, one.encoded), row[name]]
    const linked = field?.kind.target !== undefined && said === null && now !== null // a row that the import itself made
    const stands = linked || (field && said !== null && now !== null && field.kind.compare(said, now) === 0)
    return stands
      ? [[name, { recordId, importId, comparisonId: null, file, sheet, row: rowNumber, by, at }]]
      : []
  })
}

function standing(register: Register, row: AnyRow, one: ValueSource): [string, z.infer<typeof source>][] {
  const [field, now] = [register.fields[one.field], row[one.field] ?? null]
  const stands = field && now !== null && one.value !== null && field.kind.compare(one.value, now) === 0
  return stands ? [[one.field, one.source]] : []
}
