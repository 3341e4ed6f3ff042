/** 资金推算 on paper: results, assumptions, how it was computed, then the years (LS-11 to LS-13, LS-18). */
import { z } from 'zod'
import { formatYuan, parseYuan, t } from '#kernel'
import {
  assumptionWords,
  changesWords,
  definePaper,
  dryWords,
  houseStyle,
  projectionAnswer,
  projectionShape,
} from '#report'
import { solvency } from '../projections/solvency.ts'

const template = `${houseStyle('landscape')}
#set par(spacing: 6pt)
#title(data.title)
#v(2pt)
#align(center, note[#data.note])
#let years(rows) = table(
  columns: (auto, ..data.heads.map(_ => 1fr)),
  inset: (x: 3pt, y: 3pt),
  table.header([年度], ..data.heads),
  ..rows.map(row => (row.year, ..row.figures.map(money))).flatten(),
)
#let lines(rows) = for row in rows [
  #par(hanging-indent: 1em)[*#row.label*　#row.text]
]
== 结果
#lines(data.results)
#if data.changes.len() > 0 [
  == 试算改了什么（未生效）
  #for line in data.changes [#par[#line]]
]
== 假设
#lines(data.assumptions)
== 怎么算的
#lines(data.stated)
#pagebreak()
== 按现行参数（金额单位元）
#text(size: 8pt, years(data.now))
#if data.trial.len() > 0 [
  #pagebreak()
  == 按试算参数（未生效，金额单位元）
  #text(size: 8pt, years(data.trial))
]
`

type Answer = z.output<typeof projectionAnswer>

export const solvencyPaper = definePaper({
  id: 'land-security.solvency-paper',
  label: t('资金推算书', 'Projection of the fund'),
  at: { page: 'projection', of: solvency.id },
  can: 'policy.simulate',
  input: z.object(projectionShape),
  template,
  data: async (_ctx, input, ask) => {
    const answer = projectionAnswer.parse(await ask('report.projection', input))
    const dry = (label: string, of: Answer['now']) =>
      dryWords(solvency, of).map(({ zh }) => ({ label, text: zh }))
    return {
      title: `${solvency.label.zh}（${answer.on} 起）`,
      name: `${solvency.label.zh} ${answer.on}`,
      note: solvency.note.zh,
      results: [
        ...dry('按现行参数', answer.now),
        ...(answer.trial ? dry('按试算参数（未生效）', answer.trial) : []),
      ],
      changes: changesWords(answer, input),
      assumptions: answer.assumptions.map((one) => ({
        label: one.label.zh,
        text: `${assumptionWords(one)}（${one.from.zh}）`,
      })),
      stated: answer.stated.map(({ label, text }) => ({ label: label.zh, text: text.zh })),
      heads: Object.values(solvency.columns).map(({ label }) => label.zh),
      now: linesOf(answer.now),
      trial: answer.trial ? linesOf(answer.trial) : [],
    }
  },
})

function linesOf({ rows }: Answer['now']) {
  return rows.map(({ year, months, figures }) => ({
    year: months === 12 ? String(year) : `${year}（${months} 个月）`,
    figures: Object.entries(solvency.columns).map(([name, { kind }]) => {
      const figure = figures[name] ?? ''
      return kind === 'money' ? formatYuan(parseYuan(figure)) : figure
    }),
  }))
}
