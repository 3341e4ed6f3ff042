/** Files that no reader may take: swollen, encrypted, broken, of another kind. */
import { xlsxOf, zipOf } from '../../../src/register/import/read/zip.fixture.ts'
import type { Refused } from './nasty.ts'
import { byExceljs, bySheetJs } from './writers.ts'

const small = [
  {
    rows: [
      ['姓名', '身份证号'],
      ['王伟', '1'],
    ],
  },
]
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const megabytes = (n: number) => ' '.repeat(n * 1024 ** 2)

export const refused: Refused[] = [
  {
    situation: 'a bomb in the list of sheets',
    file: 'a.xlsx',
    bytes: () => zipOf([{ name: 'xl/workbook.xml', text: megabytes(80) }]),
    code: 'import.swollen',
  },
  {
    situation: 'a bomb in a sheet',
    file: 'a.xlsx',
    bytes: () =>
      xlsxOf({
        sheet: `<worksheet><sheetData><row><c><v>1</v></c></row></sheetData>${megabytes(80)}</worksheet>`,
      }),
    code: 'import.swollen',
  },
  {
    situation: 'more parts than a workbook has',
    file: 'a.xlsx',
    bytes: () => zipOf(Array.from({ length: 5001 }, (_, at) => ({ name: `xl/${at}`, text: '' }))),
    code: 'import.swollen',
  },
  {
    situation: 'a password to open',
    file: 'a.xlsx',
    bytes: () => Buffer.concat([compound, Buffer.alloc(64), Buffer.from('EncryptedPackage', 'utf16le')]),
    code: 'import.locked',
  },
  {
    situation: 'an encrypted zip',
    file: 'a.xlsx',
    bytes: () => zipOf([{ name: 'xl/a', text: 'x', flags: 1 }]),
    code: 'import.locked',
  },
  {
    situation: 'half of an .xlsx',
    file: 'a.xlsx',
    bytes: async () => {
      const whole = await byExceljs(small)
      return whole.subarray(0, Math.floor(whole.length / 2))
    },
    code: 'import.broken',
  },
  {
    situation: 'an .xls cut off',
    file: 'a.xls',
    bytes: () => bySheetJs(small, 'biff8').subarray(0, 700),
    code: 'import.broken',
  },
  {
    situation: 'noise under the name of an .xlsx',
    file: 'a.xlsx',
    bytes: () => Buffer.from([1, 2, 3, 4, 5]),
    code: 'import.broken',
  },
  { situation: 'nothing', file: 'a.xlsx', bytes: () => Buffer.alloc(0), code: 'import.empty' },
  { situation: 'a .csv of blanks', file: 'a.csv', bytes: () => Buffer.from(' \r\n'), code: 'import.empty' },
  { situation: 'the own format of WPS', file: 'a.et', bytes: () => compound, code: 'import.wpsOwn' },
  { situation: 'a PDF', file: 'a.pdf', bytes: () => Buffer.from('%PDF-1.7'), code: 'import.unknownKind' },
  {
    situation: 'prose without a table',
    file: 'a.csv',
    bytes: () => Buffer.from('关于报送名册的通知\r\n请按时报送。'),
    code: 'import.noTable',
  },
]
