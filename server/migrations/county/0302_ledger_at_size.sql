-- The ledger at the size of a county; what is refused and what is hashed stays the same.
-- * The guard of entries looks each account up by its id. Joined freely, PostgreSQL read all accounts of the county for every
--   20,000 entries, so that a run over 1,000,000 accounts read them fifty times.
-- * A line of the canonical text is written as `json`, which writes the very text that `jsonb` writes of an array of plain
--   values, without building the value first.
create or replace function entry_line(e entry, a fund_account) returns text language sql stable as $$
  select json_build_array(e.id, e.account_id, e.side, e.amount, e.subject_register, e.subject_id, e.decision_id, e.area,
    a.kind, a.part, a.subject_register, a.subject_id, a.context_register, a.context_id)::text
$$;

do $do$ begin execute format($f$
create or replace function entry_posted() returns trigger language plpgsql
security definer set search_path = %I, pg_temp as $$
declare
  wrong record;
begin
  select g.id, v.fund, v.purpose, g.kind,
      case
        when d.voucher_id is not null then 'entry_open_voucher'
        when v.id is null or g.kind is null or g.day <> v.day or g.purpose <> v.purpose or g.year <> extract(year from v.day)
          or g.fund <> v.fund or g.book_entity <> v.book_entity or not g.at_home then 'entry_of_its_voucher'
        when g.red <> (v.reverses is not null) then 'entry_red_ink'
        when r.kind is null then 'entry_purpose'
      end as broken
    into wrong
    from (
      select min(e.id) as id, e.voucher_id, e.day, e.purpose, e.year, e.side, e.amount < 0 as red,
          a.fund, a.book_entity, a.kind, e.area = a.area as at_home
        from fresh e
          left join lateral (select fund, book_entity, kind, area from fund_account where id = e.account_id offset 0) a on true
        group by e.voucher_id, e.day, e.purpose, e.year, e.side, e.amount < 0, a.fund, a.book_entity, a.kind, e.area = a.area
    ) g
    left join voucher v on v.id = g.voucher_id
    left join voucher_digest d on d.voucher_id = g.voucher_id
    left join posting_rule r on r.fund = v.fund and r.book_entity = v.book_entity and r.purpose = v.purpose
      and r.kind = g.kind and r.side = g.side
    where d.voucher_id is not null or v.id is null or g.kind is null or r.kind is null or g.day <> v.day
      or g.purpose <> v.purpose or g.year <> extract(year from v.day) or g.fund <> v.fund
      or g.book_entity <> v.book_entity or not g.at_home or g.red <> (v.reverses is not null)
    order by g.id limit 1;
  if found then
    raise exception 'entry refused: %% of fund %%, purpose %%, account %%', wrong.broken, wrong.fund, wrong.purpose, wrong.kind
      using errcode = '23514', constraint = wrong.broken, table = 'entry',
        detail = jsonb_build_object('fund', wrong.fund, 'purpose', wrong.purpose, 'kind', wrong.kind,
          'amount', (select amount from fresh where id = wrong.id))::text;
  end if;
  -- In id order, so that two vouchers wait for each other and do not block each other for ever. A run of a county skips
  -- this second pass: it meets single vouchers once, and is done again if PostgreSQL has to choose.
  if (select count(*) from (select from fresh limit 5001) f) <= 5000 then
    perform from fund_account where id in (select account_id from fresh) order by id for no key update;
  end if;
  begin
    update fund_account a set balance = a.balance + case when k.normal = 'C' then m.credited else -m.credited end
      from (select account_id, sum(case side when 'C' then amount else -amount end)::bigint as credited
            from fresh group by account_id) m, account_kind k
      where a.id = m.account_id and k.kind = a.kind and m.credited <> 0;
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
