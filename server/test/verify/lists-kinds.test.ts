/** The declared kinds of lists, one by one, over registers of a small county: what each says (OF-19, OF-20). */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { creditCode, day, fen } from '#kernel'
import type { Actor, Ctx } from '#platform'
import { insertRow, insertRows } from '#register'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import {
  employmentSpell,
  landTake,
  protectedPerson,
} from '../../src/systems/land-security/registers/index.ts'
import { household } from '../../src/systems/population/registers/index.ts'
import type { Desk } from './lists.kit.ts'
import { add, deskOf, number, places, village } from './lists.kit.ts'

let county: TestCounty
let clerk: Actor
let desk: Desk
const run = <T>(work: (ctx: Ctx) => Promise<T>) => county.run(clerk, work)

beforeAll(async () => {
  county = await testCounty()
  clerk = county.actor()
  desk = deskOf(county, clerk)
  await places(county, clerk)
}, 120_000)
afterAll(() => county.close())
beforeEach(async () => {
  await county.db.ownerPool.query(
    'alter table c990101.finding_act disable trigger all; truncate c990101.finding cascade; truncate c990101.comparison cascade; truncate c990101.person, c990101.household, c990101.land_take, c990101.employment_spell cascade',
  )
})

const ids = { wang: number('1970-03-05', 11), li: number('1968-07-15', 12), zhao: number('1951-11-02', 13) }
const findings = async () => {
  const { findings: all } = await desk.call<{
    findings: { check: string; rowIds: number[]; stated: { zh: string }; computed: { zh: string } }[]
  }>('verify.list', {})
  return all.map(({ check, rowIds, stated, computed }) => [check, rowIds, stated.zh, computed.zh])
}

async function households(): Promise<number[]> {
  return run((ctx) =>
    insertRows(ctx, household, [
      { number: '1', headName: '王强', area: village, dibao: 'none' },
      { number: '2', headName: '李芳', area: village, dibao: 'rural' },
      { number: '3', headName: '赵玉', area: village, dibao: 'rural' },
    ]),
  )
}

it('dibao: on the list and not recorded, recorded and not on the list, dead and on the list', async () => {
  const [one, two, three] = await households()
  const head = { relation: 'head' }
  const wang = await add(county, clerk, { name: '王强', idNumber: ids.wang, household: one, ...head })
  const li = await add(county, clerk, { name: '李芳', idNumber: ids.li, household: two, ...head })
  const zhao = await add(county, clerk, {
    name: '赵玉',
    idNumber: ids.zhao,
    household: three,
    diedOn: '2025-01-01',
    ...head,
  })
  const text =
    '姓名,身份证号,保障类别,月保障金额\n' +
    `王强,${ids.wang},农村低保,400\n` +
    `赵玉,${ids.zhao},农低保,380\n`
  const id = await desk.compare(text, { kind: 'dibao' })
  expect(await findings()).toEqual([
    ['dibao.notRecorded', [wang.id], '低保 不享受', '名单：低保类别 农村低保'],
    ['dibao.died', [zhao.id], '去世日期 2025-01-01', '名单：低保类别 农村低保'],
    ['dibao.offList', [li.id], '低保 农村低保', '名单上没有'],
  ])
  const { rows } = await desk.call<{ rows: { id: number }[] }>('compare.missing', { comparisonId: id })
  expect(rows.map((row) => row.id)).toEqual([li.id])
  // the complete list of the next month has 李 and no longer 王
  await desk.compare(`姓名,身份证号,保障类别\n李芳,${ids.li},农村低保\n`, {
    kind: 'dibao',
    listDate: '2025-07-31',
  })
  expect(await findings()).toEqual([])
})

async function spells() {
  const wang = await add(county, clerk, { name: '王强', idNumber: ids.wang })
  const li = await add(county, clerk, { name: '李芳', idNumber: ids.li })
  const code = { one: creditCode('91520000000000001'), two: creditCode('91520000000000002') }
  const spell = (ownerId: number, employer: string, employerCode: string, validTo: string | null) =>
    run((ctx) =>
      insertRow(ctx, employmentSpell, {
        ownerId,
        employer,
        employerCode: employerCode as never,
        kind: 'employee',
        wage: fen(3000_00),
        validFrom: day('2024-01-01'),
        validTo: validTo === null ? null : day(validTo),
      }),
    )
  const at = await spell(wang.id, '青禾建材有限公司', code.one, null)
  const over = await spell(li.id, '青禾茶业有限公司', code.two, '2025-06-01')
  return { wang: wang.id, li: li.id, at: at.id, over: over.id, code }
}

it('payroll: only spells that hold on its day; who is paid without a spell is found', async () => {
  const { at, code } = await spells()
  const text =
    '姓名,身份证号,单位名称,统一社会信用代码,应发工资\n' +
    `王强,${ids.wang},青禾建材有限公司,${code.one},3200\n` +
    `李芳,${ids.li},青禾茶业有限公司,${code.two},2800\n`
  const id = await desk.compare(text, { kind: 'payroll', sender: '青禾建材有限公司' })
  const rows = await desk.rows(id)
  expect(
    rows.map(({ class: name, here, differs }) => [
      name,
      here.map((one) => one.id),
      differs.map(({ there, now }) => [there, now]),
    ]),
  ).toEqual([
    ['differs', [at], [['3,200.00', '3,000.00']]],
    ['onlyThere', [], []],
  ])
  expect(await findings()).toEqual([
    ['payroll.noSpell', [], '名册里没有', '名单：姓名 李芳，单位名称 青禾茶业有限公司'],
  ])
})

it('abnormal-operation list and tax register: one employer means all its spells', async () => {
  const { at, code } = await spells()
  const abnormal = `企业名称,统一社会信用代码,列入日期,列入原因\n青禾建材有限公司,${code.one},2025-05-01,未报年报\n`
  await desk.compare(abnormal, { kind: 'abnormal', sender: '县市场监管局' })
  expect(await findings()).toEqual([
    [
      'abnormal.employer',
      [at],
      '单位或雇主 青禾建材有限公司',
      '名单：列入日期 2025-05-01，列入原因 未报年报',
    ],
  ])
  const taxes = `纳税人名称,纳税人识别号\n别的公司,${creditCode('91520000000000003')}\n`
  await desk.compare(taxes, { kind: 'taxpayers', sender: '县税务局' })
  expect((await findings()).map(([check, rowIds]) => [check, rowIds])).toEqual([
    ['abnormal.employer', [at]],
    ['taxpayers.unknown', [at]],
  ])
})

it('another county’s list and the dibao list beside the affected persons', async () => {
  const wang = await add(county, clerk, { name: '王强', idNumber: ids.wang })
  const listed = await run(async (ctx) => {
    const take = await insertRow(ctx, landTake, {
      name: '上坝地块',
      area: village,
      takenOn: day('2023-06-30'),
    })
    return (await insertRow(ctx, protectedPerson, { ownerId: take.id, person: wang.id })).id
  })
  const there = `姓名,身份证号,待遇名称,起领日期\n王强,${ids.wang},被征地养老金,2024-03-01\n某某,${ids.li},低保,2024-03-01\n`
  const id = await desk.compare(there, { kind: 'otherCounty', sender: '邻县人社局' })
  expect((await desk.rows(id)).map(({ class: name }) => name)).toEqual(['same', 'onlyThere'])
  await desk.compare(`姓名,身份证号,保障类别\n王强,${ids.wang},城低保\n`, { kind: 'dibaoListed' })
  expect((await findings()).map(([check, rowIds, , computed]) => [check, rowIds, computed])).toEqual([
    ['otherCounty.both', [listed], '名单：领取项目 被征地养老金，领取起始日 2024-03-01'],
    ['dibaoListed.both', [listed], '名单：低保类别 城市低保'],
  ])
})

it('any list beside any register: field by field, both ways, and by another key', async () => {
  const wang = await add(county, clerk, { name: '王强', idNumber: ids.wang, phone: '13812345678' })
  const li = await add(county, clerk, { name: '李芳', birthDate: '1968-07-15' })
  const text = `姓名,身份证号,出生日期,村,电话\n王强,${ids.wang},,石桥村,13987654321\n李芳,${ids.li},1968-07-15,石桥村,\n`
  const { comparisonId } = await desk.upload(text, { kind: 'plain.person' })
  await desk.call('compare.run', { comparisonId, by: [['idNumber'], ['name', 'birthDate']] })
  const rows = await desk.rows(comparisonId)
  expect(rows.map(({ here, differs }) => [here[0]?.id, differs.map(({ name }) => name)])).toEqual([
    [wang.id, ['phone']],
    [li.id, []],
  ])
  await expect(desk.call('compare.run', { comparisonId: 0 })).rejects.toBeTruthy()
})
