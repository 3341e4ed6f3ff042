-- What was claimed back and is due after all is set against the claim: the account bears it, the claim goes down (OF-16).
insert into posting_rule (fund, book_entity, purpose, side, kind) values
  ('land-security.protection', 'agency', 'recovery', 'D', 'individual'),
  ('land-security.protection', 'agency', 'recovery', 'D', 'pooled'),
  ('land-security.regulating', 'agency', 'recovery', 'D', 'pooled');
