-- ③ What a person mended, step by step, so that the last step can be taken back: the rows as they stood before it. Kept until the
-- rows enter the register, are read anew, or the import is given up.
create table import_step (
  id bigint generated always as identity primary key,
  import_id bigint not null,             -- never deleted, as for import_row
  area text collate "C" not null,
  account_id bigint not null default acting_account(),
  made_by text not null,
  made_at timestamptz not null default clock_now(),
  told jsonb not null                    -- { as, row, sheet, rows, fields }: what the page calls it
);
create index import_step_import on import_step (import_id, id);
select fence_table('import_step', 'import');

create table import_step_row (
  step_id bigint not null references import_step on delete cascade,
  row_id bigint not null,
  area text collate "C" not null,
  was jsonb not null,                    -- the row of import_row, its texts as they came left out
  primary key (step_id, row_id)
);
create index import_step_row_row on import_step_row (row_id);
select fence_table('import_step_row', 'import');
