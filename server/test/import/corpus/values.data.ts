/** How values are written: numbers, dates, names, amounts, shares, masked and bounded ones, words for relations. */
import type { ExpectedRow, Given, Nasty } from './nasty.ts'
import { idOf, misspelt, serialOf, withCheckDigit } from './nasty.ts'
import { byExceljs, bySheetJs } from './writers.ts'

const wang = idOf('19630715', 11)

/** One column of values for the persons 甲一, 甲二 … of the first group, each with what must come of it. */
function column(
  head: string,
  field: string,
  cases: [Given, Partial<ExpectedRow> | string][],
): Pick<Nasty, 'bytes' | 'rows'> {
  const rows = [
    ['姓名', '村民小组', head],
    ...cases.map(([value], at) => [`甲${'一二三四五六七八九十'[at]}`, '一组', value]),
  ]
  return {
    bytes: () => byExceljs([{ rows }]),
    rows: cases.map(([, told], at) => ({
      row: at + 2,
      ...(typeof told === 'string'
        ? { class: 'new' as const, shown: { [field]: told } }
        : { class: 'new' as const, ...told }),
    })),
  }
}

const numbers: Nasty = {
  situation:
    'identity numbers: scientific notation, 15 digits, full-width digits, a wrong check digit, masked',
  file: 'a.xlsx',
  ...column('身份证号', 'idNumber', [
    [9.90101196307151e17, { class: 'rejected', issues: ['lostDigits:idNumber'] }],
    ['9.90101E+17', { class: 'rejected', issues: ['lostDigits:idNumber'] }],
    ['990101630715123', withCheckDigit('99010119630715123')],
    [990101630715125, withCheckDigit('99010119630715125')],
    [wang.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)), wang],
    [misspelt(idOf('19700102', 22)), { class: 'rejected', issues: ['unreadable:idNumber'] }],
    ['990101********1234', { shown: { idNumber: '990101********1234' } }],
    [` ${idOf('19750505', 55).replace(/^(.{6})(.{8})/, '$1 $2 ')}`, idOf('19750505', 55)],
  ]),
}

const day = '1963-07-15'
const dates: Nasty = {
  situation: 'dates in many forms; what is known to the month is no day',
  file: 'a.xlsx',
  ...column('出生日期', 'birthDate', [
    ['1963.7', { shown: { birthDate: '1963.7' } }],
    ['1963年7月15日', day],
    ['1963-07-15', day],
    ['19630715', day],
    ['1963.7.15', day],
    ['１９６３／７／１５', day],
    ['一九六三年七月十五日', day],
    [serialOf(day), day],
    ['63年7月15日', { class: 'doubtful', issues: ['doubt:birthDate'], shown: { birthDate: day } }],
    ['1963-02-30', { class: 'rejected', issues: ['unreadable:birthDate'] }],
  ]),
}

const monthOnly: Nasty = {
  situation: '63年7月, covered parts of dates, ages in the place of birth dates',
  file: 'a.xlsx',
  ...column('出生日期', 'birthDate', [
    ['63年7月', { shown: { birthDate: '63年7月' } }],
    ['20xx', { shown: { birthDate: '20xx' } }],
    ['1963年x月', { shown: { birthDate: '1963年x月' } }],
    ['62岁', { class: 'doubtful', issues: ['age:birthDate'] }],
    ['６２周岁', { class: 'doubtful', issues: ['age:birthDate'] }],
    [62, { class: 'rejected', issues: ['unreadable:birthDate'] }],
  ]),
}

const serialRows = (base: number) => [
  ['姓名', '村民小组', '出生日期'],
  ['王伟', '一组', serialOf(day) - base],
]

const land = [
  ['户号', '户主', '村民小组', '承包地（公顷）', '人均年收入（万元）'],
  ['0001', '王伟', '一组', 0.5, 1.2],
  ['0002', '李芳', '一组', '2公顷', '1.2万元'],
  ['0003', '张敏', '一组', '2000平方米', '12,000元'],
  ['0004', '陈刚', '一组', '3.5亩', '0.85'],
  ['0005', '孙七', '一组', '0.1', '3000元'],
]

export const values: Nasty[] = [
  numbers,
  dates,
  monthOnly,
  {
    situation: 'a serial of the 1900 system with a date format',
    file: 'a.xlsx',
    bytes: () =>
      byExceljs([
        {
          rows: serialRows(0),
          look: (page) => {
            page.getCell('C2').numFmt = 'yyyy"年"m"月"d"日"'
          },
        },
      ]),
    rows: [{ row: 2, class: 'new', shown: { birthDate: day } }],
  },
  {
    situation: 'a serial of the 1904 system',
    file: 'a.xlsx',
    bytes: () =>
      bySheetJs([{ rows: serialRows(1462) }], 'xlsx', (page, book) => {
        Object.assign(page.C2 as object, { z: 'yyyy-mm-dd' })
        book.Workbook = { WBProps: { date1904: true } }
      }),
    rows: [{ row: 2, class: 'new', shown: { birthDate: day } }],
  },
  {
    situation: 'numbers as text and text as numbers',
    file: 'a.xlsx',
    register: 'household',
    bytes: () =>
      byExceljs([
        {
          rows: [
            ['户号', '户主', '村民小组', '户籍人数', '联系电话'],
            [1001, '王伟', 1, '4', 13800000001],
            ['1002', '李芳', '2', '５人', '138-0000-0002'],
            ['1003', '张敏', '第三村民小组', 4.5, '13800000003'],
          ],
        },
      ]),
    rows: [
      {
        row: 2,
        class: 'new',
        shown: { number: '1001', area: '柳溪镇 石桥村 一组', members: '4', phone: '13800000001' },
      },
      { row: 3, class: 'new', shown: { area: '柳溪镇 石桥村 二组', members: '5', phone: '13800000002' } },
      { row: 4, class: 'rejected', issues: ['unreadable:members'] },
    ],
  },
  {
    situation:
      '万元 and 元, 公顷, 平方米 and 亩: the unit of the heading, and that of the cell, which is surer',
    file: 'a.xlsx',
    register: 'household',
    bytes: () => byExceljs([{ rows: land }]),
    rows: [
      { row: 2, class: 'new', shown: { contracted: '7.5', incomePerHead: '12,000.00' } },
      { row: 3, class: 'new', shown: { contracted: '30', incomePerHead: '12,000.00' } },
      { row: 4, class: 'new', shown: { contracted: '3', incomePerHead: '12,000.00' } },
      { row: 5, class: 'new', shown: { contracted: '3.5', incomePerHead: '8,500.00' } },
      { row: 6, class: 'new', shown: { contracted: '1.5', incomePerHead: '3,000.00' } },
    ],
  },
  {
    situation: 'the unit of a title line',
    file: 'a.xlsx',
    register: 'household',
    bytes: () =>
      byExceljs([
        {
          rows: [
            ['石桥村农户收入表', null, null, null, null],
            ['单位：万元、平方米', null, null, null, null],
            ['户号', '户主', '村民小组', '承包地', '人均年收入'],
            ['0001', '王伟', '一组', 1000, 1.2],
          ],
          merges: ['A1:E1', 'A2:E2'],
        },
      ]),
    rows: [{ row: 4, class: 'new', shown: { contracted: '1.5', incomePerHead: '12,000.00' } }],
  },
  {
    situation: 'percentages as text, as shown by a format, as a bare number',
    file: 'a.xlsx',
    register: 'landTake',
    bytes: () =>
      byExceljs([
        {
          rows: [
            ['项目名称', '被征地村', '征地日', '政府出资比例', '集体出资比例', '风险准备金比例'],
            ['甲项目', '石桥村', '2019-06-30', '30%', 0.4, 30],
            ['乙项目', '石桥村', '2019-06-30', '３０％', 0.075, '百分之三十'],
          ],
          look: (page) => {
            page.getCell('E2').numFmt = '0%'
            page.getCell('E3').numFmt = '0.0%'
          },
        },
      ]),
    rows: [
      {
        row: 2,
        class: 'new',
        shown: { governmentPercent: '30%', collectivePercent: '40%', reservePercent: '30%' },
      },
      {
        row: 3,
        class: 'new',
        shown: { governmentPercent: '30%', collectivePercent: '7.5%', reservePercent: '30%' },
      },
    ],
  },
  {
    situation: 'names with a middle dot, rare and traditional characters stay as they are',
    file: 'a.xlsx',
    bytes: () =>
      byExceljs([
        {
          rows: [
            ['姓　名', '身份證號', '村民小組'],
            ['买买提·艾力', idOf('19700102', 21), '一组'],
            ['𠮷田㛃', idOf('19700102', 23), '一组'],
            ['陳乾德', idOf('19700102', 25), '一组'],
          ],
        },
      ]),
    rows: [
      { row: 2, class: 'new', shown: { name: '买买提·艾力' } },
      { row: 3, class: 'new', shown: { name: '𠮷田㛃' } },
      { row: 4, class: 'new', shown: { name: '陈乾德'.replace('陈', '陳') } },
    ],
  },
  {
    situation: 'traditional characters and pinyin glosses in texts (GEN-11); a garbled run is asked about',
    file: 'a.xlsx',
    ...column('备注', 'note', [
      ['農(nóng)民專(zhuān)業(yè)合作社', '农民专业合作社'],
      ['規(guī)?；N植', { class: 'doubtful', issues: ['garbled:note'] }],
    ]),
  },
  {
    situation: 'masked and unknown values (GEN-07)',
    file: 'a.xlsx',
    ...column('联系电话', 'phone', [
      ['138****5678', { shown: { phone: '138****5678' } }],
      ['xx', { shown: { phone: 'xx' } }],
      ['不详', { shown: { phone: '不详' } }],
    ]),
  },
  {
    situation: 'bounds keep their qualifier (GEN-08); masked figures are unknown, not 0 (GEN-07)',
    file: 'a.xlsx',
    register: 'villageYear',
    bytes: () =>
      byExceljs([
        {
          rows: [
            ['村', '年度', '总人口', '参加农村养老保险'],
            ['石桥村', 2019, 1234, '1500人以上'],
            ['石桥村', 2020, 'xx', '近百人'],
            ['石桥村', 2021, '1,240人', '不足300人'],
            ['石桥村', 2022, 1250, '大致150人'],
            ['石桥村', 2023, 1251, '三四百人'],
            ['石桥村', 2024, 1252, '上百人'],
          ],
        },
      ]),
    rows: [
      { row: 2, class: 'new', shown: { population: '1,234', insured: '1,500以上' } },
      { row: 3, class: 'new', shown: { population: 'xx', insured: '近100' } },
      { row: 4, class: 'new', shown: { population: '1,240', insured: '不足300' } },
      { row: 5, class: 'new', shown: { population: '1,250', insured: '约150' } },
      { row: 6, class: 'new', shown: { insured: '约350' } },
      { row: 7, class: 'new', shown: { insured: '100以上' } },
    ],
  },
  {
    situation: 'words for relations to the head',
    file: 'a.xlsx',
    ...column('与户主关系', 'relation', [
      ['户主', '户主'],
      ['配偶', '配偶'],
      ['妻', '配偶'],
      ['长子', '子女'],
      ['二女', '子女'],
      ['儿媳', '儿媳女婿'],
      ['孙子', '孙子女'],
      ['母亲', '父母'],
      ['弟', '兄弟姐妹'],
      ['邻居', { class: 'rejected', issues: ['unreadable:relation'] }],
    ]),
  },
]
