-- Imports: a file, what was found in it, and its rows before they enter a register. Nothing here is a register's row.
create table import_batch (
  id bigint generated always as identity primary key,
  area text collate "C" not null constraint import_batch_area_form check (area ~ '^[0-9]{6,15}$'),
  register text not null,
  owner_id bigint,                       -- child and dated registers: whose rows the file holds, where it does not say
  file_id bigint not null references file,
  file_name text not null,
  sha256 text collate "C" not null,
  format text not null,
  encoding text,
  sheets jsonb not null,                 -- per sheet: head, titles, columns with their fields
  notices jsonb not null default '{}',   -- what was done by itself: code -> count
  state text not null default 'mapping'
    constraint import_batch_state check (state in ('mapping', 'staging', 'review', 'merging', 'done', 'undone', 'dropped')),
  account_id bigint not null default acting_account(),
  uploaded_by text not null,
  office text not null,
  uploaded_at timestamptz not null default clock_now(),
  staged_at timestamptz,
  merged_by text,
  merged_at timestamptz,
  job_id bigint
);
create index import_batch_area on import_batch (area, id);
create index import_batch_sha256 on import_batch (sha256, register);
select fence_table('import_batch', 'import');
revoke delete on import_batch from xiangce_app;

create table import_row (
  id bigint generated always as identity primary key,
  import_id bigint not null references import_batch,
  area text collate "C" not null,
  sheet int not null,                    -- counted from 0, as in import_batch.sheets
  row_number int not null,               -- as the sheet shows it
  cells jsonb not null,                  -- column letters -> text as it stood
  fixes jsonb not null default '{}',     -- column letters -> text that a person put in its place
  encoded jsonb not null,                -- the register's columns -> value
  raw jsonb not null default '{}',       -- field -> text of a value that nobody knows
  links jsonb not null default '{}',     -- reference field -> key of a row that the import itself will make
  issues jsonb not null default '[]',
  reasons text[] not null default '{}',  -- codes of the issues, for counts
  class text not null constraint import_row_class
    check (class in ('new', 'changed', 'unchanged', 'rejected', 'doubtful', 'skipped')),
  accepted boolean not null default false, -- a person looked at the doubt and lets the row in
  identity text,                         -- what tells the row from others of the file
  target_id bigint,
  target_version int,
  fields text[] not null default '{}',   -- what this row sets or changes
  before jsonb not null default '{}',    -- columns -> value that was replaced
  state text not null default 'staged' constraint import_row_state check (state in ('staged', 'merged', 'undone'))
);
create index import_row_list on import_row (import_id, class, id);
create index import_row_identity on import_row (import_id, identity) where identity is not null;
create index import_row_target on import_row (target_id) where state = 'merged';
select fence_table('import_row', 'import');

-- Rows of another register that a roster implies: the households of a person roster.
create table import_link (
  id bigint generated always as identity primary key,
  import_id bigint not null references import_batch,
  area text collate "C" not null,
  register text not null,
  key text not null,
  encoded jsonb not null,
  target_id bigint,
  made boolean not null default false,
  constraint import_link_once unique (import_id, register, key)
);
select fence_table('import_link', 'import');

-- Which heading an office means which field by, learned from its corrections.
create table import_heading (
  id bigint generated always as identity primary key,
  area text collate "C" not null,
  office text not null,
  register text not null,
  head text not null,
  target text not null,
  constraint import_heading_once unique (area, office, register, head)
);
select fence_table('import_heading', 'import');
