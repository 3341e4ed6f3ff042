-- Takings of land and who is on their lists (LS-01, OF-12).

-- 征地项目
create table land_take (
  id bigint generated always as identity primary key,
  area text collate "C" not null constraint land_take_area_form check (area ~ '^[0-9]{6,15}$'),
  name text not null,
  approval_no text,
  approved_on date,
  taken_on date not null,
  reference_kind text constraint land_take_reference_kind_form check (reference_kind in ('approval', 'notice', 'plan')),
  reference_day date,
  land numeric,
  land_compensation bigint,
  resettlement_subsidy bigint,
  transfer_revenue bigint,
  base_per_person bigint,
  government_percent numeric,
  collective_percent numeric,
  reserve_percent numeric,
  living_allowance bigint,
  allowance_fund text constraint land_take_allowance_fund_form check (allowance_fund in ('regulating', 'retained')),
  scheme text constraint land_take_scheme_form check (scheme in ('account', 'subsidy')),
  note text,
  search_keys text[] not null default '{}',
  raw jsonb not null default '{}',
  version int not null default 1,
  created_at timestamptz not null default clock_now(),
  created_by bigint not null default acting_account(),
  updated_at timestamptz not null default clock_now(),
  updated_by bigint not null default acting_account(),
  change_reason text,
  deleted_at timestamptz
);
create index land_take_area on land_take (area, id);
create unique index land_take_identity on land_take (name, area) where deleted_at is null;
create index land_take_trigram on land_take using gin (name gin_trgm_ops);
create index land_take_keys on land_take using gin (search_keys);
select fence_table('land_take', 'landTake');
select keep_history('land_take', 'landTake');
select make_search('land_take', 'name', 'landTake');

-- 保障对象
create table protected_person (
  id bigint generated always as identity primary key,
  area text collate "C" not null constraint protected_person_area_form check (area ~ '^[0-9]{6,15}$'),
  land_take_id bigint not null references land_take,
  person_id bigint not null references person,
  hukou_then text constraint protected_person_hukou_then_form check (hukou_then in ('agricultural', 'non-agricultural')),
  land_lost numeric,
  land_left numeric,
  membership text constraint protected_person_membership_form check (membership in ('contract', 'birth', 'marriage', 'adoption', 'resolution')),
  person_kind text constraint protected_person_person_kind_form check (person_kind in ('resident', 'student', 'conscript', 'marriedOut', 'marriedIn', 'prisoner', 'attached', 'newborn', 'pending')),
  subsidy bigint,
  offset_signed date,
  waived_on date,
  guardian text,
  guardian_relation text,
  payee text,
  payee_card text,
  payee_until date,
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
create index protected_person_area on protected_person (area, id);
create index protected_person_land_take_id on protected_person (land_take_id, id);
create unique index protected_person_identity on protected_person (land_take_id, person_id) where deleted_at is null;
create index protected_person_person_id on protected_person (person_id) where person_id is not null;
select fence_table('protected_person', 'protectedPerson');
select keep_history('protected_person', 'protectedPerson');
