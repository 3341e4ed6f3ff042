/** Figures out of a text, the relations that are proposed, and what they come to once an officer confirmed them. */
import { describe, expect, it } from 'vitest'
import { runSet } from '../figures/run-set.ts'
import { figuresIn } from './figures-in.ts'
import { readFigures } from './propose.ts'

const verdicts = (text: string) => {
  const { figures, proposals } = readFigures(text)
  const outcomes = runSet({ figures, relations: proposals.map(({ relation }) => relation) })
  return outcomes.map(({ rule, verdict }) => [rule, verdict])
}

describe('figures in a text', () => {
  it('number, unit, bound and place; years, days, headings and bare numbers are none', () => {
    const text = '1、2019年全县劳动力34,101人，富余1500人以上，约0.44万人无业，文号〔2019〕10号，第3条。'
    expect(
      figuresIn(text).map(({ label, value, unit, qualifier, spot }) => [
        label,
        value,
        unit,
        qualifier,
        text.slice(spot.at, spot.at + spot.length),
      ]),
    ).toEqual([
      ['2019年全县劳动力', '34101', '人', undefined, '34,101人'],
      ['富余', '1500', '人', '>=', '1500人以上'],
      ['约0.44万人'.slice(1), '0.44', '万人', '~', '0.44万人'],
    ])
  })
  it('masked figures are not read as numbers (GEN-07)', () => {
    expect(figuresIn('耕地20xx亩，会员xx个。')).toEqual([])
  })
})

describe('proposals', () => {
  it('INC-01: amounts that add up and their shares', () => {
    const text = '收入32.5亿元，其中一产3.9亿元，占11.8%；二产18.1亿元，占55.7%；三产10.5亿元，占32.5%。'
    expect(readFigures(text).proposals.map(({ relation }) => relation.kind)).toEqual([
      'shares',
      'sum',
      'shareTotal',
      'partOf',
    ])
    expect(verdicts(text)).toEqual([
      ['VR-02', 'explained-by-input-rounding'],
      ['VR-02', 'ok'],
      ['VR-02', 'explained-by-input-rounding'],
      ['VR-01', 'ok'],
      ['VR-04', 'ok'],
      ['VR-09', 'ok'],
    ])
  })
  it('INC-04, INC-05: parts in 万人 of a total in 人, over two sentences', () => {
    const text =
      '城镇从业8000人，农村劳动力34101人。务农0.77万人，占23.3%；打工1.28万人，占38.8%；个体0.78万人，占23.6%；无业0.44万人，占13.3%。'
    expect(verdicts(text)).toEqual([
      ...Array(4).fill(['VR-02', 'other-base']),
      ['VR-01', 'incomplete'],
      ['VR-04', 'incomplete'],
    ])
  })
  it('INC-17: two shares of the cooperatives, one cut off', () => {
    expect(verdicts('合作社发展到3833个；规范运营的2713家，占70%，五有合作社2163家，占56%。')).toEqual([
      ['VR-02', 'truncated'],
      ['VR-02', 'ok'],
    ])
  })
  it('INC-23: growth', () => {
    expect(verdicts('人均收入达5500元以上，比上年增加800元，增长率达16%。')).toEqual([['VR-07', 'mismatch']])
  })
  it('4.2: 394 + 54 within 664', () => {
    expect(verdicts('稳定务工664人，其中甲公司394人、乙公司54人。')).toEqual([['VR-09', 'ok']])
  })
  it('nothing is proposed for figures of different kinds', () => {
    expect(readFigures('全村530户，1450人，耕地2000亩。').proposals).toEqual([])
  })
})
