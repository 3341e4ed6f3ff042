// One question a screen.
import type { Question, Wire } from 'xiangce/expression'
import type { Text } from 'xiangce/kernel'
import { clauseOf, clauseText } from './clauses.ts'
import { h } from './dom.ts'
import { choice, inputsFor } from './inputs.ts'
import { answerText, shortStanding } from './lines.ts'
import type { PageData } from './page-data.ts'
import type { State } from './state.ts'
import { aboutOf, addElement, answer, answerField, fieldNow, settled } from './state.ts'
import type { Say } from './words.ts'
import { phrases, words } from './words.ts'

export type Screen = {
  readonly data: PageData
  readonly state: State
  readonly say: Say
  readonly go: (state: State) => void
  readonly back: () => void
  readonly leave: (clear: boolean) => void
}

export function questionView(
  screen: Screen,
  now: { question: Question; left: number },
): readonly HTMLElement[] {
  const { state, say } = screen
  const field = fieldNow(state, now.question)
  const parts = field ? fieldParts(screen, now.question, field) : wholeParts(screen, now.question)
  return [
    h(
      'p',
      { class: 'progress' },
      h('span', {}, state.heading ? say(state.heading) : ''),
      h('span', {}, say(progress(state, now.left))),
    ),
    heading(say(parts.ask)),
    ...(parts.help ? [h('p', { class: 'note' }, say(parts.help))] : []),
    ...parts.inputs,
    choice(say(words.unsure), parts.onUnsure, 'unsure'),
    ...why(screen, now.question),
    ...soFar(screen),
    h(
      'p',
      { class: 'no-print' },
      h('button', { type: 'button', class: 'quiet', onclick: screen.back }, say(words.back)),
      h('button', { type: 'button', class: 'quiet', onclick: () => screen.leave(false) }, say(words.other)),
    ),
  ]
}

function progress({ order }: State, left: number): Text {
  return left > 1 ? phrases.progress(order.length + 1, left - 1) : phrases.last(order.length + 1)
}

export function heading(text: string): HTMLElement {
  return h('h2', { class: 'question', tabindex: -1, 'data-focus': true }, text)
}

type Parts = {
  ask: Text
  help: Text | undefined
  inputs: readonly HTMLElement[]
  onUnsure: () => void
}

function fieldParts({ state, say, go }: Screen, question: Question, field: string): Parts {
  const wording = question.list?.fields[field] ?? question
  const type = question.type.kind === 'list' ? question.type.fields[field]?.type : undefined
  const onAnswer = (wire: Wire) => go(answerField(state, question, field, wire))
  const inputs = type ? inputsFor({ type, wording, say, onAnswer }) : []
  return { ask: wording.ask, help: wording.help, inputs, onUnsure: () => onAnswer(null) }
}

function wholeParts(screen: Screen, question: Question): Parts {
  const { state, say, go } = screen
  const onAnswer = (wire: Wire) => go(answer(state, question.id, wire))
  const inputs = question.list
    ? listInputs(screen, question)
    : inputsFor({ type: question.type, wording: question, say, onAnswer })
  return { ask: question.ask, help: question.help, inputs, onUnsure: () => onAnswer(null) }
}

function listInputs({ state, say, go }: Screen, question: Question): readonly HTMLElement[] {
  const elements = state.list?.elements ?? []
  const lines = elements.map((element, i) =>
    h(
      'p',
      { class: 'said-line' },
      h('span', {}, `${i + 1}`),
      h('span', {}, answerText(question, [element], say)),
    ),
  )
  const done = elements.length > 0 ? words.enough : (question.list?.none ?? words.no)
  return [
    ...lines,
    choice(say(question.list?.add ?? words.yes), () => go(addElement(state, question.id))),
    choice(say(done), () => go(answer(state, question.id, elements))),
  ]
}

function why({ data, state, say }: Screen, question: Question): readonly HTMLElement[] {
  const clause = clauseOf(data, aboutOf(data, state), question.id)
  return clause
    ? [h('p', { class: 'why' }, `${say(words.why)}${say(words.colon)}${say(clauseText(clause))}`)]
    : []
}

function soFar({ data, state, say }: Screen): readonly HTMLElement[] {
  const done = settled(data, state)
  if (done.length === 0 || state.about.length === 1) return []
  return [
    h(
      'section',
      { 'aria-label': say(words.far) },
      h('p', { class: 'why' }, say(words.far)),
      ...done.map((one) =>
        h(
          'p',
          { class: 'said-line' },
          h('span', {}, say(one.title)),
          h('span', {}, say(shortStanding(data, state, one))),
        ),
      ),
    ),
  ]
}
