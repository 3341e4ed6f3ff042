/** Figures of the plan for labour dispatch by cooperatives (S003): INC-19a to INC-19e, and what agrees (4.2). */
import { t } from '#kernel'
import { defineCheckSet } from '#verify'

const heads = (id: string, label: string, value: string) => ({
  id,
  label,
  value,
  unit: '人',
  place: '六、优势分析',
})
const surplus = (id: string, label: string, value: string) => ({
  ...heads(id, label, value),
  qualifier: '>=' as const,
})
const count = (id: string, label: string, value: string) => ({ id, label, value, unit: '个' })

const bodies = [
  '园区管委会',
  '工信局',
  '财政局',
  '人社局',
  '农业农村局',
  '市场监管局',
  '乡村振兴局',
  '供销社',
  '融媒体中心',
]

export const dispatchPlan = defineCheckSet({
  id: 'labour-dispatch.plan',
  label: t('合作社组织化务工方案', 'Labour dispatch by cooperatives'),
  source: 'S003',
  figures: [
    count('group', '领导小组', '18'),
    count('head', '组长', '1'),
    count('deputies', '副组长', '5'),
    count('members', '成员', '12'),
    count('duties', '县直责任单位', '9'),
    count('townships', '试点乡镇', '3'),
    count('villages', '试点村', '3'),
    count('stages', '阶段', '3'),
    heads('labour1', '甲镇劳动力', '8096'),
    heads('out1', '甲镇外出务工', '5765'),
    heads('stable1', '甲镇稳定务工', '664'),
    heads('home1', '甲镇在家', '2331'),
    heads('firmA', '甲镇企业一', '394'),
    heads('firmB', '甲镇企业二', '54'),
    surplus('rest1', '甲镇富余', '1500'),
    heads('out2', '乙乡外出务工', '3621'),
    heads('stable2', '乙乡稳定务工', '325'),
    heads('home2', '乙乡在家', '2373'),
    surplus('rest2', '乙乡富余', '1000'),
    heads('out3', '丙乡外出务工', '2021'),
    heads('stable3', '丙乡稳定务工', '1054'),
    heads('home3', '丙乡在家', '4053'),
    surplus('rest3', '丙乡富余', '1000'),
  ],
  relations: [
    { id: 'OK.group', kind: 'sum', parts: ['head', 'deputies', 'members'], total: 'group' },
    { id: 'OK.duties', kind: 'count', stated: 'duties', named: bodies },
    { id: 'OK.townships', kind: 'count', stated: 'townships', named: ['甲镇', '乙乡', '丙乡'] },
    { id: 'OK.villages', kind: 'count', stated: 'villages', named: ['甲一村', '乙一村', '丙一村'] },
    {
      id: 'INC-19a',
      kind: 'count',
      stated: 'stages',
      named: ['成立机构', '初具成效', '提质增效', '宣传推广'],
    },
    {
      id: 'INC-19b',
      note: '四（一）许可',
      kind: 'term',
      issued: '2023-08-24',
      days: 10,
      stageEnd: '2023-08-31',
    },
    {
      id: 'OK.fiveDays',
      note: '四（一）登记',
      kind: 'term',
      issued: '2023-08-24',
      days: 5,
      stageEnd: '2023-08-31',
    },
    { id: 'INC-19c', note: '八（一）上报', kind: 'monthDay', day: 30 },
    { id: 'OK.fifteenth', note: '八（一）上报', kind: 'monthDay', day: 15 },
    {
      id: 'INC-19d',
      note: '七（二）补贴',
      kind: 'cases',
      cases: ['县内', '州内县外', '省内州外', '省外'],
      lines: [['县内'], ['州内县外'], ['省外']],
    },
    {
      id: 'INC-19e',
      kind: 'outliers',
      rates: [
        { part: 'stable1', whole: 'out1' },
        { part: 'stable2', whole: 'out2' },
        { part: 'stable3', whole: 'out3' },
      ],
    },
    { id: 'OK.employers', kind: 'partOf', parts: ['firmA', 'firmB'], whole: 'stable1' },
    { id: 'OK.home', kind: 'sum', parts: ['out1', 'home1'], total: 'labour1' },
    // 4.2 compares the stated lower bounds with who is at home.
    { id: 'OK.rest1', kind: 'order', figures: ['rest1', 'home1'] },
    { id: 'OK.rest2', kind: 'order', figures: ['rest2', 'home2'] },
    { id: 'OK.rest3', kind: 'order', figures: ['rest3', 'home3'] },
  ],
})
