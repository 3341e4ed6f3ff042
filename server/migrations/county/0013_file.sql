-- Files by content: the same bytes are kept once; who put them in is a row of its own.
create table file_content (
  sha256 text collate "C" primary key,
  bytes  bytea not null,
  size   bigint not null
);
select grant_plain('file_content');

create table file (
  id         bigint generated always as identity primary key,
  area       text collate "C" not null,
  party_id   text,
  name       text not null,
  mime       text not null,
  sha256     text collate "C" not null references file_content,
  size       bigint not null,
  account_id bigint not null,
  shared     boolean not null default false, -- else only who put it in may take it out
  at         timestamptz not null default now()
);
create index file_sha256 on file (sha256);
select fence_table('file', 'file');
revoke update, delete on file from xiangce_app;
grant update (shared) on file to xiangce_app;

-- Working days: the yearly notice of the State Council, entered by an administrator where the package ends.
create table holiday (
  day  date primary key,
  kind text not null constraint holiday_kind check (kind in ('holiday', 'workday')),
  name text not null
);
create table holiday_year (
  year     int primary key,
  document text not null
);
select grant_plain('holiday');
select grant_plain('holiday_year');
