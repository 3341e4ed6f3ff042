/** Where new rows of a stretch come from: rows that stand one by one, or blocks of one make. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { mainColumn, ownerColumn } from '../../columns.ts'
import type { Register } from '../../define.ts'
import { parts } from '../block/block-store.ts'
import { LINK } from '../block/pack.ts'
import type { Stretch } from './ready-store.ts'

/** Columns that the blocks of a make have, and those of them that are JSON. */
export type Make = { names: string[]; json: string[] }

/** `rows`: a query of `id`, `fresh_id`, the owner's `owner_key` and each reference's key. `text`, `json`: a column of one of its rows `r`. */
export type Source = {
  rows: RawBuilder<unknown>
  raw: RawBuilder<unknown>
  text(name: string): RawBuilder<unknown>
  json(name: string): RawBuilder<unknown>
}

export type Reference = { name: string; target: string; column: string; alias: string }

export function references(register: Register): Reference[] {
  return Object.entries(register.fields).flatMap(([name, field], at) => {
    const target = field.kind.target?.(field)
    return target === undefined ? [] : [{ name, target, column: mainColumn(register, name), alias: `l${at}` }]
  })
}

/**
 * Keys are had from the rows before these are joined: behind a fence the planner looks nothing up by what an expression
 * gives, since it might tell of rows that are not to be seen.
 */
export function singleSource(register: Register, { importId, after, to }: Stretch): Source {
  const owner = ownerColumn(register)
  const keys = [
    ...(owner ? [sql`(encoded ->> ${owner})::bigint as owner_key`] : []),
    ...references(register).map(({ name, alias }) => sql`links ->> ${name} as ${sql.ref(`${alias}_key`)}`),
  ]
  return {
    rows: sql`select ${sql.join([sql`id, fresh_id, encoded, raw`, ...keys])} from import_row
      where import_id = ${importId} and id > ${after} and id <= ${to} and class = 'new'`,
    raw: sql`r.raw`,
    text: (name) => sql`(r.encoded ->> ${name})`,
    json: (name) => sql`(r.encoded -> ${name})`,
  }
}

/** A block is fetched once (`|| '{}'`, `offset 0`), and not once a column. */
export function blockSource(register: Register, stretch: Stretch, { names, json }: Make): Source {
  const { importId, after, to } = stretch
  const owner = ownerColumn(register)
  const cell = (name: string) => sql`unnest(${parts(sql`b.cells[${sql.lit(names.indexOf(name) + 1)}]`)})`
  const keys = references(register).map(({ name, alias }) => {
    const has = names.includes(LINK + name)
    return sql`${has ? cell(LINK + name) : sql`null::text`} as ${sql.ref(`${alias}_key`)}`
  })
  const own = names.filter((name) => !name.startsWith(LINK))
  const cells = own.map((name) => sql`${cell(name)} as ${sql.ref(`v_${name}`)}`)
  const owners = owner ? [sql`${names.includes(owner) ? cell(owner) : sql`null`}::bigint as owner_key`] : []
  const value = (name: string) => (names.includes(name) ? sql.ref(`r.v_${name}`) : sql`null::text`)
  return {
    rows: sql`select ${sql.join([sql`unnest(b.ids) as id, unnest(b.fresh_ids) as fresh_id`, ...owners, ...keys, ...cells])}
      from (select ids || '{}'::bigint[] as ids, fresh_ids, cells || '{}'::text[] as cells from import_block
        where import_id = ${importId} and to_id > ${after} and to_id <= ${to} and class = 'new'
          and names = ${names}::text[] and json = ${json}::text[] order by id offset 0) as b`,
    raw: sql`'{}'::jsonb`,
    text: value,
    json: (name) => (json.includes(name) ? sql`${value(name)}::jsonb` : sql`to_jsonb(${value(name)})`),
  }
}
