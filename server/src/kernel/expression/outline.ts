/** The rule as a text: what each step does, in words without values, with its clause and the ways that it can go. */
import type { Citation } from '../citation.ts'
import type { Text } from '../label.ts'
import { t } from '../label.ts'
import { makeRun, typeOf, unmarked } from './evaluate.ts'
import type { Line, Say } from './kinds/rule.ts'
import { kindRule } from './kinds/table.ts'
import type { Node, Tree } from './node.ts'
import type { ValueType } from './types.ts'

/** One line of a rule. */
export type Outline = Pick<Line, 'id' | 'kind' | 'label' | 'citation' | 'check'> & {
  readonly type: ValueType['kind']
  /** How it is computed; absent where the cases say it, and for facts. */
  readonly formula?: Text
  readonly cases?: readonly { readonly when: Text; readonly value: Text; readonly citation?: Citation }[]
  /** The same line stands above in full. */
  readonly repeated?: true
  readonly children: readonly Outline[]
}

/** Nothing is given, so nothing is decided and every way is told. */
const blank = makeRun({ facts: {}, parameters: {} }, unmarked)

/** One line for each result, in the order of declaration. */
export function outline(tree: Tree): readonly Outline[] {
  const seen = new Set<Node>()
  return Object.entries(tree.results).map(([id, { label, node }]) => ({
    ...lineOf(node, seen, { id, kind: 'result', label }),
    id,
    label,
  }))
}

function lineOf(node: Node, seen: Set<Node>, heading: Line): Outline {
  const rule = kindRule(node)
  const own = rule.line?.(node, blank)
  const { id, kind, label, citation, check } = own ?? heading
  const base = { id, kind, label, ...(citation ? { citation } : {}), ...(check ? { check } : {}) }
  const typed = { ...base, type: typeOf(node).kind }
  if (own && seen.has(node)) return { ...typed, repeated: true, children: [] }
  if (own) seen.add(node)
  if (own && rule.parts(node).length === 0) return { ...typed, children: [] }
  const body = rule.body?.(node) ?? node
  const children = [...new Set(namedBelow(body))].map((part) =>
    lineOf(part, seen, { id: '', kind: 'step', label: told(part) }),
  )
  return { ...typed, ...ways(body), children }
}

/** The nearest operands that have lines of their own. */
function namedBelow(node: Node): readonly Node[] {
  if (kindRule(node).line && kindRule(node).parts(node).length === 0) return [node]
  return kindRule(node)
    .parts(node)
    .flatMap((part) => (kindRule(part).line ? [part] : namedBelow(part)))
}

function ways(body: Node): Pick<Outline, 'formula' | 'cases'> {
  const cases = kindRule(body).cases?.(body, typeOf)
  if (!cases) return { formula: formulaOf(body) }
  return {
    ...(cases.every(({ when }) => !when) ? { formula: formulaOf(body) } : {}),
    cases: cases.map(({ when, word, value, cite }) => ({
      when: word ?? (when ? told(when) : t('', '')),
      value: told(value),
      ...(cite ? { citation: cite } : {}),
    })),
  }
}

/** A step that only names another is told by that name; a table by how its row is found. */
function formulaOf(node: Node): Text {
  const rule = kindRule(node)
  const isNamed = rule.line && rule.body
  return isNamed ? told(node) : rule.words(node, toldInside, { run: blank, typeOf, deny })
}

/** A named operand by its name, another by its formula. */
const told: Say = (node) => {
  const rule = kindRule(node)
  const line = rule.line?.(node, blank)
  if (line) return line.label
  const cases = rule.cases?.(node, typeOf)
  if (cases) return inOneSentence(cases.map((one) => [one.word ?? told(one.when as Node), told(one.value)]))
  return rule.words(node, toldInside, { run: blank, typeOf, deny })
}

/** Inside another formula an open one stands in brackets. */
const toldInside: Say = (node) => {
  const text = told(node)
  const rule = kindRule(node)
  return rule.brackets && !rule.line ? t(`（${text.zh}）`, `(${text.en})`) : text
}

const deny: Say = (node) => {
  const rule = kindRule(node)
  if (rule.denied && !rule.line && node.kind !== 'applies') return rule.denied(node, toldInside, deny)
  const text = toldInside(node)
  return t(`不成立：${text.zh}`, `does not hold: ${text.en}`)
}

function inOneSentence(cases: readonly (readonly [Text, Text])[]): Text {
  return t(
    cases.map(([when, value]) => `${when.zh}：${value.zh}`).join('；'),
    cases.map(([when, value]) => `${when.en}: ${value.en}`).join('; '),
  )
}
