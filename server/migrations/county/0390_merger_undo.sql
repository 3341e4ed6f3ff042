-- A merger of places that was recorded by mistake goes back: where every row came from is read off the history.
alter table area_merger
  add column hat_moves jsonb not null default '[]',  -- hats that followed: [{ from, to, old }], ids of assignments
  add column undone_at timestamptz,
  add column undone_by bigint,
  add column undone_name text,
  add column undone_reason text,
  add column rest text collate "C",                  -- the old place that takes what nobody can tell apart
  add column put_back jsonb not null default '{}',   -- rows that went back, by register
  add column hats_back jsonb not null default '[]',  -- hats that went back, in the same form
  drop constraint area_merger_state,
  add constraint area_merger_state check (state in ('moving', 'done', 'undoing', 'undone')),
  add constraint area_merger_undone check ((state in ('undoing', 'undone')) = (undone_at is not null));
drop index area_merger_one_at_a_time;
create unique index area_merger_one_at_a_time on area_merger ((true)) where state in ('moving', 'undoing');

-- Which of the new places a merger had entered is told by its moves from now on.
update area_merger g set moves = (
  select jsonb_agg(r.move || jsonb_build_object('fresh', exists (
    select from area a where a.code = r.move ->> 'new' and a.since = g.valid_on
      and a.created_at between g.known_at - interval '1 minute' and g.known_at)) order by r.nth)
  from jsonb_array_elements(g.moves) with ordinality as r (move, nth));

-- The next rows of a register's table, at most `size`, from the old codes of a merger that is going on to the new ones: those in
-- use, and those that were merged into others, which come back where their record is when that is undone. The merger is locked:
-- nobody undoes it while rows are under way.
drop function move_area_rows(bigint, text, int, text);
do $do$ begin execute format($f$
create function move_area_rows(merger bigint, tbl text, of_register text, size int, reason text) returns bigint
language plpgsql security definer set search_path = %1$I, public, pg_temp as $$
declare
  moved bigint;
begin
  if to_regclass(tbl || '_history') is null then raise exception '%% is no table of a register', tbl; end if;
  perform from area_merger where id = merger and state = 'moving' and account_id = acting_account() for share;
  if not found then return 0; end if;
  execute format('
    with m as (select r.old, r.new from area_merger g, jsonb_to_recordset(g.moves) as r (old text, new text) where g.id = $1),
      w as (select t.id, m.new from m join %%1$I t on t.area = m.old where t.deleted_at is null
        union all
        select t.id, m.new from row_merge x join %%1$I t on t.id = x.gone_id and t.deleted_at is not null join m on m.old = t.area
        where x.register = $4 and x.state = ''done''
        limit $2)
    update %%1$I t set area = w.new, change_reason = $3 from w where t.id = w.id', tbl)
    using merger, size, reason, of_register;
  get diagnostics moved = row_count;
  return moved;
end $$ $f$, current_schema());

-- What becomes of every row that stands in the new places when the merger is undone. `back`: it stood in the old place, says its
-- history. `came`: it came since, into a place that was made of one old place only, or within the village it was of. `rest`: it
-- came since into a place made of several and goes where whoever undoes it says. `unclear`: the same, and nobody said. `stays`: it
-- came since into a place that was there before; `own`: it was there before.
execute format($f$
create function merger_fates(merger bigint, tbl text, of_register text, to_rest text) returns table (id bigint, target text, fate text)
language plpgsql stable security definer set search_path = %1$I, public, pg_temp as $$
begin
  if to_regclass(tbl || '_history') is null then raise exception '%% is no table of a register', tbl; end if;
  return query execute format('
    with g as (select known_at, moves from area_merger where id = $1),
      m as (select r.old, r.new, coalesce(r.fresh, false) as fresh
        from g, jsonb_to_recordset(g.moves) as r (old text, new text, fresh boolean)),
      p as (select new, bool_or(fresh) as fresh, count(*) as olds, min(old) as only_old from m group by new),
      here as (
        select t.id, t.area, t.created_at, p.fresh, p.olds, p.only_old from p join %%1$I t on t.area = p.new where t.deleted_at is null
        union all
        select t.id, t.area, t.created_at, p.fresh, p.olds, p.only_old
        from row_merge x join %%1$I t on t.id = x.gone_id and t.deleted_at is not null join p on p.new = t.area
        where x.register = $2 and x.state = ''done'')
    select h.id,
      case when b.old is not null then b.old when not h.fresh then null when h.olds = 1 then h.only_old else coalesce(a.old, $3) end,
      case when b.old is not null then ''back'' when not h.fresh and h.created_at < g.known_at then ''own'' when not h.fresh then ''stays''
        when h.olds = 1 or a.old is not null then ''came'' when $3 is not null then ''rest'' else ''unclear'' end
    from g cross join here h
    left join lateral (select o.area from %%2$I o where o.id = h.id and o.known_to >= g.known_at and o.area in (select old from m)
      order by o.version desc limit 1) was on true
    left join m b on b.old = was.area and b.new = h.area
    left join m a on b.old is null and h.olds > 1 and a.new = h.area and starts_with(was.area, a.old)', tbl, tbl || '_history')
    using merger, of_register, to_rest;
end $$ $f$, current_schema());

-- The same in figures, for who decides whether it is undone: as the owner, since the administrator of places sees no register.
-- `away`: rows that had been moved and stand in neither the new nor the old places now. `cases`: open cases about rows that go.
execute format($f$
create function count_fates(merger bigint, tbl text, of_register text, to_rest text)
returns table (back bigint, came bigint, rest bigint, unclear bigint, stays bigint, away bigint, cases bigint)
language plpgsql stable security definer set search_path = %1$I, public, pg_temp as $$
begin
  return query
    with f as materialized (select * from merger_fates(merger, tbl, of_register, to_rest))
    select count(*) filter (where fate = 'back'), count(*) filter (where fate = 'came'), count(*) filter (where fate = 'rest'),
      count(*) filter (where fate = 'unclear'), count(*) filter (where fate = 'stays'), rows_away(merger, tbl),
      (select count(*) from proc_case c join f on f.id = c.subject_id and f.target is not null
        where c.subject_register = of_register and c.ended_on is null)
    from f;
end $$ $f$, current_schema());
execute format($f$
create function rows_away(merger bigint, tbl text) returns bigint
language plpgsql stable security definer set search_path = %1$I, public, pg_temp as $$
declare
  away bigint;
begin
  execute format('
    with g as (select known_at, moves from area_merger where id = $1),
      m as (select r.old, r.new from g, jsonb_to_recordset(g.moves) as r (old text, new text)),
      was as (select distinct o.id from g cross join m join %%2$I o on o.area = m.old and o.known_to >= g.known_at)
    select count(*) from was join %%1$I t using (id)
    where t.deleted_at is null and t.area not in (select old from m) and t.area not in (select new from m)', tbl, tbl || '_history')
    into away using merger;
  return away;
end $$ $f$, current_schema());

-- The next rows, at most `size`, to where they belong.
execute format($f$
create function put_back_rows(merger bigint, tbl text, of_register text, size int, reason text)
returns table (back bigint, came bigint, rest bigint)
language plpgsql security definer set search_path = %1$I, public, pg_temp as $$
declare
  to_rest text;
begin
  select g.rest into to_rest from area_merger g
    where g.id = merger and g.state = 'undoing' and g.undone_by = acting_account() for share;
  if not found then return query select 0::bigint, 0::bigint, 0::bigint; return; end if;
  return query execute format('
    with w as materialized (select id, target, fate from merger_fates($1, $2, $3, $4) where target is not null limit $5),
      u as (update %%1$I t set area = w.target, change_reason = $6 from w where t.id = w.id returning w.fate)
    select count(*) filter (where fate = ''back''), count(*) filter (where fate = ''came''), count(*) filter (where fate = ''rest'') from u', tbl)
    using merger, tbl, of_register, to_rest, size, reason;
end $$ $f$, current_schema());

-- What happened to a person while the places were one is seen by all that they became again: codes that a merger had entered and
-- that its undoing took away count as former places of the old ones.
execute format($f$
create or replace function former_areas() returns text[] language sql stable security definer set search_path = %1$I, pg_temp as $$
  with recursive scope as (select nullif(current_setting('app.area', true), '') as code),
    undone as (select m.old, m.new from area_merger g, jsonb_to_recordset(g.moves) as m (old text, new text, fresh boolean)
      where g.state in ('undoing', 'undone') and exists (select from jsonb_to_recordset(g.moves) as n (new text, fresh boolean)
        where n.new = m.new and n.fresh)),
    former as (
      select a.code from area a, scope s where a.deleted_at is null and a.successor >= s.code and a.successor < s.code || '~'
      union select u.new from undone u, scope s where u.old >= s.code and u.old < s.code || '~'
      union select x.code from former f, lateral (
        select a.code from area a where a.successor = f.code and a.deleted_at is null
        union all select u.new from undone u where u.old = f.code) x)
  select coalesce(array_agg(code), '{}') from former
$$ $f$, current_schema()); end $do$;

revoke execute on function move_area_rows(bigint, text, text, int, text), merger_fates(bigint, text, text, text),
  count_fates(bigint, text, text, text), rows_away(bigint, text), put_back_rows(bigint, text, text, int, text) from public;
grant execute on function move_area_rows(bigint, text, text, int, text), count_fates(bigint, text, text, text),
  put_back_rows(bigint, text, text, int, text) to xiangce_app;

-- A merger keeps the history of its records: who sees a place sees what stood in the places that became it.
create function fence_history(hist text, grp text) returns void language plpgsql as $do$
declare
  here text := $f$area >= (select nullif(current_setting('app.area', true), ''))
    and area < (select nullif(current_setting('app.area', true), '') || '~')$f$;
  fence text := fence_text(hist, grp, 'reads');
begin
  if position(here in fence) = 0 then raise exception 'the fence of % has another form: %', hist, fence; end if;
  execute format('alter policy fence_read on %I using (%s)', hist,
    replace(fence, here, format('((%s) or area = any ((select former_areas())::text[]))', here)));
end $do$;

create or replace function keep_history(tbl text, grp text) returns void language plpgsql as $$
begin
  perform keep_versions(tbl, grp);
  perform index_lists(tbl);
  perform fence_history(tbl || '_history', grp);
end $$;

do $do$
declare
  fence record;
begin
  for fence in
    select c.relname as hist, substring(pg_get_expr(p.polqual, c.oid) from $r$POSITION\(\(',([^,]+),'$r$) as grp
    from pg_policy p join pg_class c on c.oid = p.polrelid
    where c.relnamespace = current_schema()::regnamespace and p.polname = 'fence_read' and c.relname like '%\_history'
  loop
    if fence.grp is null then raise exception 'the fence of % names no group', fence.hist; end if;
    perform fence_history(fence.hist, fence.grp);
  end loop;
end $do$;

revoke execute on function fence_history(text, text) from public;
