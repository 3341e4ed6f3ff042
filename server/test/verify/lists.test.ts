/** A list beside a register: what is matched, by what, what differs, who is missing, what is new, what becomes a finding (OF-19). */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { day } from '#kernel'
import type { Actor } from '#platform'
import { getRow, updateRow } from '#register'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { person } from '../../src/systems/population/registers/index.ts'
import type { Desk } from './lists.kit.ts'
import { add, deskOf, number, other, places, village } from './lists.kit.ts'

let county: TestCounty
let clerk: Actor
let desk: Desk
const ids: Record<string, number> = {}

const born = {
  wang: '1940-03-05',
  li: '1938-07-15',
  zhao: '1951-11-02',
  qian: '1949-01-20',
  sun: '1944-09-09',
}
const wang = number(born.wang, 11)
const li = number(born.li, 12)
const zhao = number(born.zhao, 13)
const head = '姓名,身份证号,出生日期,村组,死亡日期,来源\n'

beforeAll(async () => {
  county = await testCounty()
  clerk = county.actor()
  desk = deskOf(county, clerk)
  await places(county, clerk)
  const people = {
    wang: { name: '王桂兰', idNumber: wang },
    li: { name: '李建国', idNumber: li, diedOn: '2025-01-02' },
    zhao: { name: '赵玉珍', idNumber: zhao, diedOn: '2025-02-10' },
    qian: { name: '钱伟', birthDate: born.qian },
    sunA: { name: '孙秀英', birthDate: born.sun, area: other },
    zhou: { name: '周小明', birthDate: '1980-05-05' },
  }
  for (const [key, values] of Object.entries(people)) ids[key] = (await add(county, clerk, values)).id
}, 120_000)
afterAll(() => county.close())

/** 王 alive here; 李 same day; 赵 another day; 钱 without number, written 钱玮; 孙 in another village; nobody; no name; 王 twice. */
const list =
  head +
  `王桂兰,${wang},,石桥村,2025-03-04,火化\n` +
  `李建国,${li},,石桥村,2025-01-02,公安\n` +
  `赵玉珍,${zhao},,石桥村,2025-02-11,医院\n` +
  `钱玮,,${born.qian},石桥村,2025-04-01,村报\n` +
  `孙秀英,,${born.sun},石桥村,2025-04-02,村报\n` +
  '郑无人,,1933-03-03,石桥村,2025-04-03,村报\n' +
  ',,1950-01-01,石桥村,2025-04-04,村报\n' +
  `王桂兰,${wang},,石桥村,2025-03-04,火化\n`

let first = 0

it('every row of the list falls into one class, and they add up', async () => {
  first = await desk.compare(list)
  const rows = await desk.rows(first)
  expect(rows.map(({ row, class: name }) => [row, name])).toEqual([
    [2, 'differs'],
    [3, 'same'],
    [4, 'differs'],
    [5, 'candidate'],
    [6, 'candidate'],
    [7, 'onlyThere'],
    [8, 'unreadable'],
    [9, 'repeated'],
  ])
  const counts = await desk.counts(first)
  const classes = ['same', 'differs', 'candidate', 'onlyThere', 'unreadable', 'repeated']
  expect(classes.reduce((sum, name) => sum + (counts[name] ?? 0), 0)).toBe(8)
})

it('differing fields stand side by side, unknown here is one', async () => {
  const rows = await desk.rows(first, { classes: ['differs'] })
  expect(
    rows.map(({ here, differs }) => [here[0]?.id, differs.map(({ there, now }) => [there, now])]),
  ).toEqual([
    [ids.wang, [['2025-03-04', null]]],
    [ids.zhao, [['2025-02-11', '2025-02-10']]],
  ])
})

it('likely ones come with a score and reasons', async () => {
  const rows = await desk.rows(first, { classes: ['candidate'] })
  expect(rows.map(({ candidates }) => candidates.map(({ id }) => id))).toEqual([[ids.qian], [ids.sunA]])
  expect(rows[0]?.candidates[0]?.reasons.map(({ zh }) => zh)).toContain('出生日期相同')
  expect(rows[1]?.candidates[0]?.reasons.map(({ zh }) => zh)).toContain('姓名相同')
})

type Finding = {
  check: string
  state: string
  rowIds: number[]
  stated: { zh: string; en: string }
  computed: { zh: string; en: string }
  place: { zh: string }
}
const findings = async (states = ['open', 'checking']) =>
  (await desk.call<{ findings: Finding[] }>('verify.list', { states })).findings

it('what the list contradicts becomes a finding, with place, both sides and the line of the list', async () => {
  expect(await findings()).toMatchObject([
    {
      check: 'deaths.stillListed',
      rowIds: [ids.wang],
      stated: { zh: '去世日期 未填' },
      computed: { zh: '名单：去世日期 2025-03-04，去世信息来源 火化' },
      place: { zh: '柳溪镇 石桥村 王桂兰（县民政局 2025-06-30 名单第 2 行）' },
    },
    { check: 'deaths.otherDay', rowIds: [ids.zhao], stated: { zh: '去世日期 2025-02-10' } },
  ])
})

it('the same file again opens the saved comparison', async () => {
  expect(await desk.upload(list)).toEqual({ comparisonId: first, same: true })
})

it('who is meant is decided by a person; it becomes a finding then, and holds for the next list', async () => {
  const [qian, sun] = await desk.rows(first, { classes: ['candidate'] })
  await expect(desk.call('compare.decide', { rowId: qian?.id, targetId: ids.wang })).rejects.toMatchObject({
    code: 'compare.noCandidate',
  })
  await desk.call('compare.decide', { rowId: qian?.id, targetId: ids.qian })
  await desk.call('compare.decide', { rowId: sun?.id, targetId: null })
  const counts = await desk.counts(first)
  expect([counts.candidate, counts.differs, counts.onlyThere]).toEqual([0, 3, 2])
  expect((await findings()).map(({ rowIds }) => rowIds[0])).toEqual([ids.wang, ids.zhao, ids.qian])
})

it('corrected is what the register no longer shows; a difference is gone once both sides say the same', async () => {
  const reviewer = deskOf(county, county.actor())
  const open = await desk.call<{ findings: { id: number; check: string }[] }>('verify.list', {})
  const of = open.findings.find(({ check }) => check === 'deaths.otherDay')
  const act = { findingId: of?.id, as: 'correct', note: '照医院证明更正' }
  await expect(reviewer.call('verify.act', act)).rejects.toMatchObject({ code: 'verify.stillThere' })
  await county.run(clerk, async (ctx) => {
    const row = await getRow(ctx, person, ids.zhao as never)
    const values = { diedOn: day('2025-02-11') }
    await updateRow(ctx, person, { id: row.id, version: row.version, values, reason: '照证明更正' })
  })
  expect(await reviewer.call('verify.act', act)).toEqual({ state: 'corrected' })
})

it('a later list of the sender: what is new, what is gone, what was decided stays decided', async () => {
  const later =
    head +
    `王桂兰,${wang},,石桥村,2025-03-04,火化\n` +
    `钱玮,,${born.qian},石桥村,2025-04-01,村报\n` +
    `孙秀英,,${born.sun},石桥村,2025-04-02,村报\n` +
    '周小明,,1980-05-05,石桥村,2025-07-01,村报\n'
  const id = await desk.compare(later, { listDate: '2025-07-31' })
  const rows = await desk.rows(id)
  expect(rows.map(({ class: name, isNew }) => [name, isNew])).toEqual([
    ['differs', false],
    ['differs', false],
    ['onlyThere', false],
    ['differs', true],
  ])
  const counts = await desk.counts(id)
  expect([counts.isNew, counts.gone]).toEqual([1, 3]) // 李, 赵, 郑
  expect((await desk.rows(id, { onlyNew: true })).map(({ here }) => here[0]?.id)).toEqual([ids.zhou])
})

it('an explained finding stays closed when the next list says the same', async () => {
  const [still] = await desk
    .call<{ findings: { id: number }[] }>('verify.list', {})
    .then((list) => list.findings)
  const reviewer = deskOf(county, county.actor())
  await reviewer.call('verify.act', { findingId: still?.id, as: 'explain', note: '本人在世，民政名单有误' })
  const before = (await findings()).length
  await desk.compare(`${head}王桂兰,${wang},,石桥村,2025-03-04,火化\n`, { listDate: '2025-08-31' })
  expect((await findings()).length).toBe(before)
  await desk.compare(`${head}王桂兰,${wang},,石桥村,2025-03-05,火化\n`, { listDate: '2025-09-30' })
  expect((await findings()).length).toBe(before + 1) // another day: something else is said
})

it('who may not see numbers gets them hidden; a village sees no comparison of the county', async () => {
  const blind = deskOf(county, county.actor({ sees: [] }))
  const [row] = await blind.rows(first)
  expect(row?.values.find(({ name }) => name === 'idNumber')?.value).toMatch(/^990101\*+\d{3}[\dX]$/)
  const below = deskOf(county, county.actor({}, village))
  await expect(below.rows(first)).rejects.toMatchObject({ code: 'compare.notFound' })
})

it('who does not see a register that is looked into does not compare', async () => {
  const half = deskOf(county, county.actor({ reads: ['person', 'finding'], writes: ['finding'] }))
  await expect(half.compare(list, { kind: 'dibao' })).rejects.toMatchObject({ code: 'compare.notSeen' })
})
