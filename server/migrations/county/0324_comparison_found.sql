-- What a comparison found, a chunk at a time, until all of it is known: then what it no longer says is closed.
create table comparison_found (
  comparison_id bigint not null references comparison,
  area          text collate "C" not null,
  check_id      text not null,
  key           text collate "C" not null,
  primary key (comparison_id, check_id, key)
);
select fence_table('comparison_found', 'finding');
