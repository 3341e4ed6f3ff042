/** The clauses of the industry plan on which its awards rest, and facts that they share. */
import { cite, t } from '#kernel'
import { fact } from '#policy'

const plan = (clause: string, quote: string) => cite('S004', `方案1 ${clause}`, quote)

export const clause = {
  titles: plan(
    '四（一）1',
    '新获得国家、省、市级示范称号的家庭农场和合作社，新获得国家、省级龙头企业，省级“甲级队”、示范联合体，一次性奖补',
  ),
  certificates: plan(
    '四（一）1',
    '当年新认证：地理标志 3 万元，绿色食品每个 2 万元，无公害每个 1 万元，有机每个 0.5 万元',
  ),
  greenhouse: plan('四（一）2', '新建连片钢架大棚 3000 平方米以上，每平方米 30 元'),
  riceFish: plan(
    '四（一）3',
    '新建稻渔基地经市级示范评比验收，每亩设施改造 300 元；获部、省级示范基地的企业另奖',
  ),
  leisure: plan(
    '四（一）4',
    '市级农业示范观光园每园 10 万元；国家、省级休闲农业与乡村旅游示范点 30 万元、20 万元',
  ),
  nomination: plan('四（二）4', '把带动困难户作为项目申报和评优的必备条件'),
} as const

/** The source masks its year; from this day the defaults of the catalogue hold. */
export const since = '2019-01-01'
/** The day before: nothing holds yet. */
export const before = '2018-12-31'
/** 不适用 on the wire. */
export const none = { applicable: false } as const

/** The programme year, both days included; the last one is the day whose parameters hold. */
export const yearFacts = {
  yearFrom: fact.day({ label: t('项目年度起', 'Programme year from') }),
  yearUntil: fact.day({ label: t('项目年度止', 'Programme year until') }),
}
export const year2022 = { yearFrom: '2022-01-01', yearUntil: '2022-12-31' }
