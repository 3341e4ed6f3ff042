/** The report of a sample leaves the house with the figures of its door; what waits in the field stands on the desk. */
import exceljs from 'exceljs'
import { expect, it } from 'vitest'
import type { AnyOperation } from '#platform'
import { readFile } from '#platform'
import { reportOperations, sampleReports } from '#report'
import { doorDesk } from '../../src/desk-doors.ts'
import { populationPapers } from '../../src/systems/population/samples/paper.ts'
import { verifyOperations } from '../../src/verify/operations.ts'
import { at, draw, mine, openSampling, report, room, shiqiao, visit } from '../verify/sampling.kit.ts'

openSampling()

const doors: readonly AnyOperation[] = verifyOperations(room)
const [take] = sampleReports({ doors: () => doors })
const print = reportOperations({
  reports: [],
  papers: populationPapers,
  registry: room.registry,
  doors: () => doors,
})[3]

async function taken(op: AnyOperation, input: object): Promise<{ name: string; bytes: Buffer }> {
  const { fileId } = (await at.county.call(at.office, op, input)) as { fileId: number }
  return at.county.run(at.office, ({ tx }) => readFile(tx, fileId))
}

async function halfDone(): Promise<number> {
  const id = await draw(at.office)
  const [first, second] = await mine(at.first)
  if (!first || !second) throw new Error('two tasks')
  await visit(at.first, first, { result: 'confirmed' })
  await visit(at.first, second, { result: 'notFound', note: '问了组长' })
  return id
}

it('as Excel: rates as numbers, every record, method and limits', async () => {
  const id = await halfDone()
  const { villages, records, limits } = await report(at.office, id)
  const book = new exceljs.Workbook()
  const { bytes } = await taken(take, { sampleId: id, as: 'excel' })
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const [places, , list, method] = book.worksheets
  const rowOf = (name: string) =>
    places?.getRows(1, places.rowCount)?.find((row) => String(row.getCell(2).value).includes(name))
  const village = villages.find(({ code }) => code === shiqiao)
  expect(rowOf('石桥村')?.getCell(9).value).toBe(0.5) // one of two
  expect(rowOf('石桥村')?.getCell(10).value).toBeCloseTo(village?.estimate.low ?? -1, 10)
  expect(rowOf('柳溪村')?.getCell(9).value).toBe('没有结果')
  expect(list?.rowCount).toBe(records.length + 1)
  expect(method?.getColumn(2).values).toEqual(expect.arrayContaining(limits.map(({ zh }) => zh)))
})

it('as Word and PDF under the title of the sample', async () => {
  const id = await halfDone()
  const word = await taken(take, { sampleId: id, as: 'word' })
  expect(word.name).toBe('秋季复核抽查结果.docx')
  expect(word.bytes.subarray(0, 2).toString()).toBe('PK')
  const pdf = await taken(print as AnyOperation, {
    paper: 'population.sample-person',
    input: { sampleId: id },
  })
  expect(pdf.name).toBe('秋季复核抽查结果.pdf')
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
})

it('stands on the desk of the team, with its day, and of nobody else', async () => {
  await halfDone()
  const tasks = (actor: typeof at.first) =>
    at.county.run(actor, async (ctx) => (await doorDesk(() => doors).tasks?.(ctx)) ?? [])
  expect(await tasks(at.first)).toMatchObject([
    {
      title: { zh: '秋季复核' },
      situation: { zh: '还有 30 条没有查' },
      to: '/verify/visit',
      due: '2099-12-31',
    },
  ])
  const reader = at.county.actor({ verbs: ['sample.read'], reads: ['area', 'person', 'sample'], writes: [] })
  expect(await tasks(reader)).toEqual([])
})
