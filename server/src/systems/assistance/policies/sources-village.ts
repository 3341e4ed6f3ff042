/** The clauses of the village plans (plans 2, 5, 8) on which policies of assistance rest. */
import { cite, t } from '#kernel'
import { documents } from '../../documents.ts'

const plan = (zh: string, en: string, says: string, inEnglish: string) =>
  cite(documents.villagePlans, t(zh, en), t(says, inEnglish))

export const clause = {
  income: plan(
    '方案2 二',
    'plan 2, II',
    '贫困户人均年收入达到2500元以上',
    'Poor households reach a yearly income of 2,500 yuan or more per person',
  ),
  yacon: plan(
    '方案2 三（一）2',
    'plan 2, III(1)2',
    '约70户种雪莲果，其中贫困户39户约70亩；亩产6000斤以上，亩产值4000元以上',
    'About 70 households grow yacon, 39 of them poor, with some 70 mu; at least 6,000 jin and 4,000 yuan a mu',
  ),
  resident: plan(
    '方案3 开头',
    'plan 3, preamble',
    '20xx年3月1日驻村工作组入驻小坝村，开始为期一年的驻村帮扶工作',
    'On 1 March the team moves into Xiaoba village for one year',
  ),
  members: plan(
    '方案3 三（一）',
    'plan 3, III(1)',
    '50%以上的党员掌握1—2门实用技术，发展2—3名党员，吸收1—2名年轻党员参与村级管理',
    'Half of the Party members or more master one or two techniques; two or three new members; one or two young members in the management of the village',
  ),
  land: plan(
    '方案5 二',
    'plan 5, II',
    '全村502户、1525人，其中农业人口1052人，耕地164亩',
    '502 households, 1,525 persons, 1,052 of them farmers, 164 mu of arable land',
  ),
  projects: plan(
    '方案5 三',
    'plan 5, III',
    '规定动作和自选动作共11个项目的造价、出资和进度',
    'Cost, funding and progress of the 11 prescribed and chosen projects',
  ),
  cleaners: plan(
    '方案5 三·规定动作4',
    'plan 5, III, prescribed project 4',
    '每百户设清洁员一名',
    'One cleaner for every hundred households',
  ),
  noIncome: plan(
    '方案5 二',
    'plan 5, II',
    '村内没有集体企业，村集体无经济来源',
    'The village has no collective enterprise and its collective no income',
  ),
  registers: plan(
    '方案8 四3',
    'plan 8, IV.3',
    '村有卡、乡有簿、县有册；贫困、低保和交叉对象分类扶持',
    'Cards in the village, a book in the township, a register in the county; the poor, those on the minimum living allowance and those in both groups are helped each in their way',
  ),
  goals: plan(
    '方案8 二',
    'plan 8, II',
    '减少贫困人口1万人，雨露计划培训1200人，长丰县农民增收快于省市平均',
    "10,000 fewer poor, 1,200 trained in the rain-dew programme, and farmers' income in Changfeng rising faster than the average of province and city",
  ),
  veterans: plan(
    '方案8 三3',
    'plan 8, III.3',
    '参训退伍士兵全部取得职业资格证书、全部转移就业',
    'All ex-servicemen who train get a vocational certificate and work',
  ),
  mutualAid: plan(
    '方案8 三5',
    'plan 8, III.5',
    '财政资金、农户缴纳和社会捐赠组成互助资金，村民自办、双层管理',
    "Public money, members' payments and donations make the mutual-aid fund; villagers run it, two levels manage it",
  ),
  library: plan(
    '方案8 四1、四2',
    'plan 8, IV.1 and IV.2',
    '任务、资金、责任、成果都落实到村；项目编入农业整合项目库',
    'Task, money, duty and result are fixed for each village; projects go into the project library',
  ),
} as const

/** The years of the plans are masked; from this day the defaults of the catalogue hold. */
export const since = '2019-01-01'
/** 不适用 on the wire. */
export const none = { applicable: false } as const
