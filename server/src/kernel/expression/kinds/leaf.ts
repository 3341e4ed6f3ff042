/** Where trees end: values written in the rule, facts, parameters, bound elements and their fields. */
import { t } from '../../label.ts'
import type { BoundNode, FactNode, FieldNode, LiteralNode, NotApplicableNode } from '../node.ts'
import { absorbing, na, unknown } from '../reading.ts'
import type { RecordValue } from '../types.ts'
import { formatValue } from '../values/table.ts'
import { decode } from '../wire.ts'
import type { KindRule } from './rule.ts'
import { misfit } from './rule.ts'

export const literalRule: KindRule<LiteralNode> = {
  parts: () => [],
  type: (node) => node.of,
  evaluate: (node) =>
    decode(node.wire, node.of, { path: 'literal', label: t('规则中的值', 'a value in the rule') }),
  words: (node) => {
    const reading = literalRule.evaluate(node, undefined as never, undefined as never) // a literal needs no surroundings
    return reading.state === 'known'
      ? formatValue(reading.value, node.of)
      : t(String(node.wire), String(node.wire))
  },
}

export const notApplicableRule: KindRule<NotApplicableNode> = {
  parts: () => [],
  type: (node) => node.of,
  evaluate: () => na,
  words: (node) => node.label ?? t('不适用', 'not applicable'),
}

export const factRule: KindRule<FactNode> = {
  parts: () => [],
  type: (node) => node.of,
  evaluate: (node, run) => run.facts[node.name] ?? unknown([node.name]),
  words: (node) => node.label,
  line: (node) => ({ id: node.name, kind: 'fact', label: node.label }),
}

export const boundRule: KindRule<BoundNode> = {
  parts: () => [],
  type: (node) => node.of,
  evaluate: (node, run) => run.bound(node.name) ?? unknown([node.name]),
  words: (node) => node.label,
}

export const fieldRule: KindRule<FieldNode> = {
  parts: (node) => [node.record],
  type: (node, typeOf) => fieldOf(node, typeOf).type,
  evaluate: (node, run) =>
    absorbing(
      [run(node.record)],
      ([record]) => (record as RecordValue).fields[node.name] ?? unknown([node.name]),
    ),
  words: (node, _say, { typeOf }) => fieldOf(node, typeOf).label,
}

function fieldOf(node: FieldNode, typeOf: Parameters<typeof fieldRule.type>[1]) {
  const type = typeOf(node.record)
  const field = type.kind === 'record' ? type.fields[node.name] : undefined
  if (!field) throw misfit(`记录里没有“${node.name}”这一栏。`, `The record has no field "${node.name}".`)
  return field
}
