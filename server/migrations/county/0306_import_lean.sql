-- Imports at the size of a county: a staged row is written once. What was derived from other rows is derived when it is read.

-- Which register row a new row becomes is said when it is staged (fresh_id, a number of the register's own series), and how
-- far a merge got stands in the batch: entering a million rows then changes none of them.
alter table import_batch add column merged_to bigint not null default 0;
alter table import_row add column fresh_id bigint;
update import_row set fresh_id = target_id, target_id = null where class = 'new' and state <> 'staged';
update import_batch b set merged_to = coalesce(
  (select max(r.id) from import_row r where r.import_id = b.id and r.state <> 'staged'), 0);
drop index import_row_target;
alter table import_row drop column state;
create index import_row_target on import_row (target_id) where target_id is not null;
create index import_row_fresh on import_row (fresh_id) where fresh_id is not null;

-- The texts as they stood, by column, parted by U+001F (texts that hold it stay in cells). Every row belongs to a batch,
-- which is never deleted, so no key has to be checked for each.
alter table import_row add column line text, alter column cells drop not null;
alter table import_row drop constraint import_row_import_id_fkey;
-- Of a new row: null = all that it says.
alter table import_row alter column fields drop not null;

-- A row that a roster implies: which of its rows says it, and how many name it. encoded: of those made before.
alter table import_link add column fresh_id bigint, add column row_id bigint, add column count int not null default 0,
  alter column encoded drop not null;
update import_link set fresh_id = target_id, target_id = null where made;
alter table import_link drop column made;
alter table import_link drop constraint import_link_import_id_fkey;

-- Numbers of a register's own series, for rows that are to come.
do $do$ begin execute format($f$
create function fresh_ids(tbl text, wanted int) returns bigint[] language plpgsql
security definer set search_path = %1$I, public, pg_temp as $$
declare
  series regclass;
begin
  if to_regclass(format('%%I', tbl || '_history')) is null then
    raise exception '%% is no register', tbl using errcode = '42501';
  end if;
  series := pg_get_serial_sequence(format('%%I', tbl), 'id')::regclass;
  return array(select nextval(series) from generate_series(1, wanted));
end $$ $f$, current_schema()); end $do$;
revoke execute on function fresh_ids(text, int) from public;
grant execute on function fresh_ids(text, int) to xiangce_app;
