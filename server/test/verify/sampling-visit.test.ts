/** Answers from the field: what is taken, what becomes a finding, what the estimate says, and how it steers the next round. */
import { describe, expect, it } from 'vitest'
import { deleteRow } from '#register'
import { person } from '../../src/systems/population/registers/index.ts'
import type { Mine } from './sampling.kit.ts'
import {
  ask,
  at,
  draw,
  mine,
  openSampling,
  report,
  room,
  rule,
  sampleTask,
  shiqiao,
  visit,
  write,
} from './sampling.kit.ts'

openSampling()

type Finding = {
  id: number
  check: string
  label: { zh: string }
  stated: { zh: string; en: string }
  computed: { zh: string; en: string }
  state: string
  register: string
}
const findings = async () =>
  (
    await ask<{ findings: Finding[] }>(at.office, 'verify.list', {
      states: ['open', 'checking', 'explained', 'corrected'],
    })
  ).findings
const nth = (tasks: readonly Mine[], index: number): Mine => {
  const task = tasks[index]
  if (!task) throw new Error('no such task')
  return task
}
const phoneOf = (task: Mine) => (task.values.phone === '13900000001' ? '13900000002' : '13900000001')
const differs = (task: Mine) => ({ result: 'differs', found: { phone: phoneOf(task) } })

describe('an answer', () => {
  it('counts down, and differing fields become findings of their own', async () => {
    await draw(at.office)
    const [first, second] = await mine(at.first)
    if (!first || !second) throw new Error('two tasks')
    expect(await visit(at.first, first, { result: 'confirmed' })).toEqual({ open: 31 })
    expect(await findings()).toEqual([])
    await visit(at.first, second, {
      result: 'differs',
      found: { phone: phoneOf(second), diedOn: '2025-03-04' },
    })
    const found = await findings()
    expect(
      found.map(({ check, computed, state, register }) => ({
        check,
        computed: computed.zh,
        state,
        register,
      })),
    ).toEqual([
      { check: 'sample.person', computed: phoneOf(second), state: 'open', register: 'person' },
      { check: 'sample.person', computed: '2025-03-04', state: 'open', register: 'person' },
    ])
    expect(found[1]?.stated).toEqual({ zh: '去世日期 （空）', en: 'Date of death (empty)' })
    expect(found[0]?.label.zh).toBe('现场复核：人员登记')
    expect((await mine(at.first)).filter(({ open }) => open).length).toBe(30)
  })

  it('taken back closes its findings; somebody not met stays to be done', async () => {
    await draw(at.office)
    const task = nth(await mine(at.first), 0)
    await visit(at.first, task, { result: 'notFound', note: '邻居说早搬走了' })
    expect((await findings()).map(({ stated, computed }) => [stated.zh, computed.zh])).toEqual([
      ['在册', '现场找不到：邻居说早搬走了'],
    ])
    await visit(at.first, task, { result: 'confirmed' })
    expect((await findings()).map(({ state }) => state)).toEqual(['corrected'])
    expect(await visit(at.first, task, { result: 'notMet', note: '外出打工' })).toEqual({ open: 32 })
  })

  it('is put right by writing the register, not by saying so', async () => {
    await draw(at.office)
    const task = nth(await mine(at.first), 0)
    await visit(at.first, task, differs(task))
    const [finding] = await findings()
    const settle = () =>
      ask(at.township, 'verify.act', { findingId: finding?.id, as: 'correct', note: '已改' })
    await expect(settle()).rejects.toMatchObject({ code: 'verify.stillThere' })
    const rowId = await sampleTask(task.taskId)
    await write(at.office, rowId, task.version, { phone: phoneOf(task) })
    expect(await settle()).toEqual({ state: 'corrected' })
  })

  it('is refused where it says nothing, or speaks of what is not asked or cannot be read', async () => {
    await draw(at.office)
    const task = nth(await mine(at.first), 0)
    const refused = (more: object) => expect(visit(at.first, task, more)).rejects
    await refused({ result: 'differs', found: {} }).toMatchObject({ code: 'sample.nothingDiffers' })
    await refused({ result: 'differs', found: { name: task.values.name } }).toMatchObject({
      code: 'sample.nothingDiffers',
    })
    await refused({ result: 'differs', found: { bankCard: '1' } }).toMatchObject({ code: 'sample.notAsked' })
    await refused({ result: 'differs', found: { birthDate: '昨天' } }).toMatchObject({
      code: 'register.values',
    })
    await refused({ result: 'notFound' }).toMatchObject({ code: 'sample.noteMissing' })
    expect(await findings()).toEqual([])
  })

  it('is refused on a record that changed meanwhile, that is one’s own, and after the end', async () => {
    const id = await draw(at.office)
    const tasks = await mine(at.first)
    const [changed, own, late] = [nth(tasks, 0), nth(tasks, 1), nth(tasks, 2)]
    await write(at.office, await sampleTask(changed.taskId), changed.version, { phone: phoneOf(changed) })
    await expect(visit(at.first, changed, { result: 'confirmed' })).rejects.toMatchObject({
      code: 'sample.changed',
    })
    const clerk = at.county.actor({}, shiqiao, { accountId: at.first.accountId })
    await write(clerk, await sampleTask(own.taskId), own.version, { phone: phoneOf(own) })
    const again = (await mine(at.first)).find(({ taskId }) => taskId === own.taskId)
    expect(again?.barred).toBe('own')
    await expect(
      visit(at.first, { ...own, version: own.version + 1 }, { result: 'confirmed' }),
    ).rejects.toMatchObject({
      code: 'sample.ownRecord',
    })
    await ask(at.office, 'sample.close', { sampleId: id })
    await expect(visit(at.first, late, { result: 'confirmed' })).rejects.toMatchObject({
      code: 'sample.closed',
    })
    expect(await mine(at.first)).toEqual([])
  })

  it('is not asked for a record that was removed: both the team and the report are told', async () => {
    const id = await draw(at.office)
    const task = nth(await mine(at.first), 0)
    const rowId = await sampleTask(task.taskId)
    await at.county.run(at.office, (ctx) =>
      deleteRow(ctx, room.registry, { register: person, id: rowId, version: task.version, reason: '重登' }),
    )
    expect((await mine(at.first)).find(({ taskId }) => taskId === task.taskId)).toMatchObject({
      barred: 'gone',
      called: task.called,
      values: {},
    })
    await expect(visit(at.first, task, { result: 'confirmed' })).rejects.toMatchObject({
      code: 'sample.gone',
    })
    const { whole, records, limits } = await report(at.office, id)
    expect(whole).toMatchObject({ gone: 1, silent: 95, drawn: 96 })
    expect(records.filter(({ gone }) => gone).map((one) => one.rowId)).toEqual([rowId])
    expect(limits.map(({ zh }) => zh).join()).toContain('抽中后有 1 人从名册删去或迁出')
  })
})

/** 石桥村's 64: every eighth with another telephone; the others as they stand. */
async function answerAll(): Promise<number> {
  let faulty = 0
  for (const member of [at.first, at.second])
    for (const [index, task] of (await mine(member)).entries()) {
      const wrong = index % 8 === 0
      faulty += wrong ? 1 : 0
      await visit(member, task, wrong ? differs(task) : { result: 'confirmed' })
    }
  return faulty
}

describe('the report and the next round', () => {
  it('estimates village and whole, says what is missing, and steers by it', async () => {
    const id = await draw(at.office)
    const before = await report(at.office, id)
    expect(before.whole.estimate.method).toBe('none')
    expect(before.answer.zh).toBe('还没有结果，什么也不能估计。')
    const faulty = await answerAll()
    const { villages, townships, whole, limits, fields, silence } = await report(at.office, id)
    const village = villages.find(({ code }) => code === shiqiao)
    const drawn = village?.drawn ?? 0
    expect(drawn).toBeGreaterThanOrEqual(63) // one fewer record of the village where an earlier test removed one
    expect(village?.estimate).toMatchObject({
      looked: drawn,
      faults: faulty,
      rate: faulty / drawn,
      method: 'exact',
    })
    expect(townships.find(({ code }) => code === '990101103')?.estimate.looked).toBe(drawn)
    expect(whole.silent).toBe(whole.drawn - drawn)
    const rest = villages.filter(({ code }) => code !== shiqiao)
    expect(rest.map(({ few, estimate }) => [few, estimate.looked])).toEqual([
      [true, 0],
      [true, 0],
    ])
    expect(townships.map(({ code, partial }) => [code, partial])).toEqual([
      ['990101102', false],
      ['990101103', true],
    ])
    const words = limits.map(({ zh }) => zh).join()
    expect(words).toContain('有 1 个乡镇只查了一部分村')
    expect(words).toContain('有 2 个村没有结果')
    expect(words).toContain(`还有 ${whole.silent} 人没有结果`)
    // none faulty among the silent: only 石桥村's part counts; all faulty: the others' whole parts come on top
    const share = (village?.all ?? 0) / whole.all
    expect(silence.low).toBeCloseTo(share * (faulty / drawn), 10)
    expect(silence.high).toBeCloseTo(share * (faulty / drawn) + (1 - share), 10)
    expect(fields.find(({ field }) => field === 'phone')?.estimate).toMatchObject({
      looked: drawn,
      faults: faulty,
    })
  })

  it('gives more to where faults were found, and never nothing', async () => {
    const id = await draw(at.office, { rule: { layers: 'village' } })
    await answerAll()
    // the two other villages: looked at by somebody of the county, without a fault
    const visitor = at.county.actor({}, '990101', { accountId: 960 })
    for (const task of (await mine(visitor)).filter(({ open }) => open))
      await visit(visitor, task, { result: 'confirmed' })
    type Plan = { layers: { code: string; all: number; size: number; rate: number }[] }
    const plan = (allocation: string) =>
      ask<Plan>(at.office, 'sample.plan', { design: 'person', rule: { ...rule, allocation, after: id } })
    const [even, steered] = [await plan('proportional'), await plan('neyman')]
    const sizeOf = ({ layers }: Plan, code: string) => layers.find((one) => one.code === code)?.size ?? 0
    const total = ({ layers }: Plan) => layers.reduce((sum, { size }) => sum + size, 0)
    expect(sizeOf(steered, shiqiao) / total(steered)).toBeGreaterThan(sizeOf(even, shiqiao) / total(even))
    for (const { size, rate } of steered.layers) {
      expect(size).toBeGreaterThanOrEqual(rule.least)
      expect(rate).toBeGreaterThan(0) // no fault seen is not taken for none
    }
  })
})
