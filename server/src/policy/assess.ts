/** One subject: facts in wire form in, the wire result with its reasons out. Pure; the database part is `decide.ts`. */

import type {
  Explanation,
  FactOrigins,
  Facts,
  Finding,
  Node,
  Parameters,
  Reading,
  Tree,
  Wire,
} from '#expression'
import {
  decodeFacts,
  encodeReading,
  evaluate,
  evaluateNode,
  explain,
  nodesOf,
  readerOf,
  settler,
  typeOf,
} from '#expression'
import type { Citation, Text } from '#kernel'
import type { Policy } from './define.ts'
import type { Overrides, ParameterBook } from './lookup.ts'
import { defaultBook, lookUp, openParameters } from './lookup.ts'
import { policyProblems } from './problems.ts'

export type CheckResult = {
  readonly id: string
  readonly label: Text
  readonly state: Reading['state']
  readonly holds: boolean | null
  readonly severity: 'warning' | 'refusal'
  readonly message: Text
  readonly citation?: Citation
}

/** The result on the wire, with checks and the branch bitmap beside it. */
export type Assessment = {
  readonly policy: string
  readonly ruleHash: string
  readonly parameterVersion: string
  /** The day on which parameters were looked up; null where it is itself unknown. */
  readonly on: string | null
  readonly status: 'known' | 'unknown' | 'problem'
  readonly result: Readonly<Record<string, Wire>>
  readonly missing: readonly string[]
  readonly missingParameters: readonly string[]
  readonly problems: readonly Finding[]
  readonly checks: readonly CheckResult[]
  readonly branches: string
  readonly trace: readonly Explanation[]
}

export type AssessOptions = {
  /** Parameters of this day instead of the one that the policy names. */
  readonly on?: string
  readonly overrides?: Overrides
  readonly book?: ParameterBook
  readonly origins?: FactOrigins
  /** false: no explanation is made (bulk). */
  readonly trace?: boolean
  /**
   * An answer to a person: a fact that could only be one of a few words and changes nothing is not missing. Never where it is kept or
   * compared, since columns and SQL do not try words.
   */
  readonly settles?: boolean
}

/** Decides one subject. `facts`: wire values by name; an absent one is unknown. Problems of form are in the result, not thrown. */
export function assess(
  policy: Policy,
  facts: Readonly<Record<string, unknown>>,
  options: AssessOptions = {},
): Assessment {
  const decoded = decodeFacts(policy.tree.facts, facts)
  const on = dayOf(policy, decoded.facts, options)
  const book = options.book ?? defaultBook(policy)
  const parameters = on.day
    ? lookUp(policy.tree, on.day, { book, overrides: options.overrides })
    : openParameters(policy.tree, on.missing)
  const read = readTree(policy.tree, decoded.facts, parameters, options)
  const trial = options.overrides && Object.keys(options.overrides).length > 0 ? '+trial' : ''
  const problems = distinct([...decoded.findings, ...notInForce(policy, on.day), ...read.problems])
  return {
    ...read,
    policy: policy.id,
    ruleHash: policy.hash,
    parameterVersion: `${book.version}${trial}`,
    on: on.day ?? null,
    problems,
    status: problems.length > 0 ? 'problem' : isOpen(read) ? 'unknown' : 'known',
  }
}

/** Null stands for what is not known, also where nothing that could be given is missing: a day of lookup that does not apply. */
function isOpen({ missing, missingParameters, result }: TreeReading): boolean {
  return missing.length + missingParameters.length > 0 || Object.values(result).some((wire) => wire === null)
}

type TreeReading = Pick<
  Assessment,
  'result' | 'missing' | 'missingParameters' | 'problems' | 'checks' | 'branches' | 'trace'
>

/** All readings of a tree for given facts and parameters; also what a stored tree is re-executed with. */
export function readTree(
  tree: Tree,
  facts: Facts,
  parameters: Parameters,
  options: Pick<AssessOptions, 'origins' | 'trace' | 'settles'> = {},
): TreeReading {
  const surroundings = { facts, parameters }
  const after = options.settles ? settler(tree, surroundings) : undefined
  const { results, branches } = evaluate(tree, facts, parameters, after)
  const readings = Object.values(results)
  const result = Object.entries(results).map(([name, reading]) => [
    name,
    encodeReading(reading, typeOf((tree.results[name] as { node: Node }).node)),
  ])
  return {
    result: Object.fromEntries(result),
    missing: union(readings, 'missing'),
    missingParameters: union(readings, 'missingParameters'),
    problems: readings.flatMap((r) => (r.state === 'problem' ? r.findings : [])),
    checks: checksOf(tree, readerOf(surroundings, after)),
    branches,
    trace: options.trace === false ? [] : explain(tree, surroundings, options.origins, after),
  }
}

function union(readings: readonly Reading[], of: 'missing' | 'missingParameters'): readonly string[] {
  return [...new Set(readings.flatMap((r) => (r.state === 'unknown' ? r[of] : [])))].sort()
}

function checksOf(tree: Tree, read: (node: Node) => Reading): readonly CheckResult[] {
  return nodesOf(tree).flatMap((node) => {
    if (node.kind !== 'check') return []
    const reading = read(node)
    const { id, label, severity, message, cite } = node
    return [
      {
        id,
        label,
        severity,
        message,
        state: reading.state,
        holds: reading.state === 'known' ? reading.value === true : null,
        ...(cite ? { citation: cite } : {}),
      },
    ]
  })
}

/** The day of lookup: the caller's, else the one that the policy names. */
function dayOf(
  policy: Policy,
  facts: Facts,
  options: AssessOptions,
): { day?: string; missing: readonly string[] } {
  if (options.on) return { day: options.on, missing: [] }
  if (!policy.tree.on) throw policyProblems.noDay({ policy: policy.id })
  const reading = evaluateNode(policy.tree.on, { facts, parameters: {} })
  return reading.state === 'known'
    ? { day: String(reading.value), missing: [] }
    : { missing: reading.state === 'unknown' ? reading.missing : [] }
}

function notInForce(policy: Policy, day: string | undefined): readonly Finding[] {
  const { from, until } = policy.effective
  if (day === undefined || (from <= day && (until === undefined || day < until))) return []
  const span = {
    zh: `${from} 起${until ? `，至 ${until} 前` : ''}`,
    en: `from ${from}${until ? ` until before ${until}` : ''}`,
  }
  return [
    {
      code: 'policy.notInForce',
      text: {
        zh: `${policy.label.zh}在 ${day} 不施行（${span.zh}）。`,
        en: `${policy.label.en} is not in force on ${day} (${span.en}).`,
      },
      details: { day, from, until },
    },
  ]
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((f) => [JSON.stringify(f), f])).values()]
}
