/** How tables lie in their sheets: titles, heads of several lines, sums, notes, sections, merged cells, 同上, hidden and struck rows. */
import type exceljs from 'exceljs'
import { withHiddenRow } from './biff.ts'
import type { Nasty } from './nasty.ts'
import { idOf } from './nasty.ts'
import { byExceljs, bySheetJs } from './writers.ts'

const wang = idOf('19630715', 11)
const li = idOf('19700102', 22)
const zhang = idOf('19800303', 33)
const chen = idOf('19850404', 44)
const heads = ['姓名', '身份证号', '村民小组']

const titled = [
  ['石桥村农业人口花名册', null, null, null, null],
  ['填报单位：柳溪镇石桥村委会（盖章）', null, null, '填报日期：2025年9月1日', null],
  ['序号', '姓名', '公民身份信息', null, '住址'],
  [null, null, '身份证号', '性别', '村民小组'],
  [1, '王伟', wang, '男', '一组'],
  [2, '李芳', li, '女', '二组'],
]
const titledMerges = ['A1:E1', 'A2:C2', 'A3:A4', 'B3:B4', 'C3:D3']
const titledRows: Nasty['rows'] = [
  { row: 5, class: 'new', shown: { name: '王伟', idNumber: wang, sex: '男', area: '柳溪镇 石桥村 一组' } },
  { row: 6, class: 'new', shown: { name: '李芳', idNumber: li, sex: '女', area: '柳溪镇 石桥村 二组' } },
]

function strike(page: exceljs.Worksheet, ...cells: string[]): void {
  for (const address of cells) page.getCell(address).font = { strike: true }
}

export const layouts: Nasty[] = [
  {
    situation: 'a sheet a village, one of them hidden',
    file: 'a.xlsx',
    as: 'county',
    bytes: () =>
      byExceljs([
        { name: '石桥村', rows: [heads, ['王伟', wang, '一组']] },
        { name: '石门村', rows: [heads, ['李芳', li, null]] },
        {
          name: '旧表',
          rows: [heads, ['张敏', zhang, null]],
          look: (page) => {
            page.state = 'hidden'
          },
        },
      ]),
    rows: [
      { sheet: '石桥村', row: 2, class: 'new', shown: { area: '柳溪镇 石桥村 一组' } },
      { sheet: '石门村', row: 2, class: 'new', shown: { area: '石门镇 石门村' } },
    ],
  },
  {
    situation: 'title lines and a head of two merged lines, .xlsx',
    file: 'a.xlsx',
    bytes: () => byExceljs([{ name: 'Sheet1', rows: titled, merges: titledMerges }]),
    rows: titledRows,
  },
  {
    situation: 'title lines and a head of two merged lines, .xls',
    file: 'a.xls',
    bytes: () => bySheetJs([{ name: 'Sheet1', rows: titled, merges: titledMerges }], 'biff8'),
    rows: titledRows,
  },
  {
    situation: 'a head of three merged lines',
    file: 'a.xlsx',
    bytes: () =>
      byExceljs([
        {
          rows: [
            ['姓名', '基本情况', null, null],
            [null, '证件与电话', null, '性别'],
            [null, '身份证号', '联系电话', null],
            ['王伟', wang, '13800000001', '男'],
          ],
          merges: ['A1:A3', 'B1:D1', 'B2:C2', 'D2:D3'],
        },
      ]),
    rows: [
      { row: 4, class: 'new', shown: { name: '王伟', idNumber: wang, phone: '13800000001', sex: '男' } },
    ],
  },
  {
    situation: 'sums, blank separators, sections, repeated heads, notes and signatures',
    file: 'a.xlsx',
    bytes: () =>
      byExceljs([
        {
          rows: [
            ['姓名', '身份证号', '性别', '联系电话'],
            ['一组', null, null, null],
            ['王伟', wang, '男', '13800000001'],
            ['小 计', null, null, 1],
            [],
            ['姓名', '身份证号', '性别', '联系电话'],
            ['二组', null, null, null],
            ['李芳', li, '女', '13800000002'],
            ['本页小计', null, null, 1],
            ['合　计：', null, null, 2],
            [],
            ['注：本表一式两份。', null, null, null],
            ['填表人：赵六', null, '审核人：钱七', null],
            ['2025年9月1日', null, null, null],
          ],
        },
      ]),
    rows: [
      { row: 3, class: 'new', shown: { name: '王伟', area: '柳溪镇 石桥村 一组' } },
      { row: 8, class: 'new', shown: { name: '李芳', area: '柳溪镇 石桥村 二组' } },
    ],
    notices: { section: 2, sum: 3, head: 1 },
  },
  {
    situation: 'hidden rows are asked about, hidden columns count',
    file: 'a.xlsx',
    bytes: () =>
      byExceljs([
        {
          rows: [
            [...heads, '联系电话'],
            ['王伟', wang, '一组', '13800000001'],
            ['李芳', li, '一组', '13800000002'],
          ],
          look: (page) => {
            page.getRow(3).hidden = true
            page.getColumn(4).hidden = true
          },
        },
      ]),
    rows: [
      { row: 2, class: 'new', shown: { phone: '13800000001' } },
      { row: 3, class: 'doubtful', issues: ['hiddenRow'], shown: { name: '李芳' } },
    ],
  },
  {
    situation: 'hidden rows of an .xls are asked about',
    file: 'a.xls',
    bytes: () =>
      withHiddenRow(bySheetJs([{ rows: [heads, ['王伟', wang, '一组'], ['李芳', li, '一组']] }], 'biff8'), 3),
    rows: [
      { row: 2, class: 'new' },
      { row: 3, class: 'doubtful', issues: ['hiddenRow'] },
    ],
  },
  {
    situation: 'merged body cells and 同上',
    file: 'a.xlsx',
    bytes: () =>
      byExceljs([
        {
          rows: [
            ['村民小组', '姓名', '身份证号', '开户行'],
            ['一组', '王伟', wang, '农商银行柳溪支行'],
            [null, '李芳', li, '同上'],
            ['二组', '张敏', zhang, '同 上'],
            ['〃', '陈刚', chen, '〃'],
          ],
          merges: ['A2:A3'],
        },
      ]),
    rows: [
      { row: 2, class: 'new', shown: { area: '柳溪镇 石桥村 一组', bankName: '农商银行柳溪支行' } },
      { row: 3, class: 'new', shown: { area: '柳溪镇 石桥村 一组', bankName: '农商银行柳溪支行' } },
      { row: 4, class: 'new', shown: { area: '柳溪镇 石桥村 二组', bankName: '农商银行柳溪支行' } },
      { row: 5, class: 'new', shown: { area: '柳溪镇 石桥村 二组', bankName: '农商银行柳溪支行' } },
    ],
    notices: { merged: 1, ditto: 4 },
  },
  {
    situation: '同上 with nothing above it',
    file: 'a.xlsx',
    bytes: () =>
      byExceljs([
        {
          rows: [
            [...heads, '开户行'],
            ['王伟', wang, '一组', '同上'],
          ],
        },
      ]),
    rows: [{ row: 2, class: 'rejected', issues: ['dittoNothing:bankName'] }],
  },
  {
    situation: 'formulas with a result, without one, and with an error',
    file: 'a.xlsx',
    bytes: () =>
      byExceljs([
        {
          rows: [
            [...heads, '联系电话'],
            ['王伟', wang, '一组', null],
            ['李芳', li, '一组', null],
            ['张敏', zhang, null, null],
          ],
          look: (page) => {
            page.getCell('D2').value = { formula: '"138"&"00000001"', result: '13800000001' }
            page.getCell('D3').value = { formula: 'D2+1' } as exceljs.CellValue
            page.getCell('D4').value = { error: '#REF!' }
          },
        },
      ]),
    rows: [
      { row: 2, class: 'new', shown: { phone: '13800000001' } },
      { row: 3, class: 'rejected', issues: ['uncomputed:phone'] },
      { row: 4, class: 'rejected', issues: ['errorValue:phone'] },
    ],
  },
  {
    situation: 'struck rows, struck cells and struck characters are asked about',
    file: 'a.xlsx',
    bytes: () =>
      byExceljs([
        {
          rows: [
            heads,
            ['王伟', wang, '一组'],
            ['李芳', li, '一组'],
            ['张敏', zhang, '一组'],
            ['x', chen, '一组'],
          ],
          look: (page) => {
            strike(page, 'A3', 'B3', 'C3', 'C4')
            page.getCell('A5').value = {
              richText: [{ text: '陈岗', font: { strike: true } }, { text: '陈刚' }],
            }
          },
        },
      ]),
    rows: [
      { row: 2, class: 'new', issues: [] },
      { row: 3, class: 'doubtful', issues: ['struck'] },
      { row: 4, class: 'doubtful', issues: ['struck'] },
      { row: 5, class: 'doubtful', issues: ['struck'] },
    ],
  },
]
