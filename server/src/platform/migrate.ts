/** Plain SQL, forward only: `public` once, `county` once per county schema. A file is never edited after it ran. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { Problem, t } from '#kernel'
import type { Database } from './db.ts'

type Migration = { name: string; text: string; hash: string }

const folder = fileURLToPath(new URL('../../migrations/', import.meta.url))
/** Any number, the same in every process: only one may migrate at a time. */
const LOCK = 4_912_001

/** Brings `public` and every county up to the files. Returns the names of what ran, as `public/0010_ground.sql`. */
export async function migrate(db: Database): Promise<string[]> {
  return withLock(db, async (client) => {
    const ran = await bring(client, 'public', 'public')
    const counties = await client.query<{ code: string }>('select code from public.county order by code')
    for (const { code } of counties.rows) ran.push(...(await bring(client, countySchema(code), 'county')))
    return ran
  })
}

/** Makes the schema of a county with all its tables; a county that exists is brought up to date. */
export async function createCounty(db: Database, county: { code: string; name: string }): Promise<void> {
  const schema = countySchema(county.code)
  await withLock(db, async (client) => {
    await bring(client, 'public', 'public')
    await client.query(
      'insert into public.county (code, name) values ($1, $2) on conflict (code) do update set name = $2',
      [county.code, county.name],
    )
    await client.query(`create schema if not exists ${schema}`)
    await bring(client, schema, 'county')
  })
}

/** `990101` -> `c990101`. */
export function countySchema(code: string): string {
  if (!/^[0-9]{6}$/.test(code)) throw countyForm(code)
  return `c${code}`
}

async function withLock<T>(db: Database, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await db.ownerPool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(ledger)
    return await work(client)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {})
    client.release()
  }
}

const ledger = `create table if not exists public.schema_migration (
  schema text not null, name text not null, hash text not null, at timestamptz not null default now(),
  primary key (schema, name))`

async function bring(client: pg.PoolClient, schema: string, kind: 'public' | 'county'): Promise<string[]> {
  const done = await client.query<{ name: string; hash: string }>(
    'select name, hash from public.schema_migration where schema = $1',
    [schema],
  )
  const known = new Map(done.rows.map((row) => [row.name, row.hash]))
  const ran: string[] = []
  for (const migration of files(kind)) {
    if (known.has(migration.name)) refuseEdited(migration, known.get(migration.name))
    else ran.push(await apply(client, schema, migration))
  }
  return ran
}

function files(kind: 'public' | 'county'): Migration[] {
  const names = readdirSync(`${folder}${kind}`).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => {
    const text = readFileSync(`${folder}${kind}/${name}`, 'utf8')
    return { name, text, hash: createHash('sha256').update(text).digest('hex') }
  })
}

async function apply(client: pg.PoolClient, schema: string, migration: Migration): Promise<string> {
  const path = schema === 'public' ? 'public' : `${schema}, public`
  try {
    await client.query(`begin; set local search_path = ${path};`)
    await client.query(migration.text)
    await client.query('insert into public.schema_migration (schema, name, hash) values ($1, $2, $3)', [
      schema,
      migration.name,
      migration.hash,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw broken(schema, migration, error as pg.DatabaseError)
  }
  return `${schema}/${migration.name}`
}

function broken(schema: string, { name, text }: Migration, error: pg.DatabaseError): Problem {
  const line = error.position ? text.slice(0, Number(error.position)).split('\n').length : undefined
  const place = `${schema}/${name}${line ? `:${line}` : ''}`
  return new Problem({
    code: 'platform.migration',
    status: 500,
    text: t(
      `数据库升级停在 ${place}：${error.message}。这一个文件没有生效，前面的都已生效。`,
      `Migration stopped at ${place}: ${error.message}. This file had no effect; those before it stand.`,
    ),
    details: { place, where: error.where },
  })
}

function refuseEdited(migration: Migration, hash: string | undefined): void {
  if (hash === migration.hash) return
  throw new Problem({
    code: 'platform.migrationEdited',
    status: 500,
    text: t(
      `升级文件 ${migration.name} 在执行之后被改过。请恢复原文件，把改动写成新的升级文件。`,
      `Migration ${migration.name} was edited after it ran. Restore it and write the change as a new file.`,
    ),
    details: { name: migration.name },
  })
}

function countyForm(code: string): Problem {
  return new Problem({
    code: 'platform.countyCode',
    status: 422,
    text: t(
      `县代码“${code}”不是六位数字。请照行政区划代码填写。`,
      `The county code "${code}" is not six digits.`,
    ),
    details: { code },
  })
}
