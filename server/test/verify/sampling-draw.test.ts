/** Drawing: sizes by the formula, the same again from seed and list, only what is in scope, records for the team. */
import { describe, expect, it } from 'vitest'
import { ask, at, draw, mine, openSampling, report, rule, shiqiao, write } from './sampling.kit.ts'

openSampling()

type Plan = {
  all: number
  size: number
  bySize: number
  half: number
  layers: { code: string; all: number; size: number; rate: number }[]
}
const plan = (more: object = {}, actor = at.office) =>
  ask<Plan>(actor, 'sample.plan', { design: 'person', rule: { ...rule, ...more } })

describe('the plan', () => {
  it('has the size of the formula and spreads it in proportion', async () => {
    const { all, bySize, size, layers } = await plan()
    expect(all).toBe(300)
    // layers of 40, 200 and 60, p = 0.1 everywhere, e = 0.05: ΣW S² = 0.09 × (40/39 × 40 + 200/199 × 200 + 60/59 × 60) / 300 = 0.090909
    // V = (0.05/1.95996)² = 0.00065080; 0.090909 / (0.00065080 + 0.090909/300) = 95.3 → 96
    expect({ bySize, size }).toEqual({ bySize: 96, size: 96 })
    expect(layers.map((one) => [one.code, one.all, one.size])).toEqual([
      ['990101102201', 40, 13],
      [shiqiao, 200, 64],
      ['990101103202', 60, 19],
    ])
  })

  it('gives every layer its least, and says that this is more', async () => {
    const { bySize, size, layers } = await plan({ precision: 20, least: 15 })
    expect(bySize).toBeLessThan(45)
    expect(size).toBe(45)
    expect(layers.map((one) => one.size)).toEqual([15, 15, 15])
  })

  it('can ask for the precision in each layer', async () => {
    const { layers } = await plan({ holds: 'each' })
    // n0 = 3.84146 × 0.09 / 0.0025 = 138.29; / (1 + 137.29/N): N = 40 → 31.2, 200 → 82.0, 60 → 42.06
    expect(layers.map((one) => one.size)).toEqual([32, 83, 43])
  })
})

describe('the draw', () => {
  it('comes out the same from seed and list, otherwise with another seed', async () => {
    const [one, two, three] = [
      await draw(at.office),
      await draw(at.office),
      await draw(at.office, { seed: '别的' }),
    ]
    const rows = async (id: number) =>
      (await report(at.office, id)).records.map(({ rowId }) => rowId).sort((a, b) => a - b)
    expect(await rows(one)).toEqual(await rows(two))
    expect(await rows(one)).not.toEqual(await rows(three))
    expect(await ask(at.office, 'sample.again', { sampleId: one })).toEqual({ same: true, size: 96 })
  })

  it('is found out when a drawn record was exchanged behind the doors', async () => {
    const id = await draw(at.office)
    await at.county.db.ownerPool.query(
      `update c990101.sample_task set row_id = (select max(id) from c990101.person p where not exists
         (select from c990101.sample_task t where t.row_id = p.id)) where id = (select min(id) from c990101.sample_task where sample_id = $1)`,
      [id],
    )
    expect(await ask(at.office, 'sample.again', { sampleId: id })).toEqual({ same: false, size: 96 })
  })

  it('stays in the area of who draws, and of who reads', async () => {
    const id = await draw(at.township)
    const { records, whole } = await report(at.township, id)
    expect(whole.all).toBe(260)
    expect(records.every(({ part }) => part.startsWith('990101103'))).toBe(true)
    await expect(report(at.other, id)).rejects.toMatchObject({ code: 'sample.notFound' })
    await expect(ask(at.other, 'sample.close', { sampleId: id })).rejects.toMatchObject({
      code: 'sample.notFound',
    })
  })

  it('leaves out who died or moved, and is refused to who does not see the register', async () => {
    const { records } = await report(at.office, await draw(at.office))
    const [one, two] = records.map(({ rowId }) => rowId)
    await write(at.office, one ?? 0, 1, { diedOn: '2024-01-01' })
    await write(at.office, two ?? 0, 1, { movedOutOn: '2024-01-01' })
    expect((await plan()).all).toBe(298)
    await write(at.office, one ?? 0, 2, { diedOn: null })
    await write(at.office, two ?? 0, 2, { movedOutOn: null })
    const blind = at.county.actor({ verbs: ['sample.plan'], reads: ['area', 'sample'], writes: ['sample'] })
    await expect(plan({}, blind)).rejects.toMatchObject({ code: 'sample.notSeen' })
  })

  it('refuses a day that is past and a steering round of another design', async () => {
    const past = ask(at.office, 'sample.draw', { design: 'person', title: '晚了', due: '2001-01-01', rule })
    await expect(past).rejects.toMatchObject({ code: 'sample.duePast' })
    const id = await draw(at.office)
    const other = ask(at.office, 'sample.plan', { design: 'household', rule: { ...rule, after: id } })
    await expect(other).rejects.toMatchObject({ code: 'sample.otherDesign' })
  })
})

describe('the team', () => {
  it('gets the records of its village, in turns, each member only his own', async () => {
    await draw(at.office)
    const [first, second] = [await mine(at.first), await mine(at.second)]
    expect([first.length, second.length]).toEqual([32, 32]) // 64 of 石桥村
    const ids = new Set([...first, ...second].map(({ taskId }) => taskId))
    expect(ids.size).toBe(64)
    const [theirs] = second
    const steal = ask(at.first, 'sample.visit', {
      taskId: theirs?.taskId,
      version: theirs?.version,
      result: 'confirmed',
    })
    await expect(steal).rejects.toMatchObject({ code: 'sample.notYours' })
  })

  it('sees the asked fields only, and none of another village', async () => {
    await draw(at.office)
    const [task] = await mine(at.first)
    expect(Object.keys(task?.values ?? {}).sort()).toEqual([...(task?.asked ?? [])].sort())
    expect(task?.asked).not.toContain('bankCard')
    // 柳溪村 has no team account, so whoever comes to work there finds its 19 records, and none of 石桥村
    expect((await mine({ ...at.second, accountId: 950, area: '990101103202' })).length).toBe(19)
  })

  it('may hand its records to the whole team', async () => {
    const id = await draw(at.office)
    expect(await ask(at.office, 'sample.free', { sampleId: id, part: shiqiao })).toEqual({ freed: 64 })
    expect((await mine(at.first)).length).toBe(64)
  })
})
