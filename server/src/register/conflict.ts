/** What to tell an editor who opened an older version: every field that differs, who changed it last and when. */
import type { Problem } from '#kernel'
import type { Ctx } from '#platform'
import type { Register } from './define.ts'
import { isMasked } from './mask.ts'
import type { FieldConflict } from './problems.ts'
import { registerProblems } from './problems.ts'
import { versionsOf } from './read-store.ts'
import type { AnyRow } from './row.ts'
import { accountNames } from './sql-store.ts'

type Given = { now: AnyRow; opened: number; yours: Readonly<Record<string, unknown>> }

/** The Problem `register.conflict`; masked fields are named without their values. */
export async function conflictOf(
  ctx: Ctx,
  register: Register,
  { now, opened, yours }: Given,
): Promise<Problem> {
  const versions = await versionsOf(ctx, register, now.id)
  const then = versions.find((row) => row.version === opened)
  const fields = Object.keys({
    ...register.fields,
    ...(register.shape === 'dated' ? { validFrom: 0, validTo: 0 } : {}),
  })
    .filter((name) => !same(register, name, then?.[name], now[name]))
    .map((name) => fieldConflict({ ctx, register, name, then, now, yours, versions }))
  const names = await accountNames(
    ctx,
    fields.map((field) => field.by),
  )
  const named = fields.map((field) => ({ ...field, byName: names.get(field.by) ?? '' }))
  return registerProblems.conflict({ version: now.version, fields: named })
}

type One = {
  ctx: Ctx
  register: Register
  name: string
  then?: AnyRow
  now: AnyRow
  yours: Readonly<Record<string, unknown>>
  versions: readonly AnyRow[]
}

function fieldConflict({
  ctx,
  register,
  name,
  then,
  now,
  yours,
  versions,
}: One): Omit<FieldConflict, 'byName'> {
  const { by, at } = lastChange(register, name, versions)
  const field = register.fields[name]
  const head = { field: name, label: field?.label ?? spanLabels[name] ?? register.label, by, at }
  if (field && isMasked(ctx.actor, field))
    return { ...head, before: null, now: null, yours: null, masked: true }
  return {
    ...head,
    before: wireOf(register, name, then?.[name]),
    now: wireOf(register, name, now[name]),
    yours: wireOf(register, name, yours[name]),
  }
}

const spanLabels: Record<string, { zh: string; en: string }> = {
  validFrom: { zh: '起日', en: 'From' },
  validTo: { zh: '止日', en: 'To' },
}

/** Walks back from the newest version to the one that brought the present value. */
function lastChange(
  register: Register,
  name: string,
  versions: readonly AnyRow[],
): { by: number; at: string } {
  for (let i = versions.length - 1; i > 0; i--) {
    const [older, newer] = [versions[i - 1], versions[i]]
    if (older && newer && !same(register, name, older[name], newer[name]))
      return { by: newer.updatedBy, at: newer.updatedAt }
  }
  const newest = versions.at(-1)
  return { by: newest?.updatedBy ?? 0, at: newest?.updatedAt ?? '' }
}

/** Equal as values; two unknowns are equal. */
export function same(register: Register, name: string, a: unknown, b: unknown): boolean {
  const [left, right] = [a ?? null, b ?? null]
  if (left === null || right === null) return left === right
  const kind = register.fields[name]?.kind
  return kind ? JSON.stringify(kind.toWire(left)) === JSON.stringify(kind.toWire(right)) : left === right
}

export function wireOf(register: Register, name: string, value: unknown): unknown {
  if (value === null || value === undefined) return null
  return register.fields[name]?.kind.toWire(value) ?? value
}
