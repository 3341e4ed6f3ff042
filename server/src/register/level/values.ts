/** The level of every known value of a row. */
import type { Ctx } from '#platform'
import type { Register } from '../define.ts'
import type { AnyRow } from '../row.ts'
import { accountNames } from '../sql-store.ts'
import type { Look, Own, ValueLevel } from './level.ts'
import { levelOf, rankOf } from './level.ts'
import { writersOf } from './written.ts'

/** A way by which a value that stands came in. */
export type CameBy = { field: string; level: Own['level']; source: { at: string | null; by: string | null } }

type Found = {
  row: AnyRow
  /** Of the row itself, the oldest first. */
  versions: readonly AnyRow[]
  came: readonly CameBy[]
  looks: readonly Look[]
}

/** A value that no file and no list brought in was typed by whoever wrote it. */
export async function levelsOf(
  ctx: Ctx,
  register: Register,
  { row, versions, came, looks }: Found,
): Promise<Record<string, ValueLevel>> {
  const writers = await writersOf(ctx, register, versions)
  const names = await accountNames(
    ctx,
    Object.values(writers).map(({ updatedBy }) => updatedBy),
  )
  const known = Object.keys(register.fields).filter((name) => (row[name] ?? null) !== null)
  return Object.fromEntries(
    known.map((name) => {
      const own = surest(came.filter(({ field }) => field === name))
      const writer = writers[name]
      const typed: Own = {
        level: 'byPerson',
        at: writer?.updatedAt ?? null,
        by: names.get(writer?.updatedBy ?? 0) ?? null,
      }
      const about = looks.filter(({ field }) => field === name)
      return [name, levelOf(own ?? typed, about)]
    }),
  )
}

/** The same value may have come in twice: once from a file, and once looked at. */
function surest(came: readonly CameBy[]): Own | undefined {
  const best = came.reduce<CameBy | undefined>(
    (found, one) => (found && rankOf(found.level) > rankOf(one.level) ? found : one),
    undefined,
  )
  return best && { level: best.level, at: best.source.at, by: best.source.by }
}
