-- One record under several ids: what was merged is asked for under all of them, in every room, through these functions alone.
-- Ids only, so no fence is needed: who reads rows by them reads them behind the fence.

create index row_merge_went on row_merge (register, gone_id) where done_at is not null;

-- All ids of the record that this row is today: its own, those merged into it, the one that it was merged into, and theirs.
do $do$ begin execute format($f$
create or replace function known_as(of_register text, of_id bigint) returns bigint[] language sql stable
security definer set search_path = %1$I, public, pg_temp as $$
  with recursive one(id) as (
    select of_id
    union
    select next.id from one cross join lateral (
      select m.gone_id as id from row_merge m where m.register = of_register and m.kept_id = one.id and m.state = 'done'
      union all
      select m.kept_id from row_merge m where m.register = of_register and m.gone_id = one.id and m.state = 'done') next)
  select array_agg(id order by id) from one
$$ $f$, current_schema()); end $do$;

-- The same for many: each id that was asked for with each of its names.
do $do$ begin execute format($f$
create function names_of(of_register text, ids bigint[]) returns table (id bigint, name bigint) language sql stable
security definer set search_path = %1$I, public, pg_temp as $$
  select i, n from unnest(ids) i, unnest(known_as(of_register, i)) n
$$ $f$, current_schema()); end $do$;

-- Those of these rows that were merged into others, and where they stand today.
do $do$ begin execute format($f$
create function went_to(of_register text, ids bigint[]) returns table (id bigint, now_id bigint) language sql stable
security definer set search_path = %1$I, public, pg_temp as $$
  select m.gone_id, merged_into(of_register, m.gone_id) from row_merge m
  where m.register = of_register and m.gone_id = any(ids) and m.state = 'done'
$$ $f$, current_schema()); end $do$;

-- Where a row stood before a moment: merges done by then and not yet undone. Null where it stood by itself.
do $do$ begin execute format($f$
create function merged_into(of_register text, of_id bigint, moment timestamptz) returns bigint language sql stable
security definer set search_path = %1$I, public, pg_temp as $$
  with recursive went(id, step) as (
    select of_id, 0
    union all
    select m.kept_id, w.step + 1 from row_merge m join went w on m.gone_id = w.id
      where m.register = of_register and m.done_at < moment and (m.undone_at is null or m.undone_at >= moment))
  select id from went where step > 0 order by step desc limit 1
$$ $f$, current_schema()); end $do$;

-- The rows of a register that merges had to do with, and by which: the one that stays, the one that goes, and rows of this
-- register whose pointers were turned.
do $do$ begin execute format($f$
create function rows_of_merges(of_register text) returns table (row_id bigint, merge_id bigint, part text) language sql stable
security definer set search_path = %1$I, public, pg_temp as $$
  select m.kept_id, m.id, 'kept' from row_merge m where m.register = of_register and m.state = 'done'
  union all
  select m.gone_id, m.id, 'gone' from row_merge m where m.register = of_register and m.state = 'done'
  union all
  select i, m.id, 'turned' from row_merge m, jsonb_to_recordset(m.moved) as t(register text, ids jsonb),
    lateral (select jsonb_array_elements_text(t.ids)::bigint) as e(i) where m.state = 'done' and t.register = of_register
$$ $f$, current_schema()); end $do$;

revoke execute on function names_of(text, bigint[]), went_to(text, bigint[]), merged_into(text, bigint, timestamptz), rows_of_merges(text) from public;
grant execute on function names_of(text, bigint[]), went_to(text, bigint[]), merged_into(text, bigint, timestamptz), rows_of_merges(text) to xiangce_app;

-- What a merge alone did to a finding: how it was before, put back when that merge is undone.
alter table finding add column merge_id bigint, add column before_merge jsonb,
  add constraint finding_before_merge check ((merge_id is null) = (before_merge is null));
create index finding_merge on finding (merge_id) where merge_id is not null;

-- As the owner: who undoes a merge may not be one who settles findings.
do $do$ begin execute format($f$
create function finding_as_before() returns trigger language plpgsql security definer set search_path = %1$I, public, pg_temp as $$
begin
  update finding f set state = b.state, row_ids = b.row_ids, computed = b.computed, fingerprint = b.fingerprint, note = b.note,
    handler = b.handler, handler_id = b.handler_id, handled_at = b.handled_at, people = b.people, merge_id = null, before_merge = null
  from finding o, jsonb_to_record(o.before_merge) as b(state text, row_ids bigint[], computed text, fingerprint text, note text,
    handler text, handler_id bigint, handled_at timestamptz, people int)
  where o.id = f.id and o.merge_id = new.id;
  return null;
end $$ $f$, current_schema()); end $do$;
create trigger row_merge_findings after update on row_merge for each row
  when (old.state = 'done' and new.state = 'undone') execute function finding_as_before();

-- Decisions about a record count under whatever id they were made.
do $do$ begin execute format($f$
create or replace function event_rests(refs jsonb, ways jsonb, mark jsonb) returns table (decisions bigint, vouchers bigint)
language plpgsql stable security definer set search_path = %1$I, public, pg_temp as $$
declare
  way record;
  found_refs jsonb;
begin
  for way in select * from jsonb_to_recordset(ways) as w (register text, tbl text, col text, ids bigint[]) loop
    execute format('select coalesce(jsonb_agg(jsonb_build_object(''register'', $1, ''id'', id)), ''[]'') from %%I where %%I = any($2)', way.tbl, way.col)
      into found_refs using way.register, way.ids;
    refs := refs || found_refs;
  end loop;
  return query
    with r as (select distinct a.register, n as id from jsonb_to_recordset(refs) as a (register text, id bigint),
      unnest(known_as(a.register, a.id)) n)
    select
      (select count(*) from r join decision d on d.subject_register = r.register and d.subject_id = r.id
        where d.id > (mark ->> 'decision')::bigint),
      (select count(distinct e.voucher_id) from r join entry e on e.subject_register = r.register and e.subject_id = r.id
        where e.subject_id > 0 and e.voucher_id > (mark ->> 'voucher')::bigint);
end $$ $f$, current_schema()); end $do$;
