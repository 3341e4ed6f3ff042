/** 称号奖补: each newly gained title once, of one family and year the highest only (IA-02, IA-05, IA-A to IA-D, IA-H to IA-J, AMB-12, AMB-45). */
import { t } from '#kernel'
import type { ParameterTerms, TermsOf } from '#policy'
import {
  allOf,
  byChoice,
  choices,
  choose,
  dated,
  definePolicy,
  fact,
  largest,
  money,
  step,
  table,
} from '#policy'
import { clause, since, yearFacts } from './sources.ts'
import { amountRows, kindOptions, levelOptions, titleExamples } from './titles.data.ts'

const families = choices({
  demonstration: t('示范家庭农场和合作社', 'demonstration farm or cooperative'),
  leading: t('龙头企业', 'leading enterprise'),
  firstTeam: t('龙头企业“甲级队”', '"first team" of leading enterprises'),
  consortium: t('示范联合体', 'demonstration consortium'),
  riceFish: t('稻渔示范基地', 'rice-fish demonstration base'),
  garden: t('农业示范观光园', 'agricultural demonstration garden'),
  leisure: t('休闲农业示范点', 'leisure-agriculture site'),
})
const sameYear = choices({
  highest: t('只奖最高一级', 'the highest only'),
  each: t('各级都奖', 'each level'),
})
const climbing = choices({
  each: t('逐级都奖', 'each level once'),
  difference: t('只补与以前的差额', 'the difference to what was paid before'),
})
const firstTeam = choices({
  leading: t('与省级龙头企业同类', 'of the family of leading enterprises'),
  own: t('单独一类', 'a family of its own'),
})
const kind = fact.choice({ label: t('称号种类', 'Kind of title'), options: kindOptions })
const level = fact.choice({ label: t('级别', 'Level'), options: levelOptions })
const word = { from: since, cite: clause.titles }

const facts = {
  titles: fact.list({
    label: t('称号', 'Titles'),
    fields: {
      kind,
      level,
      recognisedOn: fact.day({ label: t('认定文件日期', 'Day of the recognising document') }),
      heldBefore: fact.boolean({ label: t('以前已有或复评', 'Held before, or renewed') }),
      paidBefore: fact.money({ label: t('同类以前已得奖补', 'Paid before for the same family') }),
    },
  }),
  ...yearFacts,
}
const parameters = {
  amounts: table({ exact: { kind, level } }, amountRows, {
    label: t('奖补标准', 'Awards by kind and level'),
    ...word,
  }),
  sameYear: dated(sameYear.highest, {
    label: t('同年获得同类两级', 'Two levels of one family in a year'),
    question: 'AMB-12',
    ...word,
  }),
  climbing: dated(climbing.each, {
    label: t('不同年度逐级获得', 'Levels climbed in different years'),
    question: 'AMB-12',
    ...word,
  }),
  firstTeam: dated(firstTeam.leading, {
    label: t('“甲级队”算哪一类', 'Family of the "first team"'),
    question: 'AMB-45',
    ...word,
  }),
}
type Parameters = ParameterTerms<typeof parameters>
type Title = TermsOf<{
  readonly kind: typeof kind
  readonly level: typeof level
  readonly paidBefore: ReturnType<typeof fact.money>
}>

export const titleAward = definePolicy({
  id: 'assistance.title-award',
  label: t('新型经营主体称号奖补', 'Awards for titles of new business entities'),
  source: clause.titles,
  summary: {
    who: t('项目年度内新获得称号的经营主体。', 'Entities that newly gain a title in the programme year.'),
    amount: t(
      '按种类和级别的标准；同类同年只奖最高一级，观光园按园奖。',
      'By kind and level; of one family in one year the highest only, gardens each.',
    ),
    how: t(
      '以认定文件日期为准；以前已有或复评的不奖。',
      'The day of the recognising document decides; held before or renewed is not paid.',
    ),
    paidFrom: t('农业产业帮扶资金。', 'Industry-assistance funds.'),
  },
  effective: { from: since },
  facts,
  parameters,
  on: (f) => f.yearUntil,
  decide: (f, p) => {
    // IA-02: newly gained in the programme year.
    const fresh = f.titles.filter((title) =>
      allOf(
        title.recognisedOn.isAtLeast(f.yearFrom),
        title.recognisedOn.isAtMost(f.yearUntil),
        title.heldBefore.not(),
      ),
    )
    const gardens = fresh.filter((title) => title.kind.is('garden'))
    const others = fresh.filter((title) => title.kind.isNot('garden'))
    const award = (title: Title) => awardOf(title, p)
    const highest = others.bestPer((title) => familyOf(title, p), award).sum(award)
    const ofTitles = byChoice(p.sameYear, { highest, each: others.sum(award) })
    const titles = step('titles', t('称号奖补', 'Titles'), ofTitles, clause.titles)
    const ofGardens = step('gardens', t('观光园奖补', 'Gardens'), gardens.sum(award), clause.leisure)
    return {
      amount: step('amount', t('奖补合计', 'Awards in all'), titles.plus(ofGardens), clause.titles),
      titles,
      gardens: ofGardens,
      fresh: step('fresh', t('当年新获得个数', 'Newly gained'), fresh.count()),
    }
  },
  examples: titleExamples,
})

function familyOf({ kind }: Pick<Title, 'kind'>, p: Parameters) {
  const team = byChoice(p.firstTeam, { leading: families.leading, own: families.firstTeam })
  return choose()
    .when(kind.is('firstTeam'), team)
    .when(kind.is('demonstration'), families.demonstration)
    .when(kind.is('leading'), families.leading)
    .when(kind.is('consortium'), families.consortium)
    .when(kind.is('riceFish'), families.riceFish)
    .otherwise(families.leisure)
}

function awardOf({ kind, level, paidBefore }: Title, p: Parameters) {
  const amount = p.amounts.of({ kind, level })
  const difference = largest(amount.minus(paidBefore), money('0.00'))
  return byChoice(p.climbing, { each: amount, difference })
}
