/** Copies of tables without fences, triggers and foreign keys, for baselines: the same rows, written by nobody who checks. */
import type pg from 'pg'

type Rows = Record<string, unknown>[]

/** `bare.<table>` for each table of the county, with its indexes and the room on its pages; generated columns and defaults stay behind. */
export async function makeBare(pool: pg.Pool, tables: readonly string[]): Promise<void> {
  await pool.query('create schema bare')
  for (const table of tables) {
    const { rows } = await pool.query<{ options: string }>(
      `select 'with (' || array_to_string(reloptions, ', ') || ')' as options from pg_class where oid = $1::regclass`,
      [`c990101.${table}`],
    )
    const options = rows[0]?.options ?? ''
    await pool.query(`create table bare.${table} (like c990101.${table} including indexes) ${options}`)
  }
}

/** Rows of a table behind a key, as the county has them. */
export async function rowsBehind(pool: pg.Pool, table: string, key: string, after: number): Promise<Rows> {
  const { rows } = await pool.query<{ row: Rows[number] }>(
    `select to_jsonb(t) as row from c990101.${table} t where ${key} > $1 order by ${key}`,
    [after],
  )
  return rows.map(({ row }) => row)
}

export async function lastKey(pool: pg.Pool, table: string, key: string): Promise<number> {
  const { rows } = await pool.query<{ last: number }>(
    `select coalesce(max(${key}), 0) as last from c990101.${table}`,
  )
  return Number(rows[0]?.last ?? 0)
}

/** One statement for all rows of a table. */
export async function insertBare(client: pg.ClientBase, table: string, rows: Rows): Promise<void> {
  if (rows.length === 0) return
  await client.query(
    `insert into bare.${table} select * from jsonb_populate_recordset(null::bare.${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  )
}

/** Work in one transaction of the owner. */
export async function asOwner(pool: pg.Pool, work: (client: pg.ClientBase) => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await work(client)
    await client.query('commit')
  } finally {
    client.release()
  }
}
