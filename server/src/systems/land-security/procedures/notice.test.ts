import type { FastifyInstance } from 'fastify'
import fastify from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { day } from '#kernel'
import { clock, withPublicDoor } from '#platform'
import { noticePages } from '#procedure'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { fakeHouse } from './fake-house.kit.ts'
import { protectionProcedure } from './protection.ts'
import { meetingForm, walkers } from './walk.kit.ts'

let county: TestCounty
let app: FastifyInstance
let walk: ReturnType<typeof walkers>
let caseId: number
let path: string
let today = day('2025-09-08')

const names = ['陈水根', '陈水莲', '韦明贵', '周桂枝', '周桂枝', '周桂枝']
const groups = ['二组', '二组', '一组', '三组', '三组', '一组']
const people = Array.from({ length: 150 }, (_, i) => ({
  rowId: 11 + i,
  area: '990101103201',
  name: names[i] ?? `罗小${i}`,
  groupName: groups[i] ?? '四组',
  suffix: String(10 + (i % 90)),
}))

beforeAll(async () => {
  vi.spyOn(clock, 'today').mockImplementation(() => today)
  vi.spyOn(clock, 'now').mockImplementation(() => `${today}T02:41:00.000Z`)
  county = await testCounty()
  app = fastify()
  noticePages(app, { db: county.db })
  walk = walkers(county, fakeHouse(people).ports)
  caseId = (
    await walk.call<{ caseId: number }>(walk.actors.village, 'case.open', {
      procedure: protectionProcedure.id,
      subjectId: 1,
    })
  ).caseId
  await walk.act('village', caseId, 'list')
  await walk.act('village', caseId, 'meeting', { form: meetingForm(await walk.paper('village')) })
  await walk.act('township', caseId, 'check', { form: { opinion: '同意' } })
  await walk.act('hr1', caseId, 'decide', { form: { opinion: '同意' } })
  await walk.act('hr1', caseId, 'post')
  path = (await walk.get('hr1', caseId)).notices[0]?.path ?? ''
})
afterAll(async () => {
  await app.close()
  await county.close()
})

const get = async (url: string) => app.inject({ method: 'GET', url })
const send = async (fields: Record<string, string>, ip = '10.1.1.1') =>
  app.inject({
    method: 'POST',
    url: `${path}/objection`,
    remoteAddress: ip,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })

/** Objections in the box, as tasks of who takes them up. */
const takings = async (who: 'hr1' | 'hr2') =>
  (
    await walk.call<{ tasks: { action: string; due: string }[] }>(walk.actors[who], 'case.tasks', {})
  ).tasks.filter(({ action }) => action === 'object')

describe('the public page', () => {
  it('is light, needs no script, is never indexed, and says until when', async () => {
    const { body, headers, statusCode } = await get(path)
    expect(statusCode).toBe(200)
    expect(Buffer.byteLength((await get(`${path}?all=1`)).body)).toBeLessThan(100 * 1024)
    expect(body).not.toMatch(/<script|<link|src=/)
    expect(headers['x-robots-tag']).toContain('noindex')
    expect(body).toContain('<meta name="robots" content="noindex')
    for (const text of [
      '失地农民保障对象公示',
      '公示〔2025〕1 号',
      '还有 7 天',
      '公示到 9 月 15 日 24 时',
      '看全部 150 人',
      '不写姓名',
    ])
      expect(body).toContain(text)
    today = day('2025-09-15')
    expect((await get(path)).body).toContain('今天是最后一天')
  })

  it('finds a name: group, category, amount; only two of one name and group show two digits (OF-13)', async () => {
    const { body } = await get(`${path}?q=${encodeURIComponent('周桂枝')}`)
    expect(body).toContain('找到 3 人')
    expect(body.match(/周桂枝/g)).toHaveLength(4) // three rows and the field
    expect(body.match(/（\d\d）/g)).toEqual(['（13）', '（14）'])
    expect(body).toContain('乙类')
    expect(body).toContain('50,000.00')
    expect((await get(`${path}?q=${encodeURIComponent('陈水')}`)).body).toContain('找到 2 人')
  })

  it('says what to do when a name is not there, and does not run what is written', async () => {
    const { body } = await get(`${path}?q=${encodeURIComponent('<b>何')}`)
    expect(body).toContain('名单里没有“&lt;b&gt;何”。您认为应当有，可以提异议。')
    expect(body).not.toContain('<b>何')
  })

  it('tells who typed the address by halves in words, and puts who was looked up into the form', async () => {
    for (const url of ['/gs', `${path}/x`]) {
      const { body, headers, statusCode } = await get(url)
      expect([statusCode, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
      expect(body).toContain('没有这份公示。请核对网址，或看村公开栏上的二维码。')
    }
    const whom = (name: string) => `/objection?whom=${encodeURIComponent(name)}"`
    const found = async (name: string) => (await get(`${path}?q=${encodeURIComponent(name)}`)).body
    expect(await found('水根')).toContain(whom('陈水根'))
    expect(await found('何大有')).toContain(whom('何大有'))
    expect(await found('周桂枝')).not.toContain('whom=')
  })

  it('speaks English and grows', async () => {
    const { body } = await get(`${path}?lang=en&size=big`)
    expect(body).toContain('<html lang="en" class="big">')
    expect(body).toContain('Look for your name')
  })

  it('another id, a guessed one and another county are the same: no such notice', async () => {
    for (const id of [
      'x',
      `990101-${'a'.repeat(22)}`,
      `990102-${'a'.repeat(22)}`,
      "990101-'; drop table x;--",
    ]) {
      const { statusCode, body } = await get(`/gs/${encodeURIComponent(id)}`)
      expect([statusCode, body.includes('没有这份公示')]).toEqual([404, true])
    }
  })

  it('public_reader reads nothing without the id, no other table, and writes nothing', async () => {
    const asPublic = (text: string) =>
      withPublicDoor(county.db, '990101', (tx) => sql<{ n: number }>`${sql.raw(text)}`.execute(tx))
    expect((await asPublic('select 1 as n from publication')).rows).toEqual([])
    expect((await asPublic('select 1 as n from publication_row')).rows).toEqual([])
    for (const text of [
      'select 1 from proc_case',
      'select 1 from proc_item',
      'select 1 from objection_inbox',
      'select item_id from publication_row',
      "insert into objection_inbox (area) values ('990101')",
      'delete from publication',
    ])
      await expect(asPublic(text)).rejects.toMatchObject({ code: 'platform.outOfScope' })
  })
})

describe('objections from outside', () => {
  it('are taken without a name, get a number and a day, hold their person, and reach the officer as text', async () => {
    const sent = await send({
      whom: '陈水根',
      text: '他 2021 年就<b>进城</b>了',
      name: '',
      phone: '13800000000',
    })
    expect(sent.statusCode).toBe(303)
    const received = (await get(String(sent.headers.location))).body
    expect(received).toContain('收到了，编号 Y-0001。')
    expect(received).toContain('9 月 18 日前答复。')
    const view = await walk.get('hr2', caseId)
    expect(view.waiting).toMatchObject([
      {
        serial: 1,
        text: '对象：陈水根\n他 2021 年就<b>进城</b>了',
        itemId: view.itemRows[0]?.id,
        phone: '13800000000',
      },
    ])
    const seen = (
      await walk.call<{ waiting: { phone: null }[] }>(
        { ...walk.actors.auditor, sees: [] },
        'notice.objections',
        {},
      )
    ).waiting
    expect(seen[0]?.phone).toBeNull()
    today = day('2025-09-16')
    const approve = (await walk.get('hr2', caseId)).next.find((one) => one.action === 'approve')
    expect(approve?.eligible).toHaveLength(149)
    today = day('2025-09-15')
  })

  it('one that names nobody stops the confirmation until an officer has seen it', async () => {
    await send({ whom: '', text: '我家应当有一份', name: '何大山', phone: '' }, '10.1.1.2')
    today = day('2025-09-16')
    const approve = (await walk.get('hr2', caseId)).next.find((one) => one.action === 'approve')
    expect(approve?.reasons.map((one) => one.text.zh)).toEqual([
      '还有 1 件异议没有受理。请先看是对哪一位提的。',
    ])
    // received on 15 September, three calendar days for the answer, today is the 16th
    const [task] = await takings('hr1')
    expect(task).toMatchObject({ action: 'object', due: '2025-09-18', daysLeft: 2 })
    expect(await takings('hr2')).toEqual([])
    const [named, unnamed] = (await walk.get('hr1', caseId)).waiting
    await walk.act('hr1', caseId, 'object', { inboxId: unnamed?.inboxId ?? 0, items: [] })
    await walk.act('hr1', caseId, 'object', { inboxId: named?.inboxId ?? 0 })
    const view = await walk.get('hr2', caseId)
    expect(view.waiting).toEqual([])
    expect(await takings('hr1')).toEqual([])
    expect(view.objections.map((one) => [one.itemName, one.due, one.text.slice(0, 6)])).toEqual([
      [null, '2025-09-18', '我家应当有一'],
      ['陈水根', '2025-09-18', '对象：陈水根'],
    ])
    expect(await walk.act('hr2', caseId, 'approve')).toMatchObject({ taken: 149 })
    today = day('2025-09-15')
  })

  it('keeps what was written when something is wrong with it', async () => {
    const empty = await send({ whom: '陈水莲', text: '  ', name: '何大山' }, '10.1.1.3')
    expect([
      empty.statusCode,
      empty.body.includes('还没有写不同意见'),
      empty.body.includes('value="何大山"'),
    ]).toEqual([422, true, true])
  })

  it('are limited: five an hour from one sender', async () => {
    for (let i = 0; i < 5; i++) expect((await send({ text: '第几次' }, '10.9.9.9')).statusCode).toBe(303)
    const sixth = await send({ text: '第六次' }, '10.9.9.9')
    expect([sixth.statusCode, sixth.body.includes('请过一小时再提')]).toEqual([429, true])
  })

  it('end with the notice: the list is down for everybody outside, the result stands, nothing more is taken', async () => {
    today = day('2025-09-16')
    const { body } = await get(`${path}?all=1`)
    expect(body).toContain('公示已于 9 月 15 日结束，名单已撤下。结果：确认 149 人，还在核实 1 人。')
    expect(body).not.toContain('陈水莲')
    const id = path.slice('/gs/'.length)
    const rows = await withPublicDoor(county.db, '990101', async (tx) => {
      await sql`set local app.notice = ${sql.lit(id)}`.execute(tx)
      return (await sql`select name from publication_row`.execute(tx)).rows
    })
    expect(rows).toEqual([])
    expect((await send({ text: '晚了' }, '10.1.1.4')).statusCode).toBe(409)
    await expect(
      withPublicDoor(county.db, '990101', (tx) =>
        sql`select submit_objection(${id}, null, 'x', '', '', 'x')`.execute(tx),
      ),
    ).rejects.toMatchObject({ code: 'procedure.noticeOver' })
  })
})
