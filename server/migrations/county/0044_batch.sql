-- Payment batches: the real path from the list to the bank and back (OF-02, OF-08, OF-09).
create table batch (
  id             bigint generated always as identity primary key,
  area           text collate "C" not null,
  fund           text not null references fund,
  kind           text not null constraint batch_kind check (kind in ('regular', 'reissue', 'single')),
  number         text not null constraint batch_number unique,
  item_zh        text not null,
  item_en        text not null,
  series         text not null,      -- what is compared month with month: the run that fills it
  period         text collate "C" not null,
  source         text not null constraint batch_source unique,
  purpose        text not null,
  state          text not null constraint batch_state check (state in ('filling', 'draft', 'reviewed', 'checked', 'requested', 'audited',
                 'appropriated', 'arrived', 'sent', 'returned', 'bounced', 'reconciled', 'archived')),
  count          bigint not null default 0,
  total          bigint not null default 0,
  elsewhere      bigint not null default 0,
  payable_id     bigint references fund_account,
  appropriation  jsonb not null default '{}',
  bank_file_id   bigint,
  return_sha256  text,
  version        int not null default 1
);
create index batch_fund on batch (fund, id);
select fence_table('batch', 'ledger');
revoke delete on batch from xiangce_app;

create table batch_line (
  id               bigint generated always as identity primary key,
  batch_id         bigint not null references batch,
  line             int not null,
  area             text collate "C" not null,
  subject_register text not null,
  subject_id       bigint not null,
  context_register text not null default '',
  context_id       bigint not null default 0,
  name             text not null,
  id_number        text not null default '',
  card_name        text not null default '',
  card             text not null default '',
  bank             text not null default '',
  standard         bigint not null,
  amount           bigint not null constraint batch_line_amount check (amount > 0),
  elsewhere        bigint not null default 0,
  decision_id      bigint,
  status           text not null default 'listed' constraint batch_line_status
                   check (status in ('listed', 'paid', 'failed', 'back', 'reissued')),
  reason           text,
  reason_text      text,
  bank_ref         text,
  suspense_id      bigint references fund_account,
  reissue_of       bigint constraint batch_line_reissue references batch_line,
  corrected_card   jsonb,
  note             text not null default '',
  constraint batch_line_positive check (line > 0),
  constraint batch_line_number unique (batch_id, line),
  constraint batch_line_reason check (status <> 'failed' or reason is not null)
);
create index batch_line_subject on batch_line (subject_register, subject_id, id);
-- A failed payment is issued again once; if that fails too, the new line is what is issued again.
create unique index batch_line_reissued_once on batch_line (reissue_of) where reissue_of is not null;
select fence_table('batch_line', 'ledger');
revoke delete on batch_line from xiangce_app;

-- Who did which act on a batch, with what sum: written once (GEN-13).
create table batch_act (
  id         bigint generated always as identity primary key,
  batch_id   bigint not null references batch,
  area       text collate "C" not null,
  act        text not null,
  from_state text not null,
  to_state   text not null,
  actor_id   bigint not null,
  actor_name text not null,
  office     text not null,
  count      bigint not null,
  total      bigint not null,
  note       text not null default '',
  voucher_id bigint references voucher,
  at         timestamptz not null default clock_now()
);
create index batch_act_batch on batch_act (batch_id, id);
select fence_append_only('batch_act', 'ledger');
