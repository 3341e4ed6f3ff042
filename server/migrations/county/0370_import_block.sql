-- Rows of an import of which nothing is to be told or asked, a slice of the file in one row: kept row by row in import_row
-- they cost four indexes and the building of seven JSON values each, and a large import is nearly all of them. Whoever
-- changes one of them has its block unfolded into import_row first.
create table import_block (
  id bigint primary key,                 -- the first of its numbers, of the series of import_row
  to_id bigint not null,                 -- the last
  import_id bigint not null,
  area text collate "C" not null,
  sheet int not null,
  class text not null constraint import_block_class check (class in ('new', 'unchanged')),
  count int not null,
  ids bigint[] not null,                 -- one a row, as all below, in the order of the file
  row_numbers int[] not null,
  lines text not null,                   -- the texts as they stood (import_row.line), parted by U+001D
  identities text not null,              -- what tells each from others of the file, parted by U+001D
  names text[] not null,                 -- columns of the register; '>' before the reference field of a key
  json text[] not null,                  -- those of them that are no texts: their cells are JSON
  cells text[] not null,                 -- of each name its values, parted by U+001D; U+001C where there is none
  fresh_ids bigint[],                    -- of new rows: the numbers in the register that they will have
  fresh_from bigint, fresh_to bigint,
  target_ids bigint[],                   -- of rows that change nothing: whom they mean
  target_versions int[]
);
-- Packing what is read as a whole once costs more than it spares.
alter table import_block alter lines set storage external, alter identities set storage external, alter cells set storage external,
  alter ids set storage external, alter fresh_ids set storage external, alter row_numbers set storage external,
  alter target_ids set storage external, alter target_versions set storage external;
create index import_block_import on import_block (import_id, to_id);
create index import_block_fresh on import_block using gist (int8range(fresh_from, fresh_to, '[]')) where fresh_from is not null;
select fence_table('import_block', 'import');

-- Numbers for rows to come.
do $do$ begin execute format($f$
create function row_ids(wanted int) returns bigint[] language plpgsql
security definer set search_path = %1$I, public, pg_temp as $$
declare
  series regclass := pg_get_serial_sequence('import_row', 'id'); -- looked up once, and not for each number
begin
  return array(select nextval(series) from generate_series(1, wanted));
end $$ $f$, current_schema()); end $do$;
revoke execute on function row_ids(int) from public;
grant execute on function row_ids(int) to xiangce_app;
