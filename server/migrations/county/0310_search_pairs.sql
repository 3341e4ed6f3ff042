-- Two frequent characters are looked up as the pair that they are: the rows that stand already get the keys of their pairs.

-- Neither a version nor a trace in the history: nothing that anybody wrote has changed.
do $do$
declare
  place record;
begin
  for place in select * from (values ('area', 'name'), ('household', 'head_name'), ('person', 'name'), ('official', 'name'),
    ('land_take', 'name')) as p(tbl, named)
  loop
    execute format('alter table %I disable trigger user', place.tbl);
    -- The characters of a name are those of its own keys; two Latin letters are no pair, they could be initials.
    execute format($f$
      update %1$I as t set search_keys = t.search_keys || p.pairs
      from (
        select id, array_agg(distinct pair) as pairs from (
          select id, c || lead(c) over (partition by id order by at) as pair
          from %1$I, lateral string_to_table(%2$I, null) with ordinality as l(c, at)
          where c = any(search_keys)
        ) as found
        where pair is not null and pair !~ '^[A-Za-z]+$' group by id
      ) as p
      where t.id = p.id and not t.search_keys @> p.pairs $f$, place.tbl, place.named);
    execute format('alter table %I enable trigger user', place.tbl);
  end loop;
end $do$;
