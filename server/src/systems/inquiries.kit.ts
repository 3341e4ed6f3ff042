/** The open rules as a browser has them, and people who answer. */
import fc from 'fast-check'
import type {
  Answers,
  Asking,
  DatedBook,
  Inquiry,
  Policy,
  PublicInquiry,
  Question,
  ValueType,
  Wire,
} from '#policy'
import { defaultBook, inquiryData, nextQuestion, questionOf, restore } from '#policy'
import { systems } from './index.ts'

export const today = '2025-09-15'
export const all = systems.flatMap((system) => system.inquiries ?? [])

/** As it comes to the browser: through JSON. */
export function arrived(one: PublicInquiry, overrides: Readonly<Record<string, unknown>> = {}): Inquiry {
  const { tree, ...data } = JSON.parse(JSON.stringify(inquiryData(one))) as ReturnType<typeof inquiryData>
  const citation = one.policy.source
  const values = Object.entries(overrides).map(([key, value]) => ({
    key,
    value,
    from: '0001-01-01',
    until: null,
    citation,
  }))
  const book: DatedBook = { defaults: defaultBook(one.policy).defaults, values }
  return { ...data, tree: restore(tree), book }
}

/** What the examples of a policy set, all together. */
export function set(policy: Policy): Readonly<Record<string, unknown>> {
  return Object.assign({}, ...policy.examples.map((e) => e.parameters ?? {}))
}

/** The county has set what the examples of a policy set. */
function county(): ReadonlyMap<string, Inquiry> {
  return new Map(all.map((one) => [one.policy.id, arrived(one, set(one.policy))]))
}
const inquiries = county()
export const get = (id: string) => inquiries.get(id) as Inquiry
export const asking = (answers: Answers): Asking => ({ inquiries, answers, today })

/** Answers to the deciding questions only, one after another. */
export function walk(id: string, person: Answers): { said: Answers; order: string[] } {
  const said: Record<string, Wire> = {}
  const order: string[] = []
  for (;;) {
    const next = nextQuestion([get(id)], asking(said))
    if (!next || order.length > 40) return { said, order }
    order.push(next.question.id)
    said[next.question.id] = person[next.question.id] ?? null
  }
}

/** Somebody who knows everything that the inquiry could ask. */
export function person(id: string): fc.Arbitrary<Answers> {
  const names = questionsOf(id)
  return fc.record(Object.fromEntries(names.map((name) => [name, wireOf(questionAt(id, name).type)])))
}

function questionAt(id: string, name: string): Question {
  return questionOf(get(id), name, asking({})) as Question
}

function questionsOf(id: string): string[] {
  const { questions, supplies } = get(id)
  const passed = Object.values(supplies).flatMap((s) => (s.from === 'result' ? questionsOf(s.inquiry) : []))
  return [...new Set([...Object.keys(questions), ...passed])]
}

/** Any answer of a kind. */
function wireOf(type: ValueType): fc.Arbitrary<Wire> {
  if (type.kind === 'boolean') return fc.boolean()
  if (type.kind === 'choice') return fc.constantFrom(...Object.keys(type.options))
  if (type.kind === 'day')
    return fc
      .date({ min: new Date('1940-01-01'), max: new Date('2025-09-15'), noInvalidDate: true })
      .map((on) => on.toISOString().slice(0, 10))
  if (type.kind === 'money') return fc.integer({ min: 0, max: 200_000 }).map((yuan) => `${yuan}.00`)
  if (type.kind === 'quantity')
    return fc.integer({ min: 0, max: 9000 }).map((n) => ({ value: String(n), unit: type.unit }))
  if (type.kind !== 'list') return fc.nat(60)
  const fields = Object.entries(type.fields).map(([name, field]) => [name, wireOf(field.type)] as const)
  const element: fc.Arbitrary<Record<string, Wire>> = fc.record(Object.fromEntries(fields))
  return fc.array(element, { maxLength: 3 })
}
