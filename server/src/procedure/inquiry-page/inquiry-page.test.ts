/** The public page that asks: what it carries cannot break out of its element, and one address cannot flood it. */
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { cite, t } from '#kernel'
import { asked, defineInquiry, definePolicy, fact, inquiryData } from '#policy'
import { inquiryPage, tooOftenPage } from './page.ts'
import { inquiryPages } from './routes.ts'
import { visitLimit } from './visit-limit.ts'

const hostile = '</script><script>alert(1)</script>'
const policy = definePolicy({
  id: 'test.open',
  label: t('甲', 'A'),
  source: cite('甲办法', '第一条'),
  effective: { from: '2020-01-01' },
  facts: { poor: fact.boolean({ label: t('困难', 'Poor') }) },
  parameters: {},
  decide: (f) => ({ poor: f.poor }),
  examples: [],
})
const inquiry = defineInquiry({
  policy,
  title: t(`甲${hostile}`, 'A'),
  facts: { poor: asked({ id: 'poor', ask: t('您家困难吗？', 'Poor?'), unsure: t('问村里。', 'Ask.') }) },
  decides: { result: 'poor' },
  office: t('村委会', 'the village'),
  papers: [],
})
const look = { locale: 'zh', big: false, path: '/wo' } as const
const label = t('甲类', 'A')

test('words of a declaration cannot end the data element, nor become markup; the data stays JSON', () => {
  const carried = {
    today: '2025-09-15',
    groups: [{ id: 'a', label, inquiries: [policy.id] }],
    inquiries: [{ ...inquiryData(inquiry), book: { defaults: {}, values: [] } }],
  }
  const groups = [{ id: 'a', label, inquiries: [inquiry] }]
  const page = inquiryPage({ look, county: '青禾县', groups, carried, version: '1' })
  expect(page.match(/<script/g)).toHaveLength(2)
  const data = page.slice(page.indexOf('id="wo-data">') + 13, page.indexOf('</script>'))
  expect(JSON.parse(data)).toEqual(JSON.parse(JSON.stringify(carried)))
})

test('one address waits after its visits of a minute, another does not', () => {
  let now = 0
  const limit = visitLimit(() => now, 2)
  expect(['a', 'a', 'a', 'b'].map((address) => limit.take(address))).toEqual([true, true, false, true])
  now = 60_001
  expect(limit.take('a')).toBe(true)
  expect(tooOftenPage(look, '青禾县')).toContain('请过一分钟再打开')
})

test('who opens it too often is told so, and the database is not asked', async () => {
  const app = fastify()
  const house = { db: {} as never, county: '990101', countyName: '青禾县' }
  inquiryPages(app, house, { groups: [{ id: 'a', label, inquiries: [inquiry] }], visits: 0 })
  const answer = await app.inject({ url: '/wo' })
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '60'])
  await app.close()
})

test('who types more of the address than there is comes to the page; programs are told', async () => {
  const app = fastify()
  const house = { db: {} as never, county: '990101', countyName: '青禾县' }
  inquiryPages(app, house, { groups: [{ id: 'a', label, inquiries: [inquiry] }] })
  const person = await app.inject({ url: '/wo/yanglao', headers: { accept: 'text/html,*/*;q=0.8' } })
  expect([person.statusCode, person.headers.location]).toEqual([302, '/wo'])
  expect((await app.inject({ url: '/wo/old.js', headers: { accept: '*/*' } })).statusCode).toBe(404)
  await app.close()
})

test('a wrong declaration stops the start', () => {
  const app = fastify()
  const house = { db: {} as never, county: '990101', countyName: '青禾县' }
  const groups = [{ id: 'a', label, inquiries: [inquiry, inquiry] }]
  expect(() => inquiryPages(app, house, { groups })).toThrow(/opened to the public twice/)
})
