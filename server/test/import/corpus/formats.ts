/** Kinds of files: .xls, .xlsx of two writers, text in five encodings. The same people must come out of all of them. */
import type { ExpectedRow, Nasty } from './nasty.ts'
import { idOf } from './nasty.ts'
import type { Written } from './writers.ts'
import { byExceljs, bySheetJs, csvText, encoded } from './writers.ts'

const people = [
  ['王伟', idOf('19630715', 11), '一组', '13800000001'],
  ['买买提·艾力', idOf('19700102', 21), '二组', '13800000002'],
  ['𠮷田', idOf('19800303', 32), '三组', ''],
]
const rows = [['姓名', '身份证号', '村民小组', '联系电话'], ...people]

const expected: ExpectedRow[] = people.map(([name = '', idNumber = '', group], at) => ({
  row: at + 2,
  class: 'new',
  shown: { name, idNumber, area: `柳溪镇 石桥村 ${group}` },
}))

const encodings: Written[] = ['utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be', 'gb18030']

export const formats: Nasty[] = [
  { situation: '.xlsx by exceljs', file: 'a.xlsx', bytes: () => byExceljs([{ rows }]), rows: expected },
  {
    situation: '.xlsx by SheetJS',
    file: 'a.xlsx',
    bytes: () => bySheetJs([{ rows }], 'xlsx'),
    rows: expected,
  },
  { situation: '.xls', file: 'a.xls', bytes: () => bySheetJs([{ rows }], 'biff8'), rows: expected },
  {
    situation: '.xls under the name of an .xlsx',
    file: 'a.xlsx',
    bytes: () => bySheetJs([{ rows }], 'biff8'),
    rows: expected,
  },
  ...encodings.map((as) => ({
    situation: `.csv in ${as}`,
    file: '石桥村.csv',
    bytes: () => encoded(csvText(rows), as),
    rows: expected,
  })),
  {
    situation: 'text with tabs, in GB18030, as .txt',
    file: '石桥村.txt',
    bytes: () => encoded(csvText(rows, '\t'), 'gb18030'),
    rows: expected,
  },
  {
    situation: '.csv whose numbers are kept as text by ="…" or an apostrophe',
    file: '石桥村.csv',
    bytes: () =>
      encoded(
        csvText([
          ['姓名', '身份证号', '村民小组'],
          ['王伟', `="${idOf('19630715', 11)}"`, '一组'],
          ['李芳', `'${idOf('19700102', 22)}`, '一组'],
          ['张敏', `\t${idOf('19700103', 24)}`, '一组'],
        ]),
        'utf-8 with mark',
      ),
    rows: [
      { row: 2, class: 'new', shown: { idNumber: idOf('19630715', 11) } },
      { row: 3, class: 'new', shown: { idNumber: idOf('19700102', 22) } },
      { row: 4, class: 'new', shown: { idNumber: idOf('19700103', 24) } },
    ],
  },
]
