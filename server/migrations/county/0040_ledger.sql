-- The ledger: funds and what they may be used for, accounts, vouchers, entries (LS-18, OF-01, OF-05, OF-11).
-- What must never happen is refused here, whoever writes the SQL.

-- Kinds of account. `normal` is the side on which a balance grows: D for what is in a bank or owed to the fund, C for whose it is.
create table account_kind (
  kind   text primary key,
  normal char(1) not null constraint account_kind_normal check (normal in ('D', 'C'))
);
insert into account_kind values
  ('special', 'D'), ('deposit', 'D'), ('expenditure', 'D'), ('receivable', 'D'),
  ('individual', 'C'), ('pooled', 'C'), ('reserve', 'C'), ('raised', 'C'), ('interest', 'C'),
  ('payable', 'C'), ('suspense', 'C'), ('balance', 'C');
grant select on account_kind to xiangce_app;

-- A fund, and what it allows: which kinds of account a purpose may debit and credit in which book. Written by migrations only;
-- a test compares these rows with the declarations (`defineFund`).
create table fund (
  fund     text primary key,
  label_zh text not null,
  label_en text not null
);
create table posting_rule (
  fund        text not null references fund,
  book_entity text not null constraint posting_rule_entity check (book_entity in ('agency', 'treasury')),
  purpose     text not null,
  kind        text not null references account_kind,
  side        char(1) not null constraint posting_rule_side check (side in ('D', 'C')),
  primary key (fund, book_entity, purpose, kind, side)
);
grant select on fund, posting_rule to xiangce_app;

-- An account of a fund in one book. `subject` is whose it is, `context` what it arose from (a person in a taking of land).
create table fund_account (
  id               bigint generated always as identity primary key,
  area             text collate "C" not null,
  fund             text not null references fund,
  book_entity      text not null constraint fund_account_entity check (book_entity in ('agency', 'treasury')),
  kind             text not null references account_kind,
  part             text not null default '',
  subject_register text not null default '',
  subject_id       bigint not null default 0,
  context_register text not null default '',
  context_id       bigint not null default 0,
  label            text not null,
  opened_on        date not null,
  balance          bigint not null default 0 constraint fund_account_not_negative check (balance >= 0),
  constraint fund_account_one unique (fund, book_entity, kind, part, subject_register, subject_id, context_register, context_id)
) with (fillfactor = 50); -- a balance that moves stays on its page and touches no index
create index fund_account_subject on fund_account (subject_register, subject_id) where subject_id > 0;
create index fund_account_context on fund_account (context_register, context_id) where context_id > 0;
create index fund_account_area on fund_account (area, id);
select fence_table('fund_account', 'ledger');
-- Accounts are opened, never rewritten: the balance moves by entries only (trigger below).
revoke insert, update, delete on fund_account from xiangce_app;
grant insert (area, fund, book_entity, kind, part, subject_register, subject_id, context_register, context_id, label, opened_on)
  on fund_account to xiangce_app;

-- The state of a month of a book (OF-11). No row means open.
create table ledger_month (
  fund        text not null references fund,
  book_entity text not null,
  period      text collate "C" not null constraint ledger_month_period check (period ~ '^\d{4}-\d{2}$'),
  state       text not null constraint ledger_month_state check (state in ('open', 'closing', 'closed')),
  reason      text,
  prepared_by bigint,
  closed_by   bigint,
  closed_at   timestamptz,
  primary key (fund, book_entity, period),
  constraint ledger_month_two_persons check (state <> 'closed' or prepared_by is distinct from closed_by)
);
select grant_plain('ledger_month');
revoke delete on ledger_month from xiangce_app;

-- Many vouchers that stand for one act: a pay run, an interest run. Sealed once, and then one link of the chain.
create table posting_run (
  id        bigint generated always as identity primary key,
  area      text collate "C" not null,
  source    text not null constraint posting_run_source unique,
  opened_at timestamptz not null default clock_now()
);
select fence_append_only('posting_run', 'ledger');
create table posting_seal (
  run_id    bigint primary key references posting_run,
  area      text collate "C" not null,
  sealed_at timestamptz not null default clock_now()
);
select fence_append_only('posting_seal', 'ledger');

create table voucher (
  id            bigint generated always as identity primary key,
  area          text collate "C" not null,
  fund          text not null references fund,
  book_entity   text not null constraint voucher_entity check (book_entity in ('agency', 'treasury')),
  period        text collate "C" not null,
  serial        int not null constraint voucher_serial_positive check (serial > 0),
  number        text generated always as ('记-' || lpad(serial::text, greatest(4, length(serial::text)), '0')) stored,
  day           date not null,
  purpose       text not null,
  text_zh       text not null constraint voucher_text check (length(text_zh) between 1 and 500),
  text_en       text not null,
  source        text not null,
  attachments   int not null default 0,
  reverses      bigint constraint voucher_reversed_once unique references voucher,
  run_id        bigint references posting_run,
  prepared_by   bigint not null,
  prepared_name text not null,
  reviewed_by   bigint,
  reviewed_name text,
  created_at    timestamptz not null,
  constraint voucher_number unique (fund, book_entity, period, serial),
  constraint voucher_period_of_day check (period = to_char(day, 'YYYY-MM')),
  constraint voucher_two_persons check (reviewed_by is null or reviewed_by <> prepared_by)
);
create index voucher_source on voucher (source);
create index voucher_run on voucher (run_id) where run_id is not null;
create index voucher_day on voucher (fund, day, id);
select fence_append_only('voucher', 'ledger');

-- One line of a voucher. A negative amount is red ink and stands in a reversing voucher only. Keyed by year first,
-- so that the table can be split by year without a change to what refers to it. That voucher and account exist is proved
-- by the trigger for all rows of a statement at once: nobody can delete them, and a key lookup a row would double the time.
create table entry (
  id               bigint generated always as identity,
  year             int not null,
  area             text collate "C" not null,
  voucher_id       bigint not null,
  account_id       bigint not null,
  side             char(1) not null constraint entry_side check (side in ('D', 'C')),
  amount           bigint not null constraint entry_amount check (amount <> 0),
  day              date not null,
  purpose          text not null,
  subject_register text not null default '',
  subject_id       bigint not null default 0,
  decision_id      bigint,
  primary key (year, id)
);
create index entry_account on entry (account_id, id);
create index entry_voucher on entry (voucher_id, id);
create index entry_subject on entry (subject_register, subject_id) where subject_id > 0;
select fence_append_only('entry', 'ledger');

-- What a voucher was when it was complete. A voucher that has its digest takes no further entry.
create table voucher_digest (
  voucher_id bigint primary key references voucher,
  entries    int not null,
  total      bigint not null,
  digest     bytea not null
);
grant select on voucher_digest to xiangce_app;

create table chain_link (
  seq    bigint primary key,
  kind   text not null constraint chain_link_kind check (kind in ('voucher', 'run')),
  ref    bigint not null,
  digest bytea not null,
  hash   bytea not null,
  constraint chain_link_once unique (kind, ref)
);
grant select on chain_link to xiangce_app;
create table ledger_head (
  one  boolean primary key default true constraint ledger_head_one check (one),
  seq  bigint not null,
  hash bytea not null
);
insert into ledger_head (seq, hash) values (0, sha256('xiangce ledger'::bytea));
grant select on ledger_head to xiangce_app;
select refuse_changes('voucher_digest');
select refuse_changes('chain_link');
