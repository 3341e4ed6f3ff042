/** Staged rows enter the register: new ones are inserted, changed ones rewritten in the fields that the file changes. */
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { ownerColumn } from '../../columns.ts'
import type { Register } from '../../define.ts'
import { findRows } from '../../read-store.ts'
import type { AnyRow } from '../../row.ts'
import { encodeValues } from '../../row.ts'
import type { Importer } from '../importer.ts'
import { linkTargets, OUTSIDE } from '../link-store.ts'
import { markMerged, refuseStaged } from '../row-store.ts'
import { decodeField } from '../stage/classify.ts'
import type { Issue } from '../stage/draft.ts'
import type { Batch, StagedRow } from '../tables.ts'
import type { Change } from './bulk-store.ts'
import { insertLoose, updateLoose, withSearchKeys } from './bulk-store.ts'

export type Merge = { importer: Importer; batch: Batch; rows: readonly StagedRow[] }

/** Returns how many rows went in; those that no longer fit are marked with the reason and stay in the import. */
export async function mergeRows(ctx: Ctx, { importer, batch, rows }: Merge): Promise<number> {
  const register = importer.registry.get(batch.register)
  const linked = await withLinks(ctx, importer, { batch, register, rows })
  const fresh = linked.filter((row) => row.class === 'new')
  const changed = linked.filter((row) => row.class === 'changed')
  const made = await insertNew(ctx, importer, { batch, register, rows: fresh })
  const kept = await rewrite(ctx, { batch, register, rows: changed })
  await markMerged(ctx, [...made, ...kept])
  return made.length + kept.length
}

type Some = { batch: Batch; register: Register; rows: readonly StagedRow[] }

/** Keys of rows that the import made become ids. */
async function withLinks(
  ctx: Ctx,
  importer: Importer,
  { batch, register, rows }: Some,
): Promise<StagedRow[]> {
  let linked = [...rows]
  for (const [name, field] of Object.entries(register.fields)) {
    const target = field.kind.target?.(field)
    const keys = linked.flatMap((row) => row.links[name] ?? [])
    if (target === undefined || keys.length === 0) continue
    const ids = await linkTargets(ctx, { importId: batch.id, register: target, keys })
    const outside = linked.filter(
      (row) => row.links[name] !== undefined && (ids.get(row.links[name]) ?? OUTSIDE) === OUTSIDE,
    )
    await refuseStaged(
      ctx,
      outside.map(({ id }) => id),
      { class: 'rejected', issue: linkOutside(importer, { target, field: name }) },
    )
    linked = linked
      .filter((row) => !outside.includes(row))
      .map((row) => linkRow(register, row, { name, ids }))
  }
  return linked
}

function linkRow(
  register: Register,
  row: StagedRow,
  { name, ids }: { name: string; ids: ReadonlyMap<string, number> },
): StagedRow {
  const id = ids.get(row.links[name] ?? '')
  return id === undefined
    ? row
    : { ...row, encoded: { ...row.encoded, ...encodeValues(register, { [name]: id }) } }
}

function linkOutside(importer: Importer, { target, field }: { target: string; field: string }): Issue {
  const { label } = importer.registry.get(target)
  return {
    code: `unknownReference:${field}`,
    level: 'wrong',
    field,
    text: t(
      `这个${label.zh}已在别处登记，不在您的管辖范围。请报上级核对。`,
      `This entry of "${label.en}" is registered outside your area. Ask the level above to check.`,
    ),
  }
}

const elsewhere: Issue = {
  code: 'elsewhere',
  level: 'wrong',
  text: t(
    '预览之后名册里已有同样的一条，或它登记在您的管辖范围以外。请查名册，或报上级核对。',
    'Since the preview the same entry was registered, or it stands outside your area. Look it up, or ask the level above.',
  ),
}

const changedSince: Issue = {
  code: 'changedSince',
  level: 'doubt',
  text: t(
    '预览之后别人改过这一条。请再看一遍差异再收。',
    'Somebody changed this entry after the preview. Look at the difference again before accepting.',
  ),
}

async function insertNew(ctx: Ctx, importer: Importer, { batch, register, rows }: Some) {
  const areas = await areasOf(ctx, importer, { batch, register, rows })
  const encoded = rows.map((row) =>
    withSearchKeys(register, {
      ...row.encoded,
      area: areas(row),
      raw: row.raw,
      change_reason: reason(batch),
    }),
  )
  const ids = await insertLoose(ctx, register, encoded)
  const refused = rows.filter((_, at) => ids[at] === null).map(({ id }) => id)
  await refuseStaged(ctx, refused, { class: 'rejected', issue: elsewhere })
  return rows.flatMap((row, at) => (ids[at] ? [{ id: row.id, targetId: ids[at] as number, before: {} }] : []))
}

/** A child stands where its owner stands. */
async function areasOf(
  ctx: Ctx,
  importer: Importer,
  { batch, register, rows }: Some,
): Promise<(row: StagedRow) => string> {
  const column = ownerColumn(register)
  if (!column || !register.owner) return (row) => String(row.encoded.area ?? batch.area)
  const owners = await findRows(
    ctx,
    importer.registry.get(register.owner),
    rows.map((row) => Number(row.encoded[column])),
  )
  const byId = new Map((owners as unknown as AnyRow[]).map((row) => [row.id, row.area]))
  return (row) => byId.get(Number(row.encoded[column])) ?? batch.area
}

function reason(batch: Batch): string {
  return `导入 ${batch.fileName}`
}

async function rewrite(ctx: Ctx, { batch, register, rows }: Some) {
  const standing = await findRows(
    ctx,
    register,
    rows.flatMap(({ targetId }) => targetId ?? []),
  )
  const byId = new Map((standing as unknown as AnyRow[]).map((row) => [row.id, row]))
  const fields = [...new Set(rows.flatMap((row) => row.fields))]
  const ready = rows.filter((row) => byId.get(row.targetId ?? 0)?.version === row.targetVersion)
  const changes = ready.map((row) =>
    changeOf(register, { row, now: byId.get(row.targetId ?? 0) as AnyRow, fields, reason: reason(batch) }),
  )
  const done = await updateLoose(ctx, register, changes)
  const missed = rows.filter((row) => !done.has(row.targetId ?? 0)).map(({ id }) => id)
  await refuseStaged(ctx, missed, { class: 'doubtful', issue: changedSince })
  return rows
    .filter((row) => done.has(row.targetId ?? 0))
    .map((row) => ({ id: row.id, targetId: row.targetId ?? 0, before: row.before }))
}

type Rewritten = { row: StagedRow; now: AnyRow; fields: readonly string[]; reason: string }

/** All changes of one statement name the same columns: what this row does not change keeps its value. */
function changeOf(register: Register, { row, now, fields, reason: why }: Rewritten): Change {
  const values = Object.fromEntries(
    fields.map((name) => [
      name,
      row.fields.includes(name) ? decodeField(register, name, row.encoded) : (now[name] ?? null),
    ]),
  )
  const merged = { ...now, ...values }
  const raw = { ...now.raw, ...pick(row.raw, fields) }
  for (const name of fields) if (merged[name] !== null && merged[name] !== undefined) delete raw[name]
  const set = {
    ...encodeValues(register, values),
    area: areaAfter(register, merged, now),
    raw,
    change_reason: why,
  }
  const full = withSearchKeys(register, { ...encodeValues(register, merged), ...set })
  return {
    id: now.id,
    version: now.version,
    set: register.search ? { ...set, search_keys: full.search_keys } : set,
  }
}

function areaAfter(register: Register, merged: Readonly<Record<string, unknown>>, now: AnyRow): unknown {
  return register.areaField ? (merged[register.areaField] ?? now.area) : now.area
}

function pick(raw: Readonly<Record<string, string>>, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(raw).filter(([name]) => fields.includes(name)))
}
