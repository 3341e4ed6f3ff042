/** Shares that are tried must be shares that a plan could have: the policy of funding plans says so (LS-07, AMB-08). */
import {
  addRatio,
  type Day,
  defineProblems,
  parsePercent,
  percentText,
  problem,
  subRatio,
  type Text,
  t,
} from '#kernel'
import { assess, type CheckResult, valueOn } from '#policy'
import type { Ruled } from './rules.ts'

const problems = defineProblems('solvency', {
  shares: problem(422, ({ why }: { why: Text }) =>
    t(`新项目的出资比例不成立：${why.zh}`, `The shares of new projects do not hold: ${why.en}`),
  ),
})

/** Throws `solvency.shares`. */
export function checkShares({ protection, plan }: { protection: Ruled; plan: Ruled }, on: Day): void {
  const [government, collective] = ['government', 'collective'].map((key) =>
    parsePercent(String(valueOn(protection.book, key, on)?.value ?? '0')),
  )
  if (!government || !collective) return
  const individual = subRatio({ num: 1, den: 1 }, addRatio(government, collective))
  const facts = {
    government: percentText(government),
    collective: percentText(collective),
    individual: percentText(individual),
    plannedOn: on,
  }
  const { checks } = assess(plan.policy, facts, { book: plan.book, trace: false })
  const broken: CheckResult[] = checks.filter(
    ({ holds, severity }) => holds === false && severity === 'refusal',
  )
  if (broken.length === 0) return
  const say = (of: 'zh' | 'en') => broken.map(({ message }) => message[of]).join('')
  throw problems.shares({ why: t(say('zh'), say('en')) })
}
