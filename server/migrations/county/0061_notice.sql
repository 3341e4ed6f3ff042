-- The public door: masked rows that anybody reads by an unguessable id, and a box that takes objections.
create table publication (
  id           text primary key constraint publication_unguessable check (length(id) >= 28),
  area         text collate "C" not null,
  case_id      bigint not null references proc_case,
  sequence     int not null,
  number       text not null,
  title        text not null,
  place        text not null,
  purpose      text not null,
  posted_on    date not null,
  until        date not null,
  days         int not null,
  seal         text not null,
  telephone    text not null,
  hours        text not null,
  categories   jsonb not null,
  clause       text not null,
  row_count    int not null,
  withdrawn_on date,
  result       jsonb not null default '{}',
  constraint publication_number unique (number)
);
create index publication_case on publication (case_id);
select fence_table('publication', 'case');

create table publication_row (
  publication_id text not null references publication,
  row_no         int not null,
  area           text collate "C" not null,
  item_id        bigint not null references proc_item,
  name           text not null,
  group_name     text not null,
  suffix         text not null,
  category       text not null,
  amount         bigint,
  primary key (publication_id, row_no)
);
create index publication_row_item on publication_row (item_id);
select fence_append_only('publication_row', 'case');

-- The public sees one notice, the one whose id it names, and its rows through the last day (design, 7).
create function office_today() returns date language sql stable as
$$ select (public.clock_now() at time zone 'Asia/Shanghai')::date $$;

grant select on publication to public_reader;
create policy public_one on publication for select to public_reader
  using (id = nullif(current_setting('app.notice', true), ''));

grant select (publication_id, row_no, name, group_name, suffix, category, amount) on publication_row to public_reader;
create policy public_rows on publication_row for select to public_reader using (
  publication_id = nullif(current_setting('app.notice', true), '')
  and exists (select from publication p where p.id = publication_id and p.withdrawn_on is null and p.until >= office_today()));

create table objection_inbox (
  id             bigint generated always as identity primary key,
  area           text collate "C" not null,
  publication_id text not null references publication,
  serial         bigint not null,
  row_no         int,
  text           text not null,
  name           text,
  phone          text,
  received_on    date not null,
  received_at    timestamptz not null,
  sender         text not null
);
create index objection_inbox_publication on objection_inbox (publication_id, received_at);
select fence_append_only('objection_inbox', 'case');
revoke insert on objection_inbox from xiangce_app;

-- An objection that an officer took up, from the box or spoken at the counter, and its answer.
create table objection (
  id          bigint generated always as identity primary key,
  area        text collate "C" not null,
  case_id     bigint not null references proc_case,
  sequence    int not null,
  item_id     bigint references proc_item,
  inbox_id    bigint references objection_inbox,
  text        text not null,
  taken_on    date not null,
  due         date not null,
  outcome     text,
  answer      text,
  answered_on date,
  answered_by text,
  constraint objection_once unique (case_id, sequence),
  constraint objection_inbox_once unique (inbox_id)
);
select fence_table('objection', 'case');

-- The one way in from outside: checks that the notice is open, the row exists, the box is not flooded; returns the number to quote.
do $do$ begin execute format($f$
create function submit_objection(notice text, row_number int, said text, by_name text, by_phone text, by_sender text)
returns bigint language plpgsql security definer set search_path = %I, public, pg_temp as $$
declare
  of_notice publication%%rowtype;
  next_serial bigint;
begin
  select * into of_notice from publication where id = notice;
  if not found then
    raise exception 'no notice' using errcode = '23514', constraint = 'objection_notice', table = 'objection_inbox';
  end if;
  if of_notice.withdrawn_on is not null or of_notice.until < office_today() then
    raise exception 'the notice is over' using errcode = '23514', constraint = 'objection_in_time',
      table = 'objection_inbox', detail = of_notice.until::text;
  end if;
  if row_number is not null and not exists (select from publication_row r where r.publication_id = notice and r.row_no = row_number) then
    row_number := null;
  end if;
  if (select count(*) from objection_inbox i where i.sender = by_sender and i.received_at > clock_now() - interval '1 hour') >= 5
     or (select count(*) from objection_inbox i where i.publication_id = notice and i.received_at > clock_now() - interval '1 hour') >= 100 then
    raise exception 'too many' using errcode = '23514', constraint = 'objection_rate', table = 'objection_inbox';
  end if;
  insert into counter (series, last) values ('objection', 1)
    on conflict (series) do update set last = counter.last + 1 returning last into next_serial;
  insert into objection_inbox (area, publication_id, serial, row_no, text, name, phone, received_on, received_at, sender)
    values (of_notice.area, notice, next_serial, row_number, said, nullif(by_name, ''), nullif(by_phone, ''), office_today(), clock_now(), by_sender);
  return next_serial;
end $$ $f$, current_schema()); end $do$;
revoke execute on function submit_objection(text, int, text, text, text, text) from public;
grant execute on function submit_objection(text, int, text, text, text, text) to public_reader;
