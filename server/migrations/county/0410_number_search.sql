-- Ends of identity numbers and telephones are searched through an index of their own, made from their columns: as keys of
-- the row they stood there twice, and with the trigrams of the name (which a search by its characters and their pairs does
-- not need, and behind the fence no filter can use) they were much of what entering a person took.

drop function make_search(text, text, text);

-- Keys are kept in the row (characters and pairs of the name, initials, pinyin); #2648 is the end of a number, @138… a telephone.
create function make_search(tbl text, name_column text, grp text, id_column text default null, phone_column text default null)
returns void language plpgsql as $do$
declare
  numbers text := format('array_remove(array[%s, %s]::text[], null)',
    coalesce('''#'' || right(' || quote_ident(id_column) || ', 4)', 'null'), coalesce('''@'' || ' || quote_ident(phone_column), 'null'));
  has_numbers boolean := coalesce(id_column, phone_column) is not null;
begin
  execute format('drop index if exists %I', tbl || '_trigram');
  -- Whole names are looked up as well, by filters and by rosters that name a household by its head.
  execute format('create index if not exists %I on %I (%I)', tbl || '_named', tbl, name_column);
  if has_numbers then
    execute format('create index if not exists %I on %I using gin ((%s)) with (gin_pending_list_limit = 2048)', tbl || '_numbers', tbl, numbers);
  end if;
  execute format($f$
    create or replace function %1$I(keys text[], pattern text, cap int) returns setof bigint
    language plpgsql stable security definer set search_path = %2$I, public, pg_temp as $$
    declare
      scope text := nullif(current_setting('app.area', true), '');
      reads text := coalesce(current_setting('app.reads', true), '');
      words text[] := array(select key from unnest(keys) as key where key !~ '^[#@]');
      numbers text[] := array(select key from unnest(keys) as key where key ~ '^[#@]');
      condition text := '';
    begin
      if scope is null or not (reads = ',*,' or position(%3$L in reads) > 0) then return; end if;
      if cardinality(words) > 0 then condition := format(' and search_keys @> %%L::text[]', words); end if;
      if cardinality(numbers) > 0 then condition := condition || format(' and %%s @> %%L::text[]', %6$L, numbers); end if;
      if pattern <> '' then condition := condition || format(' and %4$I like %%L', pattern); end if;
      if condition = '' then return; end if;
      return query execute format(
        'select id from %5$I where area >= %%L and area < %%L and deleted_at is null%%s limit %%s',
        scope, scope || '~', condition, cap);
    end $$ $f$, 'search_' || tbl, current_schema(), ',' || grp || ',', name_column, tbl,
    case when has_numbers then numbers else '''{}''::text[]' end);
  execute format('revoke execute on function %I(text[], text, int) from public', 'search_' || tbl);
  execute format('grant execute on function %I(text[], text, int) to xiangce_app', 'search_' || tbl);
end $do$;

revoke execute on function make_search(text, text, text, text, text) from public;

select make_search('area', 'name', 'area');
select make_search('household', 'head_name', 'household', null, 'phone');
select make_search('person', 'name', 'person', 'id_number', 'phone');
select make_search('official', 'name', 'official', 'id_number', 'phone');
select make_search('land_take', 'name', 'landTake');

-- Neither a version nor a trace in the history: nothing that anybody wrote has changed.
do $$
declare
  tbl text;
begin
  foreach tbl in array array['household', 'person', 'official'] loop
    execute format('alter table %I disable trigger user', tbl);
    execute format($f$update %I set search_keys = array(select key from unnest(search_keys) with ordinality as k(key, nth)
      where key !~ '^[#@]' order by nth) where exists (select from unnest(search_keys) as key where key ~ '^[#@]')$f$, tbl);
    execute format('alter table %I enable trigger user', tbl);
  end loop;
end $$;
