/** 单位造价: cost by quantity (DX-03). */
import { t } from '#kernel'
import { definePolicy, fact, step } from '#policy'
import { clause, since } from './sources-village.ts'

const works = (title: [string, string], given: { cost: string; amount: string }, price: string) => ({
  rule: 'DX-03',
  title: t(...title),
  given: { ...given, plannedOn: since },
  expect: { result: { price } },
})

export const unitCost = definePolicy({
  id: 'assistance.unit-cost',
  label: t('单位造价', 'Unit cost'),
  source: clause.projects,
  summary: {
    who: t('有工程量的项目。', 'Projects with a quantity.'),
    how: t('工程造价除以工程量，四舍五入到分。', 'Cost over quantity, to the fen.'),
  },
  effective: { from: since },
  facts: {
    cost: fact.money({ label: t('工程造价', 'Cost') }),
    amount: fact.number({ label: t('工程量（平方米、米等）', 'Quantity (m², m …)') }),
    plannedOn: fact.day({ label: t('方案日期', 'Day of the plan') }),
  },
  parameters: {},
  on: (f) => f.plannedOn,
  decide: (f) => ({
    price: step('price', t('每单位造价', 'Cost per unit'), f.cost.dividedBy(f.amount), clause.projects),
  }),
  examples: [
    works(['道路，平方米', 'road, m²'], { cost: '280000.00', amount: '3500' }, '80.00'),
    works(['卫生室，平方米', 'clinic, m²'], { cost: '60000.00', amount: '80' }, '750.00'),
    works(['自来水，米', 'water main, m'], { cost: '800000.00', amount: '15000' }, '53.33'),
    works(['墙体，平方米', 'wall, m²'], { cost: '30000.00', amount: '6000' }, '5.00'),
    works(['排水，米', 'drainage, m'], { cost: '100000.00', amount: '250' }, '400.00'),
    works(['2.5 分进为 3 分', '2.5 fen is 3 fen'], { cost: '0.10', amount: '4' }, '0.03'),
    {
      rule: 'DX-03',
      given: { cost: '100.00', amount: '0', plannedOn: since },
      expect: { problems: ['number.divisionByZero'] },
    },
    { rule: 'DX-03', given: { cost: '100.00', plannedOn: since }, expect: { missing: ['amount'] } },
  ],
})
