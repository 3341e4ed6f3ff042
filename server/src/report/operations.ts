/** The doors of 表: reports as table, rows behind a cell, Excel; papers as PDF. Nothing here writes a fact. */
import { z } from 'zod'
import { t } from '#kernel'
import { type AnyOperation, type Ctx, operation, saveFile } from '#platform'
import type { Registry } from '#register'
import { frozenOperations } from './frozen/operations.ts'
import type { AnyPaper } from './paper/define.ts'
import { getPaper, printPaper } from './paper/print.ts'
import { reportProblems } from './problems.ts'
import type { Report } from './table/define.ts'
import { reportWorkbook } from './table/excel.ts'
import { cutOf, readReport, rowsBehind } from './table/read.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const key = z.string().nullable()
const figure = z.object({ value: z.string().nullable(), shown: z.string(), unknown: z.number() })
const asked = {
  report: z.string(),
  rows: z.array(z.string()).max(2).optional(),
  measures: z.array(z.string()).optional(),
}
const table = z.object({
  heads: z.array(z.object({ name: z.string(), label: text })),
  measures: z.array(z.object({ name: z.string(), label: text, unit: text.optional() })),
  rows: z.array(z.object({ keys: z.array(z.object({ key, text })), figures: z.array(figure) })),
  total: z.array(figure),
})
const behind = z.object({
  rows: z.array(z.object({ id: z.number(), area: z.string(), title: z.string(), place: z.string() })),
  next: z.number().nullable(),
  register: z.string(),
})
const file = z.object({ fileId: z.number(), name: z.string() })

function getReport(reports: readonly Report[], id: string): Report {
  const report = reports.find((one) => one.id === id)
  if (!report) throw reportProblems.unknownReport({ report: id })
  return report
}

const canRead = (reports: readonly Report[]) => (input: { report: string }) =>
  getReport(reports, input.report).can

/** Operations over the declared reports and papers. */
export type ReportRoom = {
  reports: readonly Report[]
  papers: readonly AnyPaper[]
  registry: Registry
  /** All doors of the house, from which papers read; asked for when a paper is printed. */
  doors: () => readonly AnyOperation[]
}

export function reportOperations({ reports, papers, registry, doors }: ReportRoom) {
  return [
    readOperation(reports),
    rowsOperation(reports, registry),
    exportOperation(reports),
    printOperation(papers, doors),
    ...frozenOperations(reports),
  ] as const
}

function readOperation(reports: readonly Report[]) {
  return operation({
    name: 'report.read',
    text: t('看报表', 'Read a report'),
    can: canRead(reports),
    audit: 'none',
    input: z.object(asked),
    output: table,
    run: (ctx, input) => {
      const report = getReport(reports, input.report)
      return readReport(ctx, report, cutOf(report, input))
    },
  })
}

function rowsOperation(reports: readonly Report[], registry: Registry) {
  return operation({
    name: 'report.rows',
    text: t('看报表背后的行', 'See the rows behind a figure'),
    can: canRead(reports),
    audit: 'read',
    input: z.object({
      ...asked,
      keys: z.array(key),
      after: z.number().int().default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: behind,
    run: (ctx, input) => {
      const report = getReport(reports, input.report)
      return rowsBehind(ctx, registry, { ...input, report, rows: cutOf(report, input).rows })
    },
  })
}

function exportOperation(reports: readonly Report[]) {
  return operation({
    name: 'report.export',
    text: t('导出报表', 'Export a report'),
    can: canRead(reports),
    audit: 'export',
    input: z.object(asked),
    output: file,
    run: async (ctx, input) => {
      const report = getReport(reports, input.report)
      const bytes = await reportWorkbook(
        report,
        await readReport(ctx, report, cutOf(report, input)),
        takenBy(ctx),
        ctx.locale,
      )
      const name = `${report.label.zh} ${ctx.today}.xlsx`
      const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      const { id } = await saveFile(ctx.tx, { name, mime, bytes })
      return { fileId: id, name }
    },
  })
}

function takenBy({ actor, now }: Ctx): string {
  return `${actor.office} ${actor.name}　管辖 ${actor.area}　${now.slice(0, 16).replace('T', ' ')} 取数`
}

function printOperation(papers: readonly AnyPaper[], doors: ReportRoom['doors']) {
  return operation({
    name: 'report.print',
    text: t('打印文书', 'Print a document'),
    can: ({ paper }: { paper: string }) => getPaper(papers, paper).can,
    audit: 'export',
    input: z.object({ paper: z.string(), input: z.record(z.string(), z.unknown()) }),
    output: file,
    run: (ctx, { paper, input }) => printPaper(ctx, { paper: getPaper(papers, paper), input, doors }),
  })
}
