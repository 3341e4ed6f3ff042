-- A change of a parameter is proposed by one and approved by another; only then does it become a parameter_value.
create table parameter_proposal (
  id          bigint generated always as identity primary key,
  policy      text not null,
  key         text not null,
  value       json,
  valid_from  date not null,
  valid_until date constraint parameter_proposal_span check (valid_until > valid_from),
  citation    json not null,
  reason      text not null constraint parameter_proposal_reason check (reason <> ''),
  proposed_by bigint not null,
  proposed_at timestamptz not null default clock_now(),
  outcome     text constraint parameter_proposal_outcome check (outcome in ('approved', 'refused')),
  decided_by  bigint,
  decided_at  timestamptz,
  constraint parameter_proposal_two_persons check (decided_by <> proposed_by),
  constraint parameter_proposal_decided check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null))
);
create index parameter_proposal_open on parameter_proposal (policy, id) where outcome is null;
grant select, insert on parameter_proposal to xiangce_app;
grant update (outcome, decided_by, decided_at) on parameter_proposal to xiangce_app;
