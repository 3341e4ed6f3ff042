-- Words that officers add to what the systems know of rosters: headings of a field, words for a choice. No personal data.
create table import_word (
  id bigint generated always as identity primary key,
  register text not null,
  kind text not null constraint import_word_kind check (kind in ('head', 'value')),
  field text not null,                   -- the target of a heading, or the choice field of a word
  text text not null,                    -- as it is compared: without blanks and remarks
  means text not null default '',        -- of a word: the code of the choice
  sender text not null default '',       -- '' = whoever sends the file
  added_by text not null,
  office text not null,
  added_at timestamptz not null default clock_now(),
  constraint import_word_once unique (register, kind, field, text, sender)
);
select grant_plain('import_word');

-- Who sent the file, where it is not the office that uploads it: what is learned is learned of the sender.
alter table import_batch add column sender text;
alter table import_heading add column taught_by text, add column taught_at timestamptz not null default clock_now();
