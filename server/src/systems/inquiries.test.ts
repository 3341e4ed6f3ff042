/** What the public may ask: the same answers as the rule gives in the office, and no question that cannot matter. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answers, PublicInquiry, Supply, Wire } from '#policy'
import {
  assess,
  checkInquiries,
  decodeFacts,
  encodeReading,
  evaluateNode,
  groundFor,
  nextQuestion,
  standingOf,
  typeOf,
} from '#policy'
import { all, arrived, asking, get, person, set, today, walk } from './inquiries.kit.ts'

const table = all.map((one) => [one.policy.id, one] as const)

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

  it('answers as the office does that has the same facts', () => {
    fc.assert(
      fc.property(person(id), person(id), (mine, other) => {
        const { answer, findings } = standingOf(get(id), asking(mine))
        const [own, office] = [findings.length > 0 ? 'problem' : answer, inOffice(one, mine)]
        // An answer tries the words that an open fact could be (decision 0007): a problem then is one whatever they are.
        if (own === 'problem' && office === 'unknown')
          expect(inOffice(one, { ...other, ...mine })).toMatch(/^(problem|unknown)$/)
        else expect(own).toBe(office)
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

/** The rule with the facts that the answers stand for, decided as the office does. */
function inOffice(one: PublicInquiry, mine: Answers): string {
  const { status, result, problems } = assessed(one, mine)
  const wire = result[one.decides.result]
  if (problems.length > 0) return 'problem'
  if (wire === null) return 'unknown'
  if (status === 'problem') return 'problem'
  return saysYes(one, wire as Wire) ? 'yes' : 'no'
}

function assessed(one: PublicInquiry, mine: Answers) {
  const facts = Object.entries(one.supplies).map(([name, supply]) => [name, factOf(supply, mine)])
  return assess(one.policy, Object.fromEntries(facts), { overrides: set(one.policy), trace: false })
}

function factOf(supply: Supply, mine: Answers): unknown {
  if (supply.from === 'question') return mine[supply.question]
  if (supply.from === 'value') return supply.value
  if (supply.from === 'today') return { day: today, month: '2025-09-01', yearEnd: '2025-12-31' }[supply.edge]
  const source = all.find(({ policy }) => supply.from === 'result' && policy.id === supply.inquiry)
  return supply.from === 'result' && source ? assessed(source, mine).result[supply.result] : null
}

function saysYes({ decides }: PublicInquiry, wire: Wire): boolean {
  if (typeof wire === 'boolean') return wire
  if (decides.yes) return decides.yes.includes(String(wire))
  return Number(typeof wire === 'object' && wire && 'value' in wire ? wire.value : wire) > 0
}

describe('the order of questions', () => {
  const first = (id: string, answers: Answers = {}) => nextQuestion([get(id)], asking(answers))?.question.id

  it('a man of 30 who asks for the pension is not asked when his land was taken: his age decides', () => {
    const pension = walk('land-security.pension', {
      birthDate: '1995-01-01',
      sex: 'male',
      takenOn: '2020-01-01',
    })
    expect(pension.order).toEqual(['birthDate'])
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
