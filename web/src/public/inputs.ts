// How one kind of value is answered: large buttons for a few answers, plain fields for dates and numbers.
import type { ValueType, Wire, Wording } from 'xiangce/expression'
import { decode } from 'xiangce/expression'
import type { Text } from 'xiangce/kernel'
import { t } from 'xiangce/kernel'
import { h } from './dom.ts'
import type { Say } from './words.ts'
import { phrases, words } from './words.ts'

export type Given = {
  readonly type: ValueType
  readonly wording: Wording
  readonly say: Say
  readonly onAnswer: (wire: Wire) => void
}

/** The ways to answer, without 不清楚. */
export function inputsFor(given: Given): readonly HTMLElement[] {
  const { type, wording, say, onAnswer } = given
  const never = wording.never ? [choice(say(wording.never), () => onAnswer({ applicable: false }))] : []
  if (type.kind === 'boolean')
    return [
      choice(say(words.yes), () => onAnswer(true)),
      choice(say(words.no), () => onAnswer(false)),
      ...never,
    ]
  if (type.kind === 'choice') {
    const options = Object.entries({ ...type.options, ...wording.options })
    return [...options.map(([name, label]) => choice(say(label), () => onAnswer(name))), ...never]
  }
  return [...never, type.kind === 'day' ? dayForm(given) : numberForm(given)]
}

export function choice(label: string, onclick: () => void, more = ''): HTMLButtonElement {
  return h('button', { type: 'button', class: `choice ${more}`, onclick }, h('span', {}, label))
}

function dayForm({ say, onAnswer, wording }: Given): HTMLElement {
  const part = (name: 'year' | 'month' | 'day', longest: number) =>
    h('input', {
      name,
      inputmode: 'numeric',
      autocomplete: 'off',
      maxlength: longest,
      'aria-describedby': 'wrong',
    })
  const [year, month, on] = [part('year', 4), part('month', 2), part('day', 2)]
  const labelled = (label: Text, input: HTMLInputElement) => h('label', {}, say(label), input)
  const read = (): Wire | undefined => {
    const text = `${year.value.trim().padStart(4, '0')}-${month.value.trim().padStart(2, '0')}-${on.value.trim().padStart(2, '0')}`
    return /^(19|20)/.test(text) && fits(text, { kind: 'day' }) ? text : undefined
  }
  const row = h(
    'div',
    { class: 'inline', role: 'group', 'aria-label': say(wording.ask) },
    labelled(words.year, year),
    labelled(words.month, month),
    labelled(words.day, on),
  )
  return form(row, say, { read, wrong: words.noDay, onAnswer })
}

/** Example, keyboard and unit of what is counted. */
const shapes: Partial<Record<ValueType['kind'], { example: string; mode: string; unit?: Text }>> = {
  money: { example: '50000', mode: 'decimal', unit: words.yuan },
  months: { example: '12', mode: 'numeric', unit: words.months },
  count: { example: '3', mode: 'numeric' },
  years: { example: '40', mode: 'numeric', unit: words.year },
}
const units: Readonly<Record<string, Text>> = { m2: t('平方米', 'm²'), mu: t('亩', 'mu') }

function numberForm({ type, wording, say, onAnswer }: Given): HTMLElement {
  const shape = shapes[type.kind] ?? { example: '1.5', mode: 'decimal' }
  const unit = type.kind === 'quantity' ? (units[type.unit] ?? t(type.unit, type.unit)) : shape.unit
  const input = h('input', {
    name: 'number',
    inputmode: shape.mode,
    autocomplete: 'off',
    maxlength: 14,
    'aria-label': say(wording.ask),
    'aria-describedby': 'wrong',
  })
  const read = () => wireOf(input.value.trim().replace(/[,，]/g, ''), type)
  const row = h('div', { class: 'inline' }, input, unit ? h('span', {}, say(unit)) : null)
  return form(row, say, { read, wrong: phrases.example(shape.example), onAnswer })
}

/** The wire form of what was typed; undefined where it is none. */
export function wireOf(typed: string, type: ValueType): Wire | undefined {
  if (!/^\d{1,9}(\.\d{1,4})?$/.test(typed)) return undefined
  const wire: Wire =
    type.kind === 'quantity'
      ? { value: typed, unit: type.unit }
      : type.kind === 'money'
        ? yuanOf(typed)
        : whole.has(type.kind)
          ? Number(typed)
          : typed
  return fits(wire, type) ? wire : undefined
}

const whole = new Set<ValueType['kind']>(['count', 'months', 'years'])

/** `50000` and `50000.5` as money is written on the wire; more than two decimals stay and are refused. */
function yuanOf(typed: string): string {
  const [yuan = '', fen = ''] = typed.split('.')
  return `${yuan.replace(/^0+(?=\d)/, '')}.${fen.padEnd(2, '0')}`
}

function fits(wire: Wire, type: ValueType): boolean {
  return decode(wire, type, { path: '', label: words.next }).state === 'known'
}

type Read = { read: () => Wire | undefined; wrong: Text; onAnswer: (wire: Wire) => void }

/** Not sent anywhere: Enter and the button read the fields here. */
function form(row: HTMLElement, say: Say, { read, wrong, onAnswer }: Read): HTMLElement {
  const note = h('p', { id: 'wrong', role: 'alert' })
  const take = () => {
    const wire = read()
    if (wire !== undefined) return onAnswer(wire)
    note.className = 'wrong'
    note.textContent = say(wrong)
    row.querySelector('input')?.focus()
  }
  row.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') take()
  })
  return h('div', {}, row, note, h('button', { type: 'button', onclick: take }, say(words.next)))
}
