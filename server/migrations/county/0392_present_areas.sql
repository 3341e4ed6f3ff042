-- What codes of places are called today: through mergers to what they became, and through undone mergers back to what they were.
-- Several where a village became several again. Codes only, so no fence is needed: which places there are is public.
do $do$ begin execute format($f$
create function present_areas(codes text[]) returns table (code text, present text) language sql stable
security definer set search_path = %1$I, pg_temp as $$
  with recursive went as (
    select c collate "C" as code, c collate "C" as at, 0 as step from unnest(codes) c
    union
    select w.code, n.next collate "C", w.step + 1 from went w cross join lateral (
      select a.successor as next from area a where a.code = w.at and a.deleted_at is null and a.successor is not null
      union all
      select m.old from area_merger g, jsonb_to_recordset(g.moves) as m (old text, new text)
        where g.state in ('undoing', 'undone') and m.new = w.at
          and not exists (select from area a where a.code = w.at and a.deleted_at is null)) n
    where w.step < 20)
  select distinct w.code, w.at from went w join area a on a.code = w.at and a.deleted_at is null and a.successor is null
$$ $f$, current_schema()); end $do$;
revoke execute on function present_areas(text[]) from public;
grant execute on function present_areas(text[]) to xiangce_app;
