/** 贫困户人均年收入达标: income per person against the standard (CT-14, AMB-34). */
import { t } from '#kernel'
import { allOf, applies, byChoice, choices, dated, definePolicy, fact, money, onlyIf, step } from '#policy'
import { countBase } from '../../shown.ts'
import { clause, none, since } from './sources-village.ts'

const comparing = choices({
  exact: t('按精确值', 'by the exact value'),
  shown: t('按显示到分的值', 'by the value shown, to the fen'),
})

const household = (income: string, members: number) => ({ income, members, onDay: since })

export const incomeStandard = definePolicy({
  id: 'assistance.income-standard',
  label: t('贫困户人均年收入达标', 'Yearly income per person against the standard'),
  source: clause.income,
  summary: {
    who: t('帮扶的贫困户。', 'Assisted poor households.'),
    how: t(
      '全年家庭收入除以人口，达到标准即为达标；按精确值比较。',
      'Yearly income over members; reached from the standard on, by the exact value.',
    ),
  },
  effective: { from: since },
  facts: {
    income: fact.money({ label: t('全年家庭收入', 'Income of the household in the year') }),
    members: fact.count({ label: t('家庭人口', 'Members') }),
    onDay: fact.day({ label: t('核定日', 'Day of the check') }),
  },
  parameters: {
    standard: dated(money('2500.00'), {
      label: t('人均年收入标准', 'Standard per person and year'),
      from: since,
      cite: clause.income,
    }),
    comparing: dated(comparing.exact, {
      label: t('比较方式', 'How it is compared'),
      from: since,
      cite: clause.income,
      question: 'AMB-34',
    }),
  },
  on: (f) => f.onDay,
  decide: (f, p) => {
    const base = countBase(f.members)
    const shown = step(
      'perPerson',
      t('人均年收入', 'Income per person'),
      f.income.dividedBy(base),
      clause.income,
    )
    const exact = step(
      'exact',
      t('人均年收入（元，精确）', 'Income per person in yuan, exact'),
      f.income.ratioTo(money('1.00')).dividedBy(base),
    )
    const byExact = step(
      'byExact',
      t('精确值达标', 'Exact value reaches it'),
      onlyIf(applies(base), exact.isAtLeast(p.standard.ratioTo(money('1.00')))),
    )
    const byShown = step(
      'byShown',
      t('显示值达标', 'Shown value reaches it'),
      onlyIf(applies(base), shown.isAtLeast(p.standard)),
    )
    const reached = byChoice(p.comparing, { exact: byExact, shown: byShown })
    const hidden = onlyIf(applies(base), allOf(byShown, byExact.not()))
    return {
      perPerson: shown,
      reached: step('reached', t('达标', 'Reached'), reached, clause.income),
      moreDecimals: step(
        'moreDecimals',
        t('四舍五入会掩盖结论，请多显示一位', 'Rounding would hide the verdict: show one more decimal'),
        hidden,
      ),
      exact,
    }
  },
  examples: [
    {
      rule: 'CT-14',
      given: household('9999.96', 4),
      expect: { result: { perPerson: '2499.99', reached: false, moreDecimals: false, exact: '2499.99' } },
    },
    {
      rule: 'CT-14',
      given: household('10000.00', 4),
      expect: { result: { perPerson: '2500.00', reached: true, moreDecimals: false } },
    },
    {
      rule: 'CT-14',
      given: household('10000.04', 4),
      expect: { result: { perPerson: '2500.01', reached: true } },
    },
    {
      rule: 'AMB-34',
      title: t('2,499.995 显示为 2,500.00，仍未达标', '2,499.995 shows as 2,500.00 and is not reached'),
      given: household('9999.98', 4),
      expect: { result: { perPerson: '2500.00', reached: false, moreDecimals: true, exact: '2499.995' } },
    },
    {
      rule: 'AMB-34',
      title: t('县里定为按显示值比较', 'the county compares what is shown'),
      given: household('9999.98', 4),
      parameters: { comparing: 'shown' },
      expect: { result: { reached: true } },
    },
    {
      rule: 'AMB-34',
      given: household('9999.96', 4),
      parameters: { comparing: 'shown' },
      expect: { result: { reached: false } },
    },
    {
      rule: 'GEN-01',
      title: t('0.005 元进到分，0.003 元舍去', '0.005 goes up, 0.0033 falls away'),
      given: household('10000.02', 4),
      expect: { result: { perPerson: '2500.01', exact: '2500.005' } },
    },
    { rule: 'GEN-01', given: household('0.02', 4), expect: { result: { perPerson: '0.01' } } },
    { rule: 'GEN-01', given: household('0.10', 4), expect: { result: { perPerson: '0.03' } } },
    {
      rule: 'GEN-01',
      given: household('7600.00', 3),
      expect: { result: { perPerson: '2533.33', reached: true, exact: '7600/3' } },
    },
    { rule: 'CT-14', given: household('2500.00', 1), expect: { result: { reached: true } } },
    {
      rule: 'CT-23',
      given: household('2500.00', 0),
      expect: { result: { perPerson: none, reached: none, moreDecimals: none } },
    },
    { rule: 'CT-14', given: { members: 4, onDay: since }, expect: { missing: ['income'] } },
  ],
})
