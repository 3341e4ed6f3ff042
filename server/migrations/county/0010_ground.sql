-- What every county carries below its registers: document numbers and the refusal of changes.
do $$ begin execute format('grant usage on schema %I to xiangce_app, public_reader', current_schema()); end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are written once', tg_table_name
    using errcode = '23514', constraint = 'append_only', table = tg_table_name;
end $$;

-- Document numbers without a gap: a row per series, locked by whoever takes the next one.
create table counter (
  series text primary key,
  last   bigint not null constraint counter_positive check (last > 0)
);
select grant_plain('counter');
