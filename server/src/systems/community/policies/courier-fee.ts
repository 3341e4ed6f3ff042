/** 快递代收费: by day, flat, or none (SV-02). */
import { t } from '#kernel'
import { check, daysBetween, definePolicy, fact, money, step, sumOf, table } from '#policy'
import { clause, since } from './sources.ts'

const courier = fact.choice({
  label: t('快递公司', 'Courier'),
  options: {
    shentong: t('申通', 'Shentong'),
    yuantong: t('圆通', 'Yuantong'),
    yunda: t('韵达', 'Yunda'),
    post: t('中国邮政', 'China Post'),
    zhongtong: t('中通', 'Zhongtong'),
    huitong: t('汇通', 'Huitong'),
  },
})
type Fees = { readonly shentong: string; readonly yuantong: string }

/** Couriers that the table does not raise deliver free. */
const fees = ({ shentong, yuantong }: Fees, zh: string, en: string) => {
  const all = { shentong, yuantong, yunda: '0.00', post: '0.00', zhongtong: '0.00', huitong: '0.00' }
  const rows = Object.entries(all).map(([name, yuan]) => ({ courier: name, value: money(yuan) }))
  return table({ exact: { courier } }, rows, { label: t(zh, en), from: since, cite: clause.fees })
}

const parcel = (by: string, collectedOn: string, fee: string) => ({
  rule: 'SV-02',
  given: { courier: by, arrivedOn: since, collectedOn },
  expect: { result: { fee }, checks: { inOrder: true } },
})

export const courierFee = definePolicy({
  id: 'community.courier-fee',
  label: t('快递代收费', 'Fee of a courier'),
  source: clause.fees,
  summary: {
    who: t('到代理点取件的人。', 'Whoever collects a parcel.'),
    amount: t(
      '每件固定费，加上超过当日的每日费。',
      'A flat fee, and one for each day after the day of arrival.',
    ),
    how: t('当日取不计日数，其后每天计一次。', 'The day of arrival is free; each later day counts.'),
    paidFrom: t('收件人。', 'The recipient.'),
  },
  effective: { from: since },
  facts: {
    courier,
    arrivedOn: fact.day({ label: t('到件日', 'Day of arrival') }),
    collectedOn: fact.day({ label: t('取件日', 'Day of collection') }),
  },
  parameters: {
    perDay: fees({ shentong: '1.00', yuantong: '0.00' }, '每日费', 'Fee for each day'),
    flat: fees({ shentong: '0.00', yuantong: '3.00' }, '每件费', 'Fee for each parcel'),
  },
  on: (f) => f.arrivedOn,
  decide: (f, p) => {
    const days = step(
      'days',
      t('超过当日的天数', 'Days after the day of arrival'),
      daysBetween(f.arrivedOn, f.collectedOn),
      clause.fees,
    )
    const byDay = p.perDay.of({ courier: f.courier }).times(days)
    return {
      fee: step('fee', t('代收费', 'Fee'), sumOf(p.flat.of({ courier: f.courier }), byDay), clause.fees),
      days,
      inOrder: check(
        'inOrder',
        t('核对：取件不早于到件', 'Check: not collected before it arrived'),
        f.collectedOn.isAtLeast(f.arrivedOn),
        {
          severity: 'refusal',
          message: t('取件日早于到件日。请核对日期。', 'It was collected before it arrived. Check the days.'),
          cite: clause.fees,
        },
      ),
    }
  },
  examples: [
    parcel('shentong', '2019-01-01', '0.00'),
    parcel('shentong', '2019-01-02', '1.00'),
    parcel('shentong', '2019-01-04', '3.00'),
    parcel('yuantong', '2019-01-01', '3.00'),
    parcel('yuantong', '2019-01-04', '3.00'),
    parcel('yunda', '2019-01-04', '0.00'),
    parcel('post', '2019-01-04', '0.00'),
    parcel('zhongtong', '2019-01-04', '0.00'),
    parcel('huitong', '2019-01-04', '0.00'),
    {
      rule: 'SV-02',
      given: { courier: 'shentong', arrivedOn: '2019-01-02', collectedOn: '2019-01-01' },
      expect: { checks: { inOrder: false } },
    },
    { rule: 'SV-02', given: { courier: 'shentong', arrivedOn: since }, expect: { missing: ['collectedOn'] } },
  ],
})
