-- A county decided by a policy for a day: how far it is, by which rules and values, and at which knowledge. A second start at the
-- same ones finds this row instead of keeping every decision twice; what was stopped goes on behind `after`.
create table county_decision (
  id         bigint generated always as identity primary key,
  area       text collate "C" not null,
  policy     text not null,
  subject_register text not null,
  valid      date not null,
  -- The policy and those whose results it uses, each with the hash of its rule and the version of its parameters.
  rules      text not null,
  -- The moment at which facts are known: that of the first page; null before it.
  known      timestamptz,
  after      bigint not null default 0,
  decided    int not null default 0 constraint county_decision_decided check (decided >= 0),
  total      int constraint county_decision_total check (total >= 0),
  -- The job that carries it on.
  job_id     bigint,
  started_at timestamptz not null default clock_now(),
  started_by bigint not null,
  ended_at   timestamptz constraint county_decision_ended check (ended_at is null or known is not null)
);
create index county_decision_policy on county_decision (policy, subject_register, valid, id);
select fence_table('county_decision', 'decision');
revoke delete on county_decision from xiangce_app;
