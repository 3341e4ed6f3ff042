/** One roster as LibreOffice writes it in three formats; how the files were made stands in `libreoffice/README.md`. */
import { readFileSync } from 'node:fs'
import type { ExpectedRow, Nasty } from './nasty.ts'
import { idOf } from './nasty.ts'

const file = (name: string) => readFileSync(new URL(`./libreoffice/${name}`, import.meta.url))

const person = (name: string, idNumber: string, group: string, phone: string) => ({
  name,
  idNumber,
  area: `柳溪镇 石桥村${group}`,
  phone,
})
const wang = person('王伟', idOf('19630715', 11), ' 一组', '13800000001')
const li = person('李芳', idOf('19700102', 22), ' 一组', '13800000002')
const zhang = person('张敏', idOf('19800303', 33), ' 二组', '13800000003')
const chen = person('陈刚', idOf('19850404', 44), ' 二组', '13800000004')
const ail = person('𠮷田·艾力', idOf('19900505', 55), ' 二组', '13800000005')
const sun = person('孙岗港', idOf('19920606', 66), ' 二组', '13800000006')

const looked: ExpectedRow[] = [
  { sheet: '石桥村', row: 5, class: 'new', shown: wang, issues: [] },
  { row: 6, class: 'new', shown: li, issues: [] },
  { row: 7, class: 'doubtful', shown: zhang, issues: ['hiddenRow'] },
  { row: 8, class: 'doubtful', shown: chen, issues: ['struck'] },
  { row: 9, class: 'new', shown: ail, issues: [] },
  { row: 10, class: 'doubtful', shown: sun, issues: ['struck'] },
]

/** Text knows no look: nothing is hidden or struck, and the second cell of a merged area is blank. */
const plain: ExpectedRow[] = [wang, { ...li, area: '柳溪镇 石桥村' }, zhang, chen, ail, sun].map(
  (shown, at) => ({ row: at + 5, class: 'new', shown, issues: [] }),
)

export const libreOffice: Nasty[] = [
  { situation: '.xlsx by LibreOffice', file: 'a.xlsx', bytes: () => file('roster.xlsx'), rows: looked },
  {
    situation: '.xls by LibreOffice, hidden and struck rows and struck characters too',
    file: 'a.xls',
    bytes: () => file('roster.xls'),
    rows: looked,
  },
  { situation: '.csv by LibreOffice', file: 'a.csv', bytes: () => file('roster.csv'), rows: plain },
]
