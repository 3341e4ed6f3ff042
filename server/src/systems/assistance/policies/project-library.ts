/** 项目库完整度: village, sum, responsible person, result on every row (HF-15). */
import { t } from '#kernel'
import { allOf, definePolicy, fact, step } from '#policy'
import { countBase, oneDecimal } from '../../shown.ts'
import { clause, none, since } from './sources-village.ts'

const has = (zh: string, en: string) => fact.boolean({ label: t(zh, en) })

const full = { village: true, amount: true, responsible: true, result: true }
const rows = (complete: number, ...others: object[]) => ({
  projects: [...Array.from({ length: complete }, () => full), ...others],
  checkedOn: since,
})
const nobody = { ...full, responsible: false }
const lacks = (what: string) => ({
  rule: 'HF-15',
  given: rows(1, { ...full, [what]: false }),
  expect: { result: { complete: 1, incomplete: 1, completeness: '50' } },
})

export const projectLibrary = definePolicy({
  id: 'assistance.project-library',
  label: t('项目库完整度', 'Completeness of the project library'),
  source: clause.library,
  summary: {
    who: t('编入项目库的扶贫项目。', 'Poverty projects in the library.'),
    how: t(
      '村、资金、责任人、成果四项都填的才算完整。',
      'A row is complete with village, sum, responsible person and result.',
    ),
  },
  effective: { from: since },
  facts: {
    projects: fact.list({
      label: t('项目', 'Projects'),
      fields: {
        village: has('已落实到村', 'Has a village'),
        amount: has('已安排资金', 'Has a sum'),
        responsible: has('已明确责任人', 'Has a responsible person'),
        result: has('已写明成果', 'Has a result'),
      },
    }),
    checkedOn: fact.day({ label: t('检查日', 'Day of the check') }),
  },
  parameters: {},
  on: (f) => f.checkedOn,
  decide: (f) => {
    const all = step('projectCount', t('项目数', 'Projects in all'), f.projects.count())
    const good = f.projects
      .filter((one) => allOf(one.village, one.amount, one.responsible, one.result))
      .count()
    const complete = step('complete', t('完整的项目数', 'Complete'), good, clause.library)
    return {
      completeness: step(
        'completeness',
        t('完整度', 'Completeness'),
        oneDecimal(complete.shareOf(countBase(all))),
        clause.library,
      ),
      complete,
      incomplete: step('incomplete', t('不完整的项目数', 'Incomplete'), all.minus(complete)),
    }
  },
  examples: [
    {
      rule: 'HF-15',
      title: t('40 项中 3 项没有责任人', '3 of 40 without a responsible person'),
      given: rows(37, nobody, nobody, nobody),
      expect: { result: { completeness: '92.5', complete: 37, incomplete: 3 } },
    },
    lacks('village'),
    lacks('amount'),
    lacks('responsible'),
    lacks('result'),
    { rule: 'HF-15', given: rows(1), expect: { result: { completeness: '100', incomplete: 0 } } },
    { rule: 'AMB-28', given: rows(1, nobody, nobody), expect: { result: { completeness: '33.3' } } },
    { rule: 'AMB-28', given: rows(2, nobody), expect: { result: { completeness: '66.7' } } },
    {
      rule: 'AMB-28',
      given: rows(1, ...Array.from({ length: 79 }, () => nobody)),
      expect: { result: { completeness: '1.3' } },
    },
    { rule: 'CT-23', given: rows(0), expect: { result: { completeness: none, complete: 0, incomplete: 0 } } },
    {
      rule: 'HF-15',
      title: t('一项没有村，另一项责任人不详', 'one without a village, one with an unknown person'),
      given: {
        projects: [{ village: false }, { village: true, amount: true, result: true }],
        checkedOn: since,
      },
      expect: { missing: ['projects[1].responsible'] },
    },
  ],
})
