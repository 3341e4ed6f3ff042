// Invented persons and places; the sums are real.
import type { ExplainNode } from '../src/parts/explain-tree.tsx'

export const transfers = [
  { source: '政府出资', from: '土地出让收入 ≥ 30%', due: '1875000.00', come: '1875000.00', short: '0.00' },
  { source: '集体出资', from: '土地补偿费 ≥ 40%', due: '2500000.00', come: '2500000.00', short: '0.00' },
  { source: '个人出资', from: '安置补助费抵交', due: '1875000.00', come: '1875000.00', short: '0.00' },
  { source: '风险准备金', from: '土地出让收入，另 5%', due: '312500.00', come: '0.00', short: '312500.00' },
]

export const towns = {
  names: ['城关镇', '石门镇', '柳溪镇', '双河镇', '大湾镇', '云岭乡', '白水乡', '金竹乡'],
  values: [84.2, 71.9, 77.1, 79.6, 73.8, 66.4, 70.8, 52.7],
}

const holds = { text: '成立', mark: 'done' } as const

export const pension: ExplainNode[] = [
  {
    id: 'sum',
    kind: 'sum',
    label: '到手合计',
    formula: '养老金 240.00（本基金付）＋ 农保 80.00（农保发放）',
    clause: { name: '办法 第十一条　合并发放' },
    result: { text: '320.00 元' },
    children: [
      {
        id: 'pension',
        kind: 'condition',
        label: '失地农民养老金',
        formula: '是保障对象 且 已到领取年龄 → 月标准',
        clause: { name: '办法 第九条', quote: '达到领取年龄的，按月领取养老金。' },
        result: { text: '240.00 元' },
        children: [
          {
            id: 'category',
            kind: 'condition',
            decides: true,
            label: '保障类别',
            formula: '女，征地时年龄 ≥ 55',
            clause: {
              name: '办法 第五条第一项',
              quote: '征地时超过劳动年龄的为甲类。',
              open: { label: '打开来文第 3 页', to: '/' },
            },
            result: { text: '甲类' },
            children: [
              {
                id: 'age',
                kind: 'fact',
                label: '征地时年龄',
                formula: '征地日 2023-06-30 − 出生 1968-06-12，按周岁',
                source: '征地项目册、户籍册',
                result: { text: '55 周岁' },
              },
              {
                id: 'b',
                kind: 'condition',
                notTaken: true,
                label: '乙类',
                result: { text: '不适用', mark: 'same' },
              },
            ],
          },
          {
            id: 'check',
            kind: 'check',
            label: '高于城市低保标准',
            formula: '240.00 > 230.00，高 10.00 元',
            source: '参数表・民政 2025-01-01',
            result: holds,
          },
          {
            id: 'start',
            kind: 'fact',
            label: '就业起始日',
            result: { text: '缺“就业起始日”。补上就能算。', mark: 'unknown' },
            remedy: { label: '补', onAct: () => undefined },
          },
        ],
      },
      {
        id: 'rural',
        kind: 'fact',
        label: '原农村养老保险',
        formula: '原账户不变，到龄一并发放',
        source: '社保中心名单・2025-08-31 第 1,107 行',
        result: { text: '80.00 元' },
      },
    ],
  },
]
