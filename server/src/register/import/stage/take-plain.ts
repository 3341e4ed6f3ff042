/** Plain rows into a block of new rows, where the register has none of them. */
import type { Ctx } from '#platform'
import { mainColumn } from '../../columns.ts'
import type { Packed } from '../block/pack.ts'
import { cellsOf, LINK, NOTHING, PART } from '../block/pack.ts'
import { columnOf, hasUnknown } from './match-store.ts'
import type { Plain, PlainColumn } from './plain.ts'
import type { Linking } from './resolve-links.ts'
import { derives, finder } from './resolve-links.ts'
import { soleKey, standingKeys } from './same-store.ts'

/** Null where a row may be one that the register has, or names what it cannot: then each is looked at by itself. */
export async function takePlain(ctx: Ctx, linking: Linking, plain: Plain): Promise<Packed | null> {
  const { register } = linking
  const column = soleKey(register)
  if (column === null) return null
  const standing = await standingKeys(ctx, register, { column, keys: plain.keys.split(PART) })
  if (standing.size > 0) return null
  // Who has a number that nobody has may be somebody without one.
  const unknown = columnOf(register, register.identity[0] ?? '')
  if (register.identityElse && (await hasUnknown(ctx, register, unknown))) return null
  const columns = [...plain.columns]
  for (const [name, keys] of plain.links) {
    const linked = await linkColumns(ctx, linking, { name, texts: keys.split(PART) })
    if (!linked) return null
    columns.push(...linked)
  }
  return blockOf(plain, columns)
}

function blockOf(plain: Plain, columns: PlainColumn[]): Packed {
  const { sheet, places, rowNumbers, lines, identities } = plain
  const sorted = columns.sort((a, b) => (a.name < b.name ? -1 : 1)) // so that blocks of one roster are of one make
  return {
    class: 'new',
    ...{ sheet, places, rowNumbers, lines, identities },
    names: sorted.map(({ name }) => name),
    json: sorted.flatMap(({ name, json }) => (json ? [name] : [])),
    cells: sorted.map(({ text }) => text),
    targetIds: null,
    targetVersions: null,
  }
}

type Named = { name: string; texts: readonly string[] }

/** The rows that are there, by number; what the import itself will make, by key. Null where a row names neither. */
async function linkColumns(
  ctx: Ctx,
  linking: Linking,
  { name, texts }: Named,
): Promise<PlainColumn[] | null> {
  const field = linking.register.fields[name]
  const target = field?.kind.target?.(field)
  if (target === undefined) return null
  const other = linking.registry.get(target)
  const asked = [...new Set(texts)].filter((text) => text !== NOTHING)
  const find = await finder(ctx, linking, { other, texts: asked })
  const ids = new Array<string>(texts.length).fill(NOTHING)
  const keys = new Array<string>(texts.length).fill(NOTHING)
  for (const [at, text] of texts.entries()) {
    if (text === NOTHING) continue
    const found = find(text)
    if (found.ids.length > 1 || (found.ids.length === 0 && !derives(linking, name))) return null
    if (found.ids.length === 1) ids[at] = JSON.stringify(found.ids[0])
    else keys[at] = found.key
  }
  return columnsOf(
    { name: mainColumn(linking.register, name), json: true, texts: ids },
    { name: LINK + name, json: false, texts: keys },
  )
}

type Texts = { name: string; json: boolean; texts: readonly string[] }

function columnsOf(...columns: Texts[]): PlainColumn[] | null {
  const some = columns.filter(({ texts }) => texts.some((text) => text !== NOTHING))
  const made = some.map(({ name, json, texts }) => ({ name, json, text: cellsOf(texts) }))
  return made.some(({ text }) => text === null) ? null : (made as PlainColumn[])
}
