// What came out, in three groups, with reasons, where to go and what to bring; half a sheet of paper.
import type { Answer } from 'xiangce/expression'
import { lackOf, readResult, standingOf } from 'xiangce/expression'
import type { Text } from 'xiangce/kernel'
import { clauseText } from './clauses.ts'
import { h } from './dom.ts'
import { answerText, dayText, shownOf } from './lines.ts'
import type { PublicInquiry } from './page-data.ts'
import type { Screen } from './question-view.ts'
import { heading } from './question-view.ts'
import { reasonsOf, whyOf } from './reasons.ts'
import { aboutOf, askingOf, questionAt, takeBack } from './state.ts'
import { phrases, words } from './words.ts'

const groups: readonly (readonly [Answer, Text])[] = [
  ['yes', words.mayYes],
  ['unknown', words.mayOpen],
  ['no', words.mayNo],
]

export function resultView(screen: Screen): readonly HTMLElement[] {
  const { data, state, say } = screen
  const asking = askingOf(data, state)
  const about = aboutOf(data, state).map((one) => [one, standingOf(one, asking).answer] as const)
  const cards = groups.flatMap(([answer, label]) =>
    about.filter(([, own]) => own === answer).map(([one]) => card(screen, one, answer, label)),
  )
  return [
    heading(`${say(words.results)}${state.heading ? `${say(words.colon)}${say(state.heading)}` : ''}`),
    h('p', { class: 'note' }, `${say(phrases.madeOn(dayText(data.today)))}${say(words.notDecision)}`),
    ...cards,
    answers(screen),
    h('p', { class: 'note' }, say(words.privacy)),
    h('button', { type: 'button', class: 'no-print', onclick: () => window.print() }, say(words.print)),
    h(
      'p',
      { class: 'no-print' },
      h('button', { type: 'button', class: 'quiet', onclick: screen.back }, say(words.back)),
      h('button', { type: 'button', class: 'quiet', onclick: () => screen.leave(false) }, say(words.other)),
      h('button', { type: 'button', class: 'quiet', onclick: () => screen.leave(true) }, say(words.clear)),
    ),
  ]
}

function card(screen: Screen, inquiry: PublicInquiry, answer: Answer, label: Text): HTMLElement {
  const { data, state, say } = screen
  const shown = shownOf(data, state, inquiry)
  const list = shown.flatMap((one) => [h('dt', {}, say(one.label)), h('dd', {}, say(one.value))])
  return h(
    'section',
    { class: `card ${answer}` },
    h('p', { class: 'mark' }, say(label)),
    h('h3', {}, say(inquiry.title)),
    ...told(screen, inquiry),
    ...because(screen, inquiry, answer),
    list.length > 0 ? h('dl', {}, ...list) : null,
    ...open(screen, inquiry, answer),
    inquiry.still && answer === 'yes'
      ? h('p', {}, `${say(words.lacks)}${say(words.colon)}`, h('b', {}, say(inquiry.still)))
      : null,
    reasonsOf(data, state, inquiry, say),
    ...(answer === 'no' ? [] : whereTo(screen, inquiry)),
    h('p', { class: 'note' }, `${say(words.source)}${say(words.colon)}${say(clauseText(inquiry.source))}`),
  )
}

/** What a value of the deciding choice means for the person. */
function told({ data, state, say }: Screen, inquiry: PublicInquiry): readonly HTMLElement[] {
  const reading = readResult(inquiry, inquiry.decides.result, askingOf(data, state))
  const text = reading.state === 'known' ? inquiry.tells[String(reading.value)] : undefined
  return text ? [h('p', {}, say(text))] : []
}

function because(
  { data, state, say }: Screen,
  inquiry: PublicInquiry,
  answer: Answer,
): readonly HTMLElement[] {
  const why = answer === 'unknown' ? undefined : whyOf(data, state, inquiry)
  return why ? [h('p', { class: 'note' }, `${say(words.because)}${say(words.colon)}${say(why)}`)] : []
}

/** What keeps the answer, or an amount beside it, from being known, and how the person can help. */
function open(screen: Screen, inquiry: PublicInquiry, answer: Answer): readonly HTMLElement[] {
  const { say } = screen
  const { findings } = standingOf(inquiry, askingOf(screen.data, screen.state))
  const lines = [...findings.map(({ text }) => say(text)), ...lacking(screen, inquiry, answer)]
  if (lines.length === 0) return []
  return [
    h('p', {}, say(answer === 'yes' ? words.lacksAmount : words.lacks)),
    h('ul', {}, ...lines.map((line) => h('li', {}, line))),
  ]
}

function lacking({ data, state, say }: Screen, inquiry: PublicInquiry, answer: Answer): readonly string[] {
  const asking = askingOf(data, state)
  const results = answer === 'no' ? [] : answer === 'yes' ? inquiry.shows : [inquiry.decides.result]
  const lacks = results.map((result) => lackOf(inquiry, result, asking))
  const of = (pick: (lack: (typeof lacks)[number]) => readonly string[]) => [...new Set(lacks.flatMap(pick))]
  return [
    ...of(({ questions }) => questions).flatMap((id) => {
      const question = questionAt(data, state, id)
      return question ? [say(question.unsure)] : []
    }),
    ...of(({ office }) => office).flatMap((name) => {
      const supply = inquiry.supplies[name]
      return supply?.from === 'office' ? [say(supply.told)] : []
    }),
    ...of(({ parameters }) => parameters).map(
      (key) =>
        `${say(words.countyLacks)}${say(words.colon)}${say(parameterLabel([...data.inquiries.values()], key))}`,
    ),
  ]
}

/** A parameter may be of a rule that this one takes a result from. */
function parameterLabel(inquiries: readonly PublicInquiry[], key: string): Text {
  const found = inquiries.find(({ tree }) => tree.parameters[key])
  return found?.tree.parameters[key]?.label ?? { zh: key, en: key }
}

function whereTo({ say }: Screen, { office, papers }: PublicInquiry): readonly HTMLElement[] {
  return [
    h('p', {}, `${say(words.office)}${say(words.colon)}`, h('b', {}, say(office))),
    h('p', {}, `${say(words.papers)}${say(words.colon)}`),
    h('ul', {}, ...papers.map((paper) => h('li', {}, say(paper)))),
  ]
}

function answers(screen: Screen): HTMLElement {
  const { data, state, say, go } = screen
  const lines = state.order.flatMap((id) => {
    const question = questionAt(data, state, id)
    if (!question) return []
    const change = () => go(takeBack(state, id))
    const text = answerText(question, state.answers[id] ?? null, say)
    return [
      h(
        'p',
        { class: 'said-line answered' },
        h('span', {}, say(question.ask)),
        h('span', {}, text),
        h(
          'button',
          {
            type: 'button',
            class: 'quiet',
            onclick: change,
            'aria-label': `${say(words.change)}${say(words.colon)}${say(question.ask)}`,
          },
          say(words.change),
        ),
      ),
    ]
  })
  return h('section', {}, h('h2', {}, say(words.said)), ...lines)
}
