-- Recomputing what was paid: one line for one person and one month, a difference with its reason; nothing is ever edited (design, 5).
create table recompute_line (
  run_id           bigint not null references run,
  line             bigint not null,
  area             text collate "C" not null,
  of_run           text not null,      -- the run whose months are done again
  subject_register text not null,
  subject_id       bigint not null,
  context_register text not null default '',
  context_id       bigint not null default 0,
  name             text not null,
  account_id       bigint references fund_account,
  period           text collate "C" not null,
  direction        text not null constraint recompute_line_direction check (direction in ('topUp', 'recovery', 'none')),
  status           text not null constraint recompute_line_status check (status in ('proposed', 'held', 'posted', 'dropped')),
  paid             bigint not null constraint recompute_line_paid check (paid >= 0),
  due              bigint,             -- null: cannot be decided now
  amount           bigint not null constraint recompute_line_amount check (amount >= 0),
  before_decision  bigint,
  after_decision   bigint,
  -- The decision on the difference itself: the reason of the entries.
  decision_id      bigint,
  changes          jsonb not null default '[]',
  payee            jsonb,
  reason_zh        text not null default '',
  reason_en        text not null default '',
  own              bigint not null default 0,
  pool             bigint not null default 0,
  set_off          bigint not null default 0,        -- of a top-up: what goes against the claim of the month and is not paid out
  voucher_id       bigint references voucher,
  primary key (run_id, line),
  constraint recompute_line_subject unique (run_id, subject_register, subject_id, period),
  constraint recompute_line_sum check (status = 'held' or (due is not null and amount > 0 and amount = abs(due - paid))),
  constraint recompute_line_posted check (status <> 'posted' or (own + pool = amount and voucher_id is not null)),
  constraint recompute_line_set_off check (set_off between 0 and amount)
);
-- Nobody's month is proposed twice at one time.
create unique index recompute_line_open on recompute_line (of_run, subject_register, subject_id, period) where status = 'proposed';
create index recompute_line_of_subject on recompute_line (subject_register, subject_id, of_run);
select fence_table('recompute_line', 'ledger');
revoke delete on recompute_line from xiangce_app;
