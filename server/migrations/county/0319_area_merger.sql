-- Villages and townships that become another one. The old areas stay with the day and what they became, so that whatever
-- was written with their codes still has its place and its name.
alter table area add column successor text collate "C";
select keep_history('area', 'area');

create table area_merger (
  id           bigint generated always as identity primary key,
  area         text collate "C" not null,
  into_code    text collate "C" not null,
  into_name    text not null,
  valid_on     date not null,
  moves        jsonb not null,               -- every old code, groups too, and what it became: [{ old, new, name }]
  paper        text not null constraint area_merger_paper check (paper <> ''),
  known_at     timestamptz not null default clock_now(),
  account_id   bigint not null default acting_account(),
  account_name text not null,
  office       text not null,
  state        text not null default 'moving' constraint area_merger_state check (state in ('moving', 'done')),
  moved        jsonb not null default '{}',  -- rows moved, by register
  hats         int not null default 0,
  job_id       bigint
);
create unique index area_merger_one_at_a_time on area_merger (state) where state = 'moving';
select fence_table('area_merger', 'area');
revoke delete on area_merger from xiangce_app;

-- What must be over before places become others: open cases and open imports, whose rows keep the code that they were written
-- with. Told as two numbers to the administrator of places, who sees neither.
do $do$ begin execute format($f$
create function merger_stops(codes text[]) returns table (cases bigint, imports bigint)
language sql stable security definer set search_path = %1$I, pg_temp as $$
  select
    (select count(*) from proc_case where ended_on is null and area = any(codes)),
    (select count(*) from import_batch where state in ('mapping', 'staging', 'review', 'merging') and area = any(codes))
$$ $f$, current_schema());
-- The next rows in use of a register's table, at most `size`, from the old codes of a merger that is going on to the new
-- ones. As the owner, since the administrator of places keeps no register; the history says who and why as ever.
execute format($f$
create function move_area_rows(merger bigint, tbl text, size int, reason text) returns bigint
language plpgsql security definer set search_path = %1$I, public, pg_temp as $$
declare
  moved bigint;
begin
  if to_regclass(tbl || '_history') is null then raise exception '%% is no table of a register', tbl; end if;
  execute format('
    with m as (select r.old, r.new from area_merger g, jsonb_to_recordset(g.moves) as r (old text, new text)
        where g.id = $1 and g.state = ''moving'' and g.account_id = acting_account()),
      w as (select t.id, m.new from m join %%1$I t on t.area = m.old where t.deleted_at is null limit $2)
    update %%1$I t set area = w.new, change_reason = $3 from w where t.id = w.id', tbl)
    using merger, size, reason;
  get diagnostics moved = row_count;
  return moved;
end $$ $f$, current_schema());
execute format($f$
create function count_area_rows(tbl text, codes text[]) returns bigint
language plpgsql stable security definer set search_path = %1$I, pg_temp as $$
declare
  found_rows bigint;
begin
  if to_regclass(tbl || '_history') is null then raise exception '%% is no table of a register', tbl; end if;
  execute format('select count(*) from %%I where area = any($1) and deleted_at is null', tbl) into found_rows using codes;
  return found_rows;
end $$ $f$, current_schema()); end $do$;
revoke execute on function merger_stops(text[]), move_area_rows(bigint, text, int, text), count_area_rows(text, text[]) from public;
grant execute on function merger_stops(text[]), move_area_rows(bigint, text, int, text), count_area_rows(text, text[]) to xiangce_app;

-- The places that became what the actor stands for, through all mergers. What happened to a person is seen by the new village
-- too: events are few, so their fence may ask this of every row.
do $do$ begin execute format($f$
create function former_areas() returns text[] language sql stable security definer set search_path = %1$I, pg_temp as $$
  with recursive former as (
    select code from area where deleted_at is null and successor >= nullif(current_setting('app.area', true), '')
      and successor < nullif(current_setting('app.area', true), '') || '~'
    union select a.code from area a join former f on a.successor = f.code where a.deleted_at is null)
  select coalesce(array_agg(code), '{}') from former
$$ $f$, current_schema()); end $do$;
revoke execute on function former_areas() from public;
grant execute on function former_areas() to xiangce_app;
drop policy fence_read on register_event_row;
create policy fence_read on register_event_row for select to xiangce_app using (
  ((area >= (select nullif(current_setting('app.area', true), '')) and area < (select nullif(current_setting('app.area', true), '') || '~'))
    or (area_before >= (select nullif(current_setting('app.area', true), '')) and area_before < (select nullif(current_setting('app.area', true), '') || '~'))
    or area = any ((select former_areas())::text[]))
  and ((select current_setting('app.reads', true) = ',*,') or position(',' || register || ',' in (select current_setting('app.reads', true))) > 0)
  and (select nullif(current_setting('app.party', true), '') is null));
