-- Who may come in: accounts, their hats, their sessions, and a chained log of all that happens to them.
create table account (
  id                  bigint generated always as identity primary key,
  login               text not null constraint account_login_form check (login ~ '^[a-z0-9][a-z0-9._-]{1,39}$' or login ~ '^[一-龥][一-龥0-9]{1,19}$'),
  name                text not null constraint account_name_given check (name <> ''),
  office              text not null,
  phone               text,
  password_hash       text not null,
  password_changed_at timestamptz not null,
  must_change         boolean not null default true,
  state               text not null default 'active' constraint account_state check (state in ('active', 'off')),
  failures            int not null default 0,
  locked_until        timestamptz,
  last_login_at       timestamptz,
  created_at          timestamptz not null,
  created_by          bigint not null
);
create unique index account_login_once on account (login);
grant select, insert, update on account to xiangce_app;

create table password_history (
  account_id    bigint not null references account,
  at            timestamptz not null,
  password_hash text not null,
  primary key (account_id, at)
);
grant select, insert on password_history to xiangce_app;

-- A hat: account x role x area x party x time. A deputy (OF-22) is a hat that names the one it stands in for.
create table assignment (
  id          bigint generated always as identity primary key,
  account_id  bigint not null references account,
  county      text collate "C" not null references county,
  role        text not null,
  area        text collate "C" not null constraint assignment_area_form check (area ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12}|[0-9]{15})$'),
  party       text,
  office      text not null,
  valid_from  date not null,
  valid_to    date constraint assignment_valid check (valid_to > valid_from),
  deputy_for  bigint references assignment,
  only_verbs  text[],
  reason      text,
  granted_by  bigint not null,
  granted_at  timestamptz not null,
  revoked_by  bigint,
  revoked_at  timestamptz,
  constraint assignment_in_county check (area like county || '%'),
  constraint assignment_deputy_limited check (deputy_for is null or (valid_to is not null and reason is not null)),
  constraint assignment_not_to_oneself check (granted_by <> account_id)
);
create index assignment_account on assignment (account_id);
create index assignment_role on assignment (county, role) where revoked_at is null;
grant select, insert, update on assignment to xiangce_app;

create table session (
  id            bigint generated always as identity primary key,
  token_hash    bytea not null,
  account_id    bigint not null references account,
  assignment_id bigint references assignment,
  created_at    timestamptz not null,
  seen_at       timestamptz not null,
  ip            text not null,
  agent         text not null,
  ended_at      timestamptz,
  ended_why     text
);
create unique index session_token on session (token_hash);
create index session_account on session (account_id) where ended_at is null;
grant select, insert, update on session to xiangce_app;

-- What the security administrator may set: password length, lock, idle time. A key without a row has the value of the house.
create table security_setting (
  key   text primary key,
  value int not null,
  at    timestamptz not null,
  by    bigint not null
);
grant select, insert, update on security_setting to xiangce_app;

create table idempotency (
  account_id   bigint not null,
  operation    text not null,
  key          text not null constraint idempotency_key_length check (length(key) between 1 and 200),
  request_hash bytea not null,
  response     jsonb,
  at           timestamptz not null default now(),
  primary key (account_id, operation, key)
);
grant select, insert, update on idempotency to xiangce_app;

-- Log-ins and user administration: one chain for the whole installation, kept apart from the counties' logs.
create table access_record (
  seq        bigint primary key,
  at         timestamptz not null,
  kind       text not null,
  account_id bigint,
  login      text,
  by         bigint,
  ip         text,
  body       text not null,
  hash       bytea not null
);
create index access_record_account on access_record (account_id, seq);
create index access_record_at on access_record (at);
grant select on access_record to xiangce_app;
select refuse_changes('access_record');

create table access_head (
  one  boolean primary key default true constraint access_head_one check (one),
  seq  bigint not null,
  hash bytea not null
);
insert into access_head (seq, hash) values (0, sha256('xiangce access'::bytea));
grant select on access_head to xiangce_app;

create function append_access(record jsonb) returns bigint language plpgsql
security definer set search_path = public, pg_temp as $$
declare
  head access_head%rowtype;
  line text;
  link bytea;
begin
  select * into head from access_head for update;
  line := (record || jsonb_build_object('seq', head.seq + 1))::text;
  link := sha256(head.hash || convert_to(line, 'UTF8'));
  insert into access_record (seq, at, kind, account_id, login, by, ip, body, hash)
  values (head.seq + 1, (record ->> 'at')::timestamptz, record ->> 'kind', (record ->> 'accountId')::bigint,
    record ->> 'login', (record ->> 'by')::bigint, record ->> 'ip', line, link);
  update access_head set seq = head.seq + 1, hash = link;
  return head.seq + 1;
end $$;

-- The scope of an operation on the directory: no county, no area, so every fence of a county stays shut.
create function set_directory_scope(actor text) returns void language plpgsql as $$
begin
  set local search_path to public;
  execute format('set local app.actor = %L', actor);
end $$;
