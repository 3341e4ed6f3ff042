// The rule as lines of the tree: formula in words, clause, each way that a step can go; parameters with their value.
import { citationName, citationQuote } from 'xiangce/kernel'
import { type Text, t } from '../../app/text.tsx'
import type { ExplainNode } from '../../parts/explain-node.ts'
import type { OutlineLine, Policy } from './policy-types.ts'
import { valueText } from './value-text.ts'

type Citation = NonNullable<OutlineLine['citation']>

export function ruleNodes(policy: Policy): ExplainNode[] {
  return policy.outline.map((line, index) => nodeOf(line, `${index}.${line.id}`, policy))
}

function nodeOf(line: OutlineLine, id: string, policy: Policy): ExplainNode {
  const current = line.kind === 'parameter' ? currentOf(policy, line.id) : undefined
  const citation = line.citation ?? current?.citation
  return {
    id,
    kind: kinds[line.kind],
    label: line.label,
    formula: line.repeated ? t('上面已写明', 'told above') : (line.formula ?? line.check?.message),
    clause: citation && clauseOf(citation),
    source: line.kind === 'fact' ? t('事实', 'fact') : undefined,
    result: { text: current?.text ?? '' },
    children: [
      ...(line.cases ?? []).map((one, index) => caseOf(one, `${id}/case-${index}`)),
      ...line.children.map((child, index) => nodeOf(child, `${id}/${index}.${child.id}`, policy)),
    ],
  }
}

const kinds: Record<OutlineLine['kind'], ExplainNode['kind']> = {
  result: 'sum',
  step: 'condition',
  check: 'check',
  fact: 'fact',
  parameter: 'parameter',
  pass: 'lookup',
}

function caseOf(one: NonNullable<OutlineLine['cases']>[number], id: string): ExplainNode {
  return {
    id,
    kind: 'condition',
    label: one.when,
    formula: t(`→ ${one.value.zh}`, `→ ${one.value.en}`),
    clause: one.citation && clauseOf(one.citation),
    result: { text: '' },
  }
}

function clauseOf(citation: Citation) {
  return { name: citationName(citation), quote: citationQuote(citation) }
}

/** The value that holds today, in words; 未定 where nobody has set one. */
function currentOf(policy: Policy, key: string): { text: Text; citation?: Citation } {
  const entry = policy.timeline[key]?.find(({ state }) => state === 'current')
  const parameter = policy.meta.parameters.find((one) => one.key === key)
  if (!entry || !parameter) return { text: t('未定', 'not set') }
  const text = parameter.keys.length > 0 ? t('见参数表', 'see the table') : valueText(entry.value, parameter)
  return { text, citation: entry.citation }
}
