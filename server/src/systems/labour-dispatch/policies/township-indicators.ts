/** 乡镇劳务指标: out-rate, stable rate, labour at home, and the stated surplus against it (LM-17, GEN-08). */
import { t } from '#kernel'
import type { ChoiceTerm, CountTerm, PercentTerm } from '#policy'
import { check, choices, choose, count, definePolicy, fact, onlyIf, step } from '#policy'
import { clause, since } from './sources.ts'

const bounds = {
  exact: t('确数', 'exact'),
  atLeast: t('以上', 'at least'),
  atMost: t('以下', 'at most'),
} as const
const verdicts = choices({
  fits: t('不超过在家劳动力', 'not above labour at home'),
  exceeds: t('超过在家劳动力', 'above labour at home'),
  open: t('无法判断', 'cannot tell'),
})
const counted = { surplusBound: 'atLeast', countedOn: '2023-08-24' }
const township = (labour: number, out: number, stable: number, surplus: number) => ({
  ...counted,
  labour,
  out,
  stable,
  surplus,
})
const xima = township(8096, 5765, 664, 1500)
const inLimits = { outWithin: true, stableWithin: true }

export const townshipIndicators = definePolicy({
  id: 'labour-dispatch.township-indicators',
  label: t('乡镇劳务指标', 'Labour indicators of a township'),
  source: clause.townships,
  summary: {
    who: t('每个试点乡镇。', 'Every pilot township.'),
    how: t(
      '外出率 = 外出 ÷ 劳动力，稳定率 = 稳定 ÷ 外出，在家 = 劳动力 − 外出；富余劳动力不应超过在家。',
      'Out-rate = out ÷ labour, stable rate = stable ÷ out, at home = labour − out; surplus should not exceed it.',
    ),
  },
  effective: { from: since },
  facts: {
    labour: fact.count({ label: t('劳动力', 'Labour') }),
    out: fact.count({ label: t('外出务工', 'Out-workers') }),
    stable: fact.count({ label: t('到企业稳定务工', 'Stable at companies') }),
    surplus: fact.count({ label: t('富余劳动力', 'Surplus labour') }),
    surplusBound: fact.choice({ label: t('富余劳动力是', 'The surplus is stated as'), options: bounds }),
    countedOn: fact.day({ label: t('统计日', 'Day of the count') }),
  },
  parameters: {},
  on: (f) => f.countedOn,
  decide: (f) => {
    const atHome = step('atHome', t('在家劳动力', 'At home'), f.labour.minus(f.out), clause.townships)
    return {
      atHome,
      outRate: step('outRate', t('外出率', 'Out-rate'), rate(f.out, f.labour)),
      stableRate: step('stableRate', t('稳定率', 'Stable rate'), rate(f.stable, f.out)),
      surplusRate: step('surplusRate', t('富余占在家', 'Surplus of those at home'), rate(f.surplus, atHome)),
      surplusVerdict: step(
        'surplusVerdict',
        t('富余劳动力核对', 'Surplus against labour at home'),
        verdictOf(f.surplus, f.surplusBound, atHome),
        clause.townships,
      ),
      outWithin: within('outWithin', t('核对：外出不超过劳动力', 'Check: out within labour'), {
        part: f.out,
        whole: f.labour,
      }),
      stableWithin: within('stableWithin', t('核对：稳定不超过外出', 'Check: stable within out'), {
        part: f.stable,
        whole: f.out,
      }),
    }
  },
  examples: [
    {
      rule: 'LM-17',
      title: t('昔马镇', 'Xima'),
      given: xima,
      expect: {
        result: {
          atHome: 2331,
          outRate: '71.21',
          stableRate: '11.52',
          surplusRate: '64.35',
          surplusVerdict: 'fits',
          ...inLimits,
        },
      },
    },
    {
      rule: 'LM-17',
      title: t('勐弄乡', 'Mengnong'),
      given: township(5994, 3621, 325, 1000),
      expect: { result: { atHome: 2373, outRate: '60.41', stableRate: '8.98', surplusRate: '42.14' } },
    },
    {
      rule: 'LM-17',
      title: t('芒章乡', 'Mangzhang'),
      given: township(6074, 2021, 1054, 1000),
      expect: { result: { atHome: 4053, outRate: '33.27', stableRate: '52.15', surplusRate: '24.67' } },
    },
    {
      rule: 'LM-17',
      title: t('三个乡镇合计', 'the three together'),
      given: township(20164, 11407, 2043, 3500),
      expect: { result: { atHome: 8757, outRate: '56.57', stableRate: '17.91', surplusRate: '39.97' } },
    },
    ...(
      [
        ['exact', 2331, 'fits'],
        ['exact', 2332, 'exceeds'],
        ['atLeast', 2331, 'fits'],
        ['atLeast', 2332, 'exceeds'],
        ['atMost', 2331, 'fits'],
        ['atMost', 2332, 'open'],
      ] as const
    ).map(([surplusBound, surplus, surplusVerdict]) => ({
      rule: 'GEN-08',
      given: { ...xima, surplusBound, surplus },
      expect: { result: { surplusVerdict } },
    })),
    {
      rule: 'GEN-08',
      title: t('是确数还是约数不详，但不超过', 'bound not known, but it fits in any case'),
      given: { ...xima, surplusBound: undefined },
      expect: { result: { surplusVerdict: 'fits' } },
    },
    {
      // each is 1 / 32 = 3.125 %
      rule: 'GEN-01',
      title: t('三个比例都到半', 'three rates at a half'),
      given: township(1024, 32, 1, 31),
      expect: { result: { outRate: '3.13', stableRate: '3.13', surplusRate: '3.13' } },
    },
    {
      rule: 'LM-17',
      title: t('只有一人外出', 'one person out'),
      given: township(10, 1, 1, 0),
      expect: { result: { outRate: '10', stableRate: '100' } },
    },
    {
      rule: 'LM-17',
      title: t('全部外出，全部稳定', 'all are out, all stable'),
      given: township(500, 500, 500, 0),
      expect: {
        result: {
          atHome: 0,
          outRate: '100',
          stableRate: '100',
          surplusRate: { applicable: false },
          surplusVerdict: 'fits',
          ...inLimits,
        },
      },
    },
    {
      rule: 'INC-19e',
      title: t('稳定多于外出，外出多于劳动力', 'more stable than out, more out than labour'),
      given: township(499, 500, 501, 0),
      expect: { result: { atHome: -1 }, checks: { outWithin: false, stableWithin: false } },
    },
    {
      rule: 'LM-17',
      title: t('没有人外出：不计稳定率', 'nobody is out: no stable rate'),
      given: township(1, 0, 0, 1),
      expect: { result: { outRate: '0', stableRate: { applicable: false }, surplusRate: '100' } },
    },
    {
      rule: 'LM-17',
      title: t('没有劳动力：都不计比例', 'no labour: no rates'),
      given: township(0, 0, 0, 0),
      expect: {
        result: { atHome: 0, outRate: { applicable: false }, stableRate: { applicable: false }, ...inLimits },
      },
    },
    {
      rule: 'GEN-07',
      title: t('稳定人数不详：其余照算', 'stable count not known: the rest is'),
      given: { ...xima, stable: undefined },
      expect: { missing: ['stable'], result: { outRate: '71.21', stableRate: null, atHome: 2331 } },
    },
    {
      rule: 'GEN-12',
      given: { ...xima, countedOn: '2023-08-23' },
      expect: { problems: ['policy.notInForce'] },
    },
  ],
})

/** Two decimals, half-up, as the table of the source's figures has them; nothing of nothing has no rate. */
function rate(part: CountTerm, whole: CountTerm): PercentTerm {
  const hundredths = count(10000).times(part.shareOf(whole)).shareOf(count(10000))
  return onlyIf(whole.isAbove(count(0)), hundredths)
}

/** A lower bound above the limit exceeds it; an upper bound above it says nothing; what is stated as "at least" is taken as stated. */
function verdictOf(surplus: CountTerm, bound: ChoiceTerm<keyof typeof bounds>, atHome: CountTerm) {
  return choose()
    .when(surplus.isAtMost(atHome), verdicts.fits)
    .when(bound.is('atMost'), verdicts.open)
    .otherwise(verdicts.exceeds)
}

function within(
  id: string,
  label: ReturnType<typeof t>,
  { part, whole }: { part: CountTerm; whole: CountTerm },
) {
  return check(id, label, part.isAtMost(whole), {
    severity: 'warning',
    message: t('部分大于整体。请核对两个数。', 'A part is larger than the whole. Check both figures.'),
    cite: clause.townships,
  })
}
