/** An explanation as an officer and as an auditor read it: exceptions, clashes, what is still open. */
import { describe, expect, it } from 'vitest'
import { cite, t } from '#kernel'
import { assess, dated, definePolicy, fact, money, rule, step } from '#policy'
import { explanationLines } from './lines.ts'

const measures = { id: '甲办法', title: t('《甲办法》', 'Measures A') }
const article = (zh: string, n: number, says: string, inEnglish: string) =>
  cite(measures, t(`第${zh}条`, `art. ${n}`), t(says, inEnglish))
const doubled = article('二', 2, '低于标准的加倍', 'Below the standard it is doubled')
const ended = article('三', 3, '已故的不发', 'Nothing after death')
const general = article('一', 1, '困难户给予补助', 'Hardship households get aid')

const aid = definePolicy({
  id: 'test.exceptions',
  label: t('补助', 'Aid'),
  source: general,
  effective: { from: '2020-01-01' },
  facts: {
    income: fact.money({ label: t('人均收入', 'Income per person') }),
    died: fact.boolean({ label: t('已故', 'Died') }),
  },
  parameters: {
    limit: dated(money('500.00'), { label: t('标准', 'Standard'), from: '2020-01-01', cite: general }),
  },
  decide: (f, p) => ({
    amount: step(
      'amount',
      t('补助金额', 'Amount'),
      rule(money('100.00'))
        .except(f.income.isBelow(p.limit), money('200.00'), doubled)
        .except(f.died, money('0.00'), ended)
        .end(),
      general,
    ),
  }),
  examples: [],
})

const told = (facts: Record<string, unknown>) => {
  const { trace } = assess(aid, facts, { on: '2024-06-01' })
  return { zh: explanationLines(trace, 'zh'), en: explanationLines(trace, 'en') }
}

describe('an explanation of a rule with exceptions', () => {
  it('names the clause of the exception first, each clause in words once, and what was not taken with its reason', () => {
    const { zh, en } = told({ income: '450.00', died: false })
    expect(zh).toEqual([
      '- 补助金额　200.00 元　= 例外：人均收入 450.00 元 < 标准 500.00 元　[《甲办法》第二条；《甲办法》第一条]',
      '  > 低于标准的加倍',
      '  > 困难户给予补助',
      '  - 人均收入　450.00 元',
      '  - 标准　500.00 元　<2020-01-01 起>　[《甲办法》第一条]',
      '  × 没走“100.00 元”：有例外规定',
      '  × 没走“0.00 元”：已故：否　[《甲办法》第三条]',
    ])
    expect(en).toEqual([
      '- Amount  200.00 yuan  = exception: Income per person 450.00 yuan < Standard 500.00 yuan  [Measures A, art. 2; Measures A, art. 1]',
      '  > Below the standard it is doubled',
      '  > Hardship households get aid',
      '  - Income per person  450.00 yuan',
      '  - Standard  500.00 yuan  <from 2020-01-01>  [Measures A, art. 1]',
      '  × not taken: 100.00 yuan, as an exception applies',
      '  × not taken: 0.00 yuan, as Died: no  [Measures A, art. 3]',
    ])
  })

  it('says that no exception applies', () => {
    const { zh } = told({ income: '600.00', died: false })
    expect(zh[0]).toBe('- 补助金额　100.00 元　= 没有例外适用　[《甲办法》第一条]')
  })

  it('calls nothing taken while a fact is missing', () => {
    const { zh } = told({ income: '450.00' })
    expect(zh[0]).toContain('不详　= 人均收入 450.00 元 < 标准 500.00 元 时 200.00 元，已故：不详 时 0.00 元')
    expect(zh.join()).not.toContain('没走')
  })

  it('names both clauses where two exceptions clash, and calls neither not taken', () => {
    const { zh, en } = told({ income: '450.00', died: true })
    expect(zh[0]).toContain('《甲办法》第二条与《甲办法》第三条同时适用')
    expect(en[0]).toContain('Measures A, art. 2 and Measures A, art. 3 both apply')
    expect(zh.join()).not.toContain('没走')
  })
})
