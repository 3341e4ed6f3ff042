-- Households, persons, officials.

-- 农户
create table household (
  id bigint generated always as identity primary key,
  area text collate "C" not null constraint household_area_form check (area ~ '^[0-9]{6,15}$'),
  number text not null,
  head_name text not null,
  address text,
  members bigint,
  phone text,
  poverty text constraint household_poverty_form check (poverty in ('none', 'poor', 'lifted', 'monitored', 'hardship')),
  dibao text constraint household_dibao_form check (dibao in ('none', 'rural', 'urban')),
  house text constraint household_house_form check (house in ('a', 'b', 'c', 'd')),
  water boolean,
  road boolean,
  contracted numeric,
  income_per_head bigint,
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
create index household_area on household (area, id);
create unique index household_identity on household (number) where deleted_at is null;
create index household_trigram on household using gin (head_name gin_trgm_ops);
create index household_keys on household using gin (search_keys);
select fence_table('household', 'household');
select keep_history('household', 'household');
select make_search('household', 'head_name', 'household');

-- 人员
create table person (
  id bigint generated always as identity primary key,
  area text collate "C" not null constraint person_area_form check (area ~ '^[0-9]{6,15}$'),
  name text not null,
  id_number text,
  shared_number bigint not null default 0,
  sex text constraint person_sex_form check (sex in ('male', 'female')),
  birth_date date,
  household_id bigint references household,
  relation text constraint person_relation_form check (relation in ('head', 'spouse', 'child', 'childInLaw', 'grandchild', 'parent', 'sibling', 'other')),
  hukou text constraint person_hukou_form check (hukou in ('agricultural', 'non-agricultural')),
  phone text,
  bank_card text,
  bank_name text,
  bank_account_name text,
  political_status text constraint person_political_status_form check (political_status in ('masses', 'member', 'probationary', 'applicant', 'league', 'other')),
  education text constraint person_education_form check (education in ('none', 'primary', 'junior', 'senior', 'vocational', 'college', 'bachelor', 'graduate')),
  health text constraint person_health_form check (health in ('healthy', 'chronic', 'serious', 'disabled')),
  id_valid_to date,
  moved_out_on date,
  died_on date,
  died_source text constraint person_died_source_form check (died_source in ('police', 'crematory', 'hospital', 'village', 'family')),
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
create index person_area on person (area, id);
create unique index person_identity on person (id_number, shared_number) where deleted_at is null;
create index person_household_id on person (household_id) where household_id is not null;
create index person_trigram on person using gin (name gin_trgm_ops);
create index person_keys on person using gin (search_keys);
select fence_table('person', 'person');
select keep_history('person', 'person');
select make_search('person', 'name', 'person');

-- 干部与工作队
create table official (
  id bigint generated always as identity primary key,
  area text collate "C" not null constraint official_area_form check (area ~ '^[0-9]{6,15}$'),
  name text not null,
  body text not null constraint official_body_form check (body in ('branch', 'committee', 'supervision', 'team', 'township', 'unit')),
  post text not null,
  person_id bigint references person,
  id_number text,
  sex text constraint official_sex_form check (sex in ('male', 'female')),
  birth_date date,
  phone text,
  political_status text constraint official_political_status_form check (political_status in ('masses', 'member', 'probationary', 'applicant', 'league', 'other')),
  education text constraint official_education_form check (education in ('none', 'primary', 'junior', 'senior', 'vocational', 'college', 'bachelor', 'graduate')),
  term_from date,
  term_to date,
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
create index official_area on official (area, id);
create index official_person_id on official (person_id) where person_id is not null;
create index official_trigram on official using gin (name gin_trgm_ops);
create index official_keys on official using gin (search_keys);
select fence_table('official', 'official');
select keep_history('official', 'official');
select make_search('official', 'name', 'official');
