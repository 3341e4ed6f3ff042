-- Policies as they were run, parameters as they were set, decisions as they were made. Nothing here is ever changed:
-- an explanation re-executes the stored tree with the stored parameters and must give the stored result (design, 4 and 5).

create table policy_version (
  id        bigint generated always as identity primary key,
  policy    text not null,
  hash      text not null constraint policy_version_hash check (hash ~ '^[0-9a-f]{64}$'),
  version   int not null constraint policy_version_number check (version > 0),
  label     json not null,
  -- json, not jsonb: the order of results and facts is that of the declaration.
  tree      json not null,
  stored_at timestamptz not null default clock_now(),
  constraint policy_version_once unique (policy, hash)
);
grant select, insert on policy_version to xiangce_app;
select refuse_changes('policy_version');

-- The county's own values. A later row holds over an earlier one on the days that both cover; a null value takes back.
create table parameter_value (
  id          bigint generated always as identity primary key,
  policy      text not null,
  key         text not null,
  value       json,
  valid_from  date not null,
  valid_until date constraint parameter_value_span check (valid_until > valid_from),
  citation    json not null,
  -- What decided it: 'case:12'. Opaque here.
  source      text not null,
  known_from  timestamptz not null default clock_now(),
  set_by      bigint not null
);
create index parameter_value_policy on parameter_value (policy, id);
grant select, insert on parameter_value to xiangce_app;
select refuse_changes('parameter_value');

-- All values of a policy as one decision read them; the version is their hash.
create table parameter_snapshot (
  policy  text not null,
  version text not null,
  book    json not null,
  made_at timestamptz not null default clock_now(),
  constraint parameter_snapshot_pkey primary key (policy, version)
);
grant select, insert on parameter_snapshot to xiangce_app;
select refuse_changes('parameter_snapshot');

create table decision (
  id                bigint generated always as identity primary key,
  area              text collate "C" not null,
  policy_version_id bigint not null references policy_version,
  policy            text not null,
  parameter_version text not null,
  subject_register  text not null,
  subject_id        bigint not null,
  -- The day on which parameters were looked up; null where it was itself unknown.
  on_day            date,
  -- The two times at which the facts were read.
  valid             date not null,
  known             timestamptz not null,
  status            text not null constraint decision_status check (status in ('known', 'unknown', 'problem')),
  result            json not null,
  branches          text not null constraint decision_branches check (branches ~ '^[01]*$'),
  -- Facts that who asked has stated; all others are read again from the registers.
  given             json not null,
  facts_digest      text not null constraint decision_digest check (facts_digest ~ '^[0-9a-f]{64}$'),
  decided_at        timestamptz not null default clock_now(),
  decided_by        bigint not null,
  constraint decision_parameters foreign key (policy, parameter_version) references parameter_snapshot (policy, version)
);
create index decision_subject on decision (subject_register, subject_id, policy, id);
create index decision_area on decision (area);
select fence_append_only('decision', 'decision');
