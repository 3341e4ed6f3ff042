/** Where the values of a registered row came from (file, sheet, row, who committed it), and how sure they are. */
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { operation, withNames } from '#platform'
import { type Present, presentAreas } from '../../areas/present-store.ts'
import type { Register } from '../../define.ts'
import { type Look, levelShape } from '../../level/level.ts'
import { type CameBy, levelsOf } from '../../level/values.ts'
import { becameHere } from '../../level/written.ts'
import { getRow, versionsOf } from '../../read-store.ts'
import type { AnyRow } from '../../row.ts'
import type { Importer } from '../importer.ts'
import { levelIn } from '../source-level.ts'
import type { SourceRow } from '../source-store.ts'
import { linkSources, sourceRows } from '../source-store.ts'
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
type Source = z.infer<typeof source>

/** A value that stands in a row by another way than an import. */
export type ValueSource = { field: string; value: unknown; source: Source }
export type OtherSources = (ctx: Ctx, of: { register: Register; id: number }) => Promise<ValueSource[]>

/** What other rooms know of looks at the values of a row; `ids`: all its numbers. */
export type LooksAt = (
  ctx: Ctx,
  of: { register: Register; row: AnyRow; ids: readonly number[] },
) => Promise<Look[]>

export type OtherWays = {
  /** The ways by which values come in that this room does not know. */
  sources?: OtherSources | undefined
  looks?: readonly LooksAt[] | undefined
}

export function sourceDoor(importer: Importer, ways: OtherWays) {
  return operation({
    name: 'import.source',
    text: t('查看来源', 'Show where values came from'),
    can: ({ register }) => `${register}.read`,
    audit: 'none',
    input: z.object({ register: z.string().max(60), id: z.int().positive() }),
    output: z.object({
      fields: z.record(z.string(), source),
      /** Of every value that is known; the levels from the least sure are those of `level/level.ts`. */
      levels: z.record(z.string(), levelShape),
    }),
    run: async (ctx, { register: name, id }) => {
      const register = importer.registry.get(name)
      const row = (await getRow(ctx, register, id)) as unknown as AnyRow
      const ids = await withNames(ctx.tx, name, [id])
      const versions = await versionsOf(ctx, register, id)
      const came = await cameBy(ctx, { register, row, ids, versions, ways })
      const looks: Look[] = []
      for (const look of ways.looks ?? []) looks.push(...(await look(ctx, { register, row, ids })))
      const found = { row, versions, came, looks }
      return {
        fields: Object.fromEntries(came.map((one) => [one.field, one.source])),
        levels: await levelsOf(ctx, register, found),
      }
    },
  })
}

type Came = CameBy & { source: Source }
type Coming = {
  register: Register
  row: AnyRow
  ids: readonly number[]
  versions: readonly AnyRow[]
  ways: OtherWays
}

/** Of the values that stand, all that brought them in; what counts for more comes later. */
async function cameBy(ctx: Ctx, { register, row, ids, versions, ways }: Coming): Promise<Came[]> {
  const rows: (SourceRow & { recordId: number })[] = []
  // also of what was merged into it
  for (const recordId of ids) {
    const own = recordId === row.id ? versions : await versionsOf(ctx, register, recordId)
    const said = await sourceRows(ctx, { register: register.name, targetId: recordId })
    const made = await linkSources(ctx, register, own[0])
    rows.push(...[...made, ...said].map((one) => ({ ...one, recordId })))
  }
  const present = await presentAreas(ctx, placesSaid(register, rows))
  const others = (await ways.sources?.(ctx, { register, id: row.id })) ?? []
  return [
    ...rows.flatMap((one) => broughtBy(register, row, { one, present })),
    ...others.flatMap((one) => standing(register, row, one)),
  ].sort(
    (a, b) =>
      rank(a.source, row.id) - rank(b.source, row.id) || ((a.source.at ?? '') < (b.source.at ?? '') ? -1 : 1),
  )
}

/** What the record itself was told stands before what one said that was merged into it. */
function rank({ recordId }: Source, id: number): number {
  return recordId === id ? 1 : 0
}

function placesSaid(register: Register, rows: readonly SourceRow[]): string[] {
  const places = Object.keys(register.fields).filter((name) => register.fields[name]?.kind.place)
  const said = rows.flatMap(({ encoded }) => places.map((name) => decodeField(register, name, encoded)))
  return said.filter((code): code is string => typeof code === 'string')
}

type Bringing = { one: SourceRow & { recordId: number }; present: Present }

/** Only of values that still stand as the file said them; a later file takes the place of an earlier one. */
function broughtBy(register: Register, row: AnyRow, { one, present }: Bringing): Came[] {
  const { recordId, importId, fileName: file, plan, rowNumber, mergedBy: by, mergedAt: at } = one
  return saidBy(register, one).flatMap((name): Came[] => {
    const [field, said, now] = [register.fields[name], decodeField(register, name, one.encoded), row[name]]
    const linked = field?.kind.target !== undefined && said === null && now !== null // a row that the import itself made
    const stands = linked || (field && said !== null && now !== null && field.kind.compare(said, now) === 0)
    if (!stands && !(field?.kind.place && becameHere(present, { code: said, at: now }))) return []
    const from = {
      recordId,
      importId,
      comparisonId: null,
      file,
      sheet: plan?.name ?? '',
      row: rowNumber,
      by,
      at,
    }
    return [{ field: name, source: from, level: levelIn(register, name, { row: one, value: now }) }]
  })
}

/** What two persons took over from a list. */
function standing(register: Register, row: AnyRow, one: ValueSource): Came[] {
  const [field, now] = [register.fields[one.field], row[one.field] ?? null]
  const stands = field && now !== null && one.value !== null && field.kind.compare(one.value, now) === 0
  return stands ? [{ field: one.field, source: one.source, level: 'byPerson' }] : []
}
