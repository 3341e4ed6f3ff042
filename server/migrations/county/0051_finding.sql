-- Findings: what a check doubts, until a person has explained or corrected it.
create table finding (
  id bigint generated always as identity primary key,
  area text collate "C" not null constraint finding_area_form check (area ~ '^[0-9]{6,15}$'),
  check_id text not null,
  key text not null,                     -- what the check found it by; the same key is the same finding
  register text not null,                -- whose rows are doubted
  row_ids bigint[] not null,
  level text not null constraint finding_level check (level in ('hard', 'doubt')),
  verdict text not null,
  place jsonb not null,
  stated text not null,
  computed text not null,
  difference text,
  sensitive text,                        -- class of stated and computed: who may not see it gets them hidden
  people int not null default 0,
  amount bigint,
  reporters bigint[] not null default '{}', -- accounts that wrote the doubted figures: they do not close it
  fingerprint text not null,             -- of what the check saw: another one opens the finding again
  state text not null default 'open' constraint finding_state check (state in ('open', 'checking', 'explained', 'corrected')),
  found_at timestamptz not null default clock_now(),
  seen_at timestamptz not null default clock_now(),
  handler_id bigint,
  handler text,
  handled_at timestamptz,
  note text,
  constraint finding_once unique (check_id, key, area)
);
create index finding_open on finding (state, check_id, id);
create index finding_rows on finding using gin (row_ids);
select fence_table('finding', 'finding');
revoke delete on finding from xiangce_app;

-- Who did what with a finding; never changed.
create table finding_act (
  id bigint generated always as identity primary key,
  finding_id bigint not null references finding,
  area text collate "C" not null,
  at timestamptz not null default clock_now(),
  account_id bigint not null default acting_account(),
  name text not null,
  from_state text not null,
  to_state text not null,
  note text not null
);
create index finding_act_finding on finding_act (finding_id, id);
select fence_append_only('finding_act', 'finding');

-- When a check last ran over an area, and over how many rows.
create table check_run (
  id bigint generated always as identity primary key,
  area text collate "C" not null,
  check_id text not null,
  at timestamptz not null default clock_now(),
  looked int not null,
  found int not null
);
create index check_run_last on check_run (area, check_id, id);
select fence_append_only('check_run', 'finding');
