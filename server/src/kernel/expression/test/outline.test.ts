import { describe, expect, it } from 'vitest'
import { cite } from '../../citation.ts'
import { t } from '../../label.ts'
import {
  below,
  choices,
  choose,
  completedYears,
  fact,
  factTerms,
  money,
  outline,
  step,
  years,
} from '../index.ts'

const facts = factTerms({
  born: fact.day({ label: t('出生日期', 'date of birth') }),
  taken: fact.day({ label: t('征地日', 'day of the taking') }),
  base: fact.money({ label: t('标准', 'standard') }),
})
const groups = choices({ minor: t('丙类', '(c)'), other: t('其余的人', 'others') })
const clause = cite('办法', '第五条')
const age = step('age', t('年龄', 'age'), completedYears(facts.born, facts.taken))
const category = step(
  'category',
  t('类别', 'category'),
  choose(age)
    .when(below(years(16)), groups.minor, clause)
    .otherwise(groups.other),
)
const amount = step('amount', t('金额', 'amount'), facts.base.plus(money('10.00')))
const lines = outline({
  language: 1,
  facts: {},
  parameters: {},
  results: {
    category: { label: t('类别', 'category'), node: category.node },
    age: { label: t('年龄', 'age'), node: age.node },
    amount: { label: t('金额', 'amount'), node: amount.node },
  },
})

describe('the rule as a text', () => {
  it('tells every way that a choice can go, each with its clause, without any value', () => {
    const [first] = lines
    expect(first?.formula).toBeUndefined()
    expect(first?.cases?.map(({ when, value, citation }) => [when.zh, value.zh, citation?.clause])).toEqual([
      ['年龄 < 16 周岁', '丙类', '第五条'],
      ['否则', '其余的人', undefined],
    ])
  })
  it('stands on the steps and facts below it, each told in full once', () => {
    expect(lines[0]?.children[0]).toMatchObject({ id: 'age', formula: { zh: '征地日 − 出生日期，按周岁' } })
    expect(lines[0]?.children[0]?.children.map(({ id, kind }) => [id, kind])).toEqual([
      ['taken', 'fact'],
      ['born', 'fact'],
    ])
    expect(lines[1]).toMatchObject({ id: 'age', repeated: true, children: [] })
  })
  it('says a formula by the names of its operands', () => {
    expect(lines[2]?.formula).toEqual({ zh: '标准 ＋ 10.00 元', en: 'standard + 10.00 yuan' })
  })
})
