/** 评选得分: mean of the judges, highest and lowest dropped from five judges on (WF-04). */
import { t } from '#kernel'
import { choose, count, dated, definePolicy, fact, onlyIf, step } from '#policy'
import { twoDecimals } from '../../shown.ts'
import { clause, none, since } from './sources.ts'

const judges = (...scores: number[]) => ({
  scores: scores.map((score) => ({ score: String(score) })),
  scoredOn: since,
})

export const awardScore = definePolicy({
  id: 'community.award-score',
  label: t('评选得分', 'Score of a nominee'),
  source: clause.awards,
  summary: {
    who: t('每位参评的家庭或个人。', 'Every nominee.'),
    how: t(
      '评委打分取平均；评委达到规定人数的，去掉一个最高分和一个最低分。',
      'The mean of the judges; with enough judges the highest and the lowest are dropped.',
    ),
  },
  effective: { from: since },
  facts: {
    scores: fact.list({
      label: t('评委打分', 'Scores'),
      fields: { score: fact.number({ label: t('得分', 'Score') }) },
    }),
    scoredOn: fact.day({ label: t('评比日', 'Day of the evaluation') }),
  },
  parameters: {
    dropFrom: dated(count(5), {
      label: t('去最高最低分的评委人数', 'Judges from which extremes are dropped'),
      from: since,
      cite: clause.awards,
    }),
  },
  on: (f) => f.scoredOn,
  decide: (f, p) => {
    const judges = step('judges', t('评委人数', 'Judges'), f.scores.count())
    const sum = f.scores.sum((one) => one.score)
    const inner = sum.minus(f.scores.max((one) => one.score)).minus(f.scores.min((one) => one.score))
    const mean = choose()
      .when(judges.isAtLeast(p.dropFrom), inner.dividedBy(judges.minus(count(2))))
      .otherwise(sum.dividedBy(judges))
    const exact = step(
      'exact',
      t('得分（精确）', 'Score, exact'),
      onlyIf(judges.isAbove(count(0)), mean),
      clause.awards,
    )
    return { score: step('score', t('得分', 'Score'), twoDecimals(exact), clause.awards), exact, judges }
  },
  examples: [
    {
      rule: 'WF-04',
      title: t('去掉 92 和 70：263÷3', 'without 92 and 70: 263 / 3'),
      given: judges(90, 85, 88, 92, 70),
      expect: { result: { score: '87.67', exact: '263/3', judges: 5 } },
    },
    {
      rule: 'WF-04',
      title: t('4 位评委不去分', 'four judges: nothing is dropped'),
      given: judges(90, 85, 88, 92),
      expect: { result: { score: '88.75', judges: 4 } },
    },
    { rule: 'WF-04', given: judges(90, 90, 90, 90, 91, 100), expect: { result: { score: '90.25' } } },
    {
      rule: 'WF-04',
      title: t('最高分有两个，只去一个', 'of two equal highest one is dropped'),
      given: judges(100, 100, 80, 80, 70),
      expect: { result: { score: '86.67' } },
    },
    { rule: 'AMB-28', given: judges(88.125), expect: { result: { score: '88.13' } } },
    { rule: 'AMB-28', given: judges(88, 88, 89), expect: { result: { score: '88.33' } } },
    { rule: 'WF-04', given: judges(), expect: { result: { score: none, judges: 0 } } },
    {
      rule: 'WF-04',
      title: t('一位评委还没打分', 'one judge has not scored'),
      given: { scores: [{ score: '90' }, {}], scoredOn: since },
      expect: { missing: ['scores[1].score'] },
    },
  ],
})
