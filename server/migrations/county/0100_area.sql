-- Areas and what villages report of themselves.

-- 乡镇和村组
create table area (
  id bigint generated always as identity primary key,
  area text collate "C" not null constraint area_area_form check (area ~ '^[0-9]{6,15}$'),
  code text collate "C" not null,
  name text not null,
  level text not null constraint area_level_form check (level in ('province', 'city', 'county', 'township', 'village', 'group')),
  kind text constraint area_kind_form check (kind in ('county', 'town', 'township', 'subdistrict', 'village', 'community', 'group')),
  parent text collate "C",
  pinyin text,
  short_name text,
  since date,
  until date,
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
create index area_area on area (area, id);
create unique index area_identity on area (code) where deleted_at is null;
create index area_trigram on area using gin (name gin_trgm_ops);
create index area_keys on area using gin (search_keys);
select fence_table('area', 'area');
-- Which areas there are is public: names of the whole county are read by everybody who acts in it.
create policy fence_names on area for select to xiangce_app using (nullif(current_setting('app.area', true), '') is not null);
select keep_history('area', 'area');
select make_search('area', 'name', 'area');

-- 村情年报
create table village_year (
  id bigint generated always as identity primary key,
  area text collate "C" not null constraint village_year_area_form check (area ~ '^[0-9]{6,15}$'),
  area_id bigint not null references area,
  year bigint not null,
  registered text constraint village_year_registered_form check (registered in ('full', 'partial')),
  population bigint,
  households bigint,
  labour bigint,
  arable numeric,
  under20 bigint,
  from20 bigint,
  from40 bigint,
  farming bigint,
  employed bigint,
  self_employed bigint,
  jobless bigint,
  in_village bigint,
  insured numeric,
  insured_bound text constraint village_year_insured_bound_form check (insured_bound in ('=', '>=', '<=', '~', '<', '>', '~<')),
  income_per_farmer bigint,
  wage_income bigint,
  farm_income bigint,
  other_income bigint,
  collective_income bigint,
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
create index village_year_area on village_year (area, id);
create index village_year_area_id on village_year (area_id, id);
create unique index village_year_identity on village_year (area_id, year) where deleted_at is null;
select fence_table('village_year', 'villageYear');
select keep_history('village_year', 'villageYear');
