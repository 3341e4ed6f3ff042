/** `xiangce report projection <id>`: the projection from the command line. */
import { t } from '#kernel'
import { type Command, defineCommand } from '#platform'
import type { Projection } from './define.ts'
import { projectionProblems } from './problems.ts'
import type { Answer, Change } from './project.ts'
import { assumptionWords, dryWords, figureWords } from './words.ts'

/** `report projection <id> [--years N] [--assume name=value]… [--set policy:key=value]… [--from DATE] [--json]`. */
export function projectionCommand(projections: readonly Projection[]): Command {
  return defineCommand({
    name: 'report projection',
    text: t('推算资金', 'Project a fund'),
    usage: '<projection> [--years N] [--assume name=value]… [--set policy:key=value]… [--from DATE]',
    options: {
      years: { type: 'string' },
      assume: { type: 'string', multiple: true },
      set: { type: 'string', multiple: true },
      from: { type: 'string' },
    },
    run: async ({ words, options, call }) => {
      const projection = words[0] ?? projections[0]?.id ?? ''
      const years = options.years === undefined ? undefined : Number(options.years)
      const assumptions = Object.fromEntries(listed(options.assume).map((one) => pairOf(one)))
      const changes = listed(options.set).map(changeOf)
      const ask = { projection, years, assumptions, changes, from: options.from }
      return { projection, ...((await call('report.projection', ask)) as Answer) }
    },
    show: (answer) => {
      const declared = projections.find(({ id }) => id === answer.projection)
      return declared ? linesOf(declared, answer) : JSON.stringify(answer)
    },
  })
}

function listed(given: unknown): readonly string[] {
  return [given ?? []].flat().map(String) // an option that may be repeated comes as a list
}

function pairOf(text: string): readonly [string, string] {
  const at = text.indexOf('=')
  if (at < 1) throw projectionProblems.pairForm({ given: text })
  return [text.slice(0, at), text.slice(at + 1)]
}

/** `land-security.pension:standard=300.00`; a table is JSON. */
function changeOf(text: string): Change {
  const [name, value] = pairOf(text)
  const at = name.indexOf(':')
  if (at < 1) throw projectionProblems.pairForm({ given: text })
  return { policy: name.slice(0, at), key: name.slice(at + 1), value: wireOf(value) }
}

function wireOf(value: string): unknown {
  if (!value.startsWith('[')) return value
  try {
    return JSON.parse(value)
  } catch {
    throw projectionProblems.pairForm({ given: value })
  }
}

function linesOf(projection: Projection, { on, assumptions, stated, now, trial }: Answer): string {
  const columns = Object.entries(projection.columns)
  const table = (title: string, { rows }: Answer['now']) => [
    title,
    ['年度', ...columns.map(([, { label }]) => label.zh)].join('　'),
    ...rows.map(({ year, figures }) =>
      [year, ...columns.map(([name, column]) => figureWords(figures[name], column))].join('　'),
    ),
  ]
  return [
    `${projection.label.zh}　${on} 起`,
    ...dryWords(projection, now).map(({ zh }) => `  按现行参数　${zh}`),
    ...(trial ? dryWords(projection, trial).map(({ zh }) => `  按试算参数（未生效）　${zh}`) : []),
    ...table('按现行参数', now),
    ...(trial ? table('按试算参数（未生效）', trial) : []),
    '假设',
    ...assumptions.map((one) => `  ${one.label.zh}　${assumptionWords(one)}　${one.from.zh}`),
    '怎么算的',
    ...stated.map(({ label, text }) => `  ${label.zh}　${text.zh}`),
  ].join('\n')
}
