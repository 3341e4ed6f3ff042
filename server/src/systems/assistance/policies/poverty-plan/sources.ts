/** The clauses of the district's poverty plan on which its policies rest. */
import { cite, t } from '#kernel'
import { documents } from '../../../documents.ts'

const plan = (zh: string, en: string, says: string, inEnglish: string) =>
  cite(documents.villagePlans, t(`方案4 ${zh}`, `plan 4, ${en}`), t(says, inEnglish))

export const clause = {
  goals: plan(
    '二',
    'II',
    '全年投入 100 万元，600 人脱贫，减贫率 16.5% 以上',
    'One million yuan in the year, 600 persons out of poverty, a reduction of 16.5% or more',
  ),
  persons: plan(
    '三（一）',
    'III(1)',
    '主要劳动力 60 岁以下、有劳动能力、有脱贫愿望、在扶贫标准线下、已建档立卡',
    'The main worker is 60 or younger, able and wishing to leave poverty; the household is below the poverty line and registered as poor',
  ),
  households: plan(
    '三（二）',
    'III(2)',
    '一人一本台账，一户一个计划、一个项目、一套措施、一名责任人',
    'A ledger for each person; for each household a plan, a project, a set of measures and a responsible person',
  ),
  villages: plan(
    '三（三）',
    'III(3)',
    '每个贫困村扶贫项目整合投入 20 万元以上',
    'Each poor village gets 200,000 yuan or more for its projects, from all sources',
  ),
  funds: plan(
    '三（四）',
    'III(4)',
    '各级财政专项扶贫资金 70% 以上用于贫困村、贫困户',
    'At least 70% of the poverty funds of every level go to poor villages and households',
  ),
  money: plan(
    '四（二）',
    'IV(2)',
    '省级扶贫村每个 10 万元，其他 24 个联系点每个 2 万元，合计整合 100 万元',
    '100,000 yuan for each provincial poverty village, 20,000 for each of the 24 other places, one million in all',
  ),
  teams: plan(
    '四（三）',
    'IV(3)',
    '联点领导、包村单位主要负责人每年到村调研 2 次以上；驻村工作队三年一轮，三年内未脱贫的，原工作队继续帮扶',
    'Linked leaders and heads of units visit the village twice a year or more; a team stays three years, and goes on where the village is not out of poverty by then',
  ),
} as const

/** The years of the plan are masked; from this day the defaults of the catalogue hold. */
export const since = '2019-01-01'
/** The day before: nothing holds yet. */
export const before = '2018-12-31'
/** 不适用 on the wire. */
export const none = { applicable: false } as const
