/** The hands of land-take social security, in the order of the walk: claimant, verifier, approver and payer are different ones (GEN-13, OF-01, OF-02). */
import { t } from '#kernel'
import type { Role } from '#platform'
import {
  asksFor,
  confirmsFacts,
  confirmsMerges,
  drawsSamples,
  followsCases,
  followsFindings,
  freezesReports,
  keeps,
  looksAt,
  may,
  mergesRows,
  readsBooks,
  readsReports,
  role,
  runsChecks,
  seesFull,
  stepsReachBooks,
  takesOut,
  takesSteps,
  triesPolicies,
  worksOnBooks,
  worksOnPlans,
} from './grant.ts'
import { business, ofPersons, people, places, takings } from './role-registers.ts'

/** 村: reports the list and holds the meeting; of its own village it sees everything that it wrote down itself. */
const village = role(
  'village',
  t('村两委', 'Village committees'),
  places,
  keeps(...people, 'official', 'protectedPerson', 'employmentSpell'),
  looksAt('landTake', 'otherPension', 'villageWelfare'),
  seesFull('id', 'phone', 'card', 'income'),
  takesSteps('ls.list', 'ls.meeting'),
  followsFindings,
  readsReports,
)

/** 乡镇: checks what its villages reported, and keeps the registers where a village cannot. */
const township = role(
  'township',
  t('乡镇经办', 'Township clerk'),
  looksAt('area'),
  keeps('villageYear', ...people, 'official', 'protectedPerson', 'employmentSpell', 'villageWelfare'),
  looksAt('landTake', 'otherPension'),
  seesFull('id', 'phone', 'card', 'income'),
  takesSteps('ls.check'),
  triesPolicies,
  runsChecks,
  mergesRows('person', 'household'),
  confirmsFacts('person', 'household'),
  drawsSamples,
  readsReports,
  freezesReports,
)

/** 人社业务经办: decides, one by one and for a whole county by policy, posts the notice, proposes runs. */
const hrOfficer = role(
  'hrOfficer',
  t('人社业务经办', 'Social security officer'),
  places,
  keeps(...people, 'protectedPerson', ...ofPersons),
  looksAt('landTake', 'official', 'villageWelfare'),
  seesFull('id', 'phone', 'card', 'health', 'income'),
  takesSteps('ls.decide', 'ls.notice', 'ls.settle'),
  stepsReachBooks,
  worksOnBooks(
    'run.propose',
    'fund.request',
    'batch.correctCard',
    'batch.reissue',
    'ledger.recordReceivable',
  ),
  may('policy.propose', 'policy.decideCounty'),
  worksOnPlans,
  runsChecks,
  mergesRows('person', 'household'),
  confirmsFacts('person', 'household'),
  drawsSamples,
  readsReports,
)

/** 人社业务复核: answers objections, confirms the result, approves runs and reviews lists; never what the officer did. */
const hrReviewer = role(
  'hrReviewer',
  t('人社业务复核', 'Social security reviewer'),
  places,
  looksAt(...business),
  takesOut(...takings),
  seesFull('id', 'phone', 'card', 'health', 'income'),
  takesSteps('ls.answer', 'ls.approve'),
  worksOnBooks('run.approve', 'inheritance.approve', 'batch.review', 'batch.giveBack', 'batch.approveCard'),
  may('policy.approve', 'policy.compare'),
  worksOnPlans,
  runsChecks,
  confirmsMerges('person', 'household'),
  confirmsFacts('person', 'household'),
  drawsSamples,
  readsReports,
  freezesReports,
)

/** 基金财务: posts the scheme's book, claims money, opens accounts, sends the bank file (OF-01, OF-02). */
const fundAccountant = role(
  'fundAccountant',
  t('基金财务', 'Fund accountant'),
  places,
  looksAt(...people, ...takings, 'otherPension'),
  seesFull('id', 'card'),
  takesSteps('ls.open'),
  worksOnBooks(
    'fund.request',
    'fund.claim',
    'run.post',
    'inheritance.propose',
    'ledger.reverse',
    'ledger.bankInterest',
    'ledger.deposit',
    'ledger.recover',
    'ledger.verify',
    'batch.request',
    'batch.arrive',
    'batch.send',
    'batch.importReturn',
    'batch.moneyBack',
    'batch.archive',
  ),
  readsReports,
)

/** 基金复核: the second pair of eyes on lists, cards and reconciliation. */
const fundReviewer = role(
  'fundReviewer',
  t('基金复核', 'Fund reviewer'),
  places,
  looksAt(...people, ...takings, 'otherPension'),
  seesFull('id', 'card'),
  followsCases,
  worksOnBooks(
    'inheritance.approve',
    'batch.check',
    'batch.giveBack',
    'batch.approveCard',
    'batch.reconcile',
    'ledger.verify',
  ),
  readsReports,
)

/** 财政审核: confirms that the money is there, approves requests for funds; sees amounts and payees, changes no eligibility. */
const financeAuditor = role(
  'financeAuditor',
  t('财政审核', 'Finance office, approval'),
  places,
  looksAt('person', ...takings),
  asksFor('person'),
  takesSteps('ls.fund'),
  worksOnBooks(
    'fund.receive',
    'fund.request',
    'fund.except',
    'batch.audit',
    'batch.giveBack',
    'ledger.verify',
  ),
  readsReports,
)

/** 财政拨付: pays what another approved. */
const financePayer = role(
  'financePayer',
  t('财政拨付', 'Finance office, payment'),
  places,
  looksAt('person', ...takings),
  followsCases,
  worksOnBooks('fund.receive', 'ledger.bankInterest', 'ledger.deposit', 'batch.appropriate'),
  readsReports,
)

/** 自然资源: registers the takings and follows their four transfers. */
const landOffice = role(
  'landOffice',
  t('自然资源', 'Land office'),
  places,
  keeps('landTake'),
  looksAt('protectedPerson', 'person'),
  followsCases,
  readsBooks,
  readsReports,
)

export const schemeRoles: readonly Role[] = [
  village,
  township,
  hrOfficer,
  hrReviewer,
  fundAccountant,
  fundReviewer,
  financeAuditor,
  financePayer,
  landOffice,
]
