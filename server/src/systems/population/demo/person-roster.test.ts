import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { demoPeople, newIssuer } from './people.ts'
import { personRoster } from './person-roster.ts'

describe('a roster as an office sends it', () => {
  it('has title, two-line heads, one row a person, sum and notes', async () => {
    const village = { code: '990101103201', name: '石桥村', population: 40, labour: 21 }
    const people = demoPeople(village, newIssuer())
    const faults = [{ row: 2, column: '村民小组', cell: '七组' }]
    const book = new exceljs.Workbook()
    await book.xlsx.load((await personRoster([{ village, people, faults }])) as unknown as ArrayBuffer)
    const page = book.getWorksheet('石桥村')
    expect(page?.getCell('A1').value).toBe('石桥村户籍人口花名册')
    expect(page?.getCell('E3').value).toBe('公民身份信息')
    expect(page?.getCell('G4').value).toBe('公民身份号码')
    expect(page?.getCell('G5').value).toBe(people[0]?.idNumber)
    expect(page?.getCell('I7').value).toBe('七组')
    expect(page?.getCell('A45').value).toBe('合计')
    expect(page?.getCell('D45').value).toBe(40)
  })
})
