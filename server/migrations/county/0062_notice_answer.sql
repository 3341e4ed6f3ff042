-- Until when an objection is answered, as its reader is told when he sends it.
alter table publication add column answer_days int not null default 3;
alter table publication add column answer_count text not null default 'calendar'
  constraint publication_answer_count check (answer_count in ('calendar', 'working'));
