import type { Text } from '../../label.ts'
import { t } from '../../label.ts'
import type { ChooseNode, MatchNode, Node } from '../node.ts'
import { agreed, condition, finding, isFalse, isTrue, na, unsettled } from '../reading.ts'
import type { Reading } from '../types.ts'
import type { Folded, KindRule, Reasoning, Run, Say } from './rule.ts'
import { joined, misfit, unite } from './rule.ts'

export const chooseRule: KindRule<ChooseNode> = {
  brackets: true,
  parts: (node) => [
    ...node.cases.flatMap((c) => [c.when, c.value]),
    ...(node.otherwise ? [node.otherwise] : []),
  ],
  type: (node, typeOf) => {
    if (node.cases.some((c) => typeOf(c.when).kind !== 'boolean'))
      throw misfit('“当…时”后面要写条件。', 'A case needs a condition.')
    return unite([
      ...node.cases.map((c) => typeOf(c.value)),
      ...(node.otherwise ? [typeOf(node.otherwise)] : []),
    ])
  },
  evaluate: (node, run) => {
    for (const [i, branch] of node.cases.entries()) {
      const when = condition(run(branch.when))
      if (isTrue(when)) return decide(node, run, { branch: i, value: branch.value })
      if (!isFalse(when)) return openChoice(node, i, run.speculative)
    }
    return node.otherwise ? decide(node, run, { branch: node.cases.length, value: node.otherwise }) : gap()
  },
  branches: (node) => node.cases.length + (node.otherwise ? 1 : 0),
  cases: (node) => [
    ...node.cases,
    ...(node.otherwise ? [{ word: t('否则', 'otherwise'), value: node.otherwise }] : []),
  ],
  words: (node, say, context) => {
    const { taken, used } = reasonOf(node, context.run, { ...context, say })
    return taken ? withFormula(taken.reason, used.at(-1), say) : allCases(node, say)
  },
  reason: (node, run, context) => reasonOf(node, run, context),
}

function decide(node: Node, run: Run, { branch, value }: { branch: number; value: Node }): Reading {
  run.decided(node, branch)
  return run(value)
}

/** From the first open condition on: known only where every branch still reachable gives the same. */
function openChoice(node: ChooseNode, first: number, run: Run): Reading {
  const conditions: Reading[] = []
  const values: Reading[] = []
  for (const { when, value } of node.cases.slice(first)) {
    const reading = condition(run(when))
    if (isFalse(reading)) continue
    values.push(run(value))
    if (isTrue(reading)) return openResult(conditions, values)
    conditions.push(reading)
  }
  values.push(node.otherwise ? run(node.otherwise) : gap())
  return openResult(conditions, values)
}

function openResult(conditions: readonly Reading[], values: readonly Reading[]): Reading {
  return agreed(values) ?? unsettledBranches(conditions, values)
}

/** What is missing anywhere, or else the problem of the condition; the problem of a branch counts only once it is taken. */
function unsettledBranches(conditions: readonly Reading[], values: readonly Reading[]): Reading {
  return unsettled([...conditions, ...values.filter((v) => v.state === 'unknown')])
}

function gap(): Reading {
  return finding(
    'policy.gap',
    t(
      '没有一条规定适用于这种情况，不能自动决定。请转人工。',
      'No clause covers this case, so it is not decided automatically. Decide it by hand.',
    ),
  )
}

/** The reason, and after it the formula of the branch where that says more than its value. */
export function withFormula(reason: Text, value: Node | undefined, say: Say): Text {
  if (!value || value.kind === 'literal' || value.kind === 'notApplicable') return reason
  const formula = say(value)
  return t(`${reason.zh}：${formula.zh}`, `${reason.en}: ${formula.en}`)
}

type Ways = {
  readonly cases: readonly { readonly when: Node; readonly value: Node }[]
  readonly otherwise?: Node
}

/** While nothing is decided, or over a list as a whole, every case is told. */
export function allCases(node: Ways, say: Say): Text {
  const cases = node.cases.map((c) => [say(c.when), say(c.value)] as const)
  const rest = node.otherwise ? say(node.otherwise) : undefined
  const zh = [
    ...cases.map(([when, value]) => `${when.zh} 时 ${value.zh}`),
    ...(rest ? [`否则 ${rest.zh}`] : []),
  ]
  const en = [
    ...cases.map(([when, value]) => `if ${when.en}, ${value.en}`),
    ...(rest ? [`else ${rest.en}`] : []),
  ]
  return t(zh.join('，'), en.join('; '))
}

type Sayers = { readonly say: Say; readonly deny: Say }

function reasonOf(node: ChooseNode, run: Run, { say, deny }: Sayers): Reasoning {
  const { speculative } = run
  const at = node.cases.findIndex((c) => !isFalse(condition(speculative(c.when))))
  const taken = at === -1 ? node.otherwise : node.cases[at]?.value
  const whens = node.cases.slice(0, at === -1 ? undefined : at + 1).map((c) => c.when)
  const isOpen = at !== -1 && !isTrue(condition(speculative((node.cases[at] as { when: Node }).when)))
  if (isOpen)
    return {
      used: node.cases
        .slice(at)
        .flatMap((c) => [c.when, c.value])
        .concat(node.otherwise ?? []),
    }
  const folded = node.cases.flatMap((c, i): Folded[] =>
    i === at
      ? []
      : [{ node: c.value, reason: foldedReason(c.when, at === -1 || i < at, deny), cite: c.cite }],
  )
  const rest: Folded[] =
    at !== -1 && node.otherwise
      ? [{ node: node.otherwise, reason: t('前面的规定已适用', 'an earlier clause applies') }]
      : []
  const branch = at === -1 ? node.cases.length : at
  const reason = at === -1 ? otherwiseReason(node, deny) : say((node.cases[at] as { when: Node }).when)
  return {
    used: [...whens, ...(taken ? [taken] : [])],
    taken: { branch, reason, cite: node.cases[at]?.cite },
    folded: [...folded, ...rest],
  }
}

export function foldedReason(when: Node, tested: boolean, deny: Say): Text {
  return tested ? deny(when) : t('前面的规定已适用', 'an earlier clause applies')
}

/** What holds instead of all the cases. */
function otherwiseReason(node: ChooseNode, deny: Say): Text {
  const texts = node.cases.map((c) => deny(c.when))
  return joined(texts, ' 且 ', ' and ')
}

export const matchRule: KindRule<MatchNode> = {
  brackets: true,
  parts: (node) => [node.subject, ...node.cases.map((c) => c.value)],
  type: (node, typeOf) => {
    if (typeOf(node.subject).kind !== 'choice')
      throw misfit('“按选项”前面要是一个选项。', 'Matching needs a choice.')
    return unite(node.cases.map((c) => typeOf(c.value)))
  },
  evaluate: (node, run) => {
    const subject = run(node.subject)
    if (subject.state === 'na') return na
    if (subject.state === 'known') return matched(node, run, subject.value as string)
    const values = node.cases.map((c) => run.speculative(c.value))
    return agreed(values) ?? unsettledBranches([subject], values)
  },
  branches: (node) => node.cases.length,
  cases: (node, typeOf) => {
    const type = typeOf(node.subject)
    const word = (is: string) => (type.kind === 'choice' ? type.options[is] : undefined) ?? t(is, is)
    return node.cases.map(({ is, value }) => ({ word: word(is), value }))
  },
  words: (node, say, { run }) => {
    const subject = run.speculative(node.subject)
    const taken = subject.state === 'known' ? node.cases.find((c) => c.is === subject.value) : undefined
    return withFormula(say(node.subject), taken?.value, say)
  },
  reason: (node, run, { say }) => {
    const subject = run.speculative(node.subject)
    if (subject.state !== 'known') return { used: [node.subject] }
    const at = node.cases.findIndex((c) => c.is === subject.value)
    const folded = node.cases.flatMap((c, i): Folded[] =>
      i === at ? [] : [{ node: c.value, reason: say(node.subject) }],
    )
    const taken = node.cases[at]?.value
    return {
      used: taken ? [node.subject, taken] : [node.subject],
      taken: { branch: at, reason: say(node.subject) },
      folded,
    }
  },
}

function matched(node: MatchNode, run: Run, key: string): Reading {
  const branch = node.cases.findIndex((c) => c.is === key)
  const value = node.cases[branch]?.value
  return value ? decide(node, run, { branch, value }) : gap()
}
