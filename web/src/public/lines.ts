// Answers and results as short lines.
import type { Question, ValueType, Wire } from 'xiangce/expression'
import { decode, readingText, readResult, standingOf, typeOf } from 'xiangce/expression'
import type { Text } from 'xiangce/kernel'
import { t } from 'xiangce/kernel'
import type { PageData, PublicInquiry } from './page-data.ts'
import type { State } from './state.ts'
import { askingOf } from './state.ts'
import type { Say } from './words.ts'
import { words } from './words.ts'

export function shortStanding(data: PageData, state: State, inquiry: PublicInquiry): Text {
  const { answer } = standingOf(inquiry, askingOf(data, state))
  return { yes: words.mayYes, no: words.mayNo, unknown: words.mayOpen }[answer]
}

/** What was answered, in the words of the question. */
export function answerText(question: Question, wire: Wire, say: Say): string {
  if (question.type.kind !== 'list') return say(valueText(question.type, wire, question))
  if (!Array.isArray(wire)) return say(words.unsure)
  if (wire.length === 0) return say(question.list?.none ?? words.no)
  return wire
    .map((element) => elementText(question, element as Readonly<Record<string, Wire>>, say))
    .join('；')
}

function elementText(question: Question, element: Readonly<Record<string, Wire>>, say: Say): string {
  const fields = question.type.kind === 'list' ? question.type.fields : {}
  return Object.entries(question.list?.fields ?? {})
    .map(([name, wording]) => {
      const type = fields[name]?.type
      return type ? say(valueText(type, element[name] ?? null, wording)) : ''
    })
    .join('，')
}

type Worded = { readonly options?: Readonly<Record<string, Text>>; readonly never?: Text }

function valueText(type: ValueType, wire: Wire, wording: Worded): Text {
  if (wire === null) return words.unsure
  if (typeof wire === 'object' && 'applicable' in wire) return wording.never ?? words.no
  if (type.kind === 'boolean') return wire === true ? words.yes : words.no
  const worded = typeof wire === 'string' ? wording.options?.[wire] : undefined
  return worded ?? told(readingText(decode(wire, type, { path: '', label: words.next }), type), type)
}

/** `50,000.00` is told with its unit, a day as people write it. */
function told(text: Text, type: ValueType): Text {
  return type.kind === 'day' ? dayText(text.zh) : text
}

export function dayText(on: string): Text {
  const [year = '', month = '', day = ''] = on.split('-')
  return t(`${year} 年 ${Number(month)} 月 ${Number(day)} 日`, on)
}

export type Shown = { readonly label: Text; readonly value: Text }

/** Results that are told beside the answer: those that are known and concern the person. */
export function shownOf(data: PageData, state: State, inquiry: PublicInquiry): readonly Shown[] {
  return inquiry.shows.flatMap((name) => {
    const declared = inquiry.tree.results[name]
    const reading = readResult(inquiry, name, askingOf(data, state))
    if (!declared || reading.state !== 'known') return []
    const type = typeOf(declared.node)
    return [{ label: declared.label, value: told(readingText(reading, type), type) }]
  })
}
