// Where the person stands in the questions. Kept in memory only, so that closing the page forgets it.
import type { Answers, Asking, Question, Wire } from 'xiangce/expression'
import { nextQuestion, questionOf, standingOf } from 'xiangce/expression'
import type { Text } from 'xiangce/kernel'
import type { PageData, PublicInquiry } from './page-data.ts'

/** An element of a list that is being answered field by field. */
export type Draft = { readonly question: string; readonly element: Readonly<Record<string, Wire>> }

export type State = {
  /** What is asked about; empty: the list to choose from. */
  readonly about: readonly string[]
  readonly heading?: Text
  readonly answers: Answers
  /** Questions in the order in which they were answered. */
  readonly order: readonly string[]
  /** A list that is not finished yet: its elements so far. */
  readonly list?: { readonly question: string; readonly elements: readonly Wire[]; readonly draft?: Draft }
}

export const start: State = { about: [], answers: {}, order: [] }

export function askingOf(data: PageData, state: State): Asking {
  return { inquiries: data.inquiries, answers: state.answers, today: data.today }
}

export function aboutOf(data: PageData, state: State): readonly PublicInquiry[] {
  return state.about.flatMap((id) => data.inquiries.get(id) ?? [])
}

/** The question that is on the screen; undefined: all is answered that could matter. */
export function questionNow(data: PageData, state: State): { question: Question; left: number } | undefined {
  const about = aboutOf(data, state)
  const open = state.list && questionAt(data, state, state.list.question)
  return open ? { question: open, left: 1 } : nextQuestion(about, askingOf(data, state))
}

export function questionAt(data: PageData, state: State, id: string): Question | undefined {
  for (const one of aboutOf(data, state)) {
    const found = questionOf(one, id, askingOf(data, state))
    if (found) return found
  }
  return undefined
}

/** Inquiries that have their answer already. */
export function settled(data: PageData, state: State): readonly PublicInquiry[] {
  const asking = askingOf(data, state)
  return aboutOf(data, state).filter((one) => standingOf(one, asking).answer !== 'unknown')
}

export function answer(state: State, question: string, wire: Wire): State {
  const { list: _, ...rest } = state
  const order = [...state.order.filter((id) => id !== question), question]
  return { ...rest, answers: { ...state.answers, [question]: wire }, order }
}

/** Takes an answer back, so that its question comes again. */
export function takeBack(state: State, question: string): State {
  const { [question]: _, ...answers } = state.answers
  return { ...state, answers, order: state.order.filter((id) => id !== question) }
}

/** The next field of an element, or the element into the list when all fields are answered. */
export function answerField(state: State, question: Question, field: string, wire: Wire): State {
  const elements = state.list?.elements ?? []
  const element = { ...state.list?.draft?.element, [field]: wire }
  const full = fieldsOf(question).every((name) => Object.hasOwn(element, name))
  const list = full
    ? { question: question.id, elements: [...elements, element] }
    : { question: question.id, elements, draft: { question: question.id, element } }
  return { ...state, list }
}

export function addElement(state: State, question: string): State {
  const elements = state.list?.elements ?? []
  return { ...state, list: { question, elements, draft: { question, element: {} } } }
}

/** Fields in the order in which they are asked. */
export function fieldsOf(question: Question): readonly string[] {
  return Object.keys(question.list?.fields ?? {})
}

/** The field that is asked now. */
export function fieldNow(state: State, question: Question): string | undefined {
  const element = state.list?.draft?.element
  return element && fieldsOf(question).find((name) => !Object.hasOwn(element, name))
}
