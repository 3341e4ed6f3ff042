-- What was claimed back and is due after all: what is owed for the month goes against the claim instead of to the person (OF-16).
insert into posting_rule (fund, book_entity, purpose, side, kind) values
  ('land-security.protection', 'agency', 'recovery', 'D', 'payable'),
  ('land-security.regulating', 'agency', 'recovery', 'D', 'payable');
