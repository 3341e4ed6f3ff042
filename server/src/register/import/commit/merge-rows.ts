/** Staged rows enter the register: new ones are inserted, changed ones rewritten in the fields that the file changes. */
import { t } from '#kernel'
import type { Ctx } from '#platform'
import type { Register } from '../../define.ts'
import { findRows } from '../../read-store.ts'
import type { AnyRow } from '../../row.ts'
import { encodeValues } from '../../row.ts'
import { keysText, searchedFields } from '../../search-keys.ts'
import type { Importer } from '../importer.ts'
import { linkTargets, OUTSIDE } from '../link-store.ts'
import { decodeField, decodeSome } from '../stage/classify.ts'
import type { Issue } from '../stage/draft.ts'
import type { Batch, StagedRow } from '../tables.ts'
import type { Change } from './bulk-store.ts'
import { updateLoose, withSearchKeys } from './bulk-store.ts'
import { enterNew, leftOut } from './enter-store.ts'
import type { Ready, Stretch } from './ready-store.ts'
import { changedRows, completeRows, newRows, refuseStaged } from './ready-store.ts'

export type Merge = { importer: Importer; batch: Batch; after: number; ready: Ready }

/** Returns how many rows went in; those that no longer fit are marked with the reason and stay in the import. */
export async function mergeRows(ctx: Ctx, { importer, batch, after, ready }: Merge): Promise<number> {
  const register = importer.registry.get(batch.register)
  const stretch = { importId: batch.id, after, to: ready.to }
  const made = ready.fresh === 0 ? 0 : await insertNew(ctx, importer, { batch, register, stretch, ready })
  if (ready.fresh === ready.count) return made
  const changed = await changedRows(ctx, stretch)
  const linked = await withLinks(ctx, importer, { batch, register, rows: changed })
  return made + (await rewrite(ctx, { batch, register, rows: linked }))
}

type Fresh = { batch: Batch; register: Register; stretch: Stretch; ready: Ready }

async function insertNew(
  ctx: Ctx,
  importer: Importer,
  { batch, register, stretch, ready }: Fresh,
): Promise<number> {
  if (ready.unready > 0) await makeReady(ctx, register, stretch)
  const made = await enterNew(ctx, { batch, register, stretch, ready, reason: reason(batch) })
  if (made === ready.fresh) return made
  const out = await leftOut(ctx, { register, stretch, ready })
  await refuse(ctx, importer, { register, rows: out })
  return ready.fresh - out.length // some may have been in already, of a chunk that broke off
}

/** Rows staged before they had numbers and search keys of their own. */
async function makeReady(ctx: Ctx, register: Register, stretch: Stretch): Promise<void> {
  const rows = await newRows(ctx, stretch)
  const keys = rows.map(({ id, encoded }) => ({
    id,
    keys: keysText(register, decodeSome(register, searchedFields(register), encoded)),
  }))
  await completeRows(ctx, { table: register.table, rows: keys })
}

/** Why each of them stays out: the row that it names is out of sight, or it is there already. */
async function refuse(
  ctx: Ctx,
  importer: Importer,
  { register, rows }: { register: Register; rows: readonly { id: number; link: string | null }[] },
): Promise<void> {
  for (const link of new Set(rows.map((row) => row.link))) {
    const field = link === null ? undefined : register.fields[link]
    const target = field?.kind.target?.(field)
    const issue = link !== null && target ? linkOutside(importer, { target, field: link }) : elsewhere
    const ids = rows.filter((row) => row.link === link).map(({ id }) => id)
    await refuseStaged(ctx, ids, { class: 'rejected', issue })
  }
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

function reason(batch: Batch): string {
  return `导入 ${batch.fileName}`
}

async function rewrite(ctx: Ctx, { batch, register, rows }: Some): Promise<number> {
  const standing = await findRows(
    ctx,
    register,
    rows.flatMap(({ targetId }) => targetId ?? []),
  )
  const byId = new Map((standing as unknown as AnyRow[]).map((row) => [row.id, row]))
  const fields = [...new Set(rows.flatMap((row) => row.fields ?? []))]
  const ready = rows.filter((row) => byId.get(row.targetId ?? 0)?.version === row.targetVersion)
  const changes = ready.map((row) =>
    changeOf(register, { row, now: byId.get(row.targetId ?? 0) as AnyRow, fields, reason: reason(batch) }),
  )
  const done = await updateLoose(ctx, register, changes)
  const missed = rows.filter((row) => !done.has(row.targetId ?? 0)).map(({ id }) => id)
  await refuseStaged(ctx, missed, { class: 'doubtful', issue: changedSince })
  return done.size
}

type Rewritten = { row: StagedRow; now: AnyRow; fields: readonly string[]; reason: string }

/** All changes of one statement name the same columns: what this row does not change keeps its value. */
function changeOf(register: Register, { row, now, fields, reason: why }: Rewritten): Change {
  const values = Object.fromEntries(
    fields.map((name) => [
      name,
      row.fields?.includes(name) ? decodeField(register, name, row.encoded) : (now[name] ?? null),
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
