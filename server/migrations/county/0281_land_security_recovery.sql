-- What was claimed back and is due after all: what is owed for the month goes against the claim instead of to the person (OF-16).
-- A share that was credited to the other account at the opening goes over: the pool's to the own account, or back (LS-04, LS-05).
insert into posting_rule (fund, book_entity, purpose, side, kind) values
  ('land-security.protection', 'agency', 'recovery', 'D', 'payable'),
  ('land-security.regulating', 'agency', 'recovery', 'D', 'payable'),
  ('land-security.protection', 'agency', 'opening', 'D', 'individual'),
  ('land-security.protection', 'agency', 'opening', 'D', 'pooled');
