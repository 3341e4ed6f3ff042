-- The ground of every county: the application role, the directory of counties, the scope, the fences.
do $$
begin
  if not exists (select from pg_roles where rolname = 'xiangce_app') then
    create role xiangce_app nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'public_reader') then
    create role public_reader nologin noinherit;
  end if;
  execute format('grant xiangce_app, public_reader to %I', current_user);
end $$;

revoke create on schema public from public;
grant usage on schema public to xiangce_app, public_reader;

create extension if not exists pg_trgm;
create extension if not exists btree_gist;

-- One county is one schema on one server (design, section 7).
create table county (
  code   text collate "C" primary key constraint county_code_form check (code ~ '^[0-9]{6}$'),
  name   text not null,
  server text not null default 'here'
);
grant select on county to xiangce_app, public_reader;

-- Opens the scope of a transaction. A setting that is not given is set to '', which every fence reads as "nothing".
-- `set local` inside plpgsql, since it travels on Citus where set_config does not.
create function set_scope(scope jsonb) returns void language plpgsql as $$
declare
  county text := scope ->> 'county';
begin
  if county !~ '^[0-9]{6}$' then
    raise exception 'county code % is not six digits', county;
  end if;
  execute format('set local search_path to %I, public', 'c' || county);
  execute format('set local app.county = %L', county);
  execute format('set local app.area = %L', coalesce(scope ->> 'area', ''));
  execute format('set local app.actor = %L', coalesce(scope ->> 'actor', ''));
  execute format('set local app.party = %L', coalesce(scope ->> 'party', ''));
  execute format('set local app.reads = %L', coalesce(scope ->> 'reads', ''));
  execute format('set local app.writes = %L', coalesce(scope ->> 'writes', ''));
  execute format('set local app.now = %L', coalesce(scope ->> 'now', ''));
end $$;

-- The moment of the house's clock, which a demo or a test may have fixed; the real moment outside a scope.
create function clock_now() returns timestamptz language sql stable as
$$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;

-- The text of a fence for one table: area range, register group, party. `mode` is reads or writes.
-- The range form keeps the index; a scope that was not set is null and lets nothing through.
create function fence_text(tbl text, grp text, mode text) returns text language plpgsql as $$
declare
  has_party boolean := exists (
    select from pg_attribute where attrelid = tbl::regclass and attname = 'party_id' and not attisdropped);
  area_fence text := $f$area >= nullif(current_setting('app.area', true), '')
    and area < nullif(current_setting('app.area', true), '') || '~'$f$;
  group_fence text := format(
    $f$(position(%L in current_setting('app.%s', true)) > 0 or current_setting('app.%s', true) = ',*,')$f$,
    ',' || grp || ',', mode, mode);
  no_party text := $f$nullif(current_setting('app.party', true), '') is null$f$;
  party_fence text := case when has_party
    then format('(%s or party_id = nullif(current_setting(''app.party'', true), ''''))', no_party)
    else no_party end;
begin
  return format('%s and %s and %s', area_fence, group_fence, party_fence);
end $$;

-- Row level security with area, group and party fence, and the grants for the application.
create function fence_table(tbl text, grp text) returns void language plpgsql as $$
declare
  readable text := fence_text(tbl, grp, 'reads');
  writable text := fence_text(tbl, grp, 'writes');
begin
  execute format('alter table %I enable row level security', tbl);
  execute format('create policy fence_read on %I for select to xiangce_app using (%s)', tbl, readable);
  execute format('create policy fence_insert on %I for insert to xiangce_app with check (%s)', tbl, writable);
  execute format('create policy fence_update on %I for update to xiangce_app using (%s) with check (%s)', tbl, writable, writable);
  execute format('create policy fence_delete on %I for delete to xiangce_app using (%s)', tbl, writable);
  execute format('grant select, insert, update, delete on %I to xiangce_app', tbl);
end $$;

-- The same for rows that are written once: no UPDATE, DELETE, TRUNCATE by grant, and by trigger for the owner too.
create function fence_append_only(tbl text, grp text) returns void language plpgsql as $$
begin
  perform fence_table(tbl, grp);
  execute format('revoke update, delete on %I from xiangce_app', tbl);
  perform refuse_changes(tbl);
end $$;

-- A table without rows of an area: dictionaries, counters, jobs. Rare.
create function grant_plain(tbl text) returns void language plpgsql as $$
begin
  execute format('grant select, insert, update, delete on %I to xiangce_app', tbl);
end $$;

-- The trigger calls the refuse_change() of the table's own schema, so that a county can move (design, section 7).
create function refuse_changes(tbl text) returns void language plpgsql as $$
begin
  execute format('create trigger %I before update or delete on %I for each row execute function %I.refuse_change()',
    tbl || '_append_only', tbl, current_schema());
  execute format('create trigger %I before truncate on %I for each statement execute function %I.refuse_change()',
    tbl || '_no_truncate', tbl, current_schema());
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are written once', tg_table_name
    using errcode = '23514', constraint = 'append_only', table = tg_table_name;
end $$;

-- The catalogue functions belong to migrations, not to the application.
revoke execute on function fence_table(text, text), fence_append_only(text, text), grant_plain(text), refuse_changes(text) from public;
