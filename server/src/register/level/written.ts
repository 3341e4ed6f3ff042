/** Which version of a row wrote the values that stand in it. */
import { areaContains } from '#kernel'
import type { Ctx } from '#platform'
import { type Present, presentAreas, presentFor } from '../areas/present-store.ts'
import { same } from '../conflict.ts'
import type { Register } from '../define.ts'
import type { AnyRow } from '../row.ts'

/** By field, of the values that are known. That a place became another one is no change of the row that stands there. */
export async function writersOf(
  ctx: Ctx,
  register: Register,
  versions: readonly AnyRow[],
): Promise<Record<string, AnyRow>> {
  const present = await presentAreas(ctx, placesIn(register, versions))
  const writers: Record<string, AnyRow> = {}
  for (const name of Object.keys(register.fields)) {
    const writer = writerOf(register, { name, versions, present })
    if (writer) writers[name] = writer
  }
  return writers
}

type Written = { name: string; versions: readonly AnyRow[]; present: Present }

function writerOf(register: Register, { name, versions, present }: Written): AnyRow | undefined {
  const last = versions.at(-1)
  if ((last?.[name] ?? null) === null) return undefined
  let writer = last
  for (const older of versions.toReversed().slice(1)) {
    if (!isSame(register, { name, older, newer: writer as AnyRow, present })) return writer
    writer = older
  }
  return writer
}

type Two = { name: string; older: AnyRow; newer: AnyRow; present: Present }

function isSame(register: Register, { name, older, newer, present }: Two): boolean {
  if (same(register, name, older[name], newer[name])) return true
  const isPlace = register.fields[name]?.kind.place === true
  return isPlace && becameHere(present, { code: older[name], at: newer[name] })
}

/** Whether the place that was written is the one of today, or holds it: a list names the village, the register the group. */
export function becameHere(present: Present, { code, at }: { code: unknown; at: unknown }): boolean {
  if (typeof code !== 'string' || typeof at !== 'string') return false
  const now = presentFor(present, { code, at })
  return now === at || areaContains(now, at)
}

function placesIn(register: Register, versions: readonly AnyRow[]): string[] {
  const places = Object.keys(register.fields).filter((name) => register.fields[name]?.kind.place)
  const codes = versions.flatMap((row) => places.map((name) => row[name]))
  const all = [...new Set(codes.filter((code): code is string => typeof code === 'string'))]
  return all.length > 1 ? all : []
}
