/** 贫困人口变动: exits and entries, net reduction against the target (HF-12). */
import { t } from '#kernel'
import { check, count, dated, definePolicy, fact, largest, step } from '#policy'
import { clause, since } from './sources-village.ts'

const year = (start: number, exits: number, entries: number) => ({ start, exits, entries, yearEnd: since })

export const povertyPopulation = definePolicy({
  id: 'assistance.poverty-population',
  label: t('贫困人口变动', 'Change of the poor population'),
  source: clause.goals,
  summary: {
    who: t('每个市、县、乡镇。', 'Every city, county and township.'),
    how: t(
      '年末人数等于年初减退出加进入；净减少等于退出减进入，与任务比较。',
      'End is start less exits plus entries; exits less entries is compared with the task.',
    ),
  },
  effective: { from: since },
  facts: {
    start: fact.count({ label: t('年初贫困人口', 'Poor at the start') }),
    exits: fact.count({ label: t('当年退出', 'Exits') }),
    entries: fact.count({ label: t('当年进入', 'Entries') }),
    yearEnd: fact.day({ label: t('统计日', 'Day of the count') }),
  },
  parameters: {
    target: dated(count(10000), {
      label: t('减少任务人数', 'Persons to leave poverty'),
      from: since,
      cite: clause.goals,
    }),
  },
  on: (f) => f.yearEnd,
  decide: (f, p) => {
    const net = step('net', t('净减少', 'Net reduction'), f.exits.minus(f.entries), clause.goals)
    const fits = check(
      'fits',
      t('核对：退出不多于年初加进入', 'Check: no more exits than there were'),
      f.exits.isAtMost(f.start.plus(f.entries)),
      {
        severity: 'refusal',
        message: t(
          '退出人数多于年初人数加进入人数。请核对名册。',
          'More left than there were. Check the register.',
        ),
        cite: clause.goals,
      },
    )
    return {
      end: step('end', t('年末贫困人口', 'Poor at the end'), f.start.minus(net), clause.goals),
      net,
      reached: step('reached', t('完成任务', 'Task fulfilled'), net.isAtLeast(p.target), clause.goals),
      short: step('short', t('还差人数', 'Still lacking'), largest(p.target.minus(net), count(0))),
      fits,
    }
  },
  examples: [
    {
      rule: 'HF-12',
      given: year(60000, 11000, 800),
      expect: { result: { end: 49800, net: 10200, reached: true, short: 0, fits: true } },
    },
    {
      rule: 'HF-12',
      given: year(60000, 10800, 800),
      expect: { result: { net: 10000, reached: true, short: 0 } },
    },
    {
      rule: 'HF-12',
      given: year(60000, 10799, 800),
      expect: { result: { net: 9999, reached: false, short: 1 } },
    },
    {
      rule: 'HF-12',
      given: year(60000, 0, 5),
      expect: { result: { end: 60005, net: -5, reached: false, short: 10005 } },
    },
    { rule: 'HF-12', given: year(100, 110, 10), expect: { result: { end: 0 }, checks: { fits: true } } },
    { rule: 'HF-12', given: year(100, 111, 10), expect: { checks: { fits: false } } },
    {
      rule: 'HF-12',
      given: { start: 60000, exits: 11000, yearEnd: since },
      expect: { missing: ['entries'] },
    },
  ],
})
