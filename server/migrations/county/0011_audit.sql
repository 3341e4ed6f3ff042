-- The county's log: one record per audited operation, chained by hash, written once.
create table audit_record (
  seq        bigint primary key,
  at         timestamptz not null,
  account_id bigint not null,
  actor_name text not null,
  role       text not null,
  area       text collate "C" not null,
  operation  text not null,
  kind       text not null constraint audit_record_kind check (kind in ('read', 'write', 'export')),
  subject    text,
  body       text not null,          -- the record as it was hashed; the columns before it are read from it
  hash       bytea not null
);
create index audit_record_account on audit_record (account_id, seq);
create index audit_record_subject on audit_record (subject, seq) where subject is not null;
create index audit_record_operation on audit_record (operation, seq);
create index audit_record_at on audit_record (at);
select fence_append_only('audit_record', 'audit');
revoke insert on audit_record from xiangce_app;

create table audit_head (
  one  boolean primary key default true constraint audit_head_one check (one),
  seq  bigint not null,
  hash bytea not null
);
insert into audit_head (seq, hash) values (0, sha256('xiangce audit'::bytea));
grant select on audit_head to xiangce_app;

-- Appends one link. The only way in, so that nobody writes a record apart from the chain.
-- Called as the last statement of a transaction: it locks the head until commit.
do $do$ begin execute format($f$
create function append_audit(record jsonb) returns bigint language plpgsql
security definer set search_path = %I, pg_temp as $$
declare
  head audit_head%%rowtype;
  line text;
  link bytea;
begin
  select * into head from audit_head for update;
  line := (record || jsonb_build_object('seq', head.seq + 1))::text;
  link := sha256(head.hash || convert_to(line, 'UTF8'));
  insert into audit_record (seq, at, account_id, actor_name, role, area, operation, kind, subject, body, hash)
  values (head.seq + 1, (record ->> 'at')::timestamptz, (record ->> 'accountId')::bigint, record ->> 'actor',
    record ->> 'role', record ->> 'area', record ->> 'operation', record ->> 'kind', record ->> 'subject', line, link);
  update audit_head set seq = head.seq + 1, hash = link;
  return head.seq + 1;
end $$ $f$, current_schema()); end $do$;

-- Idempotency: the answer to a key, in the same transaction as what it answers.
create table idempotency (
  account_id   bigint not null,
  operation    text not null,
  key          text not null constraint idempotency_key_length check (length(key) between 1 and 200),
  request_hash bytea not null,
  response     jsonb,
  at           timestamptz not null default now(),
  primary key (account_id, operation, key)
);
create index idempotency_at on idempotency (at);
select grant_plain('idempotency');
