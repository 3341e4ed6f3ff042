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
    const field = register.fields[name]
    const masked = field !== undefined && isMasked(ctx.actor, field)
    const show = (value: unknown) =>
      masked && field ? (value === null ? null : maskedText(field, value)) : wireOf(register, name, value)
    return {
      field: name,
      before: show(older[name]) as z.infer<ReturnType<typeof z.json>>,
      after: show(newer[name]) as z.infer<ReturnType<typeof z.json>>,
      masked,
    }
  })
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
