/** References of drafts: from what the sheet writes (a household's number, a person's identity number) to the row. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import type { Register } from '../../define.ts'
import type { Registry } from '../../registry.ts'
import type { ImportDeclaration } from '../define.ts'
import type { SheetPlan } from '../mapping/target.ts'
import type { AreaBook } from './area-book.ts'
import type { Draft } from './draft.ts'
import { idsByText } from './match-store.ts'

export type Linking = {
  registry: Registry
  register: Register
  rules: ImportDeclaration | undefined
  plans: readonly SheetPlan[]
  areas: AreaBook
  scope: string
}

/** Sets the ids that are found; a key that the import itself will make a row for stays in `links`; the rest are issues. */
export async function resolveLinks(ctx: Ctx, linking: Linking, drafts: readonly Draft[]): Promise<void> {
  for (const [name, field] of Object.entries(linking.register.fields)) {
    const target = field.kind.target?.(field)
    const naming = drafts.filter((draft) => name in draft.links)
    if (target === undefined || naming.length === 0) continue
    const other = linking.registry.get(target)
    const find = await finder(ctx, linking, { other, texts: naming.map((draft) => draft.links[name] ?? '') })
    for (const draft of naming) link(draft, { name, linking, other, found: find(draft.links[name] ?? '') })
  }
  await resolveOwners(ctx, linking, drafts)
}

type Found = { ids: number[]; key: string }

type Asked = { other: Register; texts: readonly string[] }

/** First by what tells the rows of the other register apart, then by their title. */
export async function finder(
  ctx: Ctx,
  linking: Linking,
  { other, texts }: Asked,
): Promise<(text: string) => Found> {
  const identity = other.identity.length === 1 ? (other.identity[0] ?? other.title) : other.title
  const keys = new Map<string, string>()
  for (const text of texts)
    if (!keys.has(text)) keys.set(text, keyOf(linking, { register: other, name: identity, text }))
  const byKey = await idsByText(ctx, other, { field: identity, texts: [...keys.values()] })
  const missing = [...keys].flatMap(([text, key]) => (byKey.has(key) ? [] : [text]))
  const byTitle =
    identity === other.title
      ? new Map<string, number[]>()
      : await idsByText(ctx, other, { field: other.title, texts: missing })
  return (text) => {
    const key = keys.get(text) ?? text
    return { ids: byKey.get(key) ?? byTitle.get(text) ?? [], key }
  }
}

type Keyed = { register: Register; name: string; text: string }

/** The key in the form in which it is stored (a 15-digit number has 18, a place its code); a text that is no such key stays as it is. */
function keyOf({ areas, scope }: Linking, { register, name, text }: Keyed): string {
  const field = register.fields[name]
  const place = field?.kind.place ? areas.find(text, scope) : undefined
  if (place?.ok) return place.code
  const read = field?.kind.parse(text, field)
  return field && read?.ok && read.value !== null ? String(field.kind.toWire(read.value)) : text
}

type Link = { name: string; linking: Linking; other: Register; found: Found }

function link(draft: Draft, { name, linking, other, found }: Link): void {
  const [id, ...more] = found.ids
  if (id !== undefined && more.length === 0) {
    draft.values[name] = id
    delete draft.links[name]
  } else if (id === undefined && derives(linking, name)) {
    draft.links[name] = found.key
  } else {
    const given = draft.links[name] ?? ''
    delete draft.links[name]
    draft.issues.push({
      code: `unknownReference:${name}`,
      level: 'wrong',
      field: name,
      ...columnOf(linking.plans[draft.sheet], name),
      text:
        more.length > 0
          ? several(other, given, more.length + 1)
          : (misspelt(other, given) ?? none(other, given)),
    })
  }
}

/** Whether the import makes rows for keys of this reference that nobody has. */
export function derives({ rules }: Linking, name: string): boolean {
  return rules?.derive?.some(({ from }) => from === name) ?? false
}

async function resolveOwners(ctx: Ctx, linking: Linking, drafts: readonly Draft[]): Promise<void> {
  const { registry, register, plans } = linking
  const keyed = drafts.filter((draft) => draft.owner?.key !== undefined)
  if (!register.owner || keyed.length === 0) return
  const other = registry.get(register.owner)
  const find = await finder(ctx, linking, { other, texts: keyed.map((draft) => draft.owner?.key ?? '') })
  for (const draft of keyed) {
    const key = draft.owner?.key ?? ''
    const { ids } = find(key)
    if (ids.length === 1) draft.owner = { id: ids[0] as number }
    else
      draft.issues.push({
        code: 'unknownOwner',
        level: 'wrong',
        ...columnOf(plans[draft.sheet], ':owner'),
        text: ids.length > 1 ? several(other, key, ids.length) : (misspelt(other, key) ?? none(other, key)),
      })
  }
}

function columnOf(plan: SheetPlan | undefined, target: string): { column?: string } {
  const column = plan?.columns.find((one) => one.target === target)
  return column ? { column: column.letters } : {}
}

/** A number that is no valid one is named as such: nobody looks for a person whose number has a wrong digit. */
function misspelt(other: Register, given: string): Text | null {
  const field = other.fields[other.identity[0] ?? '']
  if (field?.kind.name !== 'idNumber' || !/^\d{14,17}[\dXx]$/.test(given.replace(/\s/g, ''))) return null
  const read = field.kind.parse(given, field)
  return read.ok ? null : read.text
}

function none(other: Register, given: string) {
  return t(
    `“${other.label.zh}”里没有“${given}”。请对照名册填，或先登记它。`,
    `"${other.label.en}" has no "${given}". Copy it from the register, or register it first.`,
  )
}

function several(other: Register, given: string, count: number) {
  return t(
    `“${other.label.zh}”里有 ${count} 个“${given}”，分不清是哪一个。请填能区别的号码。`,
    `"${other.label.en}" has ${count} called "${given}". Write the number that tells them apart.`,
  )
}
