-- How the tables of a sender look, as an officer chose it: where the head stands, what each column means. No personal data.
create table import_layout (
  id bigint generated always as identity primary key,
  area text collate "C" not null,
  register text not null,
  sender text not null,
  name text not null,
  lines int not null constraint import_layout_lines check (lines between 1 and 5),  -- rows of the head
  use boolean not null,                  -- false: such a sheet is left out
  columns jsonb not null,                -- [{ head, target }] in the order of the sheet; target null = as the words say
  sign text not null,                    -- of the headings: one layout each
  made_by text not null,
  made_at timestamptz not null default clock_now(),
  used int not null default 0,           -- sheets that were read by it
  used_at timestamptz,
  constraint import_layout_once unique (area, register, sender, sign)
);
select fence_table('import_layout', 'import');
