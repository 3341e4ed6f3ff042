/** What is refused when a rule is opened to the public. */
import { expect, it } from 'vitest'
import { fact } from '#expression'
import { cite, t } from '#kernel'
import { definePolicy } from '../define.ts'
import type { Asked, Source } from './define.ts'
import { asked, defineInquiry, inquiryData, through } from './define.ts'
import { checkInquiries } from './page-data.ts'

const poor: Asked = { id: 'poor', ask: t('您家困难吗？', 'Poor?'), unsure: t('问村里。', 'Ask.') }

const policyOf = (id: string) =>
  definePolicy({
    id,
    label: t('甲', 'A'),
    source: cite('甲办法', '第一条'),
    effective: { from: '2020-01-01' },
    facts: { poor: fact.boolean({ label: t('困难', 'Poor') }) },
    parameters: {},
    decide: (f) => ({ aided: f.poor }),
    examples: [],
  })

const open = (id: string, source: Source = asked(poor), result = 'aided') =>
  defineInquiry({
    policy: policyOf(id),
    title: t('甲补助', 'Aid'),
    facts: { poor: source },
    decides: { result },
    office: t('村委会', 'the village'),
    papers: [],
  })

const refusal = (code: string) => expect.objectContaining({ code })

it('a result that the rule does not have, here or in the rule that it takes from', () => {
  expect(() => open('test.a', asked(poor), 'nowhere')).toThrow(refusal('inquiry.result'))
  expect(() => open('test.a', through(open('test.b'), 'nowhere'))).toThrow(refusal('inquiry.result'))
})

it('two for one policy; a source that is not open; one question with two wordings', () => {
  expect(() => checkInquiries([open('test.a'), open('test.a')])).toThrow(refusal('inquiry.twice'))
  const leaning = open('test.a', through(open('test.b'), 'aided'))
  expect(() => checkInquiries([leaning])).toThrow(refusal('inquiry.closed'))
  expect(checkInquiries([open('test.b'), leaning])).toHaveLength(2)
  const other = open('test.c', asked({ ...poor, ask: t('您困难吗？', 'Are you?') }))
  expect(() => checkInquiries([open('test.a'), other])).toThrow(refusal('inquiry.question'))
})

it('what the page gets of a rule: tree, words and dates, no examples and nothing of the house', () => {
  expect(Object.keys(inquiryData(open('test.a'))).sort()).toEqual([
    'decides',
    'effective',
    'id',
    'intro',
    'office',
    'papers',
    'questions',
    'shows',
    'source',
    'supplies',
    'tells',
    'title',
    'tree',
  ])
})
