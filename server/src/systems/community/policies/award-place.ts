/** 评选名次: no more winners than the quota; a tie at the last place goes to a vote (WF-04, AMB-49). */
import { t } from '#kernel'
import type { NumberTerm } from '#policy'
import { byChoice, choices, choose, dated, definePolicy, fact, step } from '#policy'
import { twoDecimals } from '../../shown.ts'
import { clause, since } from './sources.ts'

const standings = choices({
  winner: t('入选', 'wins'),
  vote: t('得分相同，投票决定', 'tie: by vote'),
  none: t('未入选', 'does not win'),
})
const comparing = choices({
  exact: t('按精确得分', 'by the exact score'),
  shown: t('按两位小数', 'by two decimals'),
})

const nominee = (score: string, others: string[], quota: number) => ({
  score,
  others: others.map((other) => ({ score: other })),
  quota,
  decidedOn: since,
})
const place = (given: ReturnType<typeof nominee>, standing: string, comparing?: string) => ({
  rule: comparing ? 'AMB-49' : 'WF-04',
  given,
  ...(comparing ? { parameters: { comparing } } : {}),
  expect: { result: { standing } },
})

export const awardPlace = definePolicy({
  id: 'community.award-place',
  label: t('评选名次', 'Place of a nominee'),
  source: clause.awards,
  summary: {
    who: t('每位参评的家庭或个人。', 'Every nominee.'),
    how: t(
      '按得分排名次，名额内入选；末位得分相同的投票决定。',
      'By score, within the quota; a tie at the last place is voted on.',
    ),
  },
  effective: { from: since },
  facts: {
    score: fact.number({ label: t('得分', 'Score') }),
    others: fact.list({
      label: t('同类其他参评对象', 'Other nominees of the category'),
      fields: { score: fact.number({ label: t('得分', 'Score') }) },
    }),
    quota: fact.count({ label: t('名额', 'Quota') }),
    decidedOn: fact.day({ label: t('评比日', 'Day of the evaluation') }),
  },
  parameters: {
    comparing: dated(comparing.exact, {
      label: t('得分的比较', 'How scores are compared'),
      from: since,
      cite: clause.awards,
      question: 'AMB-49',
    }),
  },
  on: (f) => f.decidedOn,
  decide: (f, p) => {
    const compared = (score: NumberTerm) => byChoice(p.comparing, { exact: score, shown: twoDecimals(score) })
    const own = step('compared', t('参加比较的得分', 'Score compared'), compared(f.score))
    const better = step(
      'better',
      t('得分更高的', 'With a higher score'),
      f.others.filter((one) => compared(one.score).isAbove(own)).count(),
    )
    const equal = step(
      'equal',
      t('得分相同的', 'With the same score'),
      f.others.filter((one) => compared(one.score).is(own)).count(),
    )
    const standing = choose()
      .when(better.plus(equal).isBelow(f.quota), standings.winner)
      .when(better.isBelow(f.quota), standings.vote)
      .otherwise(standings.none)
    return { standing: step('standing', t('结果', 'Result'), standing, clause.awards), better, equal }
  },
  examples: [
    place(nominee('90', ['80', '70'], 2), 'winner'),
    place(nominee('80', ['90', '70'], 2), 'winner'),
    place(nominee('70', ['90', '80'], 2), 'none'),
    place(nominee('80', ['90', '80'], 2), 'vote'),
    place(nominee('80', ['90', '80'], 3), 'winner'),
    place(nominee('80', ['90', '80'], 1), 'none'),
    place(nominee('90', [], 0), 'none'),
    {
      rule: 'AMB-49',
      title: t('87.666… 和 87.67 不算相同', '87.666… and 87.67 are not equal'),
      given: nominee('263/3', ['87.67'], 1),
      expect: { result: { standing: 'none', better: 1, equal: 0 } },
    },
    place(nominee('263/3', ['87.67'], 1), 'vote', 'shown'),
    place(nominee('87.67', ['263/3'], 1), 'vote', 'shown'),
    place(nominee('87.665', ['87.67'], 1), 'vote', 'shown'),
    place(nominee('87.67', ['87.665'], 1), 'vote', 'shown'),
    place(nominee('87.645', ['87.65'], 1), 'vote', 'shown'),
    place(nominee('87.65', ['87.645'], 1), 'vote', 'shown'),
    place(nominee('87.64', ['87.645'], 1), 'none', 'shown'),
    place(nominee('87.664', ['87.67'], 1), 'none', 'shown'),
    place(nominee('87.67', ['87.674'], 1), 'vote', 'shown'),
    place(nominee('87.674', ['87.67'], 1), 'vote', 'shown'),
    place(nominee('87.67', ['87.664'], 1), 'winner', 'shown'),
    { rule: 'WF-04', given: { score: '90', others: [], decidedOn: since }, expect: { missing: ['quota'] } },
  ],
})
