-- That a place is a code is asked of each row that is written; without a pattern it takes a tenth of the time
-- (0.16 instead of 1.9 microseconds).
do $$
declare
  form record;
begin
  for form in select conrelid::regclass as tbl, conname from pg_constraint
    where connamespace = current_schema()::regnamespace and contype = 'c'
      and pg_get_constraintdef(oid) = 'CHECK ((area ~ ''^[0-9]{6,15}$''::text))' loop
    execute format($f$alter table %s drop constraint %I, add constraint %I
      check (octet_length(area) between 6 and 15 and ltrim(area, '0123456789') = '')$f$, form.tbl, form.conname, form.conname);
  end loop;
end $$;
