/** The clauses of the district's poverty plan on which its policies rest. */
import { cite } from '#kernel'

const plan = (clause: string, quote: string) => cite('S004', `方案4 ${clause}`, quote)

export const clause = {
  goals: plan('二', '全年投入 100 万元，600 人脱贫，减贫率 16.5% 以上'),
  persons: plan('三（一）', '主要劳动力 60 岁以下、有劳动能力、有脱贫愿望、在扶贫标准线下、已建档立卡'),
  households: plan('三（二）', '一人一本台账，一户一个计划、一个项目、一套措施、一名责任人'),
  villages: plan('三（三）', '每个贫困村扶贫项目整合投入 20 万元以上'),
  funds: plan('三（四）', '各级财政专项扶贫资金 70% 以上用于贫困村、贫困户'),
  money: plan('四（二）', '省级扶贫村每个 10 万元，其他 24 个联系点每个 2 万元，合计整合 100 万元'),
} as const

/** The years of the plan are masked; from this day the defaults of the catalogue hold. */
export const since = '2019-01-01'
/** The day before: nothing holds yet. */
export const before = '2018-12-31'
/** 不适用 on the wire. */
export const none = { applicable: false } as const
