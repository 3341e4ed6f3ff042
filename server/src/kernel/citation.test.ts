import { expect, it } from 'vitest'
import { citationName, citationQuote, cite } from './citation.ts'
import { t } from './label.ts'

const law = { id: '《合作社法》', title: t('《合作社法》', 'Cooperatives Law') }
const essay = { id: 'S000', title: t('调研文', 'Survey paper') }

it('a citation that an office types names source and clause, and is called so in both languages', () => {
  const typed = cite('青政发〔2024〕5 号', '第三条')
  expect(Object.entries(typed)).toEqual([
    ['source', '青政发〔2024〕5 号'],
    ['clause', '第三条'],
  ])
  expect(citationName(typed)).toEqual(t('青政发〔2024〕5 号 第三条', '青政发〔2024〕5 号 第三条'))
  expect(citationQuote(typed)).toBeUndefined()
})

it('a declared citation is told in the language of the reader; what it is stays source and Chinese clause', () => {
  const declared = cite(law, t('第十二条', 'art. 12'), t('成员五人以上', 'at least five members'))
  expect(declared).toMatchObject({ source: '《合作社法》', clause: '第十二条' })
  expect(citationName(declared)).toEqual(t('《合作社法》第十二条', 'Cooperatives Law, art. 12'))
  expect(citationQuote(declared)).toEqual(t('成员五人以上', 'at least five members'))
  expect(citationName(cite(essay, t('三', 'III'))).zh).toBe('调研文 三')
})

it('reads what was stored before: a Chinese note, and a number for a document', () => {
  const old = { source: 'S000', clause: '篇一 三', quote: '满三个月' }
  expect(citationName(old)).toEqual(t('来文 篇一 三', 'Source 篇一 三'))
  expect(citationQuote(old)).toEqual(t('满三个月', '(zh) 满三个月'))
})
