/** The clauses of the village plans (plans 2, 5, 8) on which policies of assistance rest. */
import { cite } from '#kernel'

const plans = 'S004'

export const clause = {
  income: cite(plans, '方案2 二', '贫困户人均年收入达到2500元以上'),
  yacon: cite(
    plans,
    '方案2 三（一）2',
    '约70户种雪莲果，其中贫困户39户约70亩；亩产6000斤以上，亩产值4000元以上',
  ),
  projects: cite(plans, '方案5 三', '规定动作和自选动作共11个项目的造价、出资和进度'),
  cleaners: cite(plans, '方案5 三·规定动作4', '每百户设清洁员一名'),
  noIncome: cite(plans, '方案5 二', '村内没有集体企业，村集体无经济来源'),
  registers: cite(plans, '方案8 四3', '村有卡、乡有簿、县有册；贫困、低保和交叉对象分类扶持'),
  goals: cite(plans, '方案8 二', '减少贫困人口1万人，雨露计划培训1200人，长丰县农民增收快于省市平均'),
  veterans: cite(plans, '方案8 三3', '参训退伍士兵全部取得职业资格证书、全部转移就业'),
  mutualAid: cite(plans, '方案8 三5', '财政资金、农户缴纳和社会捐赠组成互助资金，村民自办、双层管理'),
  library: cite(plans, '方案8 四1、四2', '任务、资金、责任、成果都落实到村；项目编入农业整合项目库'),
} as const

/** The years of the plans are masked; from this day the defaults of the catalogue hold. */
export const since = '2019-01-01'
/** 不适用 on the wire. */
export const none = { applicable: false } as const
