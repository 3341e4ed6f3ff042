-- The board of findings at a hundred thousand of them: a page is read in its order from an index, whatever the scope. The
-- state leads, so that closed findings, which only grow, are never read for the open ones.
drop index finding_open;
create index finding_area on finding (state, area, id);
create index finding_check on finding (state, check_id, area, id);
create index finding_age on finding (state, found_at, area, id);
create index finding_amount on finding (state, amount desc, area, id) where amount is not null;
create index finding_handler on finding (state, handler_id, area, id) where handler_id is not null;
create index finding_closed on finding (handled_at) where state in ('explained', 'corrected');
