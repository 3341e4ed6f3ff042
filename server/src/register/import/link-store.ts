/** Rows that a roster implies in another register: one for each key that its rows name and the register does not have. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { mainColumn } from '../columns.ts'
import type { Register } from '../define.ts'
import { encodeValues } from '../row.ts'
import type { Derivation } from './define.ts'
import type { Importer } from './importer.ts'
import { decodeAll } from './stage/classify.ts'
import type { Batch } from './tables.ts'

type Implied = { key: string; encoded: Record<string, unknown>; area: string; count: number }

/** Writes the rows that are to be made, once the whole file has been read. */
export async function deriveLinks(ctx: Ctx, importer: Importer, batch: Batch): Promise<void> {
  const register = importer.registry.get(batch.register)
  for (const rule of importer.rulesOf(batch.register)?.derive ?? []) {
    const field = register.fields[rule.from]
    const target = field?.kind.target?.(field)
    if (target === undefined) continue
    const other = importer.registry.get(target)
    const implied = await impliedRows(ctx, { register, batch, rule })
    await insertLinks(ctx, {
      batch,
      other,
      rows: implied.map((row) => linkOf({ register, other, rule, row })),
    })
  }
}

/** For each key the row that the rule asks for, else the first. Rows that are rejected for another column count too. */
async function impliedRows(
  ctx: Ctx,
  { register, batch, rule }: { register: Register; batch: Batch; rule: Derivation },
): Promise<Implied[]> {
  const first = rule.where
    ? sql`(encoded ->> ${mainColumn(register, rule.where.field)} = ${rule.where.is}) desc nulls last, id`
    : sql`id`
  const found = await sql<Implied>`
    select distinct on (key) key, encoded, coalesce(encoded ->> 'area', area) as area, count(*) over (partition by key) as count
    from (select id, area, encoded, links ->> ${rule.from} as key from import_row
      where import_id = ${batch.id} and class <> 'skipped' and links ? ${rule.from}) as named
    order by key, ${first}`.execute(ctx.tx)
  return found.rows
}

function linkOf({
  register,
  other,
  rule,
  row,
}: {
  register: Register
  other: Register
  rule: Derivation
  row: Implied
}) {
  const values = decodeAll(register, row.encoded)
  const made = Object.fromEntries(Object.entries(rule.values).map(([to, from]) => [to, values[from]]))
  const full = {
    ...made,
    area: values.area ?? row.area,
    [other.identity[0] ?? '']: row.key,
    ...(rule.count === undefined ? {} : { [rule.count]: row.count }),
  }
  return { key: row.key, encoded: encodeValues(other, full) }
}

async function insertLinks(
  { tx }: Ctx,
  {
    batch,
    other,
    rows,
  }: { batch: Batch; other: Register; rows: readonly { key: string; encoded: Record<string, unknown> }[] },
): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into import_link (import_id, area, register, key, encoded)
    select ${batch.id}, ${batch.area}, ${other.name}, key, encoded
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(key text, encoded jsonb)
    on conflict on constraint import_link_once do nothing`.execute(tx)
}

export type StagedLink = {
  id: number
  register: string
  key: string
  encoded: Record<string, unknown>
  targetId: number | null
  made: boolean
}

/** The next rows to make. */
export async function openLinks(
  { tx }: Ctx,
  { importId, limit }: { importId: number; limit: number },
): Promise<StagedLink[]> {
  const found = await sql<StagedLink>`
    select id, register, key, encoded, target_id, made from import_link
    where import_id = ${importId} and target_id is null order by id limit ${limit}`.execute(tx)
  return found.rows
}

export async function closeLinks(
  { tx }: Ctx,
  links: readonly { id: number; targetId: number; made: boolean }[],
): Promise<void> {
  if (links.length === 0) return
  const wire = links.map(({ id, targetId, made }) => ({ id, target_id: targetId, made }))
  await sql`update import_link l set target_id = r.target_id, made = r.made
    from jsonb_to_recordset(${JSON.stringify(wire)}::jsonb) as r(id bigint, target_id bigint, made boolean) where l.id = r.id`.execute(
    tx,
  )
}

export async function countLinks(
  { tx }: Ctx,
  importId: number,
): Promise<{ register: string; count: number; open: number }[]> {
  const found = await sql<{ register: string; count: number; open: number }>`
    select register, count(*) as count, count(*) filter (where target_id is null) as open from import_link
    where import_id = ${importId} group by register order by register`.execute(tx)
  return found.rows
}

/** A key whose row exists outside the actor's area, so that it can neither be found nor made. */
export const OUTSIDE = -1

/** The ids behind keys, `OUTSIDE` included. */
export async function linkTargets(
  { tx }: Ctx,
  { importId, register, keys }: { importId: number; register: string; keys: readonly string[] },
): Promise<Map<string, number>> {
  const found = await sql<{ key: string; targetId: number }>`
    select key, target_id from import_link
    where import_id = ${importId} and register = ${register} and key = any(${keys}::text[]) and target_id is not null`.execute(
    tx,
  )
  return new Map(found.rows.map((row) => [row.key, row.targetId]))
}

/** What the import itself made, for taking it back. */
export async function madeLinks({ tx }: Ctx, importId: number): Promise<StagedLink[]> {
  const found = await sql<StagedLink>`
    select id, register, key, encoded, target_id, made from import_link where import_id = ${importId} and made order by id`.execute(
    tx,
  )
  return found.rows
}
