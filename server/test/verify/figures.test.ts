import { describe, expect, it } from 'vitest'
import type { AnyOperation } from '#platform'
import { saveFile } from '#platform'
import { act, at, doors, list, openDesk } from './desk.kit.ts'

openDesk()

const call = <T>(name: string, input: object, actor = at.clerk) =>
  at.county.call(actor, doors[name] as AnyOperation, input) as Promise<T>

type Checked = { rule: string; verdict: string; spots: { at: number; length: number }[] }
type Result = { checked: Checked[]; proposals: { id: string }[]; faults: number }
type Kept = { sheetId: number; version: number; result: Result }

const rows = (farming: string) => ({
  kind: 'rows',
  rows: [
    { label: '人均收入', value: '3878', rounding: '1' },
    { label: '工资性', value: '1774', rounding: '1', total: '人均收入', share: '45.7' },
    { label: '经营性', value: '1467', rounding: '1', total: '人均收入', share: '37.8' },
    { label: '农业', value: '636', rounding: '1', total: '人均收入', share: farming },
  ],
})

describe('a document of figures', () => {
  it('is checked without being kept', async () => {
    const result = await call<Result>('verify.checkFigures', { title: '收入', content: rows('16.5') })
    expect(result.checked.map(({ rule, verdict }) => [rule, verdict])).toEqual([
      ['VR-01', 'ok-tolerance'],
      ['VR-02', 'ok'],
      ['VR-02', 'ok'],
      ['VR-02', 'mismatch'],
      ['VR-04', 'ok'],
    ])
    expect((await list()).findings).toEqual([])
  })

  it('kept, has its findings on the desk; mended, they are corrected; what rounding explains is no fault', async () => {
    const kept = await call<Kept>('verify.keepFigures', { title: '收入', content: rows('16.5') })
    const found = await list()
    expect(found.findings.map(({ verdict, state, stated }) => [verdict, state, stated.zh])).toEqual([
      ['ok-tolerance', 'open', '人均收入 3,878'],
      ['mismatch', 'open', '农业 636，占人均收入 16.5%'],
    ])
    expect(found.total.count).toBe(1)
    const id = found.findings[1]?.id ?? 0
    await expect(act(id, 'explain', at.clerk)).rejects.toMatchObject({ code: 'verify.ownFigure' })
    await expect(act(id, 'correct')).rejects.toMatchObject({ code: 'verify.stillThere' })
    const sheet = { id: kept.sheetId, version: kept.version }
    const again = await call<Kept>('verify.keepFigures', { title: '收入', content: rows('16.4'), sheet })
    expect([again.sheetId, again.version]).toEqual([kept.sheetId, 2])
    expect((await list()).findings.map(({ verdict, state }) => [verdict, state])).toEqual([
      ['ok-tolerance', 'open'],
      ['mismatch', 'corrected'],
      ['ok-tolerance', 'open'], // 45.7 + 37.8 + 16.4 is 99.9 (VR-04)
    ])
    await expect(
      call('verify.keepFigures', { title: '收入', content: rows('16.4'), sheet }),
    ).rejects.toMatchObject({ code: 'verify.sheetChanged' })
  })

  it('leaves the findings of other documents alone', async () => {
    await call<Kept>('verify.keepFigures', { title: '甲', content: rows('16.5') })
    await call<Kept>('verify.keepFigures', { title: '乙', content: rows('16.4') })
    const open = (await list()).findings.filter(({ verdict }) => verdict === 'mismatch')
    expect(open.map(({ state, place }) => [state, place.zh])).toEqual([['open', '《甲》第 4 行 农业']])
  })
})

describe('a text', () => {
  const text =
    '工作分三个阶段。\n第一阶段：备。\n第二阶段：办。\n第三阶段：查。\n第四阶段：推。\n合作社3833个，其中规范的2713家，占70%。'

  it('from a file: faults with their place; relations wait for an officer', async () => {
    const file = await at.county.run(at.clerk, ({ tx }) =>
      saveFile(tx, { name: '报告.txt', mime: 'text/plain', bytes: Buffer.from(text) }),
    )
    const read = await call<{ title: string; content: { kind: string; text: string }; result: Result }>(
      'verify.readFigures',
      { fileId: file.id },
    )
    expect([read.title, read.content.kind]).toEqual(['报告', 'text'])
    expect(read.result.checked.map(({ rule }) => rule)).toEqual(['VR-15'])
    const [spot] = read.result.checked[0]?.spots ?? []
    expect(text.slice(spot?.at, (spot?.at ?? 0) + (spot?.length ?? 0))).toBe('三个阶段')
    expect(read.result.proposals.length).toBeGreaterThan(0)
    const shares = read.result.proposals.find(({ id }) => id.startsWith('shares'))
    const content = { ...read.content, confirmed: [shares?.id] }
    const kept = await call<Kept>('verify.keepFigures', { title: read.title, content })
    expect(kept.result.checked.map(({ rule, verdict }) => [rule, verdict])).toEqual([
      ['VR-15', 'contradiction'],
      ['VR-02', 'truncated'],
    ])
    const again = await call<{ content: unknown }>(
      'verify.figureSheet',
      { sheetId: kept.sheetId },
      at.reviewer,
    )
    expect(again.content).toEqual(content)
  })
})

describe('the board', () => {
  it('counts what is open by township and week, with the age of the oldest', async () => {
    await call<Kept>('verify.keepFigures', { title: '甲', content: rows('16.5') })
    const board = await call<{
      weeks: { open: number; found: number }[]
      places: { open: number; days: number }[]
    }>('verify.board', {}, at.reviewer)
    expect(board.weeks).toHaveLength(12)
    expect(board.weeks.at(-1)).toMatchObject({ open: 1, found: 1 })
    expect(board.weeks.slice(0, -1).every(({ open, found }) => open + found === 0)).toBe(true)
    expect(board.places).toMatchObject([{ open: 1, checking: 0, days: 0 }])
  })
})
