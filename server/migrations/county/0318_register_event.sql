-- What happened to people and households, and which rows it changed (register/events). A row of an event is never changed;
-- the event itself only by being taken back.
create table register_event (
  id            bigint generated always as identity primary key,
  area          text collate "C" not null constraint register_event_area_form check (area ~ '^[0-9]{6,15}$'),
  kind          text not null,
  register      text not null,               -- whose record it was entered on
  subject_id    bigint not null,
  valid_on      date not null,               -- the day on which it happened
  known_at      timestamptz not null default clock_now(),
  account_id    bigint not null default acting_account(),
  account_name  text not null,
  office        text not null,
  paper         text not null constraint register_event_paper check (paper <> ''),
  mark          jsonb not null,              -- how far decisions and vouchers had come when it was entered
  undone_at     timestamptz,
  undone_name   text,
  undone_reason text,
  constraint register_event_undone check ((undone_at is null) = (undone_name is null) and (undone_at is null) = (undone_reason is null))
);

create table register_event_row (
  id          bigint generated always as identity primary key,
  event_id    bigint not null references register_event,
  area        text collate "C" not null,     -- where the row stands after it
  area_before text collate "C",              -- where it stood; null: it was not there
  register    text not null,
  row_id      bigint not null,
  before      jsonb not null,                -- field -> value; only what the event changed
  after       jsonb not null,
  constraint register_event_row_once unique (event_id, register, row_id)
);
create index register_event_row_of on register_event_row (register, row_id, event_id);

-- The fence of a row of an event is that of its register, in the place that it left and in the place that it came to.
alter table register_event_row enable row level security;
create policy fence_read on register_event_row for select to xiangce_app using (
  ((area >= (select nullif(current_setting('app.area', true), '')) and area < (select nullif(current_setting('app.area', true), '') || '~'))
    or (area_before >= (select nullif(current_setting('app.area', true), '')) and area_before < (select nullif(current_setting('app.area', true), '') || '~')))
  and ((select current_setting('app.reads', true) = ',*,') or position(',' || register || ',' in (select current_setting('app.reads', true))) > 0)
  and (select nullif(current_setting('app.party', true), '') is null));
create policy fence_insert on register_event_row for insert to xiangce_app with check (
  area >= (select nullif(current_setting('app.area', true), '')) and area < (select nullif(current_setting('app.area', true), '') || '~')
  and ((select current_setting('app.writes', true) = ',*,') or position(',' || register || ',' in (select current_setting('app.writes', true))) > 0)
  and (select nullif(current_setting('app.party', true), '') is null));
grant select, insert on register_event_row to xiangce_app;
select refuse_changes('register_event_row');

-- An event is seen by whoever sees one of its rows; taken back by whoever may write its register where it was entered.
alter table register_event enable row level security;
create policy fence_read on register_event for select to xiangce_app using (
  (select nullif(current_setting('app.party', true), '') is null)
  and (area >= (select nullif(current_setting('app.area', true), '')) and area < (select nullif(current_setting('app.area', true), '') || '~')
      and ((select current_setting('app.reads', true) = ',*,') or position(',' || register || ',' in (select current_setting('app.reads', true))) > 0)
    or exists (select from register_event_row r where r.event_id = register_event.id)));
create policy fence_insert on register_event for insert to xiangce_app with check (
  area >= (select nullif(current_setting('app.area', true), '')) and area < (select nullif(current_setting('app.area', true), '') || '~')
  and ((select current_setting('app.writes', true) = ',*,') or position(',' || register || ',' in (select current_setting('app.writes', true))) > 0)
  and (select nullif(current_setting('app.party', true), '') is null));
create policy fence_update on register_event for update to xiangce_app using (
  area >= (select nullif(current_setting('app.area', true), '')) and area < (select nullif(current_setting('app.area', true), '') || '~')
  and ((select current_setting('app.writes', true) = ',*,') or position(',' || register || ',' in (select current_setting('app.writes', true))) > 0)
  and (select nullif(current_setting('app.party', true), '') is null));
grant select, insert on register_event to xiangce_app;
grant update (undone_at, undone_name, undone_reason) on register_event to xiangce_app;

-- Whether something rests on an event: decisions about its rows, or about rows that point to them (`ways`: the entry of a list
-- that names the person), and vouchers for them, that came after the mark. As the owner, for whoever takes an event back may
-- see neither the list nor the books, and what he does not see must stop him all the same. It tells two numbers and no row.
do $do$ begin execute format($f$
create function event_mark() returns jsonb language sql stable security definer set search_path = %1$I, pg_temp as $$
  select jsonb_build_object(
    'decision', coalesce((select max(id) from decision), 0), 'voucher', coalesce((select max(id) from voucher), 0))
$$ $f$, current_schema());
execute format($f$
create function event_rests(refs jsonb, ways jsonb, mark jsonb) returns table (decisions bigint, vouchers bigint)
language plpgsql stable security definer set search_path = %1$I, pg_temp as $$
declare
  way record;
  found_refs jsonb;
begin
  for way in select * from jsonb_to_recordset(ways) as w (register text, tbl text, col text, ids bigint[]) loop
    execute format('select coalesce(jsonb_agg(jsonb_build_object(''register'', $1, ''id'', id)), ''[]'') from %%I where %%I = any($2)', way.tbl, way.col)
      into found_refs using way.register, way.ids;
    refs := refs || found_refs;
  end loop;
  return query
    with r as (select distinct register, id from jsonb_to_recordset(refs) as r (register text, id bigint))
    select
      (select count(*) from r join decision d on d.subject_register = r.register and d.subject_id = r.id
        where d.id > (mark ->> 'decision')::bigint),
      (select count(distinct e.voucher_id) from r join entry e on e.subject_register = r.register and e.subject_id = r.id
        where e.subject_id > 0 and e.voucher_id > (mark ->> 'voucher')::bigint);
end $$ $f$, current_schema()); end $do$;
revoke execute on function event_mark(), event_rests(jsonb, jsonb, jsonb) from public;
grant execute on function event_mark(), event_rests(jsonb, jsonb, jsonb) to xiangce_app;
