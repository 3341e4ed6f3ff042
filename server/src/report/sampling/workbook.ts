/** The figures of a sample as Excel: places, fields, records. Rates are numbers with a percent format. */
import exceljs from 'exceljs'
import { dayAt } from '#platform'
import type { SampleReport } from '#verify'
import { sampleTitle } from './blocks.ts'

type Estimate = SampleReport['whole']['estimate']

const resultWords = {
  confirmed: '都相符',
  differs: '有不符',
  notFound: '找不到',
  notMet: '没见到人',
} as const
const fateWords = { same: '', changed: '抽中后改过', moved: '已迁到别处', gone: '已从名册删去' } as const

/** `taken`: who took it, when, over what area. */
export async function sampleWorkbook(report: SampleReport, taken: string): Promise<Buffer> {
  const book = new exceljs.Workbook()
  places(book.addWorksheet('错误率'), report, taken)
  fields(book.addWorksheet('各项'), report)
  records(book.addWorksheet('抽查记录'), report)
  method(book.addWorksheet('方法和限度'), report)
  return Buffer.from(await book.xlsx.writeBuffer())
}

function places(page: exceljs.Worksheet, report: SampleReport, taken: string): void {
  page.addRow([sampleTitle(report)]).font = { size: 16, bold: true }
  page.addRow([taken])
  page.addRow([report.answer.zh])
  for (const at of [1, 2, 3]) page.mergeCells(at, 1, at, 11)
  page.addRow([
    ...['层级', '地方', '在册', '抽查', '有结果', '有错', '没有结果'],
    ...['不在册了', ...rateHeads],
  ]).font = {
    bold: true,
  }
  const add = (level: string, one: SampleReport['whole']) =>
    page.addRow([
      ...[
        level,
        one.name,
        one.all,
        one.drawn,
        one.estimate.looked,
        one.estimate.faults,
        one.silent,
        one.gone,
      ],
      ...rateCells(one.estimate),
    ])
  for (const one of report.townships) add('乡镇', one)
  for (const one of report.villages) add('村', one)
  add('合计（加权）', report.whole).font = { bold: true }
  shape(page, [14, 22, 10, 10, 10, 10, 10, 10, 12, 12, 12], [9, 10, 11])
}

const rateHeads = ['估计错误率', '区间下限', '区间上限']

function rateCells({ method, rate, low, high }: Estimate): (number | string)[] {
  return method === 'none' ? ['没有结果', '', ''] : [rate, low, high]
}

function fields(page: exceljs.Worksheet, report: SampleReport): void {
  page.addRow(['项目', '核对', '不符', ...rateHeads]).font = { bold: true }
  for (const { label, estimate } of report.fields)
    page.addRow([label.zh, estimate.looked, estimate.faults, ...rateCells(estimate)])
  shape(page, [18, 10, 10, 12, 12, 12], [4, 5, 6])
}

function records(page: exceljs.Worksheet, report: SampleReport): void {
  page.addRow([
    ...['序号', '记录', '地方', '派给', '结果', '不符的项目', '说明'],
    ...['谁查的', '哪天', '名册变动'],
  ]).font = {
    bold: true,
  }
  for (const [at, one] of report.records.entries())
    page.addRow([
      ...[
        at + 1,
        one.called,
        one.areaName,
        one.assignee ?? '全队',
        one.result ? resultWords[one.result] : '还没有查',
      ],
      ...[one.faults.map(({ zh }) => zh).join('、'), one.note ?? '', one.visitor ?? ''],
      ...[one.visitedAt ? dayAt(one.visitedAt) : '', fateWords[one.fate]],
    ])
  shape(page, [6, 14, 30, 12, 12, 22, 30, 12, 12, 14], [])
}

function method(page: exceljs.Worksheet, report: SampleReport): void {
  for (const { head, text } of report.method) page.addRow([head.zh, text.zh])
  for (const { zh } of report.limits) page.addRow(['说不了什么', zh])
  page.addRow(['种子', report.sample.seed])
  page.addRow(['名单校验码', report.sample.digest])
  shape(page, [18, 110], [])
  page.getColumn(2).alignment = { wrapText: true, vertical: 'top' }
}

function shape(page: exceljs.Worksheet, widths: readonly number[], percents: readonly number[]): void {
  for (const [at, width] of widths.entries()) page.getColumn(at + 1).width = width
  for (const at of percents) page.getColumn(at).numFmt = '0.0%'
}
