-- A plan of the laboratory: values tried, what they would do, sent to a second person, who makes them hold.
create table policy_plan (
  id                bigint generated always as identity primary key,
  area              text collate "C" not null,
  policy            text not null,
  title             text not null constraint policy_plan_title check (title <> ''),
  -- [{ key, value }], in wire form; a null value takes the county's value back.
  changes           json not null,
  valid_from        date,
  valid_until       date constraint policy_plan_span check (valid_until > valid_from),
  citation          json,
  reason            text not null default '',
  -- What was simulated, on what day, known when; and what came out.
  trial             json not null,
  effect            json not null,
  rule_hash         text not null constraint policy_plan_hash check (rule_hash ~ '^[0-9a-f]{64}$'),
  parameter_version text not null,
  -- Places of the examples that its author says no longer hold.
  named_examples    json not null,
  made_by           bigint not null,
  made_at           timestamptz not null default clock_now(),
  sent_at           timestamptz,
  outcome           text constraint policy_plan_outcome check (outcome in ('approved', 'refused')),
  decided_by        bigint,
  decided_at        timestamptz,
  constraint policy_plan_complete check (sent_at is null or (valid_from is not null and citation is not null and reason <> '')),
  constraint policy_plan_two_persons check (decided_by <> made_by),
  constraint policy_plan_decided check (
    (outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null) and (outcome is null or sent_at is not null))
);
create index policy_plan_policy on policy_plan (policy, id);
create index policy_plan_area on policy_plan (area);
select fence_table('policy_plan', 'plan');
revoke delete on policy_plan from xiangce_app;

-- What has been sent stays as it was sent; what has been decided stays decided.
create function keep_sent_plan() returns trigger language plpgsql as $$
begin
  if old.outcome is not null or (old.sent_at is not null
    and to_jsonb(new) - '{outcome,decided_by,decided_at}'::text[] <> to_jsonb(old) - '{outcome,decided_by,decided_at}'::text[]) then
    raise exception 'a sent plan is not changed' using errcode = '23514', constraint = 'policy_plan_sent', table = 'policy_plan';
  end if;
  return new;
end $$;
create trigger policy_plan_sent before update on policy_plan for each row execute function keep_sent_plan();
