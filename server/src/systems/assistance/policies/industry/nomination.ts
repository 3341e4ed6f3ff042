/** 带动困难户: no project and no award without a linked hardship household (IA-06). */
import { t } from '#kernel'
import { count, dated, definePolicy, fact, step } from '#policy'
import { before, clause, since, yearFacts } from './sources.ts'

const link = (validFrom: string, validUntil: unknown) => ({ validFrom, validUntil })
const given = (...links: object[]) => ({ links, yearFrom: '2022-01-01', yearUntil: '2022-12-31' })

export const nomination = definePolicy({
  id: 'assistance.nomination',
  label: t('项目申报和评优资格', 'Entry to projects and nominations'),
  source: clause.nomination,
  summary: {
    who: t('申报项目、参加评优的经营主体。', 'Entities that apply for projects or are nominated.'),
    how: t(
      '当年至少有一份有效的困难户利益联结，才能申报。',
      'At least one benefit link with a hardship household must be valid in the year.',
    ),
  },
  effective: { from: since },
  facts: {
    links: fact.list({
      label: t('困难户利益联结', 'Benefit links with hardship households'),
      fields: {
        validFrom: fact.day({ label: t('有效期起', 'Valid from') }),
        validUntil: fact.day({ label: t('有效期止', 'Valid until') }),
      },
    }),
    ...yearFacts,
  },
  parameters: {
    least: dated(count(1), {
      label: t('至少几份利益联结', 'Least number of links'),
      from: since,
      cite: clause.nomination,
    }),
  },
  on: (f) => f.yearUntil,
  decide: (f, p) => {
    const valid = f.links.filter((l) =>
      l.validFrom.isAtMost(f.yearUntil).and(l.validUntil.isAtLeast(f.yearFrom)),
    )
    const links = step(
      'links',
      t('当年有效联结数', 'Links valid in the year'),
      valid.count(),
      clause.nomination,
    )
    return {
      nominated: step('nominated', t('可以申报', 'May apply'), links.isAtLeast(p.least), clause.nomination),
      links,
    }
  },
  examples: [
    {
      rule: 'IA-06',
      title: t('没有联结', 'no link'),
      given: given(),
      expect: { result: { nominated: false, links: 0 } },
    },
    {
      rule: 'IA-06',
      given: given(link('2021-03-01', '2024-02-28')),
      expect: { result: { nominated: true, links: 1 } },
    },
    {
      rule: 'GEN-02',
      title: t('当年第一天到期、最后一天生效都算', 'ending on the first or starting on the last day counts'),
      given: given(link('2021-01-01', '2022-01-01'), link('2022-12-31', '2023-12-31')),
      expect: { result: { nominated: true, links: 2 } },
    },
    {
      rule: 'GEN-02',
      title: t('前一天到期、后一天生效都不算', 'a day earlier or later does not'),
      given: given(link('2021-01-01', '2021-12-31'), link('2023-01-01', '2023-12-31')),
      expect: { result: { nominated: false, links: 0 } },
    },
    {
      rule: 'IA-06',
      title: t('参数改为两份', 'two links asked for'),
      given: given(link('2021-03-01', '2024-02-28')),
      parameters: { least: 2 },
      expect: { result: { nominated: false } },
    },
    {
      rule: 'GEN-07',
      title: t('联结清单不详', 'links not known'),
      given: { yearFrom: '2022-01-01', yearUntil: '2022-12-31' },
      expect: { missing: ['links'], result: { nominated: null } },
    },
    {
      rule: 'GEN-12',
      title: t('默认值起算日', 'the first day of the defaults'),
      given: { links: [link('2018-03-01', since)], yearFrom: '2018-01-02', yearUntil: since },
      expect: { result: { nominated: true } },
    },
    {
      rule: 'GEN-12',
      title: t('默认值起算前一天', 'the day before'),
      given: { links: [], yearFrom: '2018-01-01', yearUntil: before },
      expect: { problems: ['policy.notInForce'], missingParameters: ['least'] },
    },
  ],
})
