-- A household that has no living member any more ends; its row stays, for what was written about it still points to it.
alter table household add column ended_on date;
select keep_history('household', 'household');
