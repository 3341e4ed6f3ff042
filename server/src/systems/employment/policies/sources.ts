/** The clauses of the source on which the policies of employment assistance rest. */
import { cite, t } from '#kernel'
import { documents } from '../../documents.ts'

const plan = (zh: string, en: string, says: string, inEnglish: string) =>
  cite(documents.villagePlans, t(`方案7 ${zh}`, `plan 7, ${en}`), t(says, inEnglish))

export const clause = {
  publicPost: plan(
    '三（一）5',
    'III(1)5',
    '原无资金来源的公益性岗位由用人单位发工资，就业专项资金按县定标准补贴，最长不超过 3 年',
    "Public posts that had no funds of their own are paid by the employing unit; the employment fund adds a subsidy at the county's standard, for at most 3 years",
  ),
  schoolTraining: plan(
    '三（二）7',
    'III(2)7',
    '院校培训贫困劳动力并输送到当地企业上岗，按专业、成本和期限每人补贴 300 至 1000 元',
    'A school that trains poor labour and brings them into local enterprises gets 300 to 1,000 yuan a person, by trade, cost and length',
  ),
  enterpriseTraining: plan(
    '三（二）7',
    'III(2)7',
    '园区企业新招贫困劳动力，签 6 个月以上合同并在 6 个月内岗前培训，每人补贴 300 元',
    'An enterprise of the park that newly hires poor labour with a contract of 6 months or more and trains them within 6 months gets 300 yuan a person',
  ),
  services: plan(
    '二',
    'II',
    '每年为每名有转移就业愿望的贫困劳动力提供至少一次信息服务、政策咨询、就业指导、职业介绍、就业创业培训等免费就业服务',
    'Every poor labourer who wishes to move into work gets at least once a year a free service: information, advice on policies, guidance, placement or training',
  ),
  workshop: plan(
    '三（一）3',
    'III(1)3',
    '在乡镇（村）创建就业扶贫车间，由乡级政府组织贫困劳动力务工；场地租金、水电费由县级财政适当补助',
    'Employment workshops in townships and villages, for which the township brings poor labour; the county adds a suitable part of rent, water and power',
  ),
  homeService: plan(
    '三（三）9',
    'III(3)9',
    '吸纳贫困劳动力就业的员工制家庭服务企业，按规定落实社保补贴、岗位补贴',
    'A home-service firm that employs its staff and takes in poor labour gets the social insurance and post subsidies under the rules',
  ),
  startupPark: plan(
    '三（四）13',
    'III(4)13',
    '农民创业园内吸纳周边贫困劳动力就业的创业实体，比照创业孵化基地给予租金、水电费补贴',
    "A business in a farmers' start-up park that takes in poor labour from nearby gets subsidies of rent, water and power as in a start-up incubator",
  ),
  loan: plan(
    '三 11',
    'III, 11',
    '符合条件的小额担保贷款最高 10 万元，期限两年，全额贴息；网店可按灵活就业享受',
    'A secured small loan of up to 100,000 yuan for two years has its interest paid in full; an online shop may count as flexible employment',
  ),
} as const

/** The source masks its year; from this day the defaults of the catalogue hold. */
export const since = '2019-01-01'
/** The day before: nothing holds yet. */
export const before = '2018-12-31'
/** 不适用 on the wire. */
export const none = { applicable: false } as const
