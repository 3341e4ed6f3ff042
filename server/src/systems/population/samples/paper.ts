/** The report of a sample on paper: result, places with intervals, limits, method, and what left the register meanwhile. */
import { z } from 'zod'
import { t } from '#kernel'
import { dayAt } from '#platform'
import type { AnyPaper } from '#report'
import { definePaper, goneWords, houseStyle, rangeText, rateText } from '#report'
import type { SampleReport } from '#verify'
import { sampleReportShape } from '#verify'
import { populationSamples } from './index.ts'

const template = `${houseStyle('portrait')}
#set par(spacing: 8pt, leading: 0.8em)
#title(data.title)
#v(2pt)
#align(center, note[#data.note])
#let places(what, rows) = table(
  columns: (1fr, auto, auto, auto, auto, auto, auto),
  table.header([#what], [在册], [抽查], [有结果], [有错], [估计错误率], [区间]),
  ..rows.map(row => (row.name, ..row.figures.map(money))).flatten(),
)
== 结果
#data.answer
== 各乡镇
#places("乡镇", data.townships)
== 各村
#places("村", data.villages)
== 各项
#table(
  columns: (1fr, auto, auto, auto, auto),
  table.header([项目], [核对], [不符], [估计不符率], [区间]),
  ..data.fields.map(row => (row.name, ..row.figures.map(money))).flatten(),
)
== 说不了什么
#for line in data.limits [- #line
]
== 怎么做的
#for line in data.method [#par[*#line.head*　#line.text]]
#if data.gone.len() > 0 [
  == 抽中后不在名册里的
  #table(columns: (auto, 1fr, auto), table.header([记录], [地方], [情况]), ..data.gone.map(row => (row.called, row.place, row.fate)).flatten())
]
`

export const populationPapers: readonly AnyPaper[] = populationSamples.map((design) =>
  definePaper({
    id: `population.sample-${design.id}`,
    label: t('抽查报告', 'Report of a sample'),
    at: { page: 'sample', of: design.id },
    can: 'sample.read',
    input: z.object({ sampleId: z.int().positive() }),
    template,
    data: async (_ctx, input, ask) => paperOf(sampleReportShape.parse(await ask('sample.report', input))),
  }),
)

function paperOf(report: SampleReport) {
  const { sample, label, whole } = report
  const total = { name: '合计（按记录数加权）', figures: figuresOf(whole) }
  return {
    title: `${sample.title}抽查结果`,
    name: `${sample.title}抽查结果`,
    note: `${label.zh}　${sample.maker} ${dayAt(sample.drawnAt)} 抽样　种子 ${sample.seed}`,
    answer: report.answer.zh,
    townships: [...report.townships.map(lineOf), total],
    villages: report.villages.map(lineOf),
    fields: report.fields.map(({ label: { zh }, estimate }) => ({
      name: zh,
      figures: [...[estimate.looked, estimate.faults].map(String), rateText(estimate), rangeText(estimate)],
    })),
    limits: report.limits.map(({ zh }) => zh),
    method: report.method.map(({ head, text }) => ({ head: head.zh, text: text.zh })),
    gone: goneWords(report),
  }
}

type Place = SampleReport['whole']

function lineOf(one: Place) {
  const isHint = one.few && one.estimate.looked > 0
  return { name: isHint ? `${one.name}（只作线索）` : one.name, figures: figuresOf(one) }
}

function figuresOf({ all, drawn, estimate }: Place): string[] {
  const { looked, faults } = estimate
  return [...[all, drawn, looked, faults].map(String), rateText(estimate), rangeText(estimate)]
}
