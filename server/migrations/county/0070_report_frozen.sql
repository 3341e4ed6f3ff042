-- 定稿: the figures of a report as they stood, whole and for good. A later one gets a number of its own; none is undone.
create table report_frozen (
  id         bigint generated always as identity primary key,
  area       text collate "C" not null,   -- the scope whose figures these are
  number     text not null constraint report_frozen_number unique,
  report     text not null,
  cut        jsonb not null,              -- dimensions and measures
  figures    jsonb not null,              -- the table as it was shown
  digest     text collate "C" not null,   -- sha256 over number, area, report, cut, figures, who and when
  account_id bigint not null,
  actor_name text not null,
  office     text not null,
  frozen_on  date not null,
  frozen_at  timestamptz not null
);
create index report_frozen_report on report_frozen (report, id);
select fence_append_only('report_frozen', 'report');
