-- A word holds for the files of the office that added it, and for all only where the county level made it general.
alter table import_word add column area text collate "C" not null default '', add column general boolean not null default false;
-- What was added before held for all and keeps doing so.
update import_word set general = true;
alter table import_word alter column area drop default;
alter table import_word drop constraint import_word_once;
alter table import_word add constraint import_word_once unique (register, kind, field, text, sender, area, office);
