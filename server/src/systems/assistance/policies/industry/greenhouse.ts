/** 设施大棚补助: 30 yuan a square metre of a new contiguous steel frame of 3,000 m² or more (IA-03, AMB-14, AMB-32). */
import { t } from '#kernel'
import type { QuantityTerm } from '#policy'
import {
  allOf,
  byChoice,
  choices,
  choose,
  count,
  dated,
  definePolicy,
  fact,
  money,
  quantity,
  step,
} from '#policy'
import { greenhouseExamples } from './greenhouse.data.ts'
import { clause, since, yearFacts } from './sources.ts'

const measures = choices({
  covered: t('棚内覆盖面积', 'covered area'),
  land: t('占地面积', 'land area'),
})
const unities = choices({
  block: t('一处连片', 'one contiguous block'),
  total: t('各处合计', 'all blocks together'),
})
export const parts = choices({
  proRata: t('零头按比例', 'pro rata'),
  wholeOnly: t('只计整数', 'whole units only'),
})
const word = { from: since, cite: clause.greenhouse }

const parameters = {
  rate: dated(money('30.00'), { label: t('每平方米标准', 'Per square metre'), ...word }),
  least: dated(quantity('3000', 'm2'), { label: t('最小面积', 'Least area'), ...word }),
  measure: dated(measures.covered, { label: t('按哪个面积', 'Which area'), question: 'AMB-14', ...word }),
  unity: dated(unities.block, { label: t('面积怎么合计', 'Blocks'), question: 'AMB-14', ...word }),
  part: dated(parts.proRata, {
    label: t('不足一平方米', 'Part of a square metre'),
    question: 'AMB-32',
    ...word,
  }),
}

export const greenhouse = definePolicy({
  id: 'assistance.greenhouse',
  label: t('设施大棚补助', 'Greenhouse grant'),
  source: clause.greenhouse,
  summary: {
    who: t(
      '新建连片钢架大棚达到最小面积的经营主体。',
      'Entities with a new contiguous steel frame of the least area.',
    ),
    amount: t('每平方米按标准，零头按比例。', 'The standard per square metre, parts pro rata.'),
    how: t('一处一处看面积；不连片的不合计。', 'Block by block; blocks apart are not added.'),
    paidFrom: t('农业产业帮扶资金。', 'Industry-assistance funds.'),
  },
  effective: { from: since },
  facts: {
    blocks: fact.list({
      label: t('大棚', 'Blocks'),
      fields: {
        covered: fact.quantity({ label: t('覆盖面积', 'Covered area'), unit: 'm2' }),
        land: fact.quantity({ label: t('占地面积', 'Land area'), unit: 'm2' }),
        steelFrame: fact.boolean({ label: t('钢架', 'Steel frame') }),
        newlyBuilt: fact.boolean({ label: t('新建', 'Newly built') }),
      },
    }),
    yearUntil: yearFacts.yearUntil,
  },
  parameters,
  on: (f) => f.yearUntil,
  decide: (f, p) => {
    const fitting = f.blocks.filter((block) => allOf(block.steelFrame, block.newlyBuilt))
    const areaOf = (block: { covered: QuantityTerm<'m2'>; land: QuantityTerm<'m2'> }) =>
      byChoice(p.measure, { covered: block.covered, land: block.land })
    const enough = fitting.filter((block) => areaOf(block).isAtLeast(p.least)).sum(areaOf)
    const total = step('total', t('面积合计', 'Area in all'), fitting.sum(areaOf))
    const together = choose().when(total.isAtLeast(p.least), total).otherwise(quantity('0', 'm2'))
    const area = step(
      'area',
      t('可补面积', 'Area that counts'),
      byChoice(p.unity, { block: enough, total: together }),
      clause.greenhouse,
    )
    const amount = byChoice(p.part, {
      proRata: p.rate.times(area),
      wholeOnly: p.rate.times(count(1).times(area, 'floor')),
    })
    return { total, area, amount: step('amount', t('大棚补助', 'Grant'), amount, clause.greenhouse) }
  },
  examples: greenhouseExamples,
})
