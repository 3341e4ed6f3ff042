-- A fact of a list that an event of its row takes over: { event, filled, changes, seen }, as it was when it was proposed.
alter table adoption add column by_event jsonb;
