/** `npm run rules:report`: every rule of the catalogue, who carries it, how many examples and tests name it. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Policy } from '#policy'
import { systems } from '../index.ts'
import type { Carrier, CarrierKind } from './carriers.ts'
import { carriersOf } from './carriers.ts'
import type { RuleKind } from './catalogue.data.ts'
import { catalogue } from './catalogue.data.ts'

export type RuleLine = {
  readonly rule: string
  readonly system: string
  readonly title: string
  readonly kind: RuleKind
  readonly carried: boolean
  readonly carriers: readonly Carrier[]
  readonly examples: number
  readonly tests: readonly string[]
}

export type RuleReport = {
  readonly rules: readonly RuleLine[]
  /** Numbers that examples or code cite and the catalogue has not. */
  readonly unknown: readonly string[]
}

const root = join(import.meta.dirname, '..', '..', '..', '..')
const policies: readonly Policy[] = systems.flatMap((system) => system.policies ?? [])

/** Reads policies, code and tests anew. A rule is carried where something other than a test names it. */
export function ruleReport(): RuleReport {
  const found = carriersOf(policies, root)
  const rules = catalogue.flatMap(({ prefix, title: system, rules }) =>
    rules.map(([number, kind, title]): RuleLine => {
      const rule = `${prefix}-${number}`
      const { carriers = [], tests = [] } = found.get(rule) ?? {}
      const examples = carriers.reduce((n, carrier) => n + (carrier.examples ?? 0), 0)
      return { rule, system, title, kind, carried: carriers.length > 0, carriers, examples, tests }
    }),
  )
  const prefixes = new Set(catalogue.map(({ prefix }) => prefix))
  const known = new Set(rules.map(({ rule }) => rule))
  const ours = [...found.keys()].filter((rule) => prefixes.has(rule.slice(0, rule.indexOf('-'))))
  return { rules, unknown: ours.filter((rule) => !known.has(rule) && !known.has(`${rule}a`)).sort() }
}

const kindWords: Readonly<Record<RuleKind, string>> = {
  compute: '计算',
  verify: '核对',
  workflow: '办理',
  duty: '职责',
}
const carrierWords: Readonly<Record<CarrierKind, string>> = {
  policy: '政策',
  check: '核查',
  procedure: '办事',
  run: '批次',
  fund: '资金',
  report: '报表',
  register: '登记',
  room: '公用',
}

function lineOf({ rule, title, kind, carriers, examples, tests }: RuleLine): string {
  const words = [...Map.groupBy(carriers, (carrier) => carrier.kind)].map(
    ([of, some]) => `${carrierWords[of]} ${some.map(({ name }) => shortName(name)).join('、')}`,
  )
  const counts = [
    ...(examples > 0 ? [`例 ${examples}`] : []),
    ...(tests.length > 0 ? [`测试 ${tests.length}`] : []),
  ]
  return `  ${rule.padEnd(8)}${kindWords[kind]} ${title}　${words.join('；') || '——'}　${counts.join('，')}`.trimEnd()
}

/** `server/src/procedure/run-interest.ts` is `procedure/run-interest`. */
function shortName(name: string): string {
  return name.replace(/^server\/(src\/)?|\.(ts|tsx|sql)$/g, '').replace(/^systems\//, '')
}

function systemLines(system: string, lines: readonly RuleLine[]): string {
  const carried = lines.filter((line) => line.carried).length
  return [`${system}　已承载 ${carried} / ${lines.length}`, ...lines.map(lineOf)].join('\n')
}

function text({ rules, unknown }: RuleReport): string {
  const bySystem = [...Map.groupBy(rules, ({ system }) => system)]
  const not = rules.filter(({ carried }) => !carried)
  const tested = not.filter(({ tests }) => tests.length > 0)
  const untested = rules.filter(({ carried, examples, tests }) => carried && examples + tests.length === 0)
  const byKind = [...Map.groupBy(rules, ({ kind }) => kind)].map(
    ([kind, some]) => `${kindWords[kind]} ${some.filter(({ carried }) => carried).length} / ${some.length}`,
  )
  return [
    ...bySystem.map(([system, lines]) => systemLines(system, lines)),
    `合计　已承载 ${rules.length - not.length} / ${rules.length}（${byKind.join('，')}）`,
    `未承载 ${not.length}：${not.map(({ rule }) => rule).join('、')}`,
    `其中有测试提到（不一致由核对规则查出，见 VR） ${tested.length}：${tested.map(({ rule }) => rule).join('、')}`,
    `已承载，没有例子也没有测试提到 ${untested.length}：${untested.map(({ rule }) => rule).join('、')}`,
    ...(unknown.length > 0 ? [`目录里没有的编号：${unknown.join('、')}`] : []),
  ].join('\n')
}

function main(args: readonly string[]): void {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } })
  const report = ruleReport()
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : `${text(report)}\n`)
}

if (import.meta.main) main(process.argv.slice(2))
