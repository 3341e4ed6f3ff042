-- Work, pensions of other funds, village welfare (LS-14, LS-17, LS-22).

-- 就业经历
create table employment_spell (
  id bigint generated always as identity primary key,
  area text collate "C" not null constraint employment_spell_area_form check (area ~ '^[0-9]{6,15}$'),
  person_id bigint not null references person,
  valid_from date not null,
  valid_to date constraint employment_spell_valid_order check (valid_to > valid_from),
  employer text not null,
  employer_code text,
  kind text not null constraint employment_spell_kind_form check (kind in ('employee', 'casual', 'selfEmployed', 'publicPost', 'farming')),
  place_level text constraint employment_spell_place_level_form check (place_level in ('village', 'township', 'county', 'prefecture', 'province', 'outside')),
  place text,
  wage bigint,
  insured boolean,
  proof text,
  note text,
  raw jsonb not null default '{}',
  version int not null default 1,
  created_at timestamptz not null default clock_now(),
  created_by bigint not null default acting_account(),
  updated_at timestamptz not null default clock_now(),
  updated_by bigint not null default acting_account(),
  change_reason text,
  deleted_at timestamptz
);
create index employment_spell_area on employment_spell (area, id);
create index employment_spell_person_id on employment_spell (person_id, id);
create unique index employment_spell_identity on employment_spell (person_id, valid_from, employer) where deleted_at is null;
alter table employment_spell add constraint employment_spell_no_overlap exclude using gist
  (person_id with =, employer with =, daterange(valid_from, valid_to) with &&) where (deleted_at is null);
select fence_table('employment_spell', 'employmentSpell');
select keep_history('employment_spell', 'employmentSpell');

-- 其他养老金
create table other_pension (
  id bigint generated always as identity primary key,
  area text collate "C" not null constraint other_pension_area_form check (area ~ '^[0-9]{6,15}$'),
  person_id bigint not null references person,
  valid_from date not null,
  valid_to date constraint other_pension_valid_order check (valid_to > valid_from),
  kind text not null constraint other_pension_kind_form check (kind in ('rural', 'employee')),
  monthly bigint not null,
  payer text,
  note text,
  raw jsonb not null default '{}',
  version int not null default 1,
  created_at timestamptz not null default clock_now(),
  created_by bigint not null default acting_account(),
  updated_at timestamptz not null default clock_now(),
  updated_by bigint not null default acting_account(),
  change_reason text,
  deleted_at timestamptz
);
create index other_pension_area on other_pension (area, id);
create index other_pension_person_id on other_pension (person_id, id);
create unique index other_pension_identity on other_pension (person_id, kind, valid_from) where deleted_at is null;
alter table other_pension add constraint other_pension_no_overlap exclude using gist
  (person_id with =, kind with =, daterange(valid_from, valid_to) with &&) where (deleted_at is null);
select fence_table('other_pension', 'otherPension');
select keep_history('other_pension', 'otherPension');

-- 村级福利
create table village_welfare (
  id bigint generated always as identity primary key,
  area text collate "C" not null constraint village_welfare_area_form check (area ~ '^[0-9]{6,15}$'),
  area_id bigint not null references area,
  valid_from date not null,
  valid_to date constraint village_welfare_valid_order check (valid_to > valid_from),
  tier text constraint village_welfare_tier_form check (tier in ('tier1', 'tier2', 'tier3')),
  male_from bigint,
  female_from bigint,
  monthly bigint not null,
  goods text,
  note text,
  raw jsonb not null default '{}',
  version int not null default 1,
  created_at timestamptz not null default clock_now(),
  created_by bigint not null default acting_account(),
  updated_at timestamptz not null default clock_now(),
  updated_by bigint not null default acting_account(),
  change_reason text,
  deleted_at timestamptz
);
create index village_welfare_area on village_welfare (area, id);
create index village_welfare_area_id on village_welfare (area_id, id);
create unique index village_welfare_identity on village_welfare (area_id, valid_from) where deleted_at is null;
alter table village_welfare add constraint village_welfare_no_overlap exclude using gist
  (area_id with =, daterange(valid_from, valid_to) with &&) where (deleted_at is null);
select fence_table('village_welfare', 'villageWelfare');
select keep_history('village_welfare', 'villageWelfare');
