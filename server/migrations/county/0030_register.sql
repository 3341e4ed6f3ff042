-- What every register table stands on: who acts, history by trigger, search behind the fence.

-- The account of the scope; 0 = the house itself.
create function acting_account() returns bigint language sql stable as
$$ select coalesce(nullif(current_setting('app.actor', true), '')::bigint, 0) $$;

-- History of a table: the replaced row with the span in which it was known, written on UPDATE and DELETE only; an insert
-- needs none. Also numbers the versions, so that no statement can change a row without leaving a trace. Call it again
-- after a column was added: it brings table and triggers up to date. The functions are the table's own, in its schema.
create function keep_history(tbl text, grp text) returns void language plpgsql as $do$
declare
  own text[] := (select array_agg(quote_ident(attname) order by attnum) from pg_attribute
    where attrelid = tbl::regclass and attnum > 0 and not attisdropped);
  columns text := array_to_string(own, ', ');
  olds text := 'old.' || array_to_string(own, ', old.');
  hist text := tbl || '_history';
  col record;
begin
  if to_regclass(hist) is null then
    execute format('create table %I (like %I)', hist, tbl);
    execute format('alter table %I add column known_from timestamptz not null, add column known_to timestamptz not null,
      add column changed_by bigint not null, add column operation text not null
        constraint %I check (operation in (''UPDATE'', ''DELETE'')), add primary key (id, version)', hist, hist || '_operation');
    execute format('create index %I on %I (area, id)', hist || '_area', hist);
    perform fence_table(hist, grp);
    execute format('revoke insert, update, delete on %I from xiangce_app', hist);
  end if;
  for col in select attname, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = tbl::regclass and attnum > 0 and not attisdropped
      and attname not in (select attname from pg_attribute where attrelid = hist::regclass and attnum > 0) loop
    execute format('alter table %I add column %I %s', hist, col.attname, col.type);
  end loop;
  execute format($f$
    create or replace function %I() returns trigger language plpgsql as $$
    begin
      new.version := old.version + 1;
      new.updated_at := clock_now();
      new.updated_by := acting_account();
      return new;
    end $$ $f$, tbl || '_next_version');
  execute format($f$
    create or replace function %I() returns trigger language plpgsql security definer set search_path = %I, public, pg_temp as $$
    begin
      insert into %I (%s, known_from, known_to, changed_by, operation)
        values (%s, old.updated_at, clock_now(), acting_account(), tg_op);
      return null;
    end $$ $f$, tbl || '_remember', current_schema(), hist, columns, olds);
  execute format('create or replace trigger %I before update on %I for each row execute function %I()',
    tbl || '_next_version', tbl, tbl || '_next_version');
  execute format('create or replace trigger %I after update or delete on %I for each row execute function %I()',
    tbl || '_remember', tbl, tbl || '_remember');
end $do$;

-- Search of a table: ids only, at most `cap` of them, in the scope of the transaction. A policy would keep the trigram
-- index from being used, so the function runs as the owner with the fence written into the statement, and as literals,
-- so that the planner sees them. No order: the caller joins back under the fence and orders there.
create function make_search(tbl text, name_column text, grp text) returns void language plpgsql as $do$
begin
  execute format($f$
    create or replace function %1$I(keys text[], pattern text, cap int) returns setof bigint
    language plpgsql stable security definer set search_path = %2$I, public, pg_temp as $$
    declare
      scope text := nullif(current_setting('app.area', true), '');
      reads text := coalesce(current_setting('app.reads', true), '');
      condition text := '';
    begin
      if scope is null or not (reads = ',*,' or position(%3$L in reads) > 0) then return; end if;
      if cardinality(keys) > 0 then condition := format(' and search_keys @> %%L::text[]', keys); end if;
      if pattern <> '' then condition := condition || format(' and %4$I like %%L', pattern); end if;
      if condition = '' then return; end if;
      return query execute format(
        'select id from %5$I where area >= %%L and area < %%L and deleted_at is null%%s limit %%s',
        scope, scope || '~', condition, cap);
    end $$ $f$, 'search_' || tbl, current_schema(), ',' || grp || ',', name_column, tbl);
  execute format('revoke execute on function %I(text[], text, int) from public', 'search_' || tbl);
  execute format('grant execute on function %I(text[], text, int) to xiangce_app', 'search_' || tbl);
end $do$;

revoke execute on function keep_history(text, text), make_search(text, text, text) from public;
