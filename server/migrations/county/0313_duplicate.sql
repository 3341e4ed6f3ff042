-- One person, one record: pairs that may be one, merges with what they moved, and what a record was known as before.

-- A pair of rows of one register. It stands at the smallest area that holds both, so whoever sees it may see both.
create table duplicate_pair (
  id           bigint generated always as identity primary key,
  area         text collate "C" not null constraint duplicate_pair_area_form check (area ~ '^[0-9]{6,15}$'),
  register     text not null,
  low_id       bigint not null,
  high_id      bigint not null,
  score        int not null constraint duplicate_pair_score check (score between 0 and 100),
  reasons      jsonb not null,
  -- open: nobody has said yet. apart: somebody said that they are two; never proposed again. merged: they are one.
  state        text not null default 'open' constraint duplicate_pair_state check (state in ('open', 'apart', 'merged')),
  found_at     timestamptz not null default clock_now(),
  seen_at      timestamptz not null default clock_now(),
  decided_by   bigint,
  decided_name text,
  decided_at   timestamptz,
  reason       text,
  constraint duplicate_pair_order check (low_id < high_id),
  constraint duplicate_pair_once unique (register, low_id, high_id),
  constraint duplicate_pair_decided check ((state = 'open') = (decided_by is null))
);
create index duplicate_pair_list on duplicate_pair (register, state, score desc, id);
create index duplicate_pair_area on duplicate_pair (area);
create index duplicate_pair_high on duplicate_pair (register, high_id);
select fence_table('duplicate_pair', 'duplicate');
-- What somebody has decided is remembered, whatever a later pass finds.
create policy duplicate_pair_decided_stays on duplicate_pair as restrictive for delete to xiangce_app using (state = 'open');

-- Two rows made one. `taken`: the fields whose value of the row that goes was taken. `before`: what stood in them.
-- `moved`: which rows of which register pointed to the one that goes, by table and column.
create table row_merge (
  id            bigint generated always as identity primary key,
  area          text collate "C" not null constraint row_merge_area_form check (area ~ '^[0-9]{6,15}$'),
  register      text not null,
  kept_id       bigint not null,
  gone_id       bigint not null,
  state         text not null constraint row_merge_state check (state in ('proposed', 'done', 'withdrawn', 'undone')),
  taken         text[] not null,
  before        jsonb not null default '{}',
  moved         jsonb not null default '[]',
  reason        text not null,
  -- Both have money: who proposes does not confirm (GEN-13).
  second        boolean not null,
  kept_version  int not null,
  gone_version  int not null,
  proposed_by   bigint not null,
  proposed_name text not null,
  proposed_at   timestamptz not null default clock_now(),
  done_by       bigint,
  done_name     text,
  done_at       timestamptz,
  undone_by     bigint,
  undone_name   text,
  undone_at     timestamptz,
  undone_reason text,
  constraint row_merge_two check (kept_id <> gone_id),
  constraint row_merge_two_persons check (not second or done_by is null or done_by <> proposed_by)
);
create unique index row_merge_gone_once on row_merge (register, gone_id) where state in ('proposed', 'done');
create index row_merge_kept on row_merge (register, kept_id) where state in ('proposed', 'done');
create index row_merge_area on row_merge (area);
select fence_table('row_merge', 'duplicate');
revoke delete on row_merge from xiangce_app;

-- The ids that a row stands for: its own, and those of the rows that were merged into it. Vouchers, decisions and cases are
-- never rewritten: who asks for those of a row asks for those of all its ids. Ids only, so no fence is needed.
do $do$ begin execute format($f$
create function known_as(of_register text, of_id bigint) returns bigint[] language sql stable
security definer set search_path = %1$I, public, pg_temp as $$
  with recursive known(id) as (
    select of_id
    union
    select m.gone_id from row_merge m join known k on m.kept_id = k.id where m.register = of_register and m.state = 'done')
  select array_agg(id order by id) from known
$$ $f$, current_schema()); end $do$;

-- Where a row went that is no more; null for one that was not merged.
do $do$ begin execute format($f$
create function merged_into(of_register text, of_id bigint) returns bigint language sql stable
security definer set search_path = %1$I, public, pg_temp as $$
  with recursive went(id, step) as (
    select kept_id, 1 from row_merge where register = of_register and gone_id = of_id and state = 'done'
    union all
    select m.kept_id, w.step + 1 from row_merge m join went w on m.gone_id = w.id
      where m.register = of_register and m.state = 'done')
  select id from went order by step desc limit 1
$$ $f$, current_schema()); end $do$;

-- Turns the pointers at one row to another, in one column of one register, wherever they stand; the history keeps both.
-- Only for who may write both rows. `only_ids` null: all of them. Returns the rows that were turned.
do $do$ begin execute format($f$
create function turn_pointers(tbl text, col text, target text, grp text, from_id bigint, to_id bigint, only_ids bigint[], why text)
returns setof bigint language plpgsql security definer set search_path = %1$I, public, pg_temp as $$
declare
  scope text := nullif(current_setting('app.area', true), '');
  writes text := coalesce(current_setting('app.writes', true), '');
  seen int;
begin
  if to_regclass(format('%%I', tbl || '_history')) is null or to_regclass(format('%%I', target || '_history')) is null then
    raise exception '%% or %% is no register', tbl, target using errcode = '42501';
  end if;
  if scope is null or nullif(current_setting('app.party', true), '') is not null
      or not (writes = ',*,' or position(',' || grp || ',' in writes) > 0) then
    raise exception 'no right to change %%', target using errcode = '42501';
  end if;
  execute format('select count(*) from %%I where id in ($1, $2) and area >= $3 and area < $3 || ''~''', target)
    into seen using from_id, to_id, scope;
  if seen <> 2 then
    raise exception 'a row of %% is outside the area', target using errcode = '42501';
  end if;
  return query execute format(
    'update %%I set %%I = $2, change_reason = $4 where %%I = $1 and deleted_at is null and ($3 is null or id = any($3)) returning id',
    tbl, col, col) using from_id, to_id, only_ids, why;
end $$ $f$, current_schema()); end $do$;

-- The rows of a register that point to one of another, wherever they stand: ids only.
do $do$ begin execute format($f$
create function pointing_ids(tbl text, col text, of_id bigint) returns setof bigint language plpgsql stable
security definer set search_path = %1$I, public, pg_temp as $$
begin
  if to_regclass(format('%%I', tbl || '_history')) is null then
    raise exception '%% is no register', tbl using errcode = '42501';
  end if;
  return query execute format('select id from %%I where %%I = $1 and deleted_at is null', tbl, col) using of_id;
end $$ $f$, current_schema()); end $do$;

-- Whether rows like one that is being entered stand outside the actor's area: where (township) and in what they agree.
-- Nothing else of them is told. Found by number, or by name and birth date together.
create function make_beyond(tbl text, grp text, name_column text, number_column text, birth_column text) returns void
language plpgsql as $do$
begin
  execute format($f$
    create or replace function %1$I(said_name text, said_number text, said_birth date)
    returns table (township text, same_name boolean, same_number boolean, same_birth boolean)
    language plpgsql stable security definer set search_path = %2$I, public, pg_temp as $$
    declare
      scope text := nullif(current_setting('app.area', true), '');
      writes text := coalesce(current_setting('app.writes', true), '');
    begin
      if scope is null or not (writes = ',*,' or position(%7$L in writes) > 0) then return; end if;
      return query
        select left(t.area, 9), %3$s is not distinct from said_name, coalesce(%4$s = said_number, false),
          coalesce(%5$s = said_birth, false)
        from %6$I t
        where t.deleted_at is null and not (t.area >= scope and t.area < scope || '~')
          and (%4$s = said_number or (said_birth is not null and t.search_keys @> array(
            select distinct c from regexp_split_to_table(said_name, '') c where c ~ '[[:alpha:]]')
            and %3$s = said_name and %5$s = said_birth))
        limit 20;
    end $$ $f$, 'beyond_' || tbl, current_schema(), 't.' || quote_ident(name_column),
    coalesce('t.' || quote_ident(nullif(number_column, '')), 'null::text'),
    coalesce('t.' || quote_ident(nullif(birth_column, '')), 'null::date'), tbl, ',' || grp || ',');
  execute format('revoke execute on function %I(text, text, date) from public', 'beyond_' || tbl);
  execute format('grant execute on function %I(text, text, date) to xiangce_app', 'beyond_' || tbl);
end $do$;

select make_beyond('person', 'person', 'name', 'id_number', 'birth_date');

revoke execute on function known_as(text, bigint), merged_into(text, bigint), pointing_ids(text, text, bigint), make_beyond(text, text, text, text, text),
  turn_pointers(text, text, text, text, bigint, bigint, bigint[], text) from public;
grant execute on function known_as(text, bigint), merged_into(text, bigint), pointing_ids(text, text, bigint),
  turn_pointers(text, text, text, text, bigint, bigint, bigint[], text) to xiangce_app;
