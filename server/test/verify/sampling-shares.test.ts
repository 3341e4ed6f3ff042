/** What a township sees of a sample that the county drew: the records of its villages, and how far the teams are. */
import { describe, expect, it } from 'vitest'
import { ask, at, draw, mine, openSampling, report, shiqiao, visit } from './sampling.kit.ts'

openSampling()

type Counts = { size: number; looked: number; faulty: number }
type Shares = { shares: ({ sampleId: number; title: string; closedAt: string | null } & Counts)[] }
type Share = Counts & {
  villages: ({ code: string } & Counts)[]
  records: { rowId: number; part: string; assignee: string | null; result: string | null; faults: object[] }[]
}
const shares = async (actor = at.township) => (await ask<Shares>(actor, 'sample.shares')).shares
const share = (sampleId: number, actor = at.township) => ask<Share>(actor, 'sample.share', { sampleId })

describe('a sample of the county, seen from a township', () => {
  it('is listed with the records of the township only; the sample itself stays out of sight', async () => {
    const sampleId = await draw(at.office)
    // 96 over layers of 40, 200 and 60 (see the plan): 石桥村 64 and 柳溪村 19 are the township's
    expect(await shares()).toMatchObject([{ sampleId, title: '秋季复核', size: 83, looked: 0, faulty: 0 }])
    const { villages, records } = await share(sampleId)
    expect(villages).toMatchObject([
      { code: shiqiao, size: 64 },
      { code: '990101103202', size: 19 },
    ])
    const drawn = (await report(at.office, sampleId)).records.filter(({ part }) =>
      part.startsWith('990101103'),
    )
    expect(records.map(({ rowId }) => rowId).sort()).toEqual(drawn.map(({ rowId }) => rowId).sort())
    await expect(report(at.township, sampleId)).rejects.toMatchObject({ code: 'sample.notFound' })
  })

  it('says what the teams found, and when it was closed', async () => {
    const sampleId = await draw(at.office)
    const [one, two] = await mine(at.first)
    if (!one || !two) throw new Error('the team has nothing to look at')
    await visit(at.first, one, { result: 'confirmed' })
    await visit(at.first, two, { result: 'notFound', note: '搬走了，邻居说的' })
    expect(await shares()).toMatchObject([{ looked: 2, faulty: 1, closedAt: null }])
    const { villages } = await share(sampleId)
    expect(villages).toMatchObject([{ looked: 2, faulty: 1 }, { looked: 0 }])
    await ask(at.office, 'sample.close', { sampleId })
    expect((await shares())[0]?.closedAt).not.toBeNull()
  })

  it('is not there for the county, for another township without records in it, nor for what one drew oneself', async () => {
    const own = await draw(at.township)
    expect(await shares(at.office)).toEqual([])
    expect(await shares(at.township)).toEqual([])
    expect(await shares(at.other)).toEqual([])
    for (const actor of [at.office, at.township, at.other])
      await expect(share(own, actor)).rejects.toMatchObject({ code: 'sample.notFound' })
  })
})
