-- Fences that were made with the text of 0010 get the text of public/0012; those made since then have it already.
do $do$
declare
  fence record;
  grp text;
  readable text;
  writable text;
begin
  for fence in
    select c.relname as tbl, p.polname as name, p.polcmd as cmd, pg_get_expr(coalesce(p.polqual, p.polwithcheck), c.oid) as said
    from pg_policy p join pg_class c on c.oid = p.polrelid
    where c.relnamespace = current_schema()::regnamespace
      and p.polname in ('fence_read', 'fence_insert', 'fence_update', 'fence_delete')
  loop
    grp := substring(fence.said from $r$POSITION\(\(',([^,]+),'$r$);
    if grp is null then
      raise exception 'the fence % of % names no group: %', fence.name, fence.tbl, fence.said;
    end if;
    readable := fence_text(fence.tbl, grp, 'reads');
    writable := fence_text(fence.tbl, grp, 'writes');
    case fence.cmd
      when 'r' then execute format('alter policy %I on %I using (%s)', fence.name, fence.tbl, readable);
      when 'a' then execute format('alter policy %I on %I with check (%s)', fence.name, fence.tbl, writable);
      when 'w' then
        execute format('alter policy %I on %I using (%s) with check (%s)', fence.name, fence.tbl, writable, writable);
      when 'd' then execute format('alter policy %I on %I using (%s)', fence.name, fence.tbl, writable);
    end case;
  end loop;
end $do$;
