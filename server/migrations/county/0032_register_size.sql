-- Registers at size: what a list, a count and a search need from the table of a register, for every register alike.

-- The index of lists holds the rows in use only: pages and counts are then read from the index, in its order, whatever
-- the planner knows of removed rows. The one of ddl.ts is like this already; those from before are made anew.
create function index_lists(tbl text) returns void language plpgsql as $$
begin
  if exists (select from pg_index where indexrelid = to_regclass(format('%I', tbl || '_area')) and indpred is not null) then
    return;
  end if;
  execute format('drop index if exists %I', tbl || '_area');
  execute format('create index %I on %I (area, id) where deleted_at is null', tbl || '_area', tbl);
end $$;

-- What every register calls anyway when it is made or changed, so that none can be without the index.
alter function keep_history(text, text) rename to keep_versions;
create function keep_history(tbl text, grp text) returns void language plpgsql as $$
begin
  perform keep_versions(tbl, grp);
  perform index_lists(tbl);
end $$;

do $$
declare
  tbl text;
begin
  for tbl in select left(relname, -8) from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname like '%\_history' loop
    perform index_lists(tbl);
  end loop;
end $$;

-- During and after a bulk load, where the table grew by more than a share since it was last measured: the planner gets
-- new figures, and what waits in the lists of the GIN indexes goes to its place. Until autovacuum comes by, pages and
-- searches would be planned for the empty table, and searches would read the waiting lists from end to end.
do $do$ begin execute format($f$
create function settle_register(tbl text, share float8) returns void language plpgsql
security definer set search_path = %1$I, public, pg_temp as $$
declare
  register regclass := to_regclass(format('%%I', tbl));
begin
  if to_regclass(format('%%I', tbl || '_history')) is null then
    raise exception '%% is no register', tbl using errcode = '42501';
  end if;
  if pg_relation_size(register) / current_setting('block_size')::int
      <= (1 + share) * (select relpages from pg_class where oid = register) then
    return;
  end if;
  perform gin_clean_pending_list(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid
    join pg_am a on a.oid = c.relam where i.indrelid = register and a.amname = 'gin';
  execute format('analyze %%I', tbl);
end $$ $f$, current_schema()); end $do$;

revoke execute on function index_lists(text), keep_versions(text, text), keep_history(text, text),
  settle_register(text, float8) from public;
grant execute on function settle_register(text, float8) to xiangce_app;
