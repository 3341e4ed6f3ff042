-- Samples of records that are looked at again in the field: what was asked for, the list at that moment, who looks at what, what they found.
create table sample (
  id       bigint generated always as identity primary key,
  area     text collate "C" not null constraint sample_area_form check (area ~ '^[0-9]{6,15}$'),
  design   text not null,
  register text not null,
  title    text not null constraint sample_title check (title <> ''),
  seed     text not null constraint sample_seed check (seed <> ''),
  digest   text not null,                 -- SHA-256 of the list it was drawn from
  rule     jsonb not null,                -- precision, confidence, expected rate, layers, least, allocation, the round before
  due      date not null,
  drawn_at timestamptz not null default clock_now(),
  made_by  bigint not null default acting_account(),
  maker    text not null,
  closed_at timestamptz,
  closer   text
);
create index sample_place on sample (area, id);
select fence_table('sample', 'sample');
revoke delete on sample from xiangce_app;

-- The list from which it was drawn, village by village, as it stood then: with the seed anybody draws the same again.
create table sample_part (
  sample_id bigint not null references sample,
  area      text collate "C" not null,
  layer     text collate "C" not null,    -- the township or village that gives a fixed number
  frame     bigint[] not null,
  drawn     int not null,
  primary key (sample_id, area)
);
select fence_append_only('sample_part', 'sample');

-- One record to be looked at. It carries what the team needs, since the sample itself may lie above their village.
create table sample_task (
  id          bigint generated always as identity primary key,
  sample_id   bigint not null references sample,
  area        text collate "C" not null,
  part        text collate "C" not null,
  layer       text collate "C" not null,
  design      text not null,
  title       text not null,
  due         date not null,
  row_id      bigint not null,
  row_version int not null,
  called      text not null,              -- its title when it was drawn: one removed since is still told by name
  assignee    bigint,                     -- nobody: whoever of the team comes first
  assignee_name text,
  result      text constraint sample_task_result check (result in ('confirmed', 'differs', 'notFound', 'notMet')),
  asked       text[] not null default '{}',
  faults      text[] not null default '{}', -- fields that differ
  found       jsonb not null default '{}',
  note        text,
  file_id     bigint,
  visitor     bigint,
  visitor_name text,
  visited_at  timestamptz,
  closed_at   timestamptz,
  constraint sample_task_once unique (sample_id, row_id)
);
create index sample_task_mine on sample_task (area, id) where closed_at is null;
select fence_table('sample_task', 'sample');
revoke delete on sample_task from xiangce_app;

-- Every answer that was given, also those that a later one replaced; never changed.
create table sample_visit (
  id         bigint generated always as identity primary key,
  task_id    bigint not null references sample_task,
  area       text collate "C" not null,
  at         timestamptz not null default clock_now(),
  account_id bigint not null default acting_account(),
  name       text not null,
  result     text not null,
  seen       jsonb not null,              -- what the register said when they stood there
  found      jsonb not null,
  note       text,
  file_id    bigint
);
create index sample_visit_task on sample_visit (task_id, id);
select fence_append_only('sample_visit', 'sample');
