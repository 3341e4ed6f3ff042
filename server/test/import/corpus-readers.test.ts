/** Every workbook of the corpus read by our reader and by SheetJS: the same cells with the same values. */
import xlsx from '@e965/xlsx'
import { expect, it } from 'vitest'
import { columnName, readWorkbook } from '../../src/register/import/read/index.ts'
import { formats } from './corpus/formats.ts'
import { layouts } from './corpus/layouts.ts'
import { libreOffice } from './corpus/libreoffice.ts'
import { values } from './corpus/values.data.ts'

type Cells = Record<string, unknown>

async function ours(bytes: Buffer, file: string): Promise<Record<string, Cells>> {
  const book = await readWorkbook(bytes, file)
  const sheets: Record<string, Cells> = {}
  for (const sheet of book.sheets) {
    const cells: Cells = {}
    for await (const rows of sheet.rows())
      for (const { number, cells: own } of rows)
        own.forEach((cell, at) => {
          if (!cell || cell.merged === 'rest' || cell.uncomputed) return
          const { value } = cell
          cells[`${columnName(at)}${number}`] =
            value !== null && typeof value === 'object' ? cell.text : value
        })
    sheets[sheet.name] = cells
  }
  return sheets
}

function theirs(bytes: Buffer): Record<string, Cells> {
  const book = xlsx.read(bytes, { cellNF: true })
  const late = book.Workbook?.WBProps?.date1904 === true ? 1462 : 0
  return Object.fromEntries(
    book.SheetNames.map((name) => {
      const cells = Object.entries(book.Sheets[name] ?? {}).flatMap(([address, cell]) => {
        if (address.startsWith('!') || cell.v === undefined || cell.v === '' || cell.t === 'z') return []
        const isDay = cell.t === 'n' && /y/.test(String(cell.z ?? ''))
        const said = cell.t === 'e' ? cell.w : cell.v
        return [[address, isDay ? xlsx.SSF.format('yyyy-mm-dd', cell.v + late) : said]]
      })
      return [name, Object.fromEntries(cells) as Cells]
    }),
  )
}

const workbooks = [...formats, ...layouts, ...values, ...libreOffice].filter(({ file }) =>
  /\.xlsx?$/.test(file),
)

it.each(workbooks.map((one) => [one.situation, one] as const))('%s', async (_, { file, bytes }) => {
  const made = await bytes()
  const read = await ours(made, file)
  expect(Object.values(read).some((cells) => Object.keys(cells).length > 0)).toBe(true)
  expect(read).toEqual(theirs(made))
})
