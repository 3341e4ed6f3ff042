-- The story of a record asks for all merges that it was in, those that were undone too, on every page.
create index row_merge_kept_ever on row_merge (register, kept_id);
create index row_merge_gone_ever on row_merge (register, gone_id);
