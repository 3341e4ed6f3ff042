// What there is to ask about, system by system.
import { h } from './dom.ts'
import type { Group, PageData } from './page-data.ts'
import { heading } from './question-view.ts'
import type { State } from './state.ts'
import type { Say } from './words.ts'
import { phrases, words } from './words.ts'

export function startView(given: {
  data: PageData
  state: State
  say: Say
  go: (state: State) => void
}): readonly HTMLElement[] {
  const { data, say } = given
  return [
    h('p', {}, say(words.lead)),
    h('p', { class: 'note' }, say(words.privacy)),
    heading(say(words.choose)),
    ...data.groups.map((group) => groupOf(given, group)),
  ]
}

function groupOf(
  { data, state, say, go }: Parameters<typeof startView>[0],
  { label, inquiries }: Group,
): HTMLElement {
  const single = inquiries.flatMap((id) => {
    const one = data.inquiries.get(id)
    return one
      ? [option(say(one.title), say(one.intro), () => go({ ...state, about: [id], heading: one.title }))]
      : []
  })
  const whole = () => go({ ...state, about: inquiries, heading: label })
  return h(
    'section',
    {},
    h('h2', {}, say(label)),
    inquiries.length > 1 ? option(say(phrases.whole(label)), '', whole, 'whole') : null,
    ...single,
  )
}

function option(title: string, more: string, onclick: () => void, kind = ''): HTMLElement {
  const small = more ? h('small', {}, more) : null
  return h('button', { type: 'button', class: `choice ${kind}`, onclick }, h('span', {}, title, small))
}
