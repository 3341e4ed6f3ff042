/** ③ The last step taken back: everything stands as before it, whatever the step was. */
import { describe, expect, it } from 'vitest'
import type { Desk } from './import.fixture.ts'
import { deskOf } from './import.fixture.ts'
import { at, get, id, openDesk, rows, sheet } from './roster.kit.ts'

openDesk()

const heads = ['姓名', '身份证号', '户编号', '与户主关系', '村民小组', '手机号']
const table = [
  heads,
  ['王伟', id('1963-07-15', 11), 'H1', '户主', '七组', '13800000001'],
  ['王小明', id('1990-02-03', 12), 'H1', '子', '七组', '13800000002'],
  ['李芳', id('1970-01-02', 22), 'H2', '户主', '一组', '13800000003'],
  ['李芳', id('1970-01-02', 22), 'H2', '户主', '一组', '13800000004'],
  ['张强', id('1971-01-02', 32), 'H3', '户主', '二组', '13800000005'],
  ['赵敏', '990101197201020041', 'H4', '户主', '二组', '13800000006'],
  ['孙丽', id('1973-01-02', 52), 'H5', '户主', '三组', '13800000007'],
]
const stage = async () => at.desk.stage(await sheet(table), 'a.xlsx')

/** All that a page or a merge reads of an import. */
async function asItStands(importId: number) {
  const { counts, reasons, links } = await get(importId)
  return {
    counts,
    reasons,
    links: links.map(({ register, count }) => [register, count]),
    rows: await rows(importId),
  }
}

async function idOf(importId: number, row: number): Promise<number> {
  return (await rows(importId)).find((one) => one.row === row)?.id as number
}

type Told = { id: number; text: { zh: string } }
type Back = Told & { rows: number }
const back = (importId: number, desk: Desk = at.desk) => desk.call<Back>('import.stepBack', { importId })
const nextBack = async (importId: number) =>
  (await at.desk.call<{ step: Told | null }>('import.get', { importId })).step?.text.zh ?? null

type Step = { what: string; door?: 'fixAlike'; row: number; given: object; told: string; rows: number }
const steps: Step[] = [
  { what: 'a cell', row: 2, given: { values: { area: '六组' } }, told: '改 石桥村 第 2 行的村组', rows: 1 },
  {
    what: 'a cell of all rows written alike',
    ...{ door: 'fixAlike', row: 3, given: { code: 'unknownArea', values: { area: '六组' } } },
    ...{ told: '改 2 行的村组', rows: 2 },
  },
  { what: 'a plain row left out', row: 6, given: { as: 'skip' }, told: '跳过 石桥村 第 6 行', rows: 1 },
  {
    what: 'all rows of a kind left out',
    ...{ door: 'fixAlike', row: 2, given: { code: 'unknownArea', as: 'skip' } },
    ...{ told: '跳过 2 行', rows: 2 },
  },
  {
    what: 'one of two kept: the other was left out with it',
    ...{ row: 5, given: { as: 'accept' }, told: '收 石桥村 第 5 行', rows: 2 },
  },
]

const doStep = async (importId: number, { door = undefined, row, given }: Step) =>
  at.desk.call(`import.${door ?? 'fix'}`, { importId, rowId: await idOf(importId, row), ...given })

describe('the last step taken back', () => {
  it.each(steps)('$what', async (step) => {
    const importId = await stage()
    const before = await asItStands(importId)
    if (step.door) {
      const model = before.rows.find(({ row }) => row === step.row)
      const code = model?.issues.find(({ field }) => field === 'area')?.code
      step = { ...step, given: { ...step.given, code } }
    }
    await doStep(importId, step)
    expect(await asItStands(importId)).not.toEqual(before)
    expect(await nextBack(importId)).toBe(step.told)
    expect(await back(importId)).toMatchObject({ text: { zh: step.told }, rows: step.rows })
    expect(await asItStands(importId)).toEqual(before)
    expect(await nextBack(importId)).toBeNull()
  })

  it('step by step, each to what stood before it; a row that was taken in again is out again', async () => {
    const importId = await stage()
    const doings: Step[] = [
      steps[2] as Step,
      { what: 'in again', row: 6, given: { as: 'back' }, told: '还是导 石桥村 第 6 行', rows: 1 },
      steps[4] as Step,
      { ...(steps[0] as Step), given: { values: { area: '五组' } } },
      steps[0] as Step,
    ]
    const stood = [await asItStands(importId)]
    for (const one of doings) {
      await doStep(importId, one)
      stood.push(await asItStands(importId))
    }
    for (const one of [...doings].reverse()) {
      stood.pop()
      expect((await back(importId)).text.zh).toBe(one.told)
      expect(await asItStands(importId)).toEqual(stood.at(-1))
    }
    await expect(back(importId)).rejects.toMatchObject({ code: 'import.noStep' })
  })

  it('what was taken back goes in as the file said it', async () => {
    const importId = await stage()
    await at.desk.call('import.fix', {
      importId,
      rowId: await idOf(importId, 6),
      values: { phone: '13900000000', name: '张弱' },
    })
    await at.desk.call('import.fix', { importId, rowId: await idOf(importId, 8), as: 'skip' })
    await back(importId)
    await back(importId)
    await at.desk.merge(importId)
    const { rows: made } = await at.county.db.ownerPool.query(
      "select name, phone from c990101.person where phone in ('13800000005', '13800000007', '13900000000') order by phone",
    )
    expect(made).toEqual([
      { name: '张强', phone: '13800000005' },
      { name: '孙丽', phone: '13800000007' },
    ])
  })

  it('is one’s own, and not that of a row which another has changed since', async () => {
    const importId = await stage()
    const colleague = at.county.actor({}, '990101103')
    const other = deskOf(at.county, colleague)
    const fix = async (desk: Desk, row: number, area: string) =>
      desk.call('import.fix', { importId, rowId: await idOf(importId, row), values: { area } })
    await fix(at.desk, 2, '六组')
    await fix(at.desk, 3, '六组')
    await expect(back(importId, other)).rejects.toMatchObject({ code: 'import.noStep' })
    await fix(other, 2, '五组')
    const after = await rows(importId)
    expect((await back(importId)).text.zh).toBe('改 石桥村 第 3 行的村组')
    await expect(back(importId)).rejects.toMatchObject({
      code: 'import.steppedOver',
      text: { zh: `第 2 行后来由${colleague.name}改过，这一步撤不回来。请直接改那一行。` },
    })
    expect((await rows(importId)).filter(({ row }) => row === 2)).toEqual(
      after.filter(({ row }) => row === 2),
    )
  })

  it('ends where the rows are read anew, go in, or are given up: nothing of them is kept', async () => {
    const kept = async (importId: number) => {
      const ofImport = 'select from c990101.import_step where id = step_id and import_id = $1'
      const query = `select count(*)::int as n from c990101.import_step_row where exists (${ofImport})`
      return (await at.county.db.ownerPool.query(query, [importId])).rows[0].n
    }
    const ends = {
      'import.map': (importId: number) => at.desk.call('import.map', { importId }),
      'import.drop': (importId: number) => at.desk.call('import.drop', { importId }),
      'import.commit': (importId: number) => at.desk.merge(importId),
    }
    for (const [name, end] of Object.entries(ends)) {
      const importId = await stage()
      await at.desk.call('import.fix', { importId, rowId: await idOf(importId, 6), as: 'skip' })
      expect([name, await kept(importId)]).toEqual([name, 1])
      await end(importId)
      expect([name, await kept(importId)]).toEqual([name, 0])
    }
  })
})
