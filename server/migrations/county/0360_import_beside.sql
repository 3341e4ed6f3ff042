-- Imports at the size of a county, once more: what a staged row costs beside itself.

-- Who is named twice in a file is looked up by a hash of what tells people apart; the texts made the index half as large as the rows.
drop index import_row_identity;
create index import_row_identity on import_row (import_id, hashtext(identity)) where identity is not null;

-- Staged rows are written once and read a few times: going through all of them while the next million arrives is for nothing.
-- What the planner knows of them is still brought up to date, and old rows are still frozen in time.
alter table import_row set (autovacuum_vacuum_insert_threshold = -1);
