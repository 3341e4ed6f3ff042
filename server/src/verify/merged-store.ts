/**
 * Findings of rows that were merged. What a merge alone does to a finding is kept beside it (`merge_id`, `before_merge`) and put
 * back by PostgreSQL when that merge is undone; what a person says of it afterwards is the last word and stays.
 */
import { sql } from 'kysely'
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'

/** The columns of a finding that a merge alone may change, as they stand in the row `of`. */
const kept = (of: string) => {
  const at = (name: string) => sql.ref(`${of}.${name}`)
  return sql`jsonb_build_object('state', ${at('state')}, 'row_ids', ${at('row_ids')}, 'computed', ${at('computed')},
    'computed_en', ${at('computed_en')}, 'fingerprint', ${at('fingerprint')}, 'note', ${at('note')}, 'note_en', ${at('note_en')}, 'handler', ${at('handler')}, 'handler_id', ${at('handler_id')},
    'handled_at', ${at('handled_at')}, 'people', ${at('people')})`
}

/** A with-list for `noLonger`: the open findings of a register's rows that merges had to do with. `among` says which findings. */
export function touchedByMerges(register: string, among: ReturnType<typeof sql>) {
  return sql`merges as materialized (select row_id, merge_id, part from rows_of_merges(${register}) where part <> 'kept'),
    touched as materialized (
      select o.id, max(m.merge_id) as merge_id, min(case m.part when 'gone' then '已并入编号 ' || merged_into(${register}, m.row_id)
        else '所指的记录已合并' end) as words,
        min(case m.part when 'gone' then 'merged into number ' || merged_into(${register}, m.row_id)
        else 'the record that it points to was merged' end) as words_en
      from finding o, unnest(o.row_ids) as r(id) join merges m on m.row_id = r.id
      where exists (select from merges) and o.state in ('open', 'checking') and ${among} group by o.id)`
}

export const notFoundAgain = t('再核时已没有', 'not found when checked again')

/** Words of the house after those of a person, in a finding without a name. */
export const noted = ({ zh, en }: Text) => sql`note = coalesce(note || '；', '') || ${zh},
  note_en = coalesce(coalesce(note_en, note) || '; ', '') || ${en}`

/** What a finding `f` becomes that a check does not find any more; needs `touchedByMerges`. */
export const noLonger = sql`state = 'corrected', handled_at = clock_now(), handler = null, handler_id = null,
  note = coalesce(f.note || '；', '') || coalesce((select t.words || '，' from touched t where t.id = f.id), '') || ${notFoundAgain.zh},
  note_en = coalesce(coalesce(f.note_en, f.note) || '; ', '') || coalesce((select t.words_en || ', ' from touched t where t.id = f.id), '')
    || ${notFoundAgain.en},
  merge_id = (select t.merge_id from touched t where t.id = f.id),
  before_merge = case when f.id in (select t.id from touched t) then ${kept('f')} end`

/** To be returned by the statement that writes hits: whether a finding is new, and what one was that is open again. */
export const howWritten = sql`old.id is null as fresh,
  case when old.state in ('explained', 'checking') and new.state = 'open' and old.stated = new.stated then ${kept('old')} end as was`

export type Written = { id: number; rowIds: readonly number[]; fresh: boolean; was: object | null }

type Check = { id: string; on: string }

/** Of what was just written: a word that stood about the same records, under ids that were merged since, still stands. */
export async function keepWords(ctx: Ctx, check: Check, written: readonly Written[]): Promise<void> {
  const reopened = written.filter(({ was }) => was !== null)
  const fresh = written.filter((one) => one.fresh)
  if (reopened.length === 0 && fresh.length === 0) return
  const merged = await rowsOfMerges(ctx, check.on)
  const again = reopened.filter(({ was }) => hasRows(was, merged))
  const found = fresh.filter(({ rowIds }) => rowIds.some((id) => merged.has(Number(id)))).map(({ id }) => id)
  if (again.length > 0) await keepReopened(ctx, check, again)
  if (found.length > 0) await carryToFresh(ctx, check, found)
}

/** Few in a county, so that of a hundred thousand findings only those are looked at that a merge can have to do with. */
async function rowsOfMerges({ tx }: Ctx, register: string): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{
    rowId: number
  }>`select distinct row_id from rows_of_merges(${register})`.execute(tx)
  return new Set(rows.map(({ rowId }) => Number(rowId)))
}

function hasRows(was: object | null, merged: ReadonlySet<number>): boolean {
  const { row_ids: ids = [] } = (was ?? {}) as { row_ids?: readonly number[] }
  return ids.some((id) => merged.has(Number(id)))
}

const partsOf = (register: string) => sql`
  parts as materialized (select row_id, merge_id, part from rows_of_merges(${register})),
  went as materialized (select distinct row_id as id, merged_into(${register}, row_id) as now_id from parts where part = 'gone')`

/** The rows of an array as they stand, each once. */
const standing = (ids: ReturnType<typeof sql>) => sql`
  (select array_agg(distinct coalesce(w.now_id, r.id) order by coalesce(w.now_id, r.id))
    from unnest(${ids}) as r(id) left join went w on w.id = r.id)`

/** Open again only because a row of it was merged. */
async function keepReopened({ tx }: Ctx, check: Check, reopened: readonly Written[]): Promise<void> {
  await sql`
    with ${partsOf(check.on)},
    was as (select w.id, w.was, b.* from jsonb_to_recordset(${JSON.stringify(reopened)}::jsonb) as w(id bigint, was jsonb),
      jsonb_to_record(w.was) as b(state text, row_ids bigint[]))
    update finding f set state = was.state, before_merge = was.was,
      merge_id = (select max(p.merge_id) from parts p where p.part = 'gone' and p.row_id = any(was.row_ids))
    from was where f.id = was.id and was.row_ids && (select array_agg(id) from went)
      and ${standing(sql`was.row_ids`)} = ${standing(sql`f.row_ids`)}`.execute(tx)
}

/** Found under another id or key than the one that was explained, or is being looked at. */
async function carryToFresh({ tx }: Ctx, check: Check, fresh: readonly number[]): Promise<void> {
  await sql`
    with ${partsOf(check.on)},
    new_ones as materialized (select n.id, n.stated, n.computed, ${standing(sql`n.row_ids`)} as now_ids from finding n
      where n.id = any(${fresh}::bigint[]) and n.state = 'open'),
    told as materialized (select g.*, ${standing(sql`g.row_ids`)} as now_ids from finding g
      where g.check_id = ${check.id} and g.state in ('explained', 'checking') and g.id <> all(${fresh}::bigint[])
        and g.id in (select o.id from finding o, unnest(o.row_ids) as r(id) join parts p on p.row_id = r.id where o.check_id = ${check.id})),
    met as (select distinct on (n.id) n.id as new_id, g.* from new_ones n join told g
        on g.now_ids = n.now_ids and g.stated = n.stated and g.computed = n.computed
      order by n.id, g.state desc, g.handled_at desc)
    update finding f set state = met.state, note = met.note, note_en = met.note_en, handler = met.handler, handler_id = met.handler_id,
      handled_at = met.handled_at, before_merge = ${kept('f')},
      merge_id = (select max(p.merge_id) from parts p where p.part <> 'kept' and p.row_id = any(met.row_ids))
    from met where f.id = met.new_id
      and exists (select from parts p where p.part <> 'kept' and p.row_id = any(met.row_ids))`.execute(tx)
}
