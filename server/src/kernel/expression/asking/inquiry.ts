/** What a person is asked so that a rule can answer: data only, so that it travels with the page. */
import type { Citation } from '../../citation.ts'
import type { Text } from '../../label.ts'
import type { Tree } from '../node.ts'
import type { ValueType } from '../types.ts'
import type { Wire } from '../values/rule.ts'

/** How one answer is asked for. */
export type Wording = {
  readonly ask: Text
  /** Where it is written, or what is meant. */
  readonly help?: Text
  /** Options in people's words; absent: those of the rule. */
  readonly options?: Readonly<Record<string, Text>>
  /** The answer that it does not apply: 还在做. */
  readonly never?: Text
}

/** Of a list: its elements are asked for one after another, field by field. */
export type ListWording = {
  /** 有，加一段 */
  readonly add: Text
  /** 没有了 */
  readonly none: Text
  readonly fields: Readonly<Record<string, FieldWording>>
}
export type FieldWording = Wording

export type Question = Wording & {
  /** One question serves every inquiry that names it. */
  readonly id: string
  readonly type: ValueType
  /** What to bring or whom to ask when it is not known. */
  readonly unsure: Text
  readonly list?: ListWording
}

/** Where a fact of the rule comes from when a person asks. */
export type Supply =
  | { readonly from: 'question'; readonly question: string }
  /** The day of asking, the first of its month, or the last of its year. */
  | { readonly from: 'today'; readonly edge: 'day' | 'month' | 'yearEnd' }
  /** What the question takes for granted: who asks is alive. */
  | { readonly from: 'value'; readonly value: Wire }
  | { readonly from: 'result'; readonly inquiry: string; readonly result: string }
  /** Only the office knows it; never asked. */
  | { readonly from: 'office'; readonly told: Text }

/** Values of parameters in time: the county's last entry that covers a day, else the default of the file. */
export type DatedBook = {
  readonly defaults: Readonly<Record<string, readonly DatedEntry[]>>
  readonly values: readonly (DatedEntry & { readonly key: string; readonly until: string | null })[]
}
export type DatedEntry = { readonly from: string; readonly value: unknown; readonly citation: Citation }

export type Inquiry = {
  /** The id of its policy. */
  readonly id: string
  readonly title: Text
  readonly tree: Tree
  readonly effective: { readonly from: string; readonly until?: string }
  readonly book: DatedBook
  readonly supplies: Readonly<Record<string, Supply>>
  /** The result that answers; of a choice, the options that mean yes. An amount means yes above 0. */
  readonly decides: { readonly result: string; readonly yes?: readonly string[] }
  /** Results told beside a yes. */
  readonly shows: readonly string[]
  readonly questions: Readonly<Record<string, Question>>
}

/** Answers by question, in wire form; null: 不清楚. */
export type Answers = Readonly<Record<string, Wire>>

/** Who is asked, and when. `inquiries` holds also those that others take results from. */
export type Asking = {
  readonly inquiries: ReadonlyMap<string, Inquiry>
  readonly answers: Answers
  readonly today: string
}
