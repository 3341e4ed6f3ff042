/** Figures of the district's plan and of pairing (S004 plans 4 and 6): INC-22, INC-23, INC-28, INC-31, INC-32, and what agrees (4.2). */
import { t } from '#kernel'
import { defineCheckSet } from '#verify'

const money = (id: string, label: string, value: string) => ({ id, label, value, unit: '万元' })

export const districtPlan = defineCheckSet({
  id: 'assistance.district-plan',
  label: t('精准扶贫方案', 'Targeted plan of a district'),
  source: 'S004 方案4',
  figures: [
    money('total', '整合资金', '100'),
    money('villages', '省级扶贫村 2 个', '20'),
    money('points', '联系点 24 个', '48'),
    money('perPoint', '每个联系点', '2'),
    { id: 'pointCount', label: '联系点', value: '24', unit: '个' },
    { id: 'income', label: '人均可支配收入', value: '5500', unit: '元', qualifier: '>=' },
    { id: 'plus', label: '比上年增加', value: '800', unit: '元' },
    { id: 'growth', label: '增长率', value: '16', unit: '%' },
    { id: 'out', label: '脱贫', value: '600', unit: '人' },
    { id: 'poor', label: '扶贫规模', value: '3371', unit: '人' },
    { id: 'rate', label: '减贫率', value: '16.5', unit: '%' },
    { id: 'fields', label: '重点工作', value: '10', unit: '项' },
    money('perVillage', '每村投入', '20'),
    money('provincial', '每村省级资金', '10'),
  ],
  relations: [
    { id: 'INC-22', kind: 'allocation', parts: ['villages', 'points'], total: 'total' },
    { id: 'OK.points', kind: 'product', factors: ['pointCount', 'perPoint'], total: 'points' },
    { id: 'INC-23', kind: 'growth', end: 'income', increment: 'plus', percent: 'growth' },
    { id: 'OK.rate', kind: 'bound', part: 'out', whole: 'poor', bound: '>=', limit: 'rate' },
    {
      id: 'OK.fields',
      kind: 'count',
      stated: 'fields',
      named: ['水', '电', '路', '房', '产业', '文', '教', '卫', '游', '信息'],
    },
    {
      id: 'INC-31',
      kind: 'covered',
      wanted: ['省', '市', '区', '乡'],
      given: ['区', '乡'],
      note: '四级工作队',
    },
    { id: 'INC-32', kind: 'allocation', parts: ['provincial'], total: 'perVillage' },
  ],
})

export const pairingPlan = defineCheckSet({
  id: 'assistance.pairing',
  label: t('结对帮扶方案', 'Pairing'),
  source: 'S004 方案6',
  figures: [{ id: 'needs', label: '两不愁三保障', value: '5', unit: '项' }],
  relations: [
    {
      id: 'INC-28',
      kind: 'count',
      stated: 'needs',
      named: ['出行', '吃饭', '穿衣', '住房', '子女上学', '就医'],
    },
  ],
})
