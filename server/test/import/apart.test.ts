/** A file that is read in a thread of its own gives what it gives in this one, and its end is heard of. */
import { describe, expect, it } from 'vitest'
import { allAreas, getBatch } from '../../src/register/import/batch-store.ts'
import { importerOf } from '../../src/register/import/importer.ts'
import { packSlice, unpackSlice } from '../../src/register/import/stage/carry.ts'
import { draftsOf } from '../../src/register/import/stage/plain-drafts.ts'
import type { File, RowSource, Slice } from '../../src/register/import/stage/row-source.ts'
import { sourceHere } from '../../src/register/import/stage/row-source.ts'
import { sourceApart } from '../../src/register/import/stage/source-apart.ts'
import { firstStage, stageChunk } from '../../src/register/import/stage/stage-chunk.ts'
import { listStaged } from '../../src/register/import/staged-store.ts'
import { systems } from '../../src/systems/index.ts'
import { registers as declared } from '../../src/systems/registers.ts'
import { formats } from './corpus/formats.ts'
import { layouts } from './corpus/layouts.ts'
import type { Nasty } from './corpus/nasty.ts'
import { idOf } from './corpus/nasty.ts'
import { refused } from './corpus/refused.ts'
import { values } from './corpus/values.data.ts'
import { importer, imports, registry } from './import.fixture.ts'
import { at, openDesk } from './roster.kit.ts'

openDesk()

const registersAt = new URL('../../src/systems/registers.ts', import.meta.url)
const start = { sheet: 0, at: 0 }
const all: readonly Nasty[] = [...formats, ...layouts, ...values]

/** The file as the job would read it, five rows a slice. */
async function fileOf({ bytes, file, register = 'person' }: Nasty): Promise<File> {
  const given = await bytes()
  const importId = await at.desk.upload(given, file, register)
  const read = await at.county.run(at.county.actor(), async (ctx) => {
    const batch = await getBatch(ctx, importId)
    return { plans: batch.sheets, scope: batch.area, areas: await allAreas(ctx), today: ctx.today }
  })
  const reading = { ...read, name: file, rules: importer.rulesOf(register), size: 5 }
  return { bytes: Buffer.from(given), register: registry.get(register), reading }
}

async function slicesOf(source: RowSource): Promise<Slice[]> {
  const slices: Slice[] = []
  try {
    for (let slice = await source.next(); slice; slice = await source.next()) slices.push(slice)
    return slices
  } finally {
    source.close()
  }
}

/** With the plain rows as drafts between the others. */
const whole =
  (nasty: Nasty) =>
  ({ plain, ...slice }: Slice): Slice => {
    const register = registry.get(nasty.register ?? 'person')
    const drafts = plain ? [...slice.drafts, ...draftsOf(register, plain)] : slice.drafts
    return { ...slice, drafts: drafts.sort((a, b) => a.row - b.row) }
  }

const one = (situation: string) => all.find((each) => each.situation.includes(situation)) as Nasty

describe('read apart and read here are the same', () => {
  it.each(all.map((each) => [each.situation, each] as const))('carried over: %s', async (_, nasty) => {
    const slices = await slicesOf(sourceHere(await fileOf(nasty), start))
    expect(slices.length).toBeGreaterThan(0)
    expect(slices.map((slice) => unpackSlice(structuredClone(packSlice(slice))))).toEqual(slices)
  })

  it.each(['sums, blank separators', 'numbers as text', '.xls are asked'])(
    'in a thread: %s',
    async (words) => {
      const here = await slicesOf(sourceHere(await fileOf(one(words)), start))
      const apart = await slicesOf(sourceApart(await fileOf(one(words)), start, registersAt))
      expect(apart.some(({ plain }) => plain)).toBe(true)
      expect(apart.map(whole(one(words)))).toEqual(here)
    },
  )

  it('from any place on', async () => {
    const nasty = one('sums, blank separators')
    const whole = await slicesOf(sourceHere(await fileOf(nasty), start))
    const [first, ...rest] = whole
    expect(rest.length).toBeGreaterThan(0)
    expect(await slicesOf(sourceHere(await fileOf(nasty), (first as Slice).next))).toEqual(rest)
  })
})

describe('the end of a thread is heard of', () => {
  const file = () => fileOf(one('numbers as text'))
  const ends = async (registers: string) => slicesOf(sourceApart(await file(), start, new URL(registers)))

  it('a file that cannot be read is the same problem', async () => {
    const bomb = refused.find(({ code }) => code === 'import.swollen')
    const broken = { ...(await file()), bytes: Buffer.from((await bomb?.bytes()) ?? '') }
    const here = await slicesOf(sourceHere(broken, start)).catch((thrown: unknown) => thrown)
    expect(here).toMatchObject({ code: 'import.swollen', status: 422 })
    const apart = await slicesOf(sourceApart(broken, start, registersAt)).catch((thrown: unknown) => thrown)
    expect(apart).toEqual(here)
  })

  it('one that falls over, or is ended, fails whoever waits', async () => {
    await expect(ends('data:text/javascript,throw new Error("fell over")')).rejects.toThrow('fell over')
    await expect(ends('data:text/javascript,process.exit(3)')).rejects.toThrow('exit code 3')
    const source = sourceApart(await file(), start, registersAt)
    const waiting = source.next()
    source.close()
    await expect(waiting).rejects.toThrow('the reading thread ended')
  })

  it('and a register that the module does not have is said', async () => {
    await expect(ends('data:text/javascript,export const registers = []')).rejects.toThrow(
      'declares no register',
    )
  })
})

describe('a large file that is staged', () => {
  const people = Array.from({ length: 12 }, (_, n) => [
    '石桥村',
    `王${n}`,
    idOf('19630612', n),
    '甲'.repeat(80_000),
  ])
  const csv = Buffer.from(
    [['村', '姓名', '公民身份号码', '序号'], ...people].map((row) => row.join()).join('\n'),
  )

  async function staged(registers: URL) {
    const importId = await at.desk.upload(csv, '花名册.csv')
    const own = importerOf(registry, imports, registers)
    const chunk = (state: typeof firstStage, apart: boolean) =>
      at.county.run(at.county.actor(), (ctx) => stageChunk(ctx, own, { importId, state, size: 5, apart }))
    return { importId, chunk }
  }

  it('is read apart, chunk by chunk, and again from the place where a chunk failed', async () => {
    const { importId, chunk } = await staged(registersAt)
    const first = await chunk(firstStage, true)
    expect(first).toMatchObject({ done: false, state: { rows: 5 } })
    expect((await chunk(first.state, true)).state.rows).toBe(10)
    await at.county.db.ownerPool.query(
      'delete from c990101.import_block where import_id = $1 and row_numbers[1] > 6',
      [importId],
    )
    const second = await chunk(first.state, true) // as if the second had not been
    const last = await chunk(second.state, true)
    expect(last).toMatchObject({ done: true, state: { rows: 12 } })
    const rows = await at.county.run(at.county.actor(), (ctx) => listStaged(ctx, { importId, limit: 100 }))
    expect(rows.map(({ encoded }) => encoded.id_number)).toEqual(people.map(([, , number]) => number))
  })

  it('but not within a request, nor a small one', async () => {
    const none = new URL('data:text/javascript,throw new Error("was loaded")')
    const { chunk } = await staged(none)
    await expect(chunk(firstStage, true)).rejects.toThrow('was loaded')
    expect((await chunk(firstStage, false)).state.rows).toBe(5)
  })
})

it('the registers that the thread loads are those of the systems', () => {
  expect(declared).toEqual(systems.flatMap((system) => system.registers ?? []))
})
