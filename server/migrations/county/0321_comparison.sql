-- Comparisons: a list from outside beside a register. Nothing here is a register's row, and nothing here writes one.
create table comparison (
  id          bigint generated always as identity primary key,
  area        text collate "C" not null constraint comparison_area_form check (area ~ '^[0-9]{6,15}$'),
  kind        text not null,             -- the declared comparison, or plain:<register>
  register    text not null,
  file_id     bigint not null references file,
  file_name   text not null,
  sha256      text collate "C" not null,
  sender      text not null,             -- whose list it is
  list_date   date not null,             -- the day that the list speaks of
  basis       text,                      -- the letter that it came with, or why it may be used (OF-19)
  sheets      jsonb not null,            -- per sheet: head, titles, columns with their fields
  keys        jsonb not null,            -- [[{ list, here }]]: what rows were matched by, in this order
  state       text not null default 'mapping'
    constraint comparison_state check (state in ('mapping', 'running', 'done', 'dropped')),
  read        int not null default 0,    -- rows of data
  rest        int not null default 0,    -- rows of the register that nobody expects on the list
  counts      jsonb not null default '{}',
  previous_id bigint references comparison,
  job_id      bigint,
  account_id  bigint not null default acting_account(),
  maker       text not null,
  office      text not null,
  made_at     timestamptz not null default clock_now(),
  done_at     timestamptz
);
create index comparison_area on comparison (area, id);
create index comparison_sha256 on comparison (sha256, kind);
select fence_table('comparison', 'finding');
revoke delete on comparison from xiangce_app;

create table comparison_row (
  id            bigint generated always as identity primary key,
  comparison_id bigint not null references comparison,
  area          text collate "C" not null,
  sheet         int not null,            -- counted from 0, as in comparison.sheets
  row_number    int not null,            -- as the sheet shows it
  cells         jsonb not null,          -- column letters -> text as it stood
  encoded       jsonb not null,          -- field -> columns of its value
  keys          text[] not null,         -- comparable text of each key; null where a part is not known
  identity      text,                    -- what tells the row from others, here and in the sender's next list
  issues        jsonb not null default '[]',
  class         text constraint comparison_row_class  -- null until it is known
    check (class in ('same', 'differs', 'candidate', 'onlyThere', 'unreadable', 'repeated')),
  targets       bigint[] not null default '{}', -- rows of the register that are meant
  differs       jsonb not null default '[]',    -- [{ list, here, there, now }]
  candidates    jsonb not null default '[]',    -- [{ id, score, reasons }]
  decision      text constraint comparison_row_decision check (decision in ('same', 'none')),
  decided_by    bigint,
  decided_name  text,
  decided_at    timestamptz,
  is_new        boolean not null default true    -- not on the sender's list before
);
create index comparison_row_list on comparison_row (comparison_id, class, id);
create index comparison_row_identity on comparison_row (comparison_id, identity) where identity is not null;
create index comparison_row_decided on comparison_row (identity) where decision is not null;
select fence_table('comparison_row', 'finding');

-- Rows of the register that are expected on the list and are not on it.
create table comparison_missing (
  id            bigint generated always as identity primary key,
  comparison_id bigint not null references comparison,
  area          text collate "C" not null,
  row_id        bigint not null,
  constraint comparison_missing_once unique (comparison_id, row_id)
);
select fence_table('comparison_missing', 'finding');

-- 采信: a value of a list that one proposes and another confirms; only then it is written into the register.
create table adoption (
  id            bigint generated always as identity primary key,
  area          text collate "C" not null constraint adoption_area_form check (area ~ '^[0-9]{6,15}$'),
  register      text not null,
  target_id     bigint not null,
  comparison_id bigint not null,
  row_id        bigint not null,
  file_name     text not null,
  sheet_name    text not null,
  row_number    int not null,
  sender        text not null,
  list_date     date not null,
  encoded       jsonb not null,          -- field -> columns of the value
  before        jsonb not null,          -- the same of what stood there
  note          text not null,
  state         text not null default 'proposed'
    constraint adoption_state check (state in ('proposed', 'adopted', 'refused')),
  proposed_by   bigint not null default acting_account(),
  proposer      text not null,
  proposed_at   timestamptz not null default clock_now(),
  decided_by    bigint,
  decider       text,
  decided_at    timestamptz,
  constraint adoption_two check (decided_by is null or decided_by <> proposed_by or state <> 'adopted') -- GEN-13
);
create unique index adoption_open on adoption (register, target_id, row_id) where state = 'proposed';
create index adoption_target on adoption (register, target_id) where state = 'adopted';
select fence_table('adoption', 'finding');
revoke delete on adoption from xiangce_app;
