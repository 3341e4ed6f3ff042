/** The eleven projects of a village with their sources (S004 plan 5): INC-24, INC-25, INC-33, and the splits that agree (4.2). In yuan. */
import { t } from '#kernel'
import { defineCheckSet } from '#verify'

const yuan = (id: string, label: string, value: string) => ({ id, label, value, unit: '元' })

/** Projects 1 to 11 without 6 (free of cost) and 8 (no cost given): cost, then its sources. */
const projects = [
  ['p1', '1 道路', '280000', ['200000', '80000']],
  ['p2', '2 自来水', '800000', ['320000', '160000', '160000', '160000']],
  ['p3', '3 卫生室', '60000', ['50000', '10000']],
  ['p4', '4 清洁', '167000', ['43000', '124000']],
  ['p5', '5 变压器', '100000', ['100000']],
  ['p7', '7 书屋', '40000', ['10000', '18400', '5200', '6400']],
  ['p9', '9 培训', '6000', ['6000']],
  ['p11', '11 墙体', '30000', ['30000']],
] as const

export const villageProjects = defineCheckSet({
  id: 'assistance.village-projects',
  label: t('村帮扶项目', 'Projects of a village'),
  source: 'S004 方案5',
  figures: [
    ...projects.flatMap(([id, label, cost, sources]) => [
      yuan(id, label, cost),
      ...sources.map((value, i) => yuan(`${id}s${i + 1}`, `${label} 来源${i + 1}`, value)),
    ]),
    yuan('p10', '10 排水', '100000'),
    yuan('cost', '各项目造价合计', '1583000'),
    yuan('villageShare', '村自筹', '284000'),
    yuan('villageIncome', '村集体收入', '0'),
    { id: 'long', label: '路长', value: '1000', unit: '米' },
    { id: 'wide', label: '路宽', value: '3.5', unit: '米' },
    { id: 'surface', label: '路面', value: '3500', unit: '平方米' },
  ],
  relations: [
    ...projects.map(([id, , , sources]) => ({
      id: `OK.${id}`,
      kind: 'sum' as const,
      parts: sources.map((_, i) => `${id}s${i + 1}`),
      total: id,
    })),
    { id: 'OK.road', kind: 'product', factors: ['long', 'wide'], total: 'surface' },
    { id: 'INC-24', kind: 'funded', share: 'villageShare', income: 'villageIncome' },
    { id: 'INC-25.assigned', kind: 'allocation', parts: projects.map(([id]) => id), total: 'cost' },
    {
      id: 'INC-25.cost',
      kind: 'covered',
      wanted: ['1', '2', '3', '4', '5', '7', '8', '9', '10', '11'],
      given: ['1', '2', '3', '4', '5', '7', '9', '10', '11'],
      note: '写了造价的项目',
    },
    {
      id: 'INC-33',
      kind: 'covered',
      wanted: ['上级', '帮扶单位', '农民', '社会'],
      given: ['上级', '帮扶单位', '农民'],
      note: '“四个一点”',
    },
  ],
})
