/** 卡、簿、册核对: the lower registers must add up to the upper one (HF-02). */
import { t } from '#kernel'
import { count, definePolicy, fact, largest, step } from '#policy'
import { clause, since } from './sources-village.ts'

const cards = (upper: number, ...persons: number[]) => ({
  lower: persons.map((number, i) => ({ name: `${i + 1} 村`, persons: number })),
  upper,
  checkedOn: since,
})

export const registerAgreement = definePolicy({
  id: 'assistance.register-agreement',
  label: t('村卡、乡簿、县册核对', 'Agreement of cards, books and volume'),
  source: clause.registers,
  summary: {
    who: t(
      '每个乡镇的村卡与乡簿，全县的乡簿与县册。',
      'Cards against the book of a township, books against the volume of the county.',
    ),
    how: t('下级各册人数合计应等于上级一册。', 'The lower registers must add up to the upper one.'),
  },
  effective: { from: since },
  facts: {
    lower: fact.list({
      label: t('下级各册（村卡或乡簿）', 'Lower registers (cards or books)'),
      fields: {
        name: fact.text({ label: t('村或乡镇', 'Village or township') }),
        persons: fact.count({ label: t('人数', 'Persons') }),
      },
    }),
    upper: fact.count({
      label: t('上级一册人数（乡簿或县册）', 'Persons in the upper register (book or volume)'),
    }),
    checkedOn: fact.day({ label: t('核对日', 'Day of the check') }),
  },
  parameters: {},
  on: (f) => f.checkedOn,
  decide: (f) => {
    const total = step(
      'total',
      t('下级合计', 'Sum of the lower registers'),
      f.lower.sum((one) => one.persons),
      clause.registers,
    )
    return {
      agrees: step('agrees', t('一致', 'They agree'), total.is(f.upper), clause.registers),
      total,
      upperMore: step(
        'upperMore',
        t('上级多出', 'More in the upper'),
        largest(f.upper.minus(total), count(0)),
      ),
      lowerMore: step(
        'lowerMore',
        t('下级多出', 'More in the lower'),
        largest(total.minus(f.upper), count(0)),
      ),
    }
  },
  examples: [
    {
      rule: 'HF-02',
      title: t('42＋37＋51＝130，乡簿 131', '42 + 37 + 51 = 130 against 131'),
      given: cards(131, 42, 37, 51),
      expect: { result: { agrees: false, total: 130, upperMore: 1, lowerMore: 0 } },
    },
    {
      rule: 'HF-02',
      given: cards(130, 42, 37, 51),
      expect: { result: { agrees: true, upperMore: 0, lowerMore: 0 } },
    },
    {
      rule: 'HF-02',
      given: cards(129, 42, 37, 51),
      expect: { result: { agrees: false, upperMore: 0, lowerMore: 1 } },
    },
    { rule: 'HF-02', given: cards(0), expect: { result: { agrees: true, total: 0 } } },
    {
      rule: 'GEN-07',
      given: { lower: [{ name: '1 村' }, { name: '2 村', persons: 37 }], upper: 80, checkedOn: since },
      expect: { missing: ['lower[0].persons'] },
    },
  ],
})
