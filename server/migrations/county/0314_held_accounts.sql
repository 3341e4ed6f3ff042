-- How many accounts in which money stands or moved are held by rows of registers, whatever area they are in: a merge of two
-- that both have money needs a second person (GEN-13), also where the first one sees no accounts. A number, nothing else.
do $do$ begin execute format($f$
create function accounts_held(of_rows jsonb) returns bigint language sql stable
security definer set search_path = %1$I, public, pg_temp as $$
  select count(*) from fund_account a
  where (a.subject_register, a.subject_id) in (
    select r.register, i from jsonb_to_recordset(of_rows) as r(register text, id bigint), unnest(known_as(r.register, r.id)) i)
$$ $f$, current_schema()); end $do$;
revoke execute on function accounts_held(jsonb) from public;
grant execute on function accounts_held(jsonb) to xiangce_app;
