/** The clauses of the source on which the policies of labour dispatch rest. */
import { cite, t } from '#kernel'
import { documents } from '../../documents.ts'

const plan = (zh: string, en: string, says: string, inEnglish: string) =>
  cite(documents.dispatchPlan, t(zh, en), t(says, inEnglish))

export const clause = {
  licences: plan(
    '四（一）1',
    'IV(1)1',
    '增加“职业介绍”经营范围，自村提出申请 5 天内办结；之后办人力资源服务许可证，自村提出申请 10 天内办结',
    "“Job placement” is added to the business scope within 5 days of the village's application; then the permit for human-resources services follows within 10 days of its application",
  ),
  grantA: plan(
    '七（一）',
    'VII(1)',
    '有组织输出脱贫人口且稳定就业 3 个月以上，凭名单和收入证明，每人每年 100 元，执行到 2025 年底',
    'For organised out-work of people who left poverty, stably employed for 3 months or more, by list and proof of income: 100 yuan a person and year, until the end of 2025',
  ),
  grantB: plan(
    '七（二）',
    'VII(2)',
    '直接促成脱贫劳动力和监测对象稳定就业 3 个月以上并跟踪服务：县内 400 元、州内县外 600 元、省外 1000 元',
    'For placing out-of-poverty labour or monitored persons directly in stable work of 3 months or more, with follow-up: 400 yuan in the county, 600 in the prefecture, 1,000 outside the province',
  ),
  firstTarget: plan(
    '四（二）2',
    'IV(2)2',
    '以瑞丽沿边产业园为突破口，由近及远',
    'The border industrial park of Ruili comes first, then farther places',
  ),
  licensed: plan(
    '四（一）1',
    'IV(1)1',
    '取得人力资源服务许可证后才可经营人力资源服务',
    'Human-resources services may be offered only with the permit',
  ),
  townships: plan(
    '六',
    'VI',
    '三个试点乡镇的劳动力、外出务工、稳定务工和富余劳动力数',
    'Labour, out-workers, stable out-workers and surplus labour of the three pilot townships',
  ),
  gains: plan(
    '二（二）',
    'II(2)',
    '周边村合作参与、效益共享，同其他人力资源公司合作取得分成',
    'Villages around take part and share the gain; other human-resources companies share with the village',
  ),
  supervision: plan(
    '三（二）',
    'III(2)',
    '农业农村局监督指导村集体经济的管理使用，试点乡镇监管资金',
    'The agriculture bureau supervises how collective money is managed and used; the pilot townships watch the funds',
  ),
  travel: cite(
    documents.practice,
    t('外出务工交通补贴', 'travel grant of out-workers'),
    t(
      '外出务工的脱贫人口、监测对象每人每年一次交通补贴，按务工地点分档，标准由县里定',
      'Out-of-poverty and monitored persons who work away get a travel grant once a year, by place, at standards of the county',
    ),
  ),
} as const

/** The plan was issued on this day; from it the defaults of the catalogue hold. */
export const since = '2023-08-24'
/** The day before: nothing holds yet. */
export const before = '2023-08-23'
/** 不适用 on the wire. */
export const none = { applicable: false } as const
