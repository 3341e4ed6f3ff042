/** Rows of the list as they are kept: typed values as the columns of the register would hold them, comparable keys, what cannot be read. */
import type { Ctx } from '#platform'
import type { Field, ListRow } from '#register'
import { readList } from '#register'
import type { Pair } from './define.ts'
import type { Work } from './room.ts'
import { rulesOf } from './sides.ts'
import type { NewRow } from './tables.ts'

/** The rows behind the first `from`, at most `most`; fewer at the end of the list. */
export async function takeRows(
  ctx: Ctx,
  work: Work,
  { from, most }: { from: number; most: number },
): Promise<NewRow[]> {
  const { registry, list, kind, compared } = work
  const reading = { registry, list, rules: rulesOf(kind), area: compared.area, sender: compared.sender }
  const part = { fileId: compared.fileId, plans: compared.sheets, from, most }
  return (await readList(ctx, reading, part)).map((row) => rowOf(work, row))
}

function rowOf({ list, keys, kind }: Work, draft: ListRow): NewRow {
  const values = Object.entries(draft.values).filter(([, value]) => value !== undefined && value !== null)
  const encoded = Object.fromEntries(
    values.flatMap(([name, value]) => {
      const field = list.fields[name]
      return field ? [[name, [...field.kind.encode(value)]]] : []
    }),
  )
  const texts = keys.map((key) => keyText(list.fields, key, encoded))
  const identity = texts.findIndex((text) => text !== null)
  const name = kind.near && encoded[kind.near.name.list]
  return {
    sheet: draft.sheet,
    rowNumber: draft.row,
    cells: draft.cells,
    encoded,
    keys: texts,
    identity:
      identity < 0
        ? name
          ? JSON.stringify(Object.values(draft.cells))
          : null
        : `${identity}:${texts[identity]}`,
    issues: draft.issues,
    class: identity < 0 && !name ? 'unreadable' : null,
  }
}

/** Null where a part is not known; places count as villages. The same text as `keyOf` of the store makes. */
export function keyText(
  fields: Readonly<Record<string, Field>>,
  key: readonly Pair[],
  encoded: Readonly<Record<string, readonly unknown[]>>,
): string | null {
  const parts = key.map(({ list }) => {
    const cell = encoded[list]?.[0]
    if (cell === undefined || cell === null) return null
    if (!fields[list]?.kind.place) return String(cell)
    return String(cell).length >= 12 ? String(cell).slice(0, 12) : null
  })
  return parts.includes(null) ? null : parts.join('\u001f')
}
