-- A document whose figures or words were checked: typed, from a file, or declared. Its findings point to it.
create table figure_sheet (
  id         bigint generated always as identity primary key,
  area       text collate "C" not null constraint figure_sheet_area_form check (area ~ '^[0-9]{6,15}$'),
  title      text not null constraint figure_sheet_title check (title <> ''),
  content    json not null,               -- rows, a declared file, or a text with the relations that an officer confirmed
  version    int not null default 1,
  made_by    bigint not null default acting_account(),
  maker      text not null,
  made_at    timestamptz not null default clock_now(),
  changed_at timestamptz not null default clock_now()
);
create index figure_sheet_area on figure_sheet (area, id);
select fence_table('figure_sheet', 'finding');
revoke delete on figure_sheet from xiangce_app;
