/** The rows of a register as somebody knew them, as a table to read from. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Register } from './define.ts'
import { knownBefore } from './read-store.ts'
import { selectList, tableOf } from './sql-store.ts'

/**
 * Each row in the version that was known then, those removed by then too (`deleted_at`). `known`: a day, to its end in China,
 * or a moment (ISO). A row that was replaced at the first moment that is too late still stood.
 */
export function versionsKnown(register: Register, known: string): RawBuilder<unknown> {
  const before = knownBefore(known)
  const columns = selectList(register)
  return sql`(select ${columns} from ${tableOf(register)} where updated_at < ${before}
    union all select ${columns} from ${sql.table(`${register.table}_history`)}
    where known_from < ${before} and known_to >= ${before}) as versions`
}

/** As they stand, or as they were known then. */
export function rowsOf(register: Register, known: string | undefined): RawBuilder<unknown> {
  return known === undefined ? tableOf(register) : versionsKnown(register, known)
}
