-- What lists say of a row of the register, for seeing whether it still differs from the last of them.
create index comparison_row_targets on comparison_row using gin (targets) where targets <> '{}';
