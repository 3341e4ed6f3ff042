/** 补助申领合计: one claimant's list, person by person as decided; what is undecided stays beside the sum (LM-09 to LM-11). */
import { t } from '#kernel'
import { definePolicy, fact, money, onlyIf, step } from '#policy'
import { clause, none, since } from './sources.ts'
import { outcomeOptions } from './words.ts'

type Person = { grant: 'a' | 'b'; outcome: 'granted' | 'undecided' | 'refused'; amount: unknown }
const many = (howMany: number, person: Person) => Array.from({ length: howMany }, () => person)
const paid = (grant: 'a' | 'b', amount: string): Person => ({ grant, outcome: 'granted', amount })
const refused: Person = { grant: 'a', outcome: 'refused', amount: none }
const undecided: Person = { grant: 'b', outcome: 'undecided', amount: none }
const claim = (...persons: Person[]) => ({ persons, claimedOn: '2023-12-20' })

/** LM-09: 40 listed, 3 short of three months, 5 of the rest without proof of income. */
const ofA = [...many(32, paid('a', '100.00')), ...many(8, refused)]
/** LM-10: 12 in the county, 9 in the prefecture, 20 outside the province. */
const ofB = [
  ...many(12, paid('b', '400.00')),
  ...many(9, paid('b', '600.00')),
  ...many(20, paid('b', '1000.00')),
]

export const grantClaim = definePolicy({
  id: 'labour-dispatch.grant-claim',
  label: t('一个单位的补助申领', "A claimant's list of grants"),
  source: clause.grantA,
  summary: {
    who: t('每个申领单位的名单。', "Each claimant's list."),
    amount: t('符合条件的各人金额之和。', 'The sum over the persons granted.'),
    how: t(
      '逐人的结论和金额来自两项补助；待人工决定的只计人数，不计金额。',
      'Outcome and amount of each person come from the two grants; who is undecided is counted, not summed.',
    ),
    paidFrom: t('两项各由各的资金付。', 'Each from its own fund.'),
  },
  effective: { from: since },
  facts: {
    persons: fact.list({
      label: t('名单', 'List'),
      fields: {
        grant: fact.choice({
          label: t('补助项目', 'Grant'),
          options: { a: t('就业创业服务补助', 'grant A'), b: t('转移就业服务补贴', 'grant B') },
        }),
        outcome: fact.choice({ label: t('结论', 'Outcome'), options: outcomeOptions }),
        amount: fact.money({ label: t('金额', 'Amount') }),
      },
    }),
    claimedOn: fact.day({ label: t('申领日', 'Day of the claim') }),
  },
  parameters: {},
  on: (f) => f.claimedOn,
  decide: (f) => {
    const of = (outcome: 'granted' | 'undecided' | 'refused') =>
      f.persons.filter((person) => person.outcome.is(outcome))
    const sumOfGrant = (grant: 'a' | 'b') =>
      of('granted').sum((person) => onlyIf(person.grant.is(grant), person.amount).plus(money('0.00')))
    const totalA = step('totalA', t('就业创业服务补助合计', 'Grant A in all'), sumOfGrant('a'), clause.grantA)
    const totalB = step('totalB', t('转移就业服务补贴合计', 'Grant B in all'), sumOfGrant('b'), clause.grantB)
    return {
      totalA,
      totalB,
      total: step('total', t('两项合计', 'In all'), totalA.plus(totalB)),
      granted: step('granted', t('符合条件人数', 'Granted'), of('granted').count()),
      undecided: step('undecided', t('待人工决定人数', 'Undecided'), of('undecided').count(), clause.grantB),
      refused: step('refused', t('不符合条件人数', 'Refused'), of('refused').count()),
    }
  },
  examples: [
    {
      rule: 'LM-09',
      title: t('40 人，32 人符合条件', '40 listed, 32 granted'),
      given: claim(...ofA),
      expect: {
        result: {
          totalA: '3200.00',
          totalB: '0.00',
          total: '3200.00',
          granted: 32,
          refused: 8,
          undecided: 0,
        },
      },
    },
    {
      rule: 'LM-10',
      given: claim(...ofB),
      expect: { result: { totalA: '0.00', totalB: '30200.00', total: '30200.00', granted: 41 } },
    },
    {
      rule: 'LM-11',
      title: t('再加 3 人在省城：金额不变', 'three more in the provincial capital'),
      given: claim(...ofB, ...many(3, undecided)),
      expect: { result: { total: '30200.00', granted: 41, undecided: 3, refused: 0 } },
    },
    {
      rule: 'LM-21',
      title: t('15 人去瑞丽', '15 persons to Ruili'),
      given: claim(...many(15, paid('b', '600.00'))),
      expect: { result: { totalB: '9000.00', granted: 15 } },
    },
    {
      rule: 'LM-12',
      title: t('两项一起', 'both grants'),
      given: claim(...ofA, ...ofB, ...many(3, undecided)),
      expect: {
        result: {
          totalA: '3200.00',
          totalB: '30200.00',
          total: '33400.00',
          granted: 73,
          undecided: 3,
          refused: 8,
        },
      },
    },
    {
      rule: 'LM-09',
      title: t('名单是空的', 'an empty list'),
      given: claim(),
      expect: {
        result: { totalA: '0.00', totalB: '0.00', total: '0.00', granted: 0, undecided: 0, refused: 0 },
      },
    },
    {
      rule: 'LM-10',
      title: t('不符合条件的人写了金额：不计', 'an amount beside a refusal does not count'),
      given: claim({ grant: 'b', outcome: 'refused', amount: '400.00' }, paid('b', '400.00')),
      expect: { result: { totalB: '400.00', granted: 1, refused: 1 } },
    },
    {
      rule: 'GEN-07',
      title: t('名单不详', 'list not known'),
      given: { claimedOn: '2023-12-20' },
      expect: { missing: ['persons'], result: { total: null, granted: null } },
    },
    { rule: 'GEN-12', given: { ...claim(), claimedOn: since }, expect: { result: { granted: 0 } } },
    {
      rule: 'GEN-12',
      given: { ...claim(), claimedOn: '2023-08-23' },
      expect: { problems: ['policy.notInForce'] },
    },
  ],
})
