/** 认定告知书: to one person, what was decided, from which facts and clauses, and how to object. */
import { z } from 'zod'
import type { Citation } from '#kernel'
import { citationName, citationQuote, t } from '#kernel'
import { dayAt } from '#platform'
import { definePaper, houseStyle, reportProblems } from '#report'
import { chineseDay, inWords, shownYuan } from './shown.ts'

const text = z.object({ zh: z.string() })
const both = z.object({ zh: z.string(), en: z.string() })
const caseShape = z.object({
  number: z.string(),
  title: z.string(),
  itemRows: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      groupName: z.string(),
      label: text,
      category: text.nullable(),
      amount: z.string().nullable(),
      decisionId: z.number().nullable(),
    }),
  ),
})

const cited = z.object({
  source: z.string(),
  clause: z.string(),
  called: both.optional(),
  quote: z.union([both, z.string()]).optional(),
})

type Line = z.infer<typeof lineShape>
const lineShape = z.object({
  kind: z.string(),
  label: text.nullish(),
  text: text.nullish(),
  formula: text.nullish(),
  citation: cited.nullish(),
  fact: z.object({ source: z.object({ label: text, asOf: z.string().nullish() }).nullish() }).nullish(),
  branch: z
    .object({
      reason: text.nullish(),
      citation: cited.nullish(),
    })
    .nullish(),
  get children() {
    return z.array(lineShape)
  },
})
const explanationShape = z.object({
  title: text,
  decision: z.object({ onDay: z.string(), decidedAt: z.string() }),
  trace: z.array(lineShape),
})

const template = `${houseStyle('portrait')}
#set text(size: 14pt)
#set par(leading: 0.9em, first-line-indent: (amount: 2em, all: true))
#align(center)[#text(size: 22pt, weight: 700, data.title)]
#align(right)[案件 #data.number]
#v(6pt)
#par(first-line-indent: 0em)[#data.person（#data.group）：]
#(data.project)征地涉及您的保障，已于 #data.decided 审定。结果是：#text(weight: 700, data.category)#if data.amount != "" [，保障金 #data.amount 元（#data.words）]。现在的状态：#data.state。

#text(weight: 700)[一、根据哪些事实]
#set text(size: 11pt)
#table(
  columns: (auto, 1fr, 1.6fr),
  table.header([事实], [册里怎么记], [来源]),
  ..data.facts.map(row => (row.label, row.value, row.source)).flatten(),
)
#set text(size: 14pt)

#text(weight: 700)[二、怎么定的]

#for step in data.steps [
  #par(first-line-indent: 2em)[#step.label：#step.value。#if step.why != "" [#step.why。]#if step.clause != "" [依据：#step.clause。]]
]

#text(weight: 700)[三、不同意怎么办]

公示期内可以提异议，由没有办过此案的人三天内答复。不服本认定的，可以自收到之日起 60 日内申请行政复议，或者在 6 个月内向人民法院提起行政诉讼。册里记的事实不对的，带证件到村委会或县人社局业务科更正，更正后重新认定。
#v(36pt)
#align(right)[青禾县人力资源和社会保障局（盖章处）#linebreak()年　　月　　日]
#v(20pt)
#par(first-line-indent: 0em)[本人或监护人签收：　　　　　　　　　　日期：]
`

export const decisionLetter = definePaper({
  id: 'land-security.decision-letter',
  label: t('认定告知书', 'Letter of decision'),
  at: { page: 'item', of: 'land-security.protection' },
  can: 'policy.explain',
  input: z.object({ caseId: z.number().int(), itemId: z.number().int() }),
  template,
  data: async (_ctx, { caseId, itemId }, ask) => {
    const found = caseShape.parse(await ask('case.get', { caseId }))
    const item = found.itemRows.find(({ id }) => id === itemId)
    if (!item?.decisionId) throw reportProblems.notDecided({ name: item?.name ?? '' })
    const why = explanationShape.parse(await ask('policy.explain', { decisionId: item.decisionId }))
    return {
      title: '被征地农民保障对象认定告知书',
      name: `认定告知书 ${item.name} ${found.number}`,
      number: found.number,
      project: found.title,
      person: item.name,
      group: item.groupName,
      decided: chineseDay(dayAt(why.decision.decidedAt)),
      category: item.category?.zh ?? '',
      amount: item.amount === null ? '' : shownYuan(item.amount),
      words: item.amount === null ? '' : inWords(item.amount),
      state: item.label.zh,
      facts: factsOf(why.trace),
      steps: stepsOf(why.trace),
    }
  },
})

/** The leaves of the reasoning, each once. */
function factsOf(trace: readonly Line[]) {
  const facts = new Map<string, { label: string; value: string; source: string }>()
  for (const { kind, label, text: value, fact } of flat(trace)) {
    if (kind !== 'fact' || !label) continue
    const { source } = fact ?? {}
    facts.set(label.zh, {
      label: label.zh,
      value: value?.zh ?? '不详',
      source: source ? [source.label.zh, source.asOf ?? ''].filter(Boolean).join('，') : '',
    })
  }
  return [...facts.values()]
}

/** What the rule says step by step, as a person reads it: the named steps with their clause. */
function stepsOf(trace: readonly Line[]) {
  const steps = new Map<string, { label: string; value: string; why: string; clause: string }>()
  for (const { kind, label, text: value, formula, citation, branch } of flat(trace)) {
    if (kind !== 'step' || !label || !value) continue
    const clause = branch?.citation ?? citation
    steps.set(label.zh, {
      label: label.zh,
      value: value.zh,
      why: branch?.reason?.zh ?? formula?.zh ?? '',
      clause: clause ? groundOf(clause) : '',
    })
  }
  return [...steps.values()]
}

/** What the clause says; where nobody has written that down, where it stands. The letter is in Chinese. */
function groundOf(citation: Citation): string {
  return (citationQuote(citation) ?? citationName(citation)).zh
}

function flat(trace: readonly Line[]): Line[] {
  return trace.flatMap((line) => [line, ...flat(line.children)])
}
