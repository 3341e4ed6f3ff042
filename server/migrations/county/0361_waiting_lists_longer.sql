-- 2 MB and not 512 kB may wait in the GIN index of a register (0352): a search reads at most 6 ms of it in a county of
-- 1,000,000 persons, and an import of 200,000 persons takes 12.8 s of PostgreSQL's processor time instead of 14 to 15 s
-- (with 4 MB 12.5 s).
create or replace function shorten_waiting_lists(tbl text) returns void language plpgsql as $$
declare
  idx regclass;
begin
  for idx in select i.indexrelid from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
    where i.indrelid = to_regclass(format('%I', tbl)) and a.amname = 'gin' loop
    execute format('alter index %s set (gin_pending_list_limit = 2048)', idx);
    perform gin_clean_pending_list(idx);
  end loop;
end $$;

do $$
declare
  tbl text;
begin
  for tbl in select left(relname, -8) from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname like '%\_history' loop
    perform shorten_waiting_lists(tbl);
  end loop;
end $$;
