/** The search box: name, two characters, pinyin, identity number in full, 15 digits or last 4, telephone. */
import { sql } from 'kysely'
import { checkPhone, checkResidentId, foldWidth } from '#kernel'
import type { Ctx } from '#platform'
import { mainColumn } from './columns.ts'
import type { Register } from './define.ts'
import { escapeLike } from './filter-store.ts'
import { isMasked } from './mask.ts'
import { askedKeys, idKey, nameSyllables, phoneKey } from './search-keys.ts'
import { tableOf } from './sql-store.ts'

export const searchCap = 200

/** `sameSound`: nothing had these characters, these rows sound the same. `capped`: more than `searchCap` were found. */
export type Found = { ids: number[]; capped: boolean; sameSound: boolean }

const nothing: Found = { ids: [], capped: false, sameSound: false }

/** Ids of the rows that a text finds, in the actor's scope. What the actor may not see finds nothing. */
export async function searchRows(ctx: Ctx, register: Register, text: string): Promise<Found> {
  const given = foldWidth(text).trim()
  if (!register.search || given === '') return nothing
  if (/^[\dxX\s-]+$/.test(given)) return byNumber(ctx, register, given.replace(/[\s-]/g, '').toUpperCase())
  if (/^[a-zA-Z']+$/.test(given.replace(/\s/g, '')))
    return byKeys(ctx, register, { keys: [given.replace(/[\s']/g, '').toLowerCase()], pattern: '' })
  return byName(ctx, register, given.replace(/\s/g, ''))
}

async function byName(ctx: Ctx, register: Register, name: string): Promise<Found> {
  const found = await byKeys(ctx, register, { keys: askedKeys(name), pattern: `%${escapeLike(name)}%` })
  if (found.ids.length > 0 || [...name].length < 2) return found
  const syllables = nameSyllables(name).join('')
  const alike = /^[a-z]+$/.test(syllables)
    ? await byKeys(ctx, register, { keys: [syllables], pattern: '' })
    : nothing
  return { ...alike, sameSound: alike.ids.length > 0 }
}

async function byNumber(ctx: Ctx, register: Register, digits: string): Promise<Found> {
  const { id, phone } = register.search ?? {}
  const [idField, phoneField] = [
    id ? register.fields[id] : undefined,
    phone ? register.fields[phone] : undefined,
  ]
  const seesId = idField !== undefined && !isMasked(ctx.actor, idField)
  const seesPhone = phoneField !== undefined && !isMasked(ctx.actor, phoneField)
  if (seesPhone && checkPhone(digits).ok)
    return byKeys(ctx, register, { keys: [phoneKey(digits)], pattern: '' })
  if (seesId && digits.length === 4) return byKeys(ctx, register, { keys: [idKey(digits)], pattern: '' })
  const checked = checkResidentId(digits)
  return seesId && checked.ok
    ? byColumn(ctx, register, { column: mainColumn(register, id ?? ''), value: checked.value })
    : nothing
}

async function byKeys(
  ctx: Ctx,
  register: Register,
  { keys, pattern }: { keys: string[]; pattern: string },
): Promise<Found> {
  // As an array, so that the few ids are looked up by key: joined as a set, the whole scope would be read beside them.
  const call = sql`${sql.ref(`search_${register.table}`)}(${keys}::text[], ${pattern}, ${searchCap + 1})`
  const found = await sql<{ id: number }>`
    select id from ${tableOf(register)} where id = any(array(select ${call})) order by area, id`.execute(
    ctx.tx,
  )
  return capped(found.rows)
}

async function byColumn(
  ctx: Ctx,
  register: Register,
  { column, value }: { column: string; value: string },
): Promise<Found> {
  const found = await sql<{ id: number }>`
    select id from ${tableOf(register)} where ${sql.ref(column)} = ${value} and deleted_at is null order by area, id limit ${searchCap + 1}`.execute(
    ctx.tx,
  )
  return capped(found.rows)
}

function capped(rows: readonly { id: number }[]): Found {
  return {
    ids: rows.slice(0, searchCap).map((row) => row.id),
    capped: rows.length > searchCap,
    sameSound: false,
  }
}
