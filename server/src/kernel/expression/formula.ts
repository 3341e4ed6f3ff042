/** Formulas in words, with the values put in: `征地日 2023-06-30 − 出生日期 1968-06-12，按周岁`. */
import type { Text } from '../label.ts'
import { t } from '../label.ts'
import { typeOf } from './evaluate.ts'
import type { Run, Say } from './kinds/rule.ts'
import { kindRule } from './kinds/table.ts'
import type { Node } from './node.ts'
import type { Reading, ValueType } from './types.ts'
import { formatValue } from './values/table.ts'

const stateWords = {
  na: t('不适用', 'not applicable'),
  unknown: t('不详', 'not known'),
  problem: t('有问题', 'has a problem'),
}

/** A reading in words: `50,000.00 元`, `不详`, `不适用`. */
export function readingText(reading: Reading, type: ValueType): Text {
  return reading.state === 'known' ? formatValue(reading.value, type) : stateWords[reading.state]
}

/** The formula of one node. */
export function formulaOf(node: Node, run: Run): Text {
  return kindRule(node).words(node, sayer(run), { run, typeOf, deny: denier(run) })
}

/** A condition said as its opposite; a named one with its value, which is then 否. */
export function denier(run: Run): Say {
  return (node) => {
    const rule = kindRule(node)
    if (rule.denied && !rule.line) return rule.denied(node, sayer(run), denier(run))
    const text = sayer(run)(node)
    return rule.line ? text : t(`不成立：${text.zh}`, `does not hold: ${text.en}`)
  }
}

/** How operands are told: a named one by name and value, a value of the rule as itself, a formula in brackets where it needs them. */
export function sayer(run: Run): Say {
  return (node) => {
    const line = kindRule(node).line?.(node, run)
    const text = line?.label ?? formulaOf(node, run)
    if (isOpenBody(node, run)) return text
    if (line || node.kind === 'bound' || node.kind === 'field') return withValue(text, node, run)
    return kindRule(node).brackets ? t(`（${text.zh}）`, `(${text.en})`) : text
  }
}

/** Inside the body of a list as a whole there is no element yet, so only its name can be said. */
function isOpenBody(node: Node, run: Run): boolean {
  if (node.kind === 'field') return isOpenBody(node.record, run)
  return node.kind === 'bound' && run.bound(node.name) === undefined
}

function withValue(label: Text, node: Node, run: Run): Text {
  const reading = run.speculative(node)
  const type = typeOf(node)
  if (type.kind === 'boolean') return conditionWords(label, reading)
  const value = readingText(reading, type)
  // An option is a word among words: in English it would run into the name before it.
  const isOption = type.kind === 'choice' && reading.state === 'known'
  return t(`${label.zh} ${value.zh}`, isOption ? `${label.en} "${value.en}"` : `${label.en} ${value.en}`)
}

/** A condition that holds is said as itself, another with its value. */
function conditionWords(label: Text, reading: Reading): Text {
  if (reading.state === 'known' && reading.value === true) return label
  const value = reading.state === 'known' ? t('否', 'no') : stateWords[reading.state]
  return t(`${label.zh}：${value.zh}`, `${label.en}: ${value.en}`)
}
