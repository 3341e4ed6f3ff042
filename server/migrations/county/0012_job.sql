-- Long work: a job is a row, its chunks are operations in transactions of their own.
create table job (
  id          bigint generated always as identity primary key,
  kind        text not null,
  key         text,
  input       jsonb not null,
  actor       jsonb not null,        -- account, assignment, area of who asked; the verb is checked again at each chunk
  account_id  bigint not null,
  area        text collate "C" not null,
  state       text not null default 'waiting'
              constraint job_state check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  memory      jsonb,                 -- what the last chunk handed to the next
  chunk       int not null default 0,
  progress_at bigint not null default 0,
  progress_of bigint not null default 0,
  say         jsonb,                 -- Text: where it stands
  problem     jsonb,
  attempts    int not null default 0,
  cancelling  boolean not null default false,
  worker      text,
  heartbeat   timestamptz,
  wake_at     timestamptz not null default now(),
  created_at  timestamptz not null default now(),
  ended_at    timestamptz
);
create unique index job_key on job (kind, key) where key is not null;
create index job_open on job (wake_at) where state in ('waiting', 'running');
create index job_account on job (account_id, id);
select grant_plain('job');

-- One row per finished chunk: the same chunk delivered twice meets this key and undoes itself.
create table job_chunk (
  job_id bigint not null references job,
  chunk  int not null,
  at     timestamptz not null default now(),
  primary key (job_id, chunk)
);
select grant_plain('job_chunk');
