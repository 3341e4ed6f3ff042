/** Of whom a row speaks that no number tells: the same name, birth date and place, or the same rest. */
import { t } from '#kernel'
import type { Ctx } from '#platform'
import type { Register } from '../../define.ts'
import type { AnyRow } from '../../row.ts'
import { changedFields } from './classify.ts'
import type { Draft } from './draft.ts'
import { keyColumns, keyText, rowsByKey } from './match-store.ts'

export type Matched = { row: AnyRow | undefined; identity: string | null }

/**
 * Somebody of whom neither number nor day of birth is known: the same is who has the same rest (name, place) and the
 * same text in the place of what nobody knows.
 */
export async function restMatcher(
  ctx: Ctx,
  register: Register,
  drafts: readonly Draft[],
): Promise<(draft: Draft) => Matched> {
  const rests = new Map(drafts.flatMap((draft) => restOf(register, draft) ?? []))
  const found = new Map<string, AnyRow[]>()
  for (const columns of new Set([...rests.values()].map((rest) => rest.columns.join()))) {
    const own = [...rests.values()].filter((rest) => rest.columns.join() === columns)
    const asked = { columns: columns.split(','), keys: own.map(({ key }) => key) }
    for (const [key, rows] of await rowsByKey(ctx, register, asked)) found.set(`${columns}|${key}`, rows)
  }
  return (draft) => {
    const rest = rests.get(draft)
    if (!rest) return { row: undefined, identity: null }
    const raws = rest.unknown.map((name) => draft.raw[name] ?? null)
    const open = (found.get(`${rest.columns.join()}|${rest.key}`) ?? []).filter((row) =>
      rest.unknown.every(
        (name, at) => (row[name] ?? null) === null && (row.raw?.[name] ?? null) === raws[at],
      ),
    )
    return {
      row: elseRow(register, draft, { main: null, found: open }),
      identity: JSON.stringify([rest.key, raws]),
    }
  }
}

type Rest = { columns: string[]; key: string; unknown: string[] }

function restOf(register: Register, draft: Draft): [[Draft, Rest]] | null {
  const all = register.identityElse ?? []
  const known = all.filter((name) => draft.values[name] !== undefined)
  if (!known.includes(register.title)) return null
  const columns = keyColumns(register, known)
  const key = keyText(register, { values: draft.values, columns })
  const unknown = [...register.identity, ...all].filter((name) => !known.includes(name))
  return key === null ? null : [[draft, { columns, key, unknown }]]
}

/** Without a number, namesakes of one birth date in one place are the same person unless there are two of them. */
export function elseRow(
  register: Register,
  draft: Draft,
  { main, found }: { main: string | null; found: readonly AnyRow[] },
): AnyRow | undefined {
  const name = register.identity[0] ?? ''
  const open = main === null ? found : found.filter((row) => row[name] === null)
  const [row, ...more] = open
  if (!row) return undefined
  const same = open.filter((one) => one[name] === null && changedFields(register, draft, one).length === 0)
  if (main === null && same.length === 1) return same[0] // whoever is meant, nothing changes
  const label = register.fields[name]?.label ?? register.label
  if (more.length > 0 || main !== null)
    draft.issues.push({
      code: 'namesake',
      level: 'doubt',
      field: name,
      text:
        more.length > 0
          ? t(
              `名册里有 ${open.length} 人与这一行同名、同生日、同村组。请补${label.zh}，认准是哪一个。`,
              `${open.length} in the register have the same name, birth date and place. Add ${label.en} to tell which.`,
            )
          : t(
              `名册里有一人同名、同生日、同村组，还没有${label.zh}。确是同一人再收。`,
              `One in the register has the same name, birth date and place but no ${label.en}. Accept it only if it is the same.`,
            ),
    })
  return row
}
