-- What was decided and booked under the two ids of a merge since it was done: it stays where it is when the merge is undone, and
-- whoever undoes it is told. As the owner, for he may see neither decisions nor books. Two numbers and no row.
do $do$ begin execute format($f$
create function merge_rests(of_merge bigint) returns table (decisions bigint, vouchers bigint) language sql stable
security definer set search_path = %1$I, public, pg_temp as $$
  with m as (select register, kept_id, gone_id, done_at from row_merge where id = of_merge and state = 'done')
  select
    (select count(*) from m join decision d on d.subject_register = m.register and d.subject_id in (m.kept_id, m.gone_id)
      where d.decided_at >= m.done_at),
    (select count(distinct e.voucher_id) from m join entry e on e.subject_register = m.register
        and e.subject_id in (m.kept_id, m.gone_id) and e.subject_id > 0
      join voucher v on v.id = e.voucher_id where v.created_at >= m.done_at)
$$ $f$, current_schema()); end $do$;
revoke execute on function merge_rests(bigint) from public;
grant execute on function merge_rests(bigint) to xiangce_app;
