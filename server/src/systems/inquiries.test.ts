/** What the public may ask: the same answers as the rule gives in the office, and no question that cannot matter. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
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
import {
  assess,
  checkInquiries,
  decodeFacts,
  defaultBook,
  encodeReading,
  evaluateNode,
  groundFor,
  inquiryData,
  nextQuestion,
  questionOf,
  restore,
  standingOf,
  typeOf,
} from '#policy'
import { systems } from './index.ts'

const today = '2025-09-15'
const all = systems.flatMap((system) => system.inquiries ?? [])
const table = all.map((one) => [one.policy.id, one] as const)

/** As it comes to the browser: through JSON. */
function arrived(one: PublicInquiry, overrides: Readonly<Record<string, unknown>> = {}): Inquiry {
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

/** The county has set what the examples of a policy set. */
function county(): ReadonlyMap<string, Inquiry> {
  const set = (policy: Policy) => Object.assign({}, ...policy.examples.map((e) => e.parameters ?? {}))
  return new Map(all.map((one) => [one.policy.id, arrived(one, set(one.policy))]))
}
const inquiries = county()
const get = (id: string) => inquiries.get(id) as Inquiry
const asking = (answers: Answers): Asking => ({ inquiries, answers, today })

describe.each(table)('%s', (id, one) => {
  const examples = one.policy.examples.filter((example) => !example.on)

  it('reads every example as the office does, with less told too', () => {
    fc.assert(
      fc.property(fc.nat(examples.length - 1), fc.infiniteStream(fc.boolean()), (at, keep) => {
        const { given, parameters } = examples[at] as (typeof examples)[number]
        const facts = Object.fromEntries(Object.entries(given).filter(() => keep.next().value))
        const inquiry = arrived(one, parameters)
        const ground = groundFor(inquiry, decodeFacts(inquiry.tree.facts, facts).facts, today)
        const office = assess(one.policy, facts, { overrides: parameters, trace: false })
        const readings = Object.entries(inquiry.tree.results).map(
          ([name, { node }]) => [name, node, evaluateNode(node, ground)] as const,
        )
        expect(
          Object.fromEntries(readings.map(([name, node, r]) => [name, encodeReading(r, typeOf(node))])),
        ).toEqual(office.result)
        const missing = readings.flatMap(([, , r]) => (r.state === 'unknown' ? r.missing : []))
        expect([...new Set(missing)].sort()).toEqual(office.missing)
      }),
      { numRuns: 40 },
    )
  })

  it('asks until the answer stands, and nothing that could not matter', () => {
    fc.assert(
      fc.property(person(id), person(id), (mine, other) => {
        const { said, order } = walk(id, mine)
        expect(new Set(order).size).toBe(order.length)
        const answer = standingOf(get(id), asking(said)).answer
        expect(answer).toBe(standingOf(get(id), asking(mine)).answer)
        expect(standingOf(get(id), asking({ ...other, ...said })).answer).toBe(answer)
      }),
      { numRuns: 25 },
    )
  })

  it('goes on when something is not known, and never guesses', () => {
    fc.assert(
      fc.property(person(id), fc.infiniteStream(fc.boolean()), (mine, known) => {
        const told = Object.fromEntries(
          Object.entries(mine).map(([name, wire]) => [name, known.next().value ? wire : null]),
        )
        const { said } = walk(id, told)
        const { answer } = standingOf(get(id), asking(said))
        const full = standingOf(get(id), asking(mine)).answer
        if (answer !== 'unknown') expect(answer).toBe(full)
      }),
      { numRuns: 25 },
    )
  })

  it('says every word in both languages, and speaks to people', () => {
    const texts = [one.title, one.intro, one.office, ...one.papers, ...Object.values(one.tells)]
    const asked = Object.values(one.questions).flatMap((q) => [q.ask, q.unsure, ...(q.help ? [q.help] : [])])
    for (const { zh, en } of [...texts, ...asked]) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/)
      expect(en).toMatch(/[A-Za-z]/)
      expect(zh).not.toMatch(/[！!]|失败|非法|无效|我们/)
    }
    for (const { ask } of Object.values(one.questions)) expect(ask.zh).toMatch(/？|。$/)
  })
})

/** Answers to the deciding questions only, one after another. */
function walk(id: string, person: Answers): { said: Answers; order: string[] } {
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
function person(id: string): fc.Arbitrary<Answers> {
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

describe('the order of questions', () => {
  const first = (id: string, answers: Answers = {}) => nextQuestion([get(id)], asking(answers))?.question.id

  it('a man of 30 who asks for the pension is not asked when his land was taken: his age decides', () => {
    const pension = walk('land-security.pension', {
      birthDate: '1995-01-01',
      sex: 'male',
      takenOn: '2020-01-01',
    })
    expect(pension.order).toEqual(['birthDate', 'sex'])
    expect(standingOf(get('land-security.pension'), asking(pension.said)).answer).toBe('no')
  })

  it('who is no landless farmer is asked nothing else for the certificate', () => {
    expect(first('land-security.reemployment')).toBe('landless')
    expect(first('land-security.reemployment', { landless: false })).toBeUndefined()
  })

  it('who runs a business needs no age for the certificate; the amount beside it is asked only after the yes', () => {
    const answers = { landless: true, selfEmployed: true }
    expect(standingOf(get('land-security.reemployment'), asking(answers)).answer).toBe('yes')
  })

  it('one answer serves all that are asked about together', () => {
    const both = ['land-security.protection', 'land-security.pension'].map(get)
    const said: Record<string, Wire> = {}
    const given: Answers = { birthDate: '1960-01-01', takenOn: '2022-01-01', sex: 'female', base: '50000.00' }
    for (let next = nextQuestion(both, asking(said)); next; next = nextQuestion(both, asking(said)))
      said[next.question.id] = given[next.question.id] as Wire
    expect(both.map((one) => standingOf(one, asking(said)).answer)).toEqual(['yes', 'yes'])
    expect(Object.keys(said).length).toBeLessThanOrEqual(4)
  })

  it('without the day of birth no other answer can settle the pension, so none is asked', () => {
    expect(first('land-security.pension', { birthDate: null })).toBeUndefined()
  })

  it('one condition that is not known leaves the others to say no', () => {
    expect(first('employment.startup-loan', { poor: null, poorLabourer: null })).toBe('loanConditions')
  })

  it('a taking before the rule came into force is no answer but a reason', () => {
    const answers = { birthDate: '1950-01-01', takenOn: '2015-01-01', sex: 'male' }
    const { answer, findings } = standingOf(get('land-security.protection'), asking(answers))
    expect([answer, findings.map(({ code }) => code)]).toEqual(['unknown', ['inquiry.notInForce']])
  })
})

it('nothing of what is declared is refused, and thirteen rules are open', () => {
  expect(checkInquiries(all)).toHaveLength(13)
})
