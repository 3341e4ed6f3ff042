/** 养老待遇合并: rural pension and ours as one payment, employees' pension apart; our batch pays only our money (LS-17, OF-05). */
import { t } from '#kernel'
import { boolean, choose, dated, definePolicy, fact, ifApplies, money, step, sumOf } from '#policy'
import { clause, none, since } from './sources.ts'

const kinds = {
  rural: t('农村养老保险', 'rural old-age insurance'),
  employee: t('职工养老保险', "employees' pension insurance"),
} as const
const rural = { kind: 'rural', monthly: '80.00', until: none }
const employee = { kind: 'employee', monthly: '900.00', until: none }
const month = '2023-07-01'

export const combinedPension = definePolicy({
  id: 'land-security.combined-pension',
  label: t('养老待遇合并发放', 'Pensions paid together'),
  source: clause.otherPensions,
  summary: {
    who: t(
      '同时领农村养老保险或职工养老保险的保障对象。',
      "Persons who also draw a rural or an employees' pension.",
    ),
    amount: t(
      '失地农民养老金与农保合并发放，职工养老金另行领取。',
      "Both are paid as one; an employees' pension is drawn apart.",
    ),
    how: t('两项相加，各由各的基金付。', 'The two are added, each paid by its own fund.'),
    paidFrom: t(
      '本基金付失地农民养老金，农保基金付农保。',
      'This fund pays its pension, the rural fund the rural one.',
    ),
  },
  effective: { from: since },
  facts: {
    benefit: fact.money({ label: t('失地农民养老金', 'Benefit of this fund') }),
    others: fact.list({
      label: t('其他养老保险', 'Other pensions'),
      fields: {
        kind: fact.choice({ label: t('险种', 'Kind'), options: kinds }),
        monthly: fact.money({ label: t('月领取额', 'Monthly amount') }),
        until: fact.day({ label: t('停发日', 'Day after the last') }),
      },
    }),
    payMonth: fact.day({ label: t('待遇月份', 'Month of the benefit') }),
  },
  parameters: {
    ruralTransferredIn: dated(boolean(false), {
      label: t('农保资金转入本基金', 'The rural fund transfers its money to this fund'),
      from: since,
      cite: clause.otherPensions,
      question: 'OF-05',
    }),
  },
  on: (f) => f.payMonth,
  decide: (f, p) => {
    const { otherPensions } = clause
    // A pension that has ended before the month is not drawn in it.
    const drawn = f.others.filter((o) => ifApplies(o.until, o.until.isAbove(f.payMonth), boolean(true)))
    const ruralSum = drawn.filter((o) => o.kind.is('rural')).sum((o) => o.monthly)
    const rural = step('rural', t('农保', 'Rural pension'), ruralSum, otherPensions)
    const separate = drawn.filter((o) => o.kind.is('employee')).sum((o) => o.monthly)
    const received = choose().when(p.ruralTransferredIn, rural).otherwise(money('0.00'))
    const transferred = step(
      'transferred',
      t('农保转入本基金的部分', 'Rural part that this fund received'),
      received,
    )
    return {
      together: step('together', t('到手合计', 'Received in all'), sumOf(f.benefit, rural), otherPensions),
      ours: step('ours', t('本基金发放', 'Paid by this fund'), sumOf(f.benefit, transferred), otherPensions),
      byOthers: step(
        'byOthers',
        t('由农保发放', 'Paid by the rural fund'),
        rural.minus(transferred),
        otherPensions,
      ),
      separate: step(
        'separate',
        t('职工养老金（另行领取）', "Employees' pension, drawn separately"),
        separate,
        otherPensions,
      ),
    }
  },
  examples: [
    {
      rule: 'LS-17',
      given: { benefit: '240.00', others: [rural, employee], payMonth: month },
      expect: { result: { together: '320.00', ours: '240.00', byOthers: '80.00', separate: '900.00' } },
    },
    {
      rule: 'OF-05',
      title: t('农保已把钱转入', 'the rural fund has transferred the money'),
      given: { benefit: '240.00', others: [rural], payMonth: month },
      parameters: { ruralTransferredIn: true },
      expect: { result: { together: '320.00', ours: '320.00', byOthers: '0.00' } },
    },
    {
      rule: 'LS-17',
      title: t('农保上月已停发', 'the rural pension ended the month before'),
      given: { benefit: '240.00', others: [{ ...rural, until: '2023-07-01' }], payMonth: month },
      expect: { result: { together: '240.00', byOthers: '0.00' } },
    },
    {
      rule: 'LS-17',
      title: t('没有其他养老保险', 'no other pension'),
      given: { benefit: '240.00', others: [], payMonth: month },
      expect: { result: { together: '240.00', ours: '240.00', separate: '0.00' } },
    },
    {
      rule: 'LS-17',
      title: t('两份农保', 'two rural pensions'),
      given: { benefit: '240.00', others: [rural, { ...rural, monthly: '20.00' }], payMonth: month },
      expect: { result: { together: '340.00', byOthers: '100.00' } },
    },
    {
      rule: 'OF-05',
      title: t('施行首日', 'on the first day'),
      given: { benefit: '240.00', others: [rural], payMonth: since },
      expect: { result: { ours: '240.00', byOthers: '80.00' } },
    },
    {
      rule: 'LS-17',
      title: t('农保金额不详', 'rural amount not known'),
      given: { benefit: '240.00', others: [{ ...rural, monthly: null }], payMonth: month },
      expect: { missing: ['others[0].monthly'], result: { ours: '240.00', together: null } },
    },
    {
      rule: 'LS-17',
      title: t('还没有本基金待遇', 'no benefit of this fund yet'),
      given: { benefit: none, others: [rural], payMonth: month },
      expect: { result: { together: '80.00', ours: '0.00' } },
    },
  ],
})
