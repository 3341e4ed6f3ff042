/** Rows as they leave the house: wire values, names of areas and references beside their codes, hidden fields hidden. */
import { z } from 'zod'
import type { Actor, Ctx } from '#platform'
import type { Register } from './define.ts'
import { isMasked, maskedText } from './mask.ts'
import type { Registry } from './registry.ts'
import type { AnyRow } from './row.ts'
import { areaNames } from './sql-store.ts'
import { titlesOf } from './title-store.ts'

/** `values`: by field, on the wire; `shown`: the words for codes and ids; `masked`: hidden fields; `raw`: text of unknown values. */
export const rowShape = z.object({
  id: z.number(),
  version: z.number(),
  area: z.string(),
  areaName: z.string(),
  title: z.string(),
  values: z.record(z.string(), z.json()),
  shown: z.record(z.string(), z.string()),
  masked: z.array(z.string()),
  raw: z.record(z.string(), z.string()),
  ownerId: z.number().optional(),
  ownerTitle: z.string().optional(),
  validFrom: z.string().optional(),
  validTo: z.string().nullable().optional(),
  updatedAt: z.string(),
  updatedBy: z.number(),
})
export type RowWire = z.infer<typeof rowShape>

/** The rows as the actor may see them. */
export async function wireRows(
  ctx: Ctx,
  registry: Registry,
  given: { register: Register; rows: readonly AnyRow[] },
): Promise<RowWire[]> {
  const { register, rows } = given
  const names = await namesFor(ctx, registry, given)
  return rows.map((row) => {
    const fields = Object.entries(register.fields)
    const masked = fields
      .filter(([name, field]) => isMasked(ctx.actor, field) && row[name] !== null)
      .map(([name]) => name)
    return {
      id: row.id,
      version: row.version,
      area: row.area,
      areaName: names.area(row.area),
      title: names.title(row),
      values: Object.fromEntries(
        fields.map(([name]) => [name, wireValue(ctx.actor, register, { name, row })]),
      ),
      shown: names.shown(row),
      masked,
      raw: hideRaw(ctx.actor, register, row.raw),
      ...(row.ownerId === undefined ? {} : { ownerId: row.ownerId, ownerTitle: names.owner(row.ownerId) }),
      ...(row.validFrom === undefined ? {} : { validFrom: row.validFrom, validTo: row.validTo ?? null }),
      updatedAt: row.updatedAt,
      updatedBy: row.updatedBy,
    }
  })
}

/** One value on the wire: what is hidden is the readable rest of a number, or null. */
export function wireValue(
  actor: Pick<Actor, 'sees'>,
  register: Register,
  { name, row }: { name: string; row: Readonly<Record<string, unknown>> },
): z.infer<ReturnType<typeof z.json>> {
  const [field, value] = [register.fields[name], row[name]]
  if (!field || value === null || value === undefined) return null
  return isMasked(actor, field) ? maskedText(field, value) : field.kind.toWire(value)
}

/** The raw text of a hidden field is hidden with it. */
function hideRaw(
  actor: Pick<Actor, 'sees'>,
  register: Register,
  raw: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(raw ?? {}).filter(([name]) => {
      const field = register.fields[name]
      return field !== undefined && !isMasked(actor, field)
    }),
  )
}

type Names = {
  area(code: string): string
  title(row: AnyRow): string
  owner(id: number): string
  shown(row: AnyRow): Record<string, string>
}

/** All names that a page of rows needs, each table asked once. */
async function namesFor(
  ctx: Ctx,
  registry: Registry,
  { register, rows }: { register: Register; rows: readonly AnyRow[] },
): Promise<Names> {
  const fields = Object.entries(register.fields)
  const areaFields = fields.filter(([, f]) => f.kind.place).map(([name]) => name)
  const codes = rows
    .flatMap((row) => [row.area, ...areaFields.map((name) => row[name])])
    .filter((code): code is string => typeof code === 'string')
  const areas = await areaNames(ctx, codes)
  const references = new Map<string, Map<number, string>>()
  for (const [name, field] of fields) {
    const target = field.kind.target?.(field)
    const ids = rows.map((row) => row[name]).filter((id): id is number => typeof id === 'number')
    if (target) references.set(name, await titlesOf(ctx, registry, { register: registry.get(target), ids }))
  }
  const owner = register.owner ? registry.get(register.owner) : undefined
  const owners = owner
    ? await titlesOf(ctx, registry, { register: owner, ids: rows.map((row) => row.ownerId ?? 0) })
    : new Map<number, string>()
  return {
    area: (code) => areas.get(code) ?? code,
    title: (row) => titleOf(register, row, references.get(register.title)),
    owner: (id) => owners.get(id) ?? '',
    shown: (row) => ({
      ...Object.fromEntries(
        areaFields.flatMap((name) =>
          typeof row[name] === 'string'
            ? [[name, areas.get(row[name] as string) ?? (row[name] as string)]]
            : [],
        ),
      ),
      ...Object.fromEntries(
        [...references].flatMap(([name, titles]) =>
          titles.has(Number(row[name])) ? [[name, titles.get(Number(row[name])) ?? '']] : [],
        ),
      ),
    }),
  }
}

function titleOf(register: Register, row: AnyRow, titles: Map<number, string> | undefined): string {
  const [field, value] = [register.fields[register.title], row[register.title]]
  if (!field || value === null || value === undefined) return `#${row.id}`
  return titles ? (titles.get(Number(value)) ?? `#${row.id}`) : field.kind.format(value, field, 'zh')
}
