-- How sure a value of a record is follows from what was done to it: the file that it came from, the lists that were laid beside
-- it, the looks in the field. These stand above the village that keeps the record, or belong to another group; they are read
-- as the owner, so that the level of a value is the same for all who see the record. Who asks has read the record behind the
-- fence, and tells of what he finds here no value and no list that he could not see otherwise.
create index sample_task_row on sample_task (row_id);

do $do$ begin execute format($f$
create function source_rows(of_register text, of_id bigint) returns setof import_row language sql stable
security definer set search_path = %1$I, public, pg_temp as $$
  select r.* from import_row r join import_batch b on b.id = r.import_id
  where (r.fresh_id = of_id and r.class = 'new' or r.target_id = of_id and r.class = 'changed')
    and r.id <= b.merged_to and b.state <> 'undone' and b.register = of_register
$$ $f$, current_schema()); end $do$;

do $do$ begin execute format($f$
create function source_blocks(of_register text, of_id bigint) returns setof import_block language sql stable
security definer set search_path = %1$I, public, pg_temp as $$
  select b.* from import_block b join import_batch i on i.id = b.import_id
  where int8range(b.fresh_from, b.fresh_to, '[]') @> of_id and b.fresh_from is not null and of_id = any(b.fresh_ids)
    and b.to_id <= i.merged_to and i.state <> 'undone' and i.register = of_register
$$ $f$, current_schema()); end $do$;

-- The row of an import that spoke for a record which the import made beside its own; of_key: by what the record was named.
do $do$ begin execute format($f$
create function source_link(of_register text, of_id bigint, of_key text) returns table (import_id bigint, row_id bigint)
language sql stable security definer set search_path = %1$I, public, pg_temp as $$
  select l.import_id, l.row_id from import_batch b, lateral (select * from import_link x
    where x.import_id = b.id and x.register = of_register and x.key = of_key offset 0) l
  where b.register <> of_register and b.state in ('merging', 'done') and l.fresh_id = of_id and l.target_id is null limit 1
$$ $f$, current_schema()); end $do$;

-- Where one row of an import stood in the file.
do $do$ begin execute format($f$
create function source_place(of_import bigint, of_row bigint) returns table (sheet int, row_number int) language sql stable
security definer set search_path = %1$I, public, pg_temp as $$
  select r.sheet, r.row_number from import_row r where r.id = of_row and r.import_id = of_import
  union all
  select b.sheet, b.row_numbers[array_position(b.ids, of_row)] from import_block b
  where b.import_id = of_import and b.to_id >= of_row and b.id <= of_row and of_row = any(b.ids)
$$ $f$, current_schema()); end $do$;

do $do$ begin execute format($f$
create function source_files(ids bigint[]) returns table (id bigint, file_name text, merged_by text, merged_at timestamptz, sheets jsonb)
language sql stable security definer set search_path = %1$I, public, pg_temp as $$
  select b.id, b.file_name, b.merged_by, b.merged_at, b.sheets from import_batch b where b.id = any(ids)
$$ $f$, current_schema()); end $do$;

-- What lists say of a record, with what was taken over from the same sender.
do $do$ begin execute format($f$
create function list_looks(of_register text, ids bigint[]) returns table (comparison_id bigint, kind text, file_name text, sender text,
  list_date date, keys jsonb, class text, encoded jsonb, differs jsonb, adopted jsonb) language sql stable
security definer set search_path = %1$I, public, pg_temp as $$
  select c.id, c.kind, c.file_name, c.sender, c.list_date, c.keys, w.class, w.encoded, w.differs,
    coalesce((select jsonb_agg(a.encoded) from adoption a
      where a.register = of_register and a.target_id = any(ids) and a.state = 'adopted' and a.sender = c.sender), '[]')
  from comparison_row w join comparison c on c.id = w.comparison_id
  where w.targets <> '{}' and w.targets && ids and w.class in ('same', 'differs') and c.register = of_register and c.state = 'done'
$$ $f$, current_schema()); end $do$;

-- The last answer to each task of a sample that these rows were drawn for.
do $do$ begin execute format($f$
create function field_looks(designs text[], ids bigint[]) returns table (result text, seen jsonb, found jsonb, at timestamptz, name text)
language sql stable security definer set search_path = %1$I, public, pg_temp as $$
  select l.result, l.seen, l.found, l.at, l.name from sample_task t, lateral (
    select v.result, v.seen, v.found, v.at, v.name from sample_visit v where v.task_id = t.id order by v.id desc limit 1) l
  where t.row_id = any(ids) and t.design = any(designs) and l.result in ('confirmed', 'differs')
$$ $f$, current_schema()); end $do$;

revoke execute on function source_rows(text, bigint), source_blocks(text, bigint), source_link(text, bigint, text),
  source_place(bigint, bigint), source_files(bigint[]), list_looks(text, bigint[]), field_looks(text[], bigint[]) from public;
grant execute on function source_rows(text, bigint), source_blocks(text, bigint), source_link(text, bigint, text),
  source_place(bigint, bigint), source_files(bigint[]), list_looks(text, bigint[]), field_looks(text[], bigint[]) to xiangce_app;
