/** 示范社逐级申报: the next lower level first (CQ-15). */
import { t } from '#kernel'
import type { ChoiceTerm } from '#policy'
import { boolean, byChoice, choices, choose, count, dated, definePolicy, fact, step } from '#policy'
import { clause, planSince } from './sources.ts'

const levels = {
  county: t('县级', 'county'),
  city: t('市级', 'city'),
  provincial: t('省级', 'provincial'),
  national: t('国家级', 'national'),
} as const

const answers = choices({
  admissible: t('可以申报', 'may apply'),
  lowerFirst: t('须先取得下一级', 'the next lower level first'),
  alreadyHeld: t('已有这一级或更高级', 'holds this level or a higher one'),
})

const ranks = ['none', 'county', 'city', 'provincial', 'national']

const apply = (held: string, applied: string, answer: string, parameters?: { stepwise: boolean }) => ({
  rule: 'CQ-15',
  given: { held, applied, appliedOn: planSince },
  ...(parameters ? { parameters } : {}),
  expect: {
    result: {
      answer,
      admissible: answer === 'admissible',
      climbs: ranks.indexOf(applied) - ranks.indexOf(held),
    },
  },
})

const rank = (level: ChoiceTerm<keyof typeof levels | 'none'>) =>
  byChoice(level, {
    none: count(0),
    county: count(1),
    city: count(2),
    provincial: count(3),
    national: count(4),
  })

export const demonstrationStep = definePolicy({
  id: 'cooperatives.demonstration-step',
  label: t('示范社逐级申报', 'Demonstration levels are climbed in turn'),
  source: clause.ladder,
  summary: {
    who: t('申报示范社的合作社。', 'A cooperative that applies for a demonstration level.'),
    how: t('四级联创：先有下一级，才能申报上一级。', 'Four levels: the next lower one must be held first.'),
  },
  effective: { from: planSince },
  facts: {
    held: fact.choice({
      label: t('现有级别', 'Level held'),
      options: { none: t('没有', 'none'), ...levels },
    }),
    applied: fact.choice({
      label: t('申报级别', 'Level applied for'),
      options: { none: t('不申报', 'none'), ...levels },
    }),
    appliedOn: fact.day({ label: t('申报日', 'Day of the application') }),
  },
  parameters: {
    stepwise: dated(boolean(true), {
      label: t('逐级申报', 'One level at a time'),
      from: planSince,
      cite: clause.ladder,
    }),
  },
  on: (f) => f.appliedOn,
  decide: (f, p) => {
    const held = step('heldRank', t('现有级别的位次', 'Rank of the level held'), rank(f.held))
    const wanted = step('appliedRank', t('申报级别的位次', 'Rank of the level applied for'), rank(f.applied))
    const climbs = step('climbs', t('上升级数', 'Levels climbed'), wanted.minus(held))
    const answer = choose()
      .when(climbs.isAtMost(count(0)), answers.alreadyHeld)
      .when(p.stepwise.and(climbs.isAbove(count(1))), answers.lowerFirst)
      .otherwise(answers.admissible)
    const told = step('answer', t('申报资格', 'Answer'), answer, clause.ladder)
    return {
      answer: told,
      climbs,
      admissible: step('admissible', t('可以申报', 'May apply'), told.is('admissible')),
    }
  },
  examples: [
    apply('none', 'county', 'admissible'),
    apply('none', 'city', 'lowerFirst'),
    apply('none', 'provincial', 'lowerFirst'),
    apply('county', 'city', 'admissible'),
    apply('county', 'provincial', 'lowerFirst'),
    apply('city', 'provincial', 'admissible'),
    apply('city', 'national', 'lowerFirst'),
    apply('provincial', 'national', 'admissible'),
    apply('county', 'county', 'alreadyHeld'),
    apply('provincial', 'city', 'alreadyHeld'),
    apply('national', 'national', 'alreadyHeld'),
    apply('national', 'provincial', 'alreadyHeld'),
    apply('none', 'none', 'alreadyHeld'),
    apply('none', 'national', 'admissible', { stepwise: false }),
    apply('city', 'city', 'alreadyHeld', { stepwise: false }),
    { rule: 'CQ-15', given: { applied: 'county', appliedOn: planSince }, expect: { missing: ['held'] } },
    {
      rule: 'CQ-15',
      title: t('已是国家级：申报哪级都不必', 'national already: nothing to apply for'),
      given: { held: 'national', appliedOn: planSince },
      expect: { missing: ['applied'] },
    },
  ],
})
