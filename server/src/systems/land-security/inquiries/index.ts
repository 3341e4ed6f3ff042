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
const card = t('社会保障卡', 'Social-security card')

const security = defineInquiry({
  policy: protection,
  title: t('失地农民基本生活保障', 'Basic security for farmers whose land was taken'),
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
  office: ask.township,
  papers: [identity, agreement],
})

const oldAge = defineInquiry({
  policy: pension,
  title: t('失地农民养老金', 'Pension of farmers whose land was taken'),
  facts: {
    birthDate: asked(ask.birthDate),
    sex: asked(ask.sex),
    category: through(security, 'category'),
    payMonth: asToday('month'),
    diedOn: granted(none),
  },
  decides: { result: 'entitled' },
  shows: ['monthly', 'startsOn'],
  office: ask.township,
  papers: [identity, card, t('失地农民保障核定通知', 'The decision on your security')],
})

const allowance = defineInquiry({
  policy: livingAllowance,
  title: t('未就业生活补助费', 'Living allowance while without work'),
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
