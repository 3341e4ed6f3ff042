/** The clauses of the industry plan on which its awards rest, and facts that they share. */
import { cite, t } from '#kernel'
import { fact } from '#policy'
import { documents } from '../../../documents.ts'

const plan = (zh: string, en: string, says: string, inEnglish: string) =>
  cite(documents.villagePlans, t(`方案1 ${zh}`, `plan 1, ${en}`), t(says, inEnglish))

export const clause = {
  titles: plan(
    '四（一）1',
    'IV(1)1',
    '新获得国家、省、市级示范称号的家庭农场和合作社，新获得国家、省级龙头企业，省级“甲级队”、示范联合体，一次性奖补',
    'One award for each title newly obtained: national, provincial or city demonstration farm or cooperative, national or provincial leading enterprise, provincial “first team”, demonstration consortium',
  ),
  certificates: plan(
    '四（一）1',
    'IV(1)1',
    '当年新认证：地理标志 3 万元，绿色食品每个 2 万元，无公害每个 1 万元，有机每个 0.5 万元',
    'Certified in the year: geographical indication 30,000 yuan, green food 20,000 each, pollution-free 10,000 each, organic 5,000 each',
  ),
  greenhouse: plan(
    '四（一）2',
    'IV(1)2',
    '新建连片钢架大棚 3000 平方米以上，每平方米 30 元',
    'A new steel-frame greenhouse of 3,000 m² or more on one site: 30 yuan a square metre',
  ),
  riceFish: plan(
    '四（一）3',
    'IV(1)3',
    '新建稻渔基地经市级示范评比验收，每亩设施改造 300 元；获部、省级示范基地的企业另奖',
    'A new rice-fish base that passes the city review: 300 yuan a mu for its works; enterprises with a ministerial or provincial demonstration base get an award besides',
  ),
  leisure: plan(
    '四（一）4',
    'IV(1)4',
    '市级农业示范观光园每园 10 万元；国家、省级休闲农业与乡村旅游示范点 30 万元、20 万元',
    'City agricultural demonstration garden 100,000 yuan each; leisure-agriculture and rural-tourism site 300,000 yuan if national, 200,000 if provincial',
  ),
  nomination: plan(
    '四（二）4',
    'IV(2)4',
    '把带动困难户作为项目申报和评优的必备条件',
    'Who applies for projects or awards must bring hardship households along',
  ),
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
