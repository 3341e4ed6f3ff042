/** Values of fields in words: areas and rows by their names, hidden fields hidden. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import type { Register } from '../define.ts'
import { isMasked, maskedText } from '../mask.ts'
import type { Registry } from '../registry.ts'
import { areaNames } from '../sql-store.ts'
import { titlesOf } from '../title-store.ts'
import type { Values } from './define.ts'
import { isMade } from './plan.ts'

export type Spoken = { register: Register; values: Values }

/** Says any value of these; null for an unknown one. */
export type Say = (register: Register, field: string, value: unknown) => Text | null

/** One look-up a table for all values at once. */
export async function sayer(ctx: Ctx, registry: Registry, spoken: readonly Spoken[]): Promise<Say> {
  const places = new Set<string>()
  const ids = new Map<string, Set<number>>()
  for (const { register, values } of spoken)
    for (const [name, value] of Object.entries(values)) {
      const field = register.fields[name]
      const target = field?.kind.target?.(field)
      if (field?.kind.place && typeof value === 'string') places.add(value)
      if (target && typeof value === 'number') ids.set(target, (ids.get(target) ?? new Set()).add(value))
    }
  const areas = await areaNames(ctx, [...places])
  const titles = new Map<string, Map<number, string>>()
  for (const [name, wanted] of ids)
    titles.set(name, await titlesOf(ctx, registry, { register: registry.get(name), ids: [...wanted] }))
  return (register, name, value) => {
    const field = register.fields[name]
    if (!field || value === null || value === undefined) return null
    if (isMade(value)) return t('新立的一户', 'the new one')
    if (isMasked(ctx.actor, field)) return both(maskedText(field, value) ?? '＊')
    const target = field.kind.target?.(field)
    if (target) return both(titles.get(target)?.get(Number(value)) ?? `#${String(value)}`)
    if (field.kind.place) return both(areas.get(String(value)) ?? String(value))
    return t(field.kind.format(value, field, 'zh'), field.kind.format(value, field, 'en'))
  }
}

function both(text: string): Text {
  return t(text, text)
}
