/** What a farmer whose land was taken may ask without log-in. */
import { t } from '#kernel'
import type { PublicInquiry } from '#policy'
import { asked, asToday, defineInquiry, granted, through } from '#policy'
import { combinedPension } from '../policies/combined-pension.ts'
import { livingAllowance } from '../policies/living-allowance.ts'
import { pension } from '../policies/pension.ts'
import { protection } from '../policies/protection.ts'
import { reemployment } from '../policies/reemployment.ts'
import { none } from '../policies/sources.ts'
import { villageWelfare } from '../policies/village-welfare.ts'
import * as ask from './questions.ts'

const identity = t('身份证、户口簿', 'Identity card and household book')
const agreement = t(
  '征地补偿协议，或村委会的征地证明',
  'The compensation agreement, or a statement of the village',
)
const onList = t('先经审定，列入保障对象名单。', 'First you are decided upon and put on the list.')
const card = t('社会保障卡', 'Social-security card')

const security = defineInquiry({
  policy: protection,
  title: t('失地农民基本生活保障', 'Basic security for farmers whose land was taken'),
  intro: t(
    '家里的地被征收了，看您属于哪一类、建不建个人专户。',
    'If your land was taken: which category you are of, and whether an account is opened.',
  ),
  facts: {
    birthDate: asked(ask.birthDate),
    takenOn: asked(ask.takenOn),
    sex: asked(ask.sex),
    base: asked(ask.base),
  },
  decides: { result: 'category', yes: ['above', 'working'] },
  tells: {
    above: t('您是甲类：到了养老年龄，按月领养老金。', 'You are of (a): the pension is paid monthly.'),
    working: t(
      '您是乙类：建个人专户，到龄领养老金；没有工作的另有生活补助费。',
      'You are of (b): an account of your own, the pension when of age, an allowance while without work.',
    ),
    minor: t(
      '您是丙类：不建个人专户，一次发给征地安置补助费。',
      'You are of (c): no account; the resettlement subsidy is paid once.',
    ),
  },
  shows: ['individualAccount'],
  still: t(
    '村民会议讨论通过、乡镇核准、县人社局审定并公示。',
    'The meeting, the township and the county decide, and the list is posted.',
  ),
  office: ask.township,
  papers: [identity, agreement],
})

const oldAge = defineInquiry({
  policy: pension,
  title: t('失地农民养老金', 'Pension of farmers whose land was taken'),
  intro: t('地被征收、到了领取年龄的，按月领。', 'Paid monthly once you are of age.'),
  facts: {
    birthDate: asked(ask.birthDate),
    sex: asked(ask.sex),
    category: through(security, 'category'),
    payMonth: asToday('month'),
    diedOn: granted(none),
  },
  decides: { result: 'entitled' },
  shows: ['monthly', 'startsOn'],
  still: onList,
  office: ask.township,
  papers: [identity, card, t('失地农民保障核定通知', 'The decision on your security')],
})

const allowance = defineInquiry({
  policy: livingAllowance,
  title: t('未就业生活补助费', 'Living allowance while without work'),
  intro: t(
    '地被征收以后一直没有工作的，按月领，有月数限制。',
    'Paid monthly while without work since the taking, for a number of months.',
  ),
  facts: {
    takenOn: asked(ask.takenOn),
    category: through(security, 'category'),
    claimMonth: asToday('month'),
    unemployedFrom: asked(ask.unemployedFrom),
    paidBefore: asked(ask.paidBefore),
    jobs: asked(ask.jobs),
    meetsDibao: asked(ask.meetsDibao),
  },
  decides: { result: 'entitled' },
  shows: ['amount', 'months', 'paidThrough', 'next'],
  still: onList,
  office: ask.township,
  papers: [
    identity,
    card,
    t('村委会开的未就业证明', 'The statement of the village that you are without work'),
  ],
})

const certificate = defineInquiry({
  policy: reemployment,
  title: t('《再就业优惠证》', 'Re-employment certificate'),
  intro: t(
    '没有工作的失地农民，或自己做生意的，可以看看。',
    'For landless farmers without work, or with a business of their own.',
  ),
  facts: {
    landless: asked(ask.landless),
    selfEmployed: asked(ask.selfEmployed),
    jobless: asked(ask.jobless),
    birthDate: asked(ask.birthDate),
    sex: asked(ask.sex),
    onDay: asToday(),
  },
  decides: { result: 'certificate' },
  shows: ['is4050'],
  office: ask.township,
  papers: [identity, agreement],
})

const together = defineInquiry({
  policy: combinedPension,
  title: t('几份养老金一起算，每月到手多少', 'All pensions together'),
  intro: t(
    '除了失地农民养老金，还领农保、职工养老金的。',
    "If you also draw a rural or an employees' pension.",
  ),
  facts: {
    benefit: through(oldAge, 'monthly'),
    others: asked(ask.others),
    payMonth: asToday('month'),
  },
  decides: { result: 'together' },
  shows: ['together', 'ours', 'byOthers', 'separate'],
  office: ask.township,
  papers: [identity, card],
})

const welfare = defineInquiry({
  policy: villageWelfare,
  title: t('村集体福利', 'Welfare of the village'),
  intro: t('村集体每月发的福利，各村不一样。', 'What the village itself pays; villages differ.'),
  facts: {
    tier: asked(ask.tier),
    birthDate: asked(ask.birthDate),
    sex: asked(ask.sex),
    onDay: asToday(),
  },
  decides: { result: 'monthly' },
  shows: ['monthly', 'yearly'],
  office: t('村委会', 'the village committee'),
  papers: [identity],
})

export const landSecurityInquiries: readonly PublicInquiry[] = [
  security,
  oldAge,
  allowance,
  certificate,
  together,
  welfare,
]
