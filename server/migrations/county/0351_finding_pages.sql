-- Pages and counts of the board of findings, in the scope of the transaction. Under a policy the planner cannot know how many
-- rows a scope holds: it sorts a county's findings for every page that is not in the order of areas, and reads them one by one
-- to count them. So these functions run as the owner with the fence written into the statement, and as literals, as the search
-- of a register does (0030). They give ids and sums only; rows are read by their ids behind the fence. Days are China's.

-- The condition for what an ask means, { check, area, handler, unhandled, days }, with the fence; null: nothing is to be seen.
do $do$ begin execute format($f$
create function finding_condition(ask jsonb) returns text language plpgsql stable set search_path = %1$I, public, pg_temp set timezone = 'Asia/Shanghai' as $$
declare
  scope text := nullif(current_setting('app.area', true), '');
  reads text := coalesce(current_setting('app.reads', true), '');
  said text;
begin
  if scope is null or nullif(current_setting('app.party', true), '') is not null
    or not (reads = ',*,' or position(',finding,' in reads) > 0) then return null; end if;
  said := format('area >= %%L and area < %%L', scope, scope || '~');
  if ask ->> 'area' is not null then said := said || format(' and area >= %%L and area < %%L', ask ->> 'area', (ask ->> 'area') || '~'); end if;
  if ask ->> 'check' is not null then said := said || format(' and check_id = %%L', ask ->> 'check'); end if;
  if ask ->> 'handler' is not null then said := said || format(' and handler_id = %%s', (ask ->> 'handler')::bigint); end if;
  if (ask ->> 'unhandled')::boolean then said := said || ' and handler_id is null'; end if;
  if ask ->> 'days' is not null then
    said := said || format(' and found_at < %%L', (clock_now()::date - (ask ->> 'days')::int + 1)::timestamptz);
  end if;
  return said;
end $$ $f$, current_schema()); end $do$;

-- Ids of a page in its order. `ask` with `states`: each of them (and money known or not) is a branch that an index of 0350 has
-- in order. `after`: the last row of the page before.
do $do$ begin execute format($f$
create function finding_page(ask jsonb, ordering text, after bigint, cap int) returns setof bigint
language plpgsql stable security definer set search_path = %1$I, public, pg_temp as $$
declare
  said text := finding_condition(ask);
  keys text := case ordering when 'check' then 'check_id, area, id' when 'age' then 'found_at, area, id' else 'area, id' end;
  whole text := case ordering when 'amount' then 'amount desc nulls last, area, id' else keys end;
  branch text := '(select id, area, check_id, found_at, amount from finding where state = %%L and %%s order by %%s limit %%s)';
  last finding%%rowtype;
  behind text := '';
  poorer text := '';
  branches text[] := '{}';
  state text;
begin
  if said is null then return; end if;
  if after is not null then
    select * into last from finding where id = after;
    behind := case ordering when 'check' then format(' and (check_id, area, id) > (%%L, %%L, %%s)', last.check_id, last.area, last.id)
      when 'age' then format(' and (found_at, area, id) > (%%L, %%L, %%s)', last.found_at, last.area, last.id)
      else format(' and (area, id) > (%%L, %%s)', last.area, last.id) end;
    poorer := format(' and amount <= %%1$s and (amount < %%1$s or (area, id) > (%%2$L, %%3$s))', last.amount, last.area, last.id);
  end if;
  foreach state in array array(select jsonb_array_elements_text(ask -> 'states')) loop
    if ordering <> 'amount' then
      branches := branches || format(branch, state, said || behind, keys, cap);
      continue;
    end if;
    if after is null or last.amount is not null then
      branches := branches || format(branch, state, said || ' and amount is not null' || poorer, 'amount desc, area, id', cap);
    end if;
    branches := branches || format(branch, state, said || ' and amount is null' || case when last.amount is null then behind else '' end, keys, cap);
  end loop;
  return query execute format('select id from (%%s) f order by %%s limit %%s', array_to_string(branches, ' union all '), whole, cap);
end $$ $f$, current_schema()); end $do$;

-- What the findings of an ask come to, by check, verdict and who handled them last, in one reading.
do $do$ begin execute format($f$
create function finding_sums(ask jsonb)
returns table (check_id text, verdict text, handler_id bigint, handler text, n bigint, people bigint, amount bigint)
language plpgsql stable security definer set search_path = %1$I, public, pg_temp as $$
declare
  said text := finding_condition(ask);
begin
  if said is null then return; end if;
  return query execute format('select check_id, verdict, handler_id, max(handler), count(*), coalesce(sum(people), 0)::bigint,
    coalesce(sum(amount), 0)::bigint from finding where state = any (%%L) and %%s group by 1, 2, 3',
    array(select jsonb_array_elements_text(ask -> 'states')), said);
end $$ $f$, current_schema()); end $do$;

-- Findings with these verdicts by place, state, week found and week closed, in one reading; weeks since Monday 2000-01-03, those
-- before `first_week` as one. What was closed before `first_week` is not among them.
do $do$ begin execute format($f$
create function finding_weeks(verdicts text[], digits int, first_week int)
returns table (place text, state text, found int, closed int, n bigint, oldest timestamptz)
language plpgsql stable security definer set search_path = %1$I, public, pg_temp set timezone = 'Asia/Shanghai' as $$
declare
  said text := finding_condition('{}');
begin
  if said is null then return; end if;
  return query execute format('select left(area, %%1$s), state, greatest((found_at::date - date %%2$L) / 7, %%3$s - 1),
    case when state in (''explained'', ''corrected'') then (handled_at::date - date %%2$L) / 7 end, count(*), min(found_at)
    from finding where verdict = any (%%4$L) and %%5$s and (state in (''open'', ''checking'') or handled_at >= %%6$L) group by 1, 2, 3, 4',
    digits, '2000-01-03', first_week, verdicts, said, (date '2000-01-03' + 7 * first_week)::timestamptz);
end $$ $f$, current_schema()); end $do$;

revoke execute on function finding_condition(jsonb), finding_page(jsonb, text, bigint, int), finding_sums(jsonb),
  finding_weeks(text[], int, int) from public;
grant execute on function finding_page(jsonb, text, bigint, int), finding_sums(jsonb), finding_weeks(text[], int, int) to xiangce_app;
