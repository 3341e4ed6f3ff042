/** The clauses of the plan for Changtang village (plan 2) on which its goals rest. */
import { cite, t } from '#kernel'
import { documents } from '../../../documents.ts'

const plan = (zh: string, en: string, says: string, inEnglish: string) =>
  cite(documents.villagePlans, t(`方案2 ${zh}`, `plan 2, ${en}`), t(says, inEnglish))

export const clause = {
  preamble: plan(
    '开头',
    'preamble',
    '确保扶贫开发“双到”工作“三年任务两年完成”',
    'The task of three years is done in two',
  ),
  income: plan(
    '二',
    'II',
    '176 户贫困户基本都能达到人均年收入 2500 元以上',
    'As good as all of the 176 poor households reach a yearly income of 2,500 yuan or more per person',
  ),
  collective: plan(
    '二',
    'II',
    '村集体年收入达到 3 万元以上',
    'The village collective reaches a yearly income of 30,000 yuan or more',
  ),
  houses: plan(
    '三（二）',
    'III(2)',
    '危房改造计划中未完成的 10 户贫困农户危房重建、修复或翻修',
    'The 10 dangerous houses of poor households that the plan has left are rebuilt, repaired or renewed',
  ),
  allowance: plan(
    '三（三）',
    'III(3)',
    '符合条件的贫困户 100% 纳入最低生活保障',
    'All eligible poor households are on the minimum living allowance',
  ),
  school: plan(
    '三（四）',
    'III(4)',
    '贫困户适龄子女义务教育阶段入学率 100%',
    'All children of poor households of compulsory-school age are enrolled',
  ),
  vocational: plan(
    '三（五）',
    'III(5)',
    '未能升学的初中、高中毕业贫困家庭子女，经本人同意，98% 能入技（职）校培训',
    'Of the school leavers of poor households who go to no further school and consent, 98% enter vocational training',
  ),
  skills: plan(
    '三（五）',
    'III(5)',
    '在家从事农业生产的贫困家庭劳动人口受免费技能培训 2 次以上',
    'Labour of poor households that farms at home gets free skill training twice or more',
  ),
  insurance: plan(
    '三（六）',
    'III(6)',
    '贫困户家庭参加农村合作医疗达到 100%',
    'All poor households are in the cooperative medical insurance',
  ),
  water: plan(
    '三（七）',
    'III(7)',
    '村民用上安全卫生饮用水达 95%',
    '95% of the villagers have safe drinking water',
  ),
  roads: plan(
    '三（八）',
    'III(8)',
    '镇到村公路硬底化，自然村通机耕路，其中 300 人以上大自然村实现硬底化',
    'The road from town to village is hardened, each natural village has a tractor road, and those of 300 people or more a hardened one',
  ),
  roadMoney: plan(
    '三（八）2',
    'III(8)2',
    '公路硬化先争取省财政资金，再由挂扶单位筹资一部分，不足部分由村民集资',
    'The road is paid from provincial money first, then partly by the assistance unit, and what is lacking by the villagers',
  ),
  committees: plan(
    '三（十一）',
    'III(11)',
    '两委班子交叉任职 100%',
    'Cross-appointment of the two committees is 100%',
  ),
} as const

/** The years of the plan are masked; from this day the defaults of the catalogue hold. */
export const since = '2019-01-01'
/** The day before: nothing holds yet. */
export const before = '2018-12-31'
/** 不适用 on the wire. */
export const none = { applicable: false } as const
