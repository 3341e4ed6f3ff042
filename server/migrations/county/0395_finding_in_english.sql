-- What a finding says, in English too: kept where it is other than Chinese. Findings from before read as they were written; what a
-- check finds again is completed then.
alter table finding add column stated_en text, add column computed_en text, add column note_en text;

-- As in 0345, with the English of what a merge alone may change.
do $do$ begin execute format($f$
create or replace function finding_as_before() returns trigger language plpgsql security definer set search_path = %1$I, public, pg_temp as $$
begin
  update finding f set state = b.state, row_ids = b.row_ids, computed = b.computed, computed_en = b.computed_en, fingerprint = b.fingerprint,
    note = b.note, note_en = b.note_en, handler = b.handler, handler_id = b.handler_id, handled_at = b.handled_at, people = b.people,
    merge_id = null, before_merge = null
  from finding o, jsonb_to_record(o.before_merge) as b(state text, row_ids bigint[], computed text, computed_en text, fingerprint text,
    note text, note_en text, handler text, handler_id bigint, handled_at timestamptz, people int)
  where o.id = f.id and o.merge_id = new.id;
  return null;
end $$ $f$, current_schema()); end $do$;
