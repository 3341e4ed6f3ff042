/** Checks over many rows at once: the same values twice, one person on two lists, a list against what it points to, a number against a count. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import type { Register } from '#register'
import { mainColumn, ownerColumn } from '#register'
import type { CountAgainst, Find } from './find.ts'

/** Rows that belong together, with what they share as text. */
export type Group = {
  value: string
  rowIds: number[]
  areas: string[]
  reporters: number[]
  amount: number | null
  targetId: number | null
}

/** Rows and keys of findings that are looked at again. */
export type Only = { rowIds: readonly number[]; keys: readonly string[] }
type Narrowed = { only?: Only | undefined }

type Of<K extends Find['kind']> = Extract<Find, { kind: K }>

const table = (register: Register) => sql.table(register.table)
const column = (register: Register, name: string) => sql.ref(mainColumn(register, name))
const gathered = sql`array_agg(id order by id) as row_ids, array_agg(distinct area) as areas, array_agg(distinct updated_by) as reporters`

export async function countAll({ tx }: Ctx, register: Register): Promise<number> {
  const found = await sql<{
    count: number
  }>`select count(*) as count from ${table(register)} where deleted_at is null`.execute(tx)
  return found.rows[0]?.count ?? 0
}

export async function sameValues(
  { tx }: Ctx,
  register: Register,
  { by, apart, unless, only }: Of<'sameValue'> & Narrowed,
): Promise<Group[]> {
  const columns = by.map((name) => column(register, name))
  const known = sql.join(
    columns.map((one) => sql`${one} is not null`),
    sql` and `,
  )
  const value = sql.join(
    columns.map((one) => sql`${one}::text`),
    sql` || '，' || `,
  )
  const differs = apart ? sql`and count(distinct ${apartColumn(register, apart)}) > 1` : sql``
  const other = unless ? sql`and count(${column(register, unless)}) < count(*)` : sql``
  const found = await sql<Group>`
    select ${value} as value, ${gathered}, null::bigint as amount, null::bigint as target_id
    from ${table(register)} where deleted_at is null and ${known} ${only ? sql`and ${value} = any(${only.keys}::text[])` : sql``}
    group by ${sql.join(columns)} having count(*) > 1 ${differs} ${other} order by 1`.execute(tx)
  return found.rows
}

function apartColumn(register: Register, apart: NonNullable<Of<'sameValue'>['apart']>): RawBuilder<unknown> {
  return 'area' in apart ? sql`left(area, 12)` : column(register, apart.field)
}

export async function listedTwice(
  { tx }: Ctx,
  register: Register,
  { by, amount, only }: Of<'listedTwice'> & Narrowed,
): Promise<Group[]> {
  const [who, owner] = [column(register, by), sql.ref(ownerColumn(register) ?? 'id')]
  const found = await sql<Group>`
    select ${who}::text as value, ${gathered}, ${sumOf(register, amount)} as amount, ${who} as target_id
    from ${table(register)} where deleted_at is null and ${who} is not null ${only ? sql`and ${who} = any(${only.keys}::bigint[])` : sql``}
    group by ${who} having count(distinct ${owner}) > 1 order by ${who}`.execute(tx)
  return found.rows
}

function sumOf(register: Register, amount: string | undefined): RawBuilder<unknown> {
  return amount ? sql`sum(${column(register, amount)})::bigint` : sql`null::bigint`
}

/** One group a row: on the list although the other row has the fact. */
export async function listedThough(
  { tx }: Ctx,
  { list, other, owner, only }: { list: Register; other: Register; owner: Register | undefined } & Narrowed,
  { through, fact, amount, laterThan }: Of<'listedThough'>,
): Promise<Group[]> {
  const later =
    owner && laterThan
      ? sql`and o.${column(other, fact)} > (select coalesce(${sql.join(laterThan.map((name) => sql`w.${column(owner, name)}`))}) from ${table(owner)} as w where w.id = l.${sql.ref(ownerColumn(list) ?? 'id')})`
      : sql``
  const money = amount ? sql`l.${column(list, amount)}::bigint` : sql`null::bigint`
  const found = await sql<Group>`
    select o.${column(other, fact)}::text as value, array[l.id] as row_ids, array[l.area] as areas, array[o.updated_by] as reporters,
      ${money} as amount, o.id as target_id
    from ${table(list)} as l join ${table(other)} as o on o.id = l.${column(list, through)}
    where l.deleted_at is null and o.deleted_at is null and o.${column(other, fact)} is not null ${later}
      ${only ? sql`and l.id = any(${only.rowIds}::bigint[])` : sql``} order by l.id`.execute(tx)
  return found.rows
}

export type Counted = {
  id: number
  area: string
  stated: number
  counted: number
  reporter: number
  latest: string
}

/** The newest report of each place that says so, with the rows that are there. */
export async function reportedAndCounted(
  { tx }: Ctx,
  { reports, counted }: { reports: Register; counted: Register },
  find: CountAgainst,
): Promise<Counted[]> {
  const owner = sql.ref(ownerColumn(reports) ?? 'area')
  const absent = find.without.map((name) => sql`and ${column(counted, name)} is null`)
  const found = await sql<Counted>`
    with newest as (
      select distinct on (${owner}) id, area, ${column(reports, find.figure)} as stated, ${column(reports, find.only.field)} as said,
        ${column(reports, find.latest)}::text as latest, updated_by as reporter
      from ${table(reports)} where deleted_at is null order by ${owner}, ${column(reports, find.latest)} desc)
    select id, area, stated, latest, reporter, (select count(*) from ${table(counted)} as c
      where c.area >= newest.area and c.area < newest.area || '~' and c.deleted_at is null ${sql.join(absent, sql` `)}) as counted
    from newest where said = ${find.only.is} and stated is not null order by area`.execute(tx)
  return found.rows
}
