-- Cases: the list of acts is the case; proc_case and proc_item repeat its fold for lists and locks.
create table proc_case (
  id               bigint generated always as identity primary key,
  area             text collate "C" not null,
  number           text not null constraint proc_case_number unique,
  procedure        text not null,
  subject_register text not null,
  subject_id       bigint not null,
  title            text not null,
  state            text not null,
  version          int not null constraint proc_case_version check (version > 0),
  opened_on        date not null,
  ended_on         date,
  -- Who could act now, as verb@level, and the nearest due day: for the task list only.
  waits            text[] not null default '{}',
  due              date
);
create unique index proc_case_one_open on proc_case (procedure, subject_register, subject_id) where ended_on is null;
create index proc_case_area on proc_case (area);
create index proc_case_due on proc_case (due) where ended_on is null;
select fence_table('proc_case', 'case');

create table proc_item (
  id         bigint generated always as identity primary key,
  area       text collate "C" not null,
  case_id    bigint not null references proc_case,
  row_id     bigint not null,
  name       text not null,
  group_name text not null default '',
  -- The last two digits of the identity number: tells two of one name and group apart in a notice (OF-13).
  suffix     text not null default '' constraint proc_item_suffix check (length(suffix) <= 2),
  state      text not null,
  since      date not null,
  batch      int,
  objected   boolean not null default false,
  values     jsonb not null default '{}',
  constraint proc_item_once unique (case_id, row_id)
);
create index proc_item_row on proc_item (row_id);
select fence_table('proc_item', 'case');

create table proc_action (
  id         bigint generated always as identity primary key,
  area       text collate "C" not null,
  case_id    bigint not null references proc_case,
  sequence   int not null,
  action     text not null,
  on_day     date not null,
  at         timestamptz not null,
  account_id bigint not null,
  actor_name text not null,
  office     text not null,
  items      bigint[] not null,
  form       jsonb not null,
  outcomes   jsonb not null,
  constraint proc_action_once unique (case_id, sequence)
);
create index proc_action_account on proc_action (account_id, id);
select fence_append_only('proc_action', 'case');

-- Papers of an act: minutes, opinions, photographs.
create table proc_file (
  id       bigint generated always as identity primary key,
  area     text collate "C" not null,
  case_id  bigint not null references proc_case,
  sequence int not null,
  field    text not null,
  file_id  bigint not null references file,
  constraint proc_file_once unique (case_id, sequence, field)
);
select fence_append_only('proc_file', 'case');
