-- The guards of the ledger. Functions that write for the application run as the owner, with the county's own search path.

-- A voucher takes the next number of its book and month, in an open month, and says truly who wrote it and when (OF-11).
do $do$ begin execute format($f$
create function voucher_numbered() returns trigger language plpgsql
security definer set search_path = %I, pg_temp as $$
declare
  actor text := nullif(current_setting('app.actor', true), '');
begin
  new.created_at := public.clock_now();
  if actor is not null then new.prepared_by := actor::bigint; end if;
  if new.serial > 1 and not exists (select from voucher where fund = new.fund and book_entity = new.book_entity
      and period = new.period and serial = new.serial - 1) then
    raise exception 'voucher %% of %% leaves a hole', new.serial, new.period
      using errcode = '23514', constraint = 'voucher_without_hole', table = 'voucher';
  end if;
  if exists (select from ledger_month where fund = new.fund and book_entity = new.book_entity
      and period = new.period and state = 'closed') then
    raise exception 'month %% is closed', new.period
      using errcode = '23514', constraint = 'voucher_open_month', table = 'voucher', detail = new.period;
  end if;
  if new.run_id is not null and exists (select from posting_seal where run_id = new.run_id) then
    raise exception 'run %% is sealed', new.run_id
      using errcode = '23514', constraint = 'voucher_open_run', table = 'voucher';
  end if;
  return new;
end $$ $f$, current_schema()); end $do$;
create trigger voucher_numbered before insert on voucher for each row execute function voucher_numbered();

-- A statement that inserts entries: the first thing wrong with any of them refuses all, else the balances move,
-- accounts locked in id order. Entries repeat day, purpose and area so that a reader of one area can read them alone.
-- Uses a transition table: a row trigger costs ten times as much on a run of a county.
do $do$ begin execute format($f$
create function entry_posted() returns trigger language plpgsql
security definer set search_path = %I, pg_temp as $$
declare
  wrong record;
begin
  select e.id, e.amount, v.fund, v.purpose, a.kind,
      case
        when d.voucher_id is not null then 'entry_open_voucher'
        when v.id is null or a.id is null or e.day <> v.day or e.purpose <> v.purpose or e.year <> extract(year from v.day)
          or a.fund <> v.fund or a.book_entity <> v.book_entity or e.area <> a.area then 'entry_of_its_voucher'
        when (e.amount < 0) <> (v.reverses is not null) then 'entry_red_ink'
        when r.kind is null then 'entry_purpose'
      end as broken
    into wrong
    from fresh e
    left join voucher v on v.id = e.voucher_id
    left join fund_account a on a.id = e.account_id
    left join voucher_digest d on d.voucher_id = e.voucher_id
    left join posting_rule r on r.fund = v.fund and r.book_entity = v.book_entity and r.purpose = v.purpose
      and r.kind = a.kind and r.side = e.side
    where d.voucher_id is not null or v.id is null or a.id is null or r.kind is null or e.day <> v.day
      or e.purpose <> v.purpose or e.year <> extract(year from v.day) or a.fund <> v.fund
      or a.book_entity <> v.book_entity or e.area <> a.area or (e.amount < 0) <> (v.reverses is not null)
    limit 1;
  if found then
    raise exception 'entry refused: %% of fund %%, purpose %%, account %%', wrong.broken, wrong.fund, wrong.purpose, wrong.kind
      using errcode = '23514', constraint = wrong.broken, table = 'entry',
        detail = jsonb_build_object('fund', wrong.fund, 'purpose', wrong.purpose, 'kind', wrong.kind, 'amount', wrong.amount)::text;
  end if;
  -- In id order, so that two vouchers wait for each other and do not block each other for ever. A run of a county skips
  -- this second pass: it meets single vouchers once, and is done again if PostgreSQL has to choose.
  if (select count(*) from (select from fresh limit 5001) f) <= 5000 then
    perform from fund_account where id in (select account_id from fresh) order by id for no key update;
  end if;
  begin
    update fund_account a set balance = a.balance + m.moved
      from (select e.account_id, sum(case when e.side = k.normal then e.amount else -e.amount end)::bigint as moved
            from fresh e join fund_account f on f.id = e.account_id join account_kind k on k.kind = f.kind
            group by e.account_id) m
      where a.id = m.account_id and m.moved <> 0;
  exception when check_violation then
    -- Which account, how much there is, how much was wanted: the words that a person gets need them (LS-18).
    select a.id, a.kind, a.label, a.balance, -m.moved as wanted into wrong
      from (select e.account_id, sum(case when e.side = k.normal then e.amount else -e.amount end)::bigint as moved
            from fresh e join fund_account f on f.id = e.account_id join account_kind k on k.kind = f.kind
            group by e.account_id) m
      join fund_account a on a.id = m.account_id where a.balance + m.moved < 0 order by a.id limit 1;
    raise exception 'account %% holds %%, wanted %%', wrong.label, wrong.balance, wrong.wanted
      using errcode = '23514', constraint = 'fund_account_not_negative', table = 'fund_account',
        detail = jsonb_build_object('id', wrong.id, 'kind', wrong.kind, 'label', wrong.label, 'balance', wrong.balance,
          'wanted', wrong.wanted)::text;
  end;
  return null;
end $$ $f$, current_schema()); end $do$;
create trigger entry_posted after insert on entry referencing new table as fresh
  for each statement execute function entry_posted();

-- The canonical text of a voucher: a header and one line an entry, each a JSON array. Verification outside builds the same.
create function voucher_header(v voucher) returns text language sql stable as $$
  select jsonb_build_array(v.id, v.fund, v.book_entity, v.period, v.serial, v.day, v.purpose, v.text_zh, v.text_en, v.source,
    v.reverses, v.run_id, v.prepared_by, v.prepared_name, v.reviewed_by, v.reviewed_name,
    to_char(v.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), v.area, v.attachments)::text
$$;
create function entry_line(e entry, a fund_account) returns text language sql stable as $$
  select jsonb_build_array(e.id, e.account_id, e.side, e.amount, e.subject_register, e.subject_id, e.decision_id, e.area,
    a.kind, a.part, a.subject_register, a.subject_id, a.context_register, a.context_id)::text
$$;

-- One link, appended under the lock of the head. Called at commit, so the lock is the last and the shortest.
do $do$ begin execute format($f$
create function append_link(link_kind text, link_ref bigint, link_digest bytea) returns void language plpgsql
security definer set search_path = %I, pg_temp as $$
declare
  head ledger_head%%rowtype;
  link bytea;
begin
  select * into head from ledger_head for update;
  link := sha256(convert_to(jsonb_build_array(head.seq + 1, link_kind, link_ref,
    encode(link_digest, 'hex'), encode(head.hash, 'hex'))::text, 'UTF8'));
  insert into chain_link (seq, kind, ref, digest, hash) values (head.seq + 1, link_kind, link_ref, link_digest, link);
  update ledger_head set seq = head.seq + 1, hash = link;
end $$ $f$, current_schema()); end $do$;
revoke execute on function append_link(text, bigint, bytea) from public;

-- At commit: a voucher balances, a red one mirrors what it reverses, and its digest is taken over entries in id order.
do $do$ begin execute format($f$
create function voucher_complete() returns trigger language plpgsql
security definer set search_path = %I, pg_temp as $$
declare
  sums record;
begin
  select count(*)::int as lines, coalesce(sum(e.amount) filter (where e.side = 'D'), 0)::bigint as debit,
      coalesce(sum(e.amount) filter (where e.side = 'C'), 0)::bigint as credit,
      sha256(convert_to(voucher_header(new) || coalesce(string_agg(E'\n' || entry_line(e, a), '' order by e.id), ''), 'UTF8')) as digest
    into sums
    from entry e join fund_account a on a.id = e.account_id where e.voucher_id = new.id;
  if sums.lines < 2 or sums.debit <> sums.credit then
    raise exception 'voucher %% does not balance: debit %%, credit %%, %% lines', new.id, sums.debit, sums.credit, sums.lines
      using errcode = '23514', constraint = 'voucher_balanced', table = 'voucher',
        detail = jsonb_build_object('debit', sums.debit, 'credit', sums.credit)::text;
  end if;
  if new.reverses is not null and (not exists (select from voucher o where o.id = new.reverses and o.reverses is null
      and o.fund = new.fund and o.book_entity = new.book_entity and o.purpose = new.purpose) or exists (
      (select account_id, side, amount, subject_register, subject_id, decision_id from entry where voucher_id = new.reverses
       except all
       select account_id, side, -amount, subject_register, subject_id, decision_id from entry where voucher_id = new.id)
      union all
      (select account_id, side, -amount, subject_register, subject_id, decision_id from entry where voucher_id = new.id
       except all
       select account_id, side, amount, subject_register, subject_id, decision_id from entry where voucher_id = new.reverses))) then
    raise exception 'voucher %% does not mirror %%', new.id, new.reverses
      using errcode = '23514', constraint = 'voucher_mirrors', table = 'voucher';
  end if;
  insert into voucher_digest (voucher_id, entries, total, digest) values (new.id, sums.lines, sums.debit, sums.digest);
  if new.run_id is null then perform append_link('voucher', new.id, sums.digest); end if;
  return null;
end $$ $f$, current_schema()); end $do$;
create constraint trigger voucher_complete after insert on voucher deferrable initially deferred
  for each row execute function voucher_complete();

-- A sealed run is one link over the digests of its vouchers.
do $do$ begin execute format($f$
create function run_sealed() returns trigger language plpgsql
security definer set search_path = %I, pg_temp as $$
declare
  sum bytea;
begin
  select sha256(convert_to(coalesce(string_agg(encode(d.digest, 'hex'), E'\n' order by v.id), ''), 'UTF8')) into sum
    from voucher v join voucher_digest d on d.voucher_id = v.id where v.run_id = new.run_id;
  perform append_link('run', new.run_id, sum);
  return null;
end $$ $f$, current_schema()); end $do$;
create constraint trigger run_sealed after insert on posting_seal deferrable initially deferred
  for each row execute function run_sealed();
