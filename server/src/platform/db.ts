/** The only door to PostgreSQL: two pools, one for the owner (migrations), one for the application behind the fences. */
import type { Transaction } from 'kysely'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { parsers } from './parsers.ts'

/** No table is known to platform; a room does `tx.withTables<LedgerTables>()` and sees its own only. */
export type NoTables = Record<never, never>

/** A transaction of one county with its scope set. Only `withScope` makes one. */
export type Tx = Transaction<NoTables>

/** Where one may read: a transaction, or a single statement of its own. */
export type Reader = Kysely<NoTables>

export type Database = {
  url: string
  /** Role `xiangce_app`: fenced. */
  app: Kysely<NoTables>
  appPool: pg.Pool
  /** The connection's own role: owns the tables, passes the fences. Migrations, and nothing of a request. */
  owner: Kysely<NoTables>
  ownerPool: pg.Pool
  close(): Promise<void>
}

export type PoolSizes = { app?: number; owner?: number }

/** Opens both pools; connections are made on first use. `url` is a PostgreSQL 17+ connection text. */
export function openDatabase(url: string, sizes: PoolSizes = {}): Database {
  const appPool = pool(url, sizes.app ?? 12, '-c TimeZone=UTC -c role=xiangce_app')
  const ownerPool = pool(url, sizes.owner ?? 3, '-c TimeZone=UTC')
  return {
    url,
    appPool,
    ownerPool,
    app: kysely(appPool),
    owner: kysely(ownerPool),
    close: async () => {
      await Promise.all([appPool.end(), ownerPool.end()])
    },
  }
}

function pool(connectionString: string, max: number, options: string): pg.Pool {
  const made = new pg.Pool({ connectionString, max, options, types: parsers, application_name: 'xiangce' })
  // An idle connection that the server closes is replaced by the pool; without a listener it would end the process.
  made.on('error', () => {})
  return made
}

function kysely(ofPool: pg.Pool): Kysely<NoTables> {
  return new Kysely<NoTables>({
    dialect: new PostgresDialect({ pool: ofPool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}
