/** Asks a database whether it can carry the system. Used on the embedded one and on DATABASE_URL alike. */
import pg from 'pg'
import { databaseProblems } from './problems.ts'

const OLDEST = 170_000

/**
 * Refuses a database older than PostgreSQL 17, or one whose locale hides Chinese characters from trigram
 * search (it would find nothing and say nothing). Leaves no trace: the extension is rolled back.
 */
export async function assertDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await assertVersion(client)
    await assertLocale(client)
  } finally {
    await client.end()
  }
}

async function assertVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as number`)
  if (rows[0].number < OLDEST) throw databaseProblems.tooOld({ version: rows[0].version })
}

async function assertLocale(client: pg.Client): Promise<void> {
  await client.query('begin')
  await client.query('create extension if not exists pg_trgm')
  const { rows } = await client.query(`
    select pg_encoding_to_char(encoding) as encoding, datctype as ctype, cardinality(show_trgm('王建国')) as grams
    from pg_database where datname = current_database()`)
  await client.query('rollback')
  const { encoding, ctype, grams } = rows[0]
  if (encoding !== 'UTF8' || grams === 0) throw databaseProblems.wrongLocale({ encoding, ctype })
}
