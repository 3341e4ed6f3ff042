/** What comes as Excel, CSV, Word or text, and what the sheet says of itself. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { runSet } from './figures/run-set.ts'
import { sheetSet } from './figures/sheet.ts'
import { readUpload } from './read-upload.ts'
import { checkText } from './texts/check-text.ts'

const csv = [
  '名称,数值,单位,舍入,属于合计,占比,要求,比上年增加,增长,其中于',
  '人均收入,3878,元,1,,,,,,',
  '工资性,1774,元,1,人均收入,45.7,,,,',
  '经营性,1467,元,1,人均收入,37.8,,,,',
  '农业,636,元,1,人均收入,16.5%,,,,',
  '减贫率,17.80,%,,,,不低于16.5,,,',
  '可支配收入,5500元以上,,,,,,800,16,',
  '党员,30,人,,,,,,,',
  '党员,32,人,,,,,,,',
  '耕地,20xx,亩,,,,,,,',
  '外出,664,人,,,,,,,',
  '甲公司,394,人,,,,,,,外出',
].join('\n')

const expected = [
  ['VR-01', 'ok-tolerance'],
  ['VR-09', 'ok'],
  ['VR-02', 'ok'],
  ['VR-02', 'ok'],
  ['VR-02', 'mismatch'],
  ['VR-04', 'ok'],
  ['VR-05', 'contradiction'],
  ['VR-06', 'bound-ok'],
  ['VR-07', 'mismatch'],
  ['VR-12', 'masked-value'],
]

async function verdicts(bytes: Buffer, name: string) {
  const upload = await readUpload(bytes, name)
  if (upload.kind !== 'rows') throw new Error(upload.kind)
  return runSet(sheetSet('表', upload.rows)).map(({ rule, verdict }) => [rule, verdict])
}

describe('a sheet', () => {
  it('as CSV, in UTF-8', async () => {
    expect(await verdicts(Buffer.from(csv), '数.csv')).toEqual(expected)
  })
  it('as Excel with a title line above the head', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('数')
    sheet.addRow(['二〇一九年收入'])
    for (const line of csv.split('\n')) sheet.addRow(line.split(','))
    expect(await verdicts(Buffer.from(await book.xlsx.writeBuffer()), '数.xlsx')).toEqual(expected)
  })
  it('what reads as no number is named with its row and column; a bound, a mask and a percentage are numbers', () => {
    const fine = { label: '劳动力', value: '三百多个', share: '45.7%', bound: '不低于16.5%' }
    expect(sheetSet('表', [fine, { label: '耕地', value: '20xx' }]).figures).toHaveLength(4)
    const wrong = [
      { label: '务农', value: 'abc' },
      { label: '务工', value: '12', share: '1.2.3' },
    ]
    expect(() => sheetSet('表', [fine, ...wrong])).toThrow(
      expect.objectContaining({
        code: 'verify.unread',
        details: { places: ['第 2 行“务农”的数值 abc', '第 3 行“务工”的占比 1.2.3'] },
      }),
    )
  })

  it('without its head, or naming a row that is not there, says so', async () => {
    await expect(readUpload(Buffer.from('甲,乙\n1,2'), '数.csv')).rejects.toMatchObject({
      code: 'verify.noHead',
    })
    const upload = await readUpload(Buffer.from('名称,数值,属于合计\n甲,1,没有这行'), '数.csv')
    const rows = upload.kind === 'rows' ? upload.rows : []
    expect(() => runSet(sheetSet('表', rows))).toThrow(expect.objectContaining({ code: 'verify.noFigure' }))
  })
})

describe('a text', () => {
  it('as Word: paragraphs are lines, its tables count as tables', async () => {
    const table = new Table({
      rows: [
        new TableRow({
          children: ['户', '人'].map((words) => new TableCell({ children: [new Paragraph(words)] })),
        }),
      ],
    })
    const document = new Document({
      sections: [{ children: [new Paragraph('由表可见，甲 & 乙都有。'), table, new Paragraph('完。')] }],
    })
    const upload = await readUpload(Buffer.from(await Packer.toBuffer(document)), '报告.docx')
    if (upload.kind !== 'text') throw new Error(upload.kind)
    expect(upload.text.split('\n').filter(Boolean)).toEqual(['由表可见，甲 & 乙都有。', '户\t人\t', '完。'])
    expect(upload.tables).toBe(1)
    expect(checkText(upload.text, upload)).toEqual([])
  })
  it('in GB18030', async () => {
    const bytes = Buffer.from([0xb4, 0xe5, 0xc0, 0xef]) // 村里
    expect(await readUpload(bytes, 'a.txt')).toEqual({ kind: 'text', text: '村里', tables: 0 })
  })
  it('of another kind, or broken, is not taken', async () => {
    await expect(readUpload(Buffer.from('x'), 'a.pdf')).rejects.toMatchObject({ code: 'verify.otherFile' })
    await expect(readUpload(Buffer.from('x'), 'a.docx')).rejects.toMatchObject({ code: 'verify.noWords' })
  })
})

describe('a declared file', () => {
  it('is read as it is, or told where it does not fit', async () => {
    const set = {
      id: 'a',
      label: { zh: '甲', en: 'a' },
      figures: [{ id: 'x', label: 'x', value: '3' }],
      relations: [{ id: 'r', kind: 'run', numbers: [1, 3] }],
    }
    const upload = await readUpload(Buffer.from(JSON.stringify(set)), 'a.json')
    expect(upload).toEqual({ kind: 'set', set })
    expect(runSet(set as never)).toMatchObject([
      { rule: 'VR-13', verdict: 'numbering-gap', computed: { zh: '缺 2', en: 'missing: 2' } },
    ])
    const wrong = { ...set, figures: [{ id: 'x', label: 'x', value: '3 kg' }] }
    await expect(readUpload(Buffer.from(JSON.stringify(wrong)), 'a.json')).rejects.toMatchObject({
      code: 'verify.declaredForm',
      details: { where: 'figures.0.value' },
    })
  })
})
