-- Examples that go with a change of a parameter: facts and what must come out, worked out by hand by who proposes it. Approved
-- with the change, they stand beside those of the rule file; of one case the last stated holds.
alter table parameter_proposal add column examples json not null default '[]';
alter table policy_plan add column examples json not null default '[]';
-- Named only, up to now: no example may come out otherwise than somebody stated.
alter table policy_plan alter column named_examples set default '[]';
