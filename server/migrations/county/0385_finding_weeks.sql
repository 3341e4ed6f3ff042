-- The board of findings by place and week at a county's size: all that it reads is in one index, so that the wide rows are not
-- opened, and findings are brought together under one text and one number, not under two texts and two numbers.
drop index finding_age;
create index finding_age on finding (state, found_at, area, id) include (verdict, handled_at);

-- As in 0351; what is closed is told as such, whichever way. `bunch`: the week found, and behind it 0 open, 1 looked at, or twice
-- the week closed; weeks are below 8192 (until 2157).
do $do$ begin execute format($f$
create or replace function finding_weeks(verdicts text[], digits int, first_week int)
returns table (place text, state text, found int, closed int, n bigint, oldest timestamptz)
language plpgsql stable security definer set search_path = %1$I, public, pg_temp set timezone = 'Asia/Shanghai' as $$
declare
  said text := finding_condition('{}');
begin
  if said is null then return; end if;
  return query execute format('select place, case bunch %%%% 16384 when 0 then ''open'' when 1 then ''checking'' else ''closed'' end,
      bunch / 16384, nullif(bunch %%%% 16384 / 2, 0), n, oldest
    from (select left(area, %%1$s) as place, greatest((found_at::date - date %%2$L) / 7, %%3$s - 1) * 16384
        + case state when ''open'' then 0 when ''checking'' then 1 else (handled_at::date - date %%2$L) / 7 * 2 end as bunch,
        count(*) as n, min(found_at) as oldest
      from finding where verdict = any (%%4$L) and %%5$s and (state in (''open'', ''checking'') or handled_at >= %%6$L) group by 1, 2) f',
    digits, '2000-01-03', first_week, verdicts, said, (date '2000-01-03' + 7 * first_week)::timestamptz);
end $$ $f$, current_schema()); end $do$;
