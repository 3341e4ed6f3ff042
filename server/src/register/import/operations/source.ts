/** Where the values of a registered row came from: file, sheet, row, who committed it. */
import { z } from 'zod'
import { t } from '#kernel'
import { operation } from '#platform'
import type { Register } from '../../define.ts'
import { getRow } from '../../read-store.ts'
import type { AnyRow } from '../../row.ts'
import type { Importer } from '../importer.ts'
import type { SourceRow } from '../row-store.ts'
import { sourceRows } from '../row-store.ts'
import { decodeField } from '../stage/classify.ts'

const source = z.object({
  importId: z.number(),
  file: z.string(),
  sheet: z.string(),
  row: z.number(),
  by: z.string().nullable(),
  at: z.string().nullable(),
})

export function sourceDoor(importer: Importer) {
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
      const rows = await sourceRows(ctx, { register: name, targetId: id })
      return { fields: Object.fromEntries(rows.flatMap((one) => fieldsOf(register, row, one))) }
    },
  })
}

/** Only of values that still stand as the file said them; a later file takes the place of an earlier one. */
function fieldsOf(register: Register, row: AnyRow, one: SourceRow): [string, z.infer<typeof source>][] {
  const { importId, fileName: file, sheetName: sheet, rowNumber, mergedBy: by, mergedAt: at } = one
  return one.fields.flatMap((name) => {
    const [field, said, now] = [register.fields[name], decodeField(register, name, one.encoded), row[name]]
    const linked = field?.kind.target !== undefined && said === null && now !== null // a row that the import itself made
    const stands = linked || (field && said !== null && now !== null && field.kind.compare(said, now) === 0)
    return stands ? [[name, { importId, file, sheet, row: rowNumber, by, at }]] : []
  })
}
