/** SQL of the pass: the rows of a register under the fence, and the pairs that were found. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { mainColumn } from '../columns.ts'
import type { Register } from '../define.ts'
import { tableOf } from '../sql-store.ts'
import type { DuplicateRule } from './declare.ts'
import type { FoundPair } from './pass.ts'
import type { PassRow, PassTable } from './table.ts'
import { newPassTable } from './table.ts'

/** A register that says what makes its duplicates. */
export type Compared = Register & { duplicates: DuplicateRule }

const page = 20_000

/** All rows in the actor's area, in memory: one scan, fetched by the page. */
export async function readTable(ctx: Ctx, register: Compared): Promise<PassTable> {
  const { marks = [] } = register.duplicates
  const { table, add } = newPassTable(marks.length)
  await sql`declare duplicates_read no scroll cursor for ${wholeRegister(register)}`.execute(ctx.tx)
  for (let more = true; more; ) {
    const { rows } = await sql<PassRow>`fetch ${sql.raw(String(page))} from duplicates_read`.execute(ctx.tx)
    for (const row of rows) add(row)
    more = rows.length === page
  }
  await sql`close duplicates_read`.execute(ctx.tx)
  return table
}

function wholeRegister(register: Compared) {
  const rule = register.duplicates
  const column = (field: string | undefined) =>
    field === undefined ? sql`null::text` : sql`t.${sql.ref(mainColumn(register, field))}::text`
  const number = rule.number
    ? sql`coalesce(${column(rule.number)}, t.raw ->> ${sql.lit(rule.number)})`
    : sql`null::text`
  const marks = (rule.marks ?? []).map(column)
  return sql`
    select t.id, t.area, ${column(rule.name)} as name, ${number} as number, ${column(rule.birth)} as birth,
      ${column(rule.sex)} as sex, ${column(rule.household)} as household,
      ${marks.length === 0 ? sql`'{}'::text[]` : sql`array[${sql.join(marks)}]`} as marks,
      coalesce(${column(rule.shared)}, '0')::int as shared
    from ${tableOf(register)} t where t.deleted_at is null`
}

/**
 * Keeps what a step found. A pair on which somebody has decided stays as it is; what was said of a row that was merged since
 * holds for the one that it was merged into.
 */
export async function keepPairs(ctx: Ctx, register: Register, pairs: readonly FoundPair[]): Promise<void> {
  for (let from = 0; from < pairs.length; from += 5000) {
    const rows = JSON.stringify(pairs.slice(from, from + 5000))
    await sql`
      with gone as materialized (select row_id, merged_into(${register.name}, row_id) as at
          from rows_of_merges(${register.name}) where part = 'gone'),
      said as materialized (
        select coalesce(l.at, d.low_id) as a, coalesce(h.at, d.high_id) as b
        from duplicate_pair d left join gone l on l.row_id = d.low_id left join gone h on h.row_id = d.high_id
        where d.register = ${register.name} and d.state = 'apart'
          and (d.low_id in (select row_id from gone) or d.high_id in (select row_id from gone)))
      insert into duplicate_pair as p (area, register, low_id, high_id, score, reasons)
      select area, ${register.name}, low, high, score, reasons
      from jsonb_to_recordset(${rows}::jsonb) as r(area text, low bigint, high bigint, score int, reasons jsonb)
      where (low, high) not in (select least(a, b), greatest(a, b) from said)
      on conflict on constraint duplicate_pair_once do update
        set score = excluded.score, reasons = excluded.reasons, area = excluded.area, seen_at = clock_now()
        where p.state = 'open'`.execute(ctx.tx)
  }
}

/** Open pairs that the pass did not meet again are no longer alike; one of a merged row waits for its undoing. How many went. */
export async function dropUnseen(ctx: Ctx, register: Register, since: string): Promise<number> {
  const { numAffectedRows } = await sql`
    with gone as materialized (select row_id from rows_of_merges(${register.name}) where part = 'gone')
    delete from duplicate_pair where register = ${register.name} and state = 'open' and seen_at < ${since}::timestamptz
      and low_id not in (select row_id from gone) and high_id not in (select row_id from gone)`.execute(
    ctx.tx,
  )
  return Number(numAffectedRows ?? 0)
}
