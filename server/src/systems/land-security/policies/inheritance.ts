/** 个人专户继承: what remains in the individual account goes to the heirs, the pooled part does not (LS-13, AMB-10, AMB-40). */
import { t } from '#kernel'
import type { ParameterTerms, TermsOf } from '#policy'
import {
  boolean,
  byChoice,
  choices,
  completedYears,
  dated,
  definePolicy,
  fact,
  onlyIf,
  smallest,
  step,
  sumOf,
} from '#policy'
import { clause, none, since } from './sources.ts'
import { birthDate, category, pensionAge, sex } from './words.ts'

const charging = choices({
  individualFirst: t('先冲个人专户', 'individual account first'),
  proportional: t('按比例冲减', 'in proportion'),
})
const noHeirs = choices({
  pool: t('转入统筹账户', 'to the pool'),
  collective: t('归所在集体经济组织', 'to the collective'),
})
const lateDeath = choices({ asAbove: t('同甲类', 'as category (a)'), none: t('不再继承', 'nothing') })

const facts = {
  category,
  sex,
  birthDate,
  diedOn: fact.day({ label: t('死亡日期', 'Day of death') }),
  credited: fact.money({ label: t('个人专户本息', 'Principal and interest of the individual account') }),
  pooled: fact.money({ label: t('统筹账户记入额', 'Amount pooled') }),
  paid: fact.money({ label: t('已发待遇', 'Benefits paid') }),
}

const parameters = {
  pensionAge,
  charging: dated(charging.individualFirst, {
    label: t('待遇列支顺序', 'Which account benefits are charged to'),
    from: since,
    cite: clause.inheritance,
    question: 'AMB-10',
  }),
  lateDeath: dated(lateDeath.asAbove, {
    label: t('乙类到龄后去世', 'Category (b), death after pension age'),
    from: since,
    cite: clause.inheritanceWorking,
    question: 'AMB-40',
  }),
  noHeir: dated(noHeirs.pool, {
    label: t('没有继承人时余额归谁', 'Where the rest goes without an heir'),
    from: since,
    cite: clause.inheritance,
  }),
}

const man = { category: 'above', diedOn: '2021-08-30', credited: '36057.88', paid: '3600.00' }

export const inheritance = definePolicy({
  id: 'land-security.inheritance',
  label: t('个人专户继承', 'Inheritance of the individual account'),
  source: clause.inheritance,
  summary: {
    who: t('去世保障对象的法定继承人或指定受益人。', 'The heirs or the named beneficiaries of the deceased.'),
    amount: t('个人专户的本息余额。', 'What is left of the individual account with its interest.'),
    how: t('专户本息减去由专户列支的待遇。', 'The account with interest less what was paid from it.'),
    paidFrom: t('死者的个人专户。', 'The individual account of the deceased.'),
  },
  version: 2,
  effective: { from: since },
  facts,
  parameters,
  on: (f) => f.diedOn,
  decide: (f, p) => {
    const share = f.credited.ratioTo(sumOf(f.credited, f.pooled))
    const charged = step(
      'charged',
      t('由个人专户列支', 'Charged to the individual account'),
      byChoice(p.charging, { individualFirst: f.paid, proportional: f.paid.times(share) }),
      clause.inheritance,
    )
    const rest = step(
      'rest',
      t('个人专户余额', 'Rest of the individual account'),
      f.credited.minus(smallest(charged, f.credited)),
    )
    const inherits = step('inherits', t('可以继承', 'Can be inherited'), inheritable(f, p))
    return {
      inherited: step(
        'inherited',
        t('继承金额', 'Amount inherited'),
        onlyIf(inherits, rest),
        clause.inheritance,
      ),
      rest,
      inherits,
      noHeirTo: step('noHeirTo', t('没有继承人时归', 'Without an heir it goes'), p.noHeir),
    }
  },
  examples: [
    { rule: 'LS-13', given: man, expect: { result: { inherited: '32457.88', noHeirTo: 'pool' } } },
    ...[
      ['male', '1961-08-30', false],
      ['male', '1961-08-31', true],
      ['female', '1966-08-30', false],
      ['female', '1966-08-31', true],
    ].map(([sexOf, birthDate, inherits]) => ({
      rule: 'AMB-40',
      title: t('去世那天正好到龄，或差一天', 'of age on the day of death, or a day short'),
      given: { ...man, category: 'working', sex: sexOf, birthDate },
      parameters: { lateDeath: 'none' },
      expect: { result: { inherits } },
    })),
    {
      rule: 'LS-06',
      title: t('丙类没有专户', '(c) has no account'),
      given: { ...man, category: 'minor' },
      expect: { result: { inherits: false, inherited: none } },
    },
    ...[
      ['10.00', '200.00', '96.67'], // a third: 3.333…, down
      ['20.00', '200.00', '93.33'], // a third: 6.666…, up
      ['10.01', '100.00', '94.99'], // a half: 5.005, up
    ].map(([paid, pooled, rest]) => ({
      rule: 'GEN-01',
      title: t('按比例冲减，分位四舍五入', 'in proportion, to the fen'),
      given: { ...man, credited: '100.00', pooled, paid },
      parameters: { charging: 'proportional' },
      expect: { result: { rest } },
    })),
    {
      rule: 'LS-13',
      title: t('施行首日', 'on the first day'),
      given: { ...man, category: 'working', diedOn: since },
      expect: { result: { inherited: '32457.88', noHeirTo: 'pool' } },
    },
    {
      rule: 'AMB-40',
      title: t('施行首日，未到龄', 'on the first day, not of age'),
      given: { ...man, category: 'working', diedOn: since, sex: 'male', birthDate: '1960-01-01' },
      parameters: { lateDeath: 'none' },
      expect: { result: { inherits: true } },
    },
    {
      rule: 'LS-13',
      title: t('乙类未到龄去世', '(b), death before pension age'),
      given: { ...man, category: 'working', paid: '0.00' },
      expect: { result: { inherited: '36057.88' } },
    },
    {
      rule: 'AMB-40',
      title: t('县里定为不再继承：到龄后去世', 'county says nothing: death after pension age'),
      given: { ...man, category: 'working', sex: 'male', birthDate: '1960-01-01' },
      parameters: { lateDeath: 'none' },
      expect: { result: { inherits: false, inherited: none } },
    },
    {
      rule: 'AMB-40',
      given: { ...man, category: 'working', sex: 'male', birthDate: '1970-01-01' },
      parameters: { lateDeath: 'none' },
      expect: { result: { inherited: '32457.88' } },
    },
    {
      rule: 'AMB-10',
      title: t('按比例：3,600 中 70% 由个人专户', 'in proportion: 70% of 3,600'),
      given: { ...man, credited: '35000.00', pooled: '15000.00' },
      parameters: { charging: 'proportional' },
      expect: { result: { rest: '32480.00' } },
    },
    {
      rule: 'LS-13',
      title: t('专户已用完', 'account used up'),
      given: { ...man, paid: '40000.00' },
      expect: { result: { inherited: '0.00' } },
    },
    { rule: 'AMB-10', given: man, parameters: { charging: 'proportional' }, expect: { missing: ['pooled'] } },
    {
      rule: 'LS-13',
      title: t('没有继承人：按县里定的归集体', 'no heir: to the collective as the county set it'),
      given: man,
      parameters: { noHeir: 'collective' },
      expect: { result: { noHeirTo: 'collective' } },
    },
  ],
})

/** (a) at any time; (b) before pension age, and after it as AMB-40 says; (c) has no account. */
function inheritable(f: TermsOf<typeof facts>, p: ParameterTerms<typeof parameters>) {
  const before = completedYears(f.birthDate, f.diedOn).isBelow(
    p.pensionAge.of({ sex: f.sex, born: f.birthDate }),
  )
  const working = byChoice(p.lateDeath, { asAbove: boolean(true), none: before })
  return byChoice(f.category, { above: boolean(true), working, minor: boolean(false) })
}
