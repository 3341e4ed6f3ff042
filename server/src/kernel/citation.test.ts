import { expect, it } from 'vitest'
import { cite } from './citation.ts'

it('a citation names source and clause, and what it says if that is given', () => {
  expect(Object.entries(cite('S000', '篇一 三·第一'))).toEqual([
    ['source', 'S000'],
    ['clause', '篇一 三·第一'],
  ])
  expect(cite('S000', '第一', '满三个月')).toEqual({ source: 'S000', clause: '第一', quote: '满三个月' })
})
