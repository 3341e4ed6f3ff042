/** The clauses of the source on which the policies of labour dispatch rest. */
import { cite } from '#kernel'

const plan = 'S003'

export const clause = {
  licences: cite(
    plan,
    '四（一）1',
    '增加“职业介绍”经营范围，自村提出申请 5 天内办结；之后办人力资源服务许可证，自村提出申请 10 天内办结',
  ),
  grantA: cite(
    plan,
    '七（一）',
    '有组织输出脱贫人口且稳定就业 3 个月以上，凭名单和收入证明，每人每年 100 元，执行到 2025 年底',
  ),
  grantB: cite(
    plan,
    '七（二）',
    '直接促成脱贫劳动力和监测对象稳定就业 3 个月以上并跟踪服务：县内 400 元、州内县外 600 元、省外 1000 元',
  ),
  firstTarget: cite(plan, '四（二）2', '以瑞丽沿边产业园为突破口，由近及远'),
  licensed: cite(plan, '四（一）1', '取得人力资源服务许可证后才可经营人力资源服务'),
  townships: cite(plan, '六', '三个试点乡镇的劳动力、外出务工、稳定务工和富余劳动力数'),
  gains: cite(plan, '二（二）', '周边村合作参与、效益共享，同其他人力资源公司合作取得分成'),
  supervision: cite(plan, '三（二）', '农业农村局监督指导村集体经济的管理使用，试点乡镇监管资金'),
} as const

/** The plan was issued on this day; from it the defaults of the catalogue hold. */
export const since = '2023-08-24'
/** The day before: nothing holds yet. */
export const before = '2023-08-23'
/** 不适用 on the wire. */
export const none = { applicable: false } as const
