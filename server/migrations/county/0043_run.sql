-- Runs: what is done to many at once. Proposed by one, approved by another, posted in chunks, sealed (design, section 4).
create table run (
  id             bigint generated always as identity primary key,
  area           text collate "C" not null,
  run            text not null,
  fund           text not null references fund,
  period         text collate "C" not null,
  day            date not null,
  state          text not null constraint run_state
                 check (state in ('proposing', 'proposed', 'approved', 'posting', 'sealed', 'cancelled')),
  input          jsonb not null,
  memory         jsonb not null default '{}',
  count          bigint not null default 0,
  held           bigint not null default 0,
  total          bigint not null default 0,
  posted_count   bigint not null default 0,
  posted_total   bigint not null default 0,
  chunks         int not null default 0,
  posting_run_id bigint references posting_run,
  version        int not null default 1,
  proposed_by    bigint not null,
  proposed_name  text not null,
  proposed_at    timestamptz not null default clock_now(),
  approved_by    bigint,
  approved_name  text,
  approved_at    timestamptz,
  sealed_at      timestamptz,
  constraint run_two_persons check (approved_by is null or approved_by <> proposed_by),
  constraint run_approved_first check (state not in ('approved', 'posting', 'sealed') or approved_by is not null)
);
-- A month is paid, a year credited once.
create unique index run_once on run (run, period, area) where state <> 'cancelled';
create index run_fund on run (fund, id);
select fence_table('run', 'ledger');
revoke delete on run from xiangce_app;

-- One proposed act for one subject. `own` is charged to the person's account, `pool` to the pooled account (LS-13, OF-07).
create table run_line (
  run_id           bigint not null references run,
  line             bigint not null,
  area             text collate "C" not null,
  run              text not null,
  period           text collate "C" not null,
  subject_register text not null,
  subject_id       bigint not null,
  context_register text not null default '',
  context_id       bigint not null default 0,
  name             text not null,
  account_id       bigint references fund_account,
  status           text not null constraint run_line_status check (status in ('proposed', 'held', 'posted', 'dropped')),
  amount           bigint not null constraint run_line_amount check (amount >= 0),
  elsewhere        bigint not null default 0 constraint run_line_elsewhere check (elsewhere >= 0),
  elsewhere_zh     text not null default '',
  elsewhere_en     text not null default '',
  own              bigint not null default 0,
  pool             bigint not null default 0,
  months_left      int,
  decision_id      bigint,
  payee            jsonb,
  reason_zh        text not null default '',
  reason_en        text not null default '',
  voucher_id       bigint references voucher,
  primary key (run_id, line),
  constraint run_line_subject unique (run_id, subject_register, subject_id, context_register, context_id),
  constraint run_line_posted check (status <> 'posted' or (own + pool = amount and voucher_id is not null))
);
-- Nobody is paid the same thing for the same period by two runs.
create unique index run_line_once on run_line (run, period, subject_register, subject_id, context_register, context_id)
  where status in ('proposed', 'posted');
create index run_line_of_subject on run_line (subject_register, subject_id, run_id);
select fence_table('run_line', 'ledger');
revoke delete on run_line from xiangce_app;

-- A chunk that was posted; a chunk delivered twice meets this key and undoes itself.
create table run_chunk (
  run_id     bigint not null references run,
  chunk      int not null,
  area       text collate "C" not null,
  from_key   bigint not null,
  to_key     bigint not null,
  count      bigint not null,
  total      bigint not null,
  voucher_id bigint references voucher,
  primary key (run_id, chunk)
);
select fence_append_only('run_chunk', 'ledger');
