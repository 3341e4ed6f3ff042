-- A policy read twice over all subjects of an area, by the oracle and by SQL: how many agree, and every one that does not.
create table policy_comparison (
  id                bigint generated always as identity primary key,
  area              text collate "C" not null,
  policy            text not null,
  rule_hash         text not null constraint policy_comparison_hash check (rule_hash ~ '^[0-9a-f]{64}$'),
  parameter_version text not null,
  -- The day for which the facts were true, and the moment at which they were known.
  on_day            date not null,
  known             timestamptz not null,
  compared          int not null,
  agreed            int not null constraint policy_comparison_agreed check (agreed between 0 and compared),
  -- Register, id, result, and what each reading gave.
  differing         json not null,
  made_at           timestamptz not null default clock_now(),
  made_by           bigint not null
);
create index policy_comparison_policy on policy_comparison (policy, id);
create index policy_comparison_area on policy_comparison (area);
select fence_append_only('policy_comparison', 'decision');
