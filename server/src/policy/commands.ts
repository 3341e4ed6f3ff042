/** `xiangce policies` and `xiangce assess`: the rules without a database, with the values that stand in the files. */
import { readFileSync } from 'node:fs'
import type { Locale, Text } from '#kernel'
import { citationName, isDay, t } from '#kernel'
import type { AloneCall, Command, CommandCall } from '#platform'
import { defineAloneCommand } from '#platform'
import type { Assessment } from './assess.ts'
import { assess } from './assess.ts'
import type { CountyTotals } from './county/assess-county.ts'
import { assessFromShell, countyLines } from './county/doors.ts'
import { simulateCommand } from './laboratory/command.ts'
import type { PolicyMeta } from './meta.ts'
import { policyMeta } from './meta.ts'
import { policyProblems } from './problems.ts'
import type { PolicyRegistry } from './registry.ts'
import type { PolicyRoom } from './room.ts'
import type { Comparison } from './sql/comparison-store.ts'
import { compareFromShell, comparisonLines } from './sql/county.ts'

type Wire = Readonly<Record<string, unknown>>

/**
 * `policies [--json]`, `assess <policy> --facts <file or -> [--on DATE] [--parameters <file>] [--json]`, and
 * `assess <policy> --county [--compare] [--on DATE] [--json]`, which reads the county.
 */
export function policyCommands(room: PolicyRoom): readonly Command[] {
  return [policiesCommand(room.policies), assessCommand(room), simulateCommand(room.policies)]
}

function policiesCommand(registry: PolicyRegistry): Command {
  return defineAloneCommand({
    name: 'policies',
    text: t('列出政策', 'List the policies'),
    usage: '[--locale en]',
    options: { locale: { type: 'string' } },
    runAlone: async () => ({ policies: policyMeta(registry.all) }),
    show: ({ policies }, call) => policies.map((one) => policyText(one)[localeOf(call)]).join('\n'),
  })
}

function localeOf({ options }: AloneCall): Locale {
  return options.locale === 'en' ? 'en' : 'zh'
}

type Named = { readonly name: string; readonly label: Text; readonly kind?: string }

function policyText({ id, title, source, facts, results, parameters }: PolicyMeta): Text {
  const keys = parameters.map(({ key: name, label }) => ({ name, label }))
  const [f, r, p] = [facts, results, keys].map(namedText) as [Text, Text, Text]
  const place = citationName(source)
  return t(
    `${id}　${title.zh}　${place.zh}\n  事实 ${f.zh}\n  结果 ${r.zh}\n  参数 ${p.zh}`,
    `${id}  ${title.en}  ${place.en}\n  facts ${f.en}\n  results ${r.en}\n  parameters ${p.en}`,
  )
}

function namedText(all: readonly Named[]): Text {
  const zh = all.map(({ name, label, kind }) => `${name} ${label.zh}${kind ? `（${kind}）` : ''}`)
  const en = all.map(({ name, label, kind }) => `${name} ${label.en}${kind ? ` (${kind})` : ''}`)
  return t(zh.join('，'), en.join(', '))
}

function assessCommand(room: PolicyRoom): Command {
  return {
    name: 'assess',
    text: t('按政策试算', 'Assess facts by a policy'),
    usage:
      '<policy> --facts <file or -> | --county [--compare] [--on DATE] [--parameters <file>] [--locale en]',
    options: {
      locale: { type: 'string' },
      facts: { type: 'string' },
      on: { type: 'string' },
      parameters: { type: 'string' },
      county: { type: 'boolean' },
      compare: { type: 'boolean' },
    },
    runAlone: (call) => (call.options.county ? undefined : Promise.resolve(assessAll(room.policies, call))),
    run: (call) => inCounty(room, call),
    show: (result: Told, call) =>
      [result]
        .flat()
        .map((one) => toldLines(one, localeOf(call)))
        .join('\n\n'),
    fails: (result: Told) => [result].flat().map(badNews).find(Boolean) ?? false,
  }
}

type Told = Assessment | Comparison | readonly (Assessment | CountyTotals)[]

function toldLines(one: Assessment | Comparison | CountyTotals, locale: Locale): string {
  if ('subjects' in one) return countyLines(one)
  return 'differing' in one ? comparisonLines(one) : assessmentLines(one, locale)
}

/** Two readings that differ end with exit code 1, a problem in facts with 2. */
function badNews(one: Assessment | Comparison | CountyTotals): boolean | 1 {
  if ('subjects' in one) return false
  if ('differing' in one) return one.differing.length > 0 ? 1 : false
  return one.status === 'problem'
}

async function inCounty(room: PolicyRoom, call: CommandCall): Promise<Told> {
  if (!call.options.compare) return assessFromShell(room, call, dayOf(call.options.on))
  return compareFromShell(room, call, dayOf(call.options.on))
}

/** One object in, one result out; an array in, an array in the same order out. */
function assessAll(registry: PolicyRegistry, { words, options }: AloneCall): Assessment | Assessment[] {
  const policy = registry.get(words[0] ?? '')
  const given = readJson(options.facts)
  const overrides = options.parameters === undefined ? undefined : oneObject(options.parameters)
  const one = (facts: Wire) => assess(policy, facts, { on: dayOf(options.on), overrides, settles: true })
  return Array.isArray(given) ? given.map(one) : one(given as Wire)
}

function dayOf(given: AloneCall['options'][string]): string | undefined {
  if (given === undefined) return undefined
  if (!isDay(String(given))) throw policyProblems.day({ given: String(given) })
  return String(given)
}

function oneObject(file: AloneCall['options'][string]): Wire {
  const read = readJson(file)
  if (Array.isArray(read)) throw policyProblems.factsFile({ file: String(file), why: 'array' })
  return read as Wire
}

/** Throws `policy.factsAbsent`, `policy.factsFile`. */
function readJson(file: AloneCall['options'][string]): Wire | readonly Wire[] {
  if (typeof file !== 'string') throw policyProblems.factsAbsent()
  const read = parsed(file)
  const strange = [read].flat().find((one) => typeof one !== 'object' || one === null || Array.isArray(one))
  if (strange !== undefined) throw policyProblems.factsFile({ file, why: JSON.stringify(strange) })
  return read as Wire | readonly Wire[]
}

/** `-` is standard input. */
function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'))
  } catch (error) {
    throw policyProblems.factsFile({ file, why: error instanceof Error ? error.message : String(error) })
  }
}

const statusWords: Record<Assessment['status'], Text> = {
  known: t('已算出', 'computed'),
  unknown: t('还不能判断', 'cannot be decided yet'),
  problem: t('有问题', 'has a problem'),
}

function assessmentLines(told: Assessment, locale: Locale): string {
  const { status, missing, missingParameters, problems, trace } = told
  const [gap, and] = { zh: ['　', '、'], en: ['  ', ', '] }[locale] as [string, string]
  const [facts, parameters] = [t('缺事实：', 'facts missing: '), t('缺参数：', 'parameters missing: ')]
  return [
    statusWords[status][locale],
    ...trace.map(({ label, text }) => `  ${label[locale]}${gap}${text[locale]}`),
    ...(missing.length > 0 ? [`  ${facts[locale]}${missing.join(and)}`] : []),
    ...(missingParameters.length > 0 ? [`  ${parameters[locale]}${missingParameters.join(and)}`] : []),
    ...problems.map(({ text }) => `  ${text[locale]}`),
  ].join('\n')
}
