-- Money coming in: what is due, what arrived, who claimed it for which project and part (LS-08, LS-09, OF-03).

-- What one part of a project has to bring. The newest row of a part holds; older ones stay to be read.
create table funding_due (
  id               bigint generated always as identity primary key,
  area             text collate "C" not null,
  fund             text not null references fund,
  context_register text not null,
  context_id       bigint not null,
  part             text not null,
  due              bigint not null constraint funding_due_not_negative check (due >= 0),
  due_on           date,
  source           text not null,
  set_by           bigint not null,
  set_name         text not null,
  set_at           timestamptz not null default clock_now()
);
create index funding_due_context on funding_due (context_register, context_id, part, id);
select fence_append_only('funding_due', 'ledger');

-- One line of the special account's bank statement. The day of arrival decides punctuality, not the day of posting (OF-03).
create table receipt (
  id               bigint generated always as identity primary key,
  area             text collate "C" not null,
  fund             text not null references fund,
  arrived_on       date not null,
  amount           bigint not null constraint receipt_amount check (amount > 0),
  payer            text not null,
  remark           text not null default '',
  bank_ref         text not null,
  ticket           text not null,
  context_register text not null default '',
  context_id       bigint not null default 0,
  part             text not null default '',
  voucher_id       bigint not null references voucher,
  received_by      bigint not null,
  received_name    text not null,
  received_at      timestamptz not null default clock_now(),
  constraint receipt_bank_ref unique (fund, bank_ref),
  constraint receipt_ticket unique (fund, ticket)
);
create index receipt_context on receipt (context_register, context_id) where context_id > 0;
select fence_append_only('receipt', 'ledger');

create table receipt_claim (
  id               bigint generated always as identity primary key,
  area             text collate "C" not null,
  receipt_id       bigint not null references receipt,
  context_register text not null,
  context_id       bigint not null,
  part             text not null,
  amount           bigint not null constraint receipt_claim_amount check (amount > 0),
  voucher_id       bigint not null references voucher,
  claimed_by       bigint not null,
  claimed_name     text not null,
  claimed_at       timestamptz not null default clock_now()
);
create index receipt_claim_receipt on receipt_claim (receipt_id);
create index receipt_claim_context on receipt_claim (context_register, context_id, part);
select fence_append_only('receipt_claim', 'ledger');

-- A receipt is never claimed beyond its amount, and not by the person who registered it.
do $do$ begin execute format($f$
create function receipt_claimed() returns trigger language plpgsql
security definer set search_path = %I, pg_temp as $$
declare
  of_receipt receipt%%rowtype;
  claimed bigint;
begin
  select * into of_receipt from receipt where id = new.receipt_id for update;
  select coalesce(sum(amount), 0) into claimed from receipt_claim where receipt_id = new.receipt_id;
  if claimed + new.amount > of_receipt.amount then
    raise exception 'receipt %% holds %%, claimed %% + %%', new.receipt_id, of_receipt.amount, claimed, new.amount
      using errcode = '23514', constraint = 'receipt_claim_within', table = 'receipt_claim';
  end if;
  if of_receipt.received_by = new.claimed_by then
    raise exception 'receipt %% is claimed by the account that registered it', new.receipt_id
      using errcode = '23514', constraint = 'receipt_claim_two_persons', table = 'receipt_claim';
  end if;
  return new;
end $$ $f$, current_schema()); end $do$;
create trigger receipt_claimed before insert on receipt_claim for each row execute function receipt_claimed();

-- The county's decision to open accounts for the funded part of a list (OF-03).
create table funding_exception (
  id               bigint generated always as identity primary key,
  area             text collate "C" not null,
  fund             text not null references fund,
  context_register text not null,
  context_id       bigint not null,
  document         text not null,
  reason           text not null,
  decided_by       bigint not null,
  decided_name     text not null,
  decided_at       timestamptz not null default clock_now()
);
create index funding_exception_context on funding_exception (context_register, context_id);
select fence_append_only('funding_exception', 'ledger');

-- A use of a fund that was asked for and refused stays to be seen (LS-18).
create table refusal (
  id           bigint generated always as identity primary key,
  area         text collate "C" not null,
  fund         text not null references fund,
  purpose      text not null,
  purpose_text text not null,
  amount       bigint not null constraint refusal_amount check (amount > 0),
  reason_zh    text not null,
  reason_en    text not null,
  asked_by     bigint not null,
  asked_name   text not null,
  asked_at     timestamptz not null default clock_now()
);
create index refusal_fund on refusal (fund, id);
select fence_append_only('refusal', 'ledger');
