-- Stage tables of bulk imports: one per job and register, unlogged, without fence, since COPY and bulk inserts need that.
-- The application may not create tables; these functions do it for it, for register tables only.

do $do$ begin execute format($f$
create function open_stage(tbl text, job bigint) returns text language plpgsql
security definer set search_path = %1$I, public, pg_temp as $$
declare
  name text := format('stage_%%s_%%s', job, tbl);
begin
  if job <= 0 or to_regclass(format('%%I', tbl || '_history')) is null then
    raise exception '%% is no register', tbl using errcode = '42501';
  end if;
  if to_regclass(format('%%I', name)) is not null then return name; end if;
  execute format('create unlogged table %%I as select * from %%I with no data', name, tbl);
  execute format('alter table %%I drop column id, drop column version, drop column created_at, drop column created_by,
    drop column updated_at, drop column updated_by, drop column deleted_at, drop column change_reason,
    add column line bigint primary key, add column class text, add column target_id bigint,
    add column changed text[] not null default ''{}''', name);
  execute format('grant select, insert, update, delete on %%I to xiangce_app', name);
  return name;
end $$ $f$, current_schema()); end $do$;

-- Figures for the planner before a stage is compared with its register.
do $do$ begin execute format($f$
create function measure_stage(tbl text, job bigint) returns void language plpgsql
security definer set search_path = %1$I, public, pg_temp as $$
begin
  execute format('analyze %%I', format('stage_%%s_%%s', job, tbl));
end $$ $f$, current_schema()); end $do$;

do $do$ begin execute format($f$
create function close_stage(tbl text, job bigint) returns void language plpgsql
security definer set search_path = %1$I, public, pg_temp as $$
begin
  execute format('drop table if exists %%I', format('stage_%%s_%%s', job, tbl));
end $$ $f$, current_schema()); end $do$;

revoke execute on function open_stage(text, bigint), measure_stage(text, bigint), close_stage(text, bigint) from public;
grant execute on function open_stage(text, bigint), measure_stage(text, bigint), close_stage(text, bigint) to xiangce_app;
