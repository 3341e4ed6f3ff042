/** The other offices of the county: those that keep registers of their own, and those that look on (OF-26). */
import { t } from '#kernel'
import type { Role } from '#platform'
import {
  asksFor,
  drawsSamples,
  followsCases,
  followsFindings,
  followsSamples,
  freezesReports,
  keeps,
  looksAt,
  looksInTheField,
  may,
  readsBooks,
  readsReports,
  role,
  seesFull,
  takesOut,
  triesPolicies,
} from './grant.ts'
import { business, ofPersons, people, places } from './role-registers.ts'

/** 农业农村: village profiles, land, collective money. */
const agriculture = role(
  'agriculture',
  t('农业农村', 'Agriculture and rural affairs'),
  looksAt('area', 'household', 'landTake', 'villageWelfare'),
  keeps('villageYear'),
  readsReports,
  freezesReports,
)

/** 乡村振兴: poor households in full. */
const ruralRevitalisation = role(
  'ruralRevitalisation',
  t('乡村振兴', 'Rural revitalisation'),
  places,
  keeps('household'),
  looksAt('person', 'official', ...ofPersons),
  seesFull('id', 'phone', 'health', 'income'),
  drawsSamples,
  readsReports,
)

/** 驻村工作队: goes from house to house, looks at the records that were drawn, reports what it finds; changes no record itself. */
const residentTeam = role(
  'residentTeam',
  t('驻村工作队', 'Resident team'),
  looksAt('area', 'household', 'person'),
  seesFull('id', 'phone'),
  looksInTheField,
)

/** 民政: names, borders and mergers of places, minimum living allowance, deaths (LS-15, OF-19). */
const civilAffairs = role(
  'civilAffairs',
  t('民政', 'Civil affairs'),
  looksAt('villageYear'),
  keeps('area', 'household'),
  looksAt('person', 'otherPension'),
  seesFull('id', 'phone', 'income'),
  may('area.mergePlaces'),
  readsReports,
)

/** 县领导小组办公室: all units, all reports, persons masked. */
const leadingGroup = role(
  'leadingGroup',
  t('县领导小组办公室', 'County leading-group office'),
  places,
  looksAt(...business),
  followsCases,
  readsBooks,
  followsFindings,
  followsSamples,
  readsReports,
  triesPolicies,
)

/** 纪检监督: follows cases, notices and payments, persons masked; asks for a hidden value with a reason. */
const supervisor = role(
  'supervisor',
  t('纪检监督', 'Supervision'),
  places,
  looksAt(...business),
  asksFor(...people, 'official', 'protectedPerson', 'employmentSpell'),
  followsCases,
  readsBooks,
  followsFindings,
  followsSamples,
  readsReports,
  may('audit.list'),
  { reads: ['audit'] },
)

/** 审计: reads everything and the log, takes it out, changes nothing (OF-26). */
const auditor = role(
  'auditor',
  t('审计', 'Auditor'),
  places,
  looksAt(...business),
  takesOut('area', 'villageYear', ...business),
  seesFull('id', 'phone', 'card', 'health', 'income'),
  followsCases,
  readsBooks,
  followsFindings,
  followsSamples,
  readsReports,
  may('audit.list', 'audit.verify', 'audit.values', 'ledger.verify', 'ledger.export'),
  { reads: ['audit', 'import'] },
)

export const officeRoles: readonly Role[] = [
  agriculture,
  ruralRevitalisation,
  residentTeam,
  civilAffairs,
  leadingGroup,
  supervisor,
  auditor,
]
