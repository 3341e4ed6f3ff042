/** The story of a row: who changed which field from what to what, when and why. */
import { z } from 'zod'
import type { Ctx } from '#platform'
import { same, wireOf } from './conflict.ts'
import type { Register } from './define.ts'
import { isMasked, maskedText } from './mask.ts'
import { versionsOf } from './read-store.ts'
import type { AnyRow } from './row.ts'
import { accountNames } from './sql-store.ts'

export const changeShape = z.object({
  field: z.string(),
  before: z.json(),
  after: z.json(),
  masked: z.boolean(),
})
export const historyShape = z.object({
  version: z.number(),
  at: z.string(),
  by: z.number(),
  byName: z.string(),
  act: z.enum(['create', 'change', 'remove', 'restore']),
  reason: z.string().nullable(),
  changes: z.array(changeShape),
})
export type HistoryEntry = z.infer<typeof historyShape>

/** All entries, the newest first; hidden fields are named without their values. */
export async function historyOf(ctx: Ctx, register: Register, id: number): Promise<HistoryEntry[]> {
  const versions = await versionsOf(ctx, register, id)
  const names = await accountNames(
    ctx,
    versions.map((row) => row.updatedBy),
  )
  return versions
    .map((row, i) => ({
      version: row.version,
      at: row.updatedAt,
      by: row.updatedBy,
      byName: names.get(row.updatedBy) ?? '',
      act: actOf(versions[i - 1], row),
      reason: row.changeReason,
      changes: changesOf(ctx, register, { older: versions[i - 1], newer: row }),
    }))
    .reverse()
}

function actOf(older: AnyRow | undefined, newer: AnyRow): HistoryEntry['act'] {
  if (!older) return 'create'
  if (newer.deletedAt && !older.deletedAt) return 'remove'
  return older.deletedAt && !newer.deletedAt ? 'restore' : 'change'
}

function changesOf(
  ctx: Ctx,
  register: Register,
  { older, newer }: { older?: AnyRow; newer: AnyRow },
): HistoryEntry['changes'] {
  if (!older) return []
  return changedFields(register, older, newer).map((name) => {
    const [before, after] = [older, newer].map((row) => shownValue(ctx, register, { name, value: row[name] }))
    return {
      field: name,
      before: before?.value ?? null,
      after: after?.value ?? null,
      masked: before?.masked ?? false,
    }
  })
}

type Json = z.infer<ReturnType<typeof z.json>>

/** A value as it leaves the house; a hidden one without what it is. */
export function shownValue(
  ctx: Ctx,
  register: Register,
  { name, value }: { name: string; value: unknown },
): { value: Json; masked: boolean } {
  const field = register.fields[name]
  if (field === undefined || !isMasked(ctx.actor, field))
    return { value: wireOf(register, name, value) as Json, masked: false }
  return { value: value === null || value === undefined ? null : maskedText(field, value), masked: true }
}

function changedFields(register: Register, older: AnyRow, newer: AnyRow): string[] {
  const names = [
    ...Object.keys(register.fields),
    ...(register.shape === 'dated' ? ['validFrom', 'validTo'] : []),
  ]
  return names.filter((name) => !same(register, name, older[name], newer[name]))
}

/** When and by whom each known value was last written. */
export function writtenAt(
  register: Register,
  versions: readonly AnyRow[],
): Record<string, { at: string; by: number }> {
  const out: Record<string, { at: string; by: number }> = {}
  for (const [i, row] of versions.entries()) {
    const older = versions[i - 1]
    for (const name of Object.keys(register.fields))
      if (!older || !same(register, name, older[name], row[name]))
        out[name] = { at: row.updatedAt, by: row.updatedBy }
  }
  return out
}
