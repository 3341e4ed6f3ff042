/** One page that a reviewer can read: every role and what it may do and see; and what must hold between them (catalogue section 8, GEN-13, OF-29). */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Role } from '#platform'
import { may } from '#platform'
import { allJobs, doors, roles, systems } from '../src/compose.ts'
import { batchActs } from '../src/ledger/batch/states.ts'
import { protectionProcedure } from '../src/systems/land-security/procedures/protection.ts'

const golden = fileURLToPath(new URL('./roles.txt', import.meta.url))
const registers = systems.flatMap((system) => system.registers ?? [])
const procedures = [protectionProcedure]

const named = (name: string): Role => {
  const found = roles.find((role) => role.name === name)
  if (!found) throw new Error(`no role ${name}`)
  return found
}
const holds = (role: Role, verb: string) => may({ verbs: new Set(role.verbs) }, verb)
const holders = (verb: string) => roles.filter((role) => holds(role, verb)).map((role) => role.name)

/** What a door asks for when its verb follows from its input. */
function verbsByInput(can: (input: never) => string): string[] {
  const inputs = [
    ...registers.map(({ name }) => ({ register: name })),
    ...systems.flatMap((system) => system.reports ?? []).map(({ id }) => ({ report: id })),
    ...systems.flatMap((system) => system.papers ?? []).map(({ id }) => ({ paper: id })),
    ...Object.keys(batchActs).map((act) => ({ act })),
  ]
  return inputs.flatMap((input) => {
    try {
      return can(input as never)
    } catch {
      return [] // another door's input
    }
  })
}

function doorVerbs(wanted: (audit: string) => boolean): string[] {
  return doors
    .filter(({ audit }) => wanted(audit))
    .flatMap(({ can }) => (typeof can === 'function' ? verbsByInput(can) : [can]))
    .filter((verb) => /^[a-zA-Z]+\.[a-zA-Z]+$/.test(verb) && !verb.startsWith('undefined.'))
}

const stepVerbs = procedures.flatMap(({ open, actions }) => [
  open.by,
  ...Object.values(actions).map((action) => action.by),
])
const batchVerbs = Object.values(batchActs).map(({ verb }) => verb)
/** Hidden values can only be asked for where a register has some; rows are merged where it says what makes duplicates. */
const sensible = (verb: string) => {
  const compared = registers.find(({ name }) => verb === `${name}.merge` || verb === `${name}.confirmMerge`)
  if (compared) return compared.duplicates !== undefined
  const register = registers.find(({ name }) => verb === `${name}.reveal`)
  return !register || Object.values(register.fields).some((field) => field.sensitive)
}

describe('roles', () => {
  it('stand in the reviewed table', () => {
    const verbs = [...new Set(roles.flatMap((role) => role.verbs))].sort()
    const rows = verbs.map((verb) => `${verb.padEnd(24)} ${holders(verb).join(' ')}`)
    const sights = roles.map(
      ({ name, label, reads, writes, sees }) =>
        `${name} ${label.zh}\n  reads  ${reads.join(' ')}\n  writes ${writes.join(' ')}\n  sees   ${sees.join(' ')}`,
    )
    const text = `${rows.join('\n')}\n\n${sights.join('\n\n')}\n`
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, text)
    expect(text).toBe(readFileSync(golden, 'utf8'))
  })

  it('hold, together, every verb that a door, a step, a batch or a job asks for', () => {
    const asked = new Set([
      ...doorVerbs(() => true),
      ...stepVerbs,
      ...batchVerbs,
      ...allJobs.map(({ can }) => can),
    ])
    const orphans = [...asked].filter((verb) => sensible(verb) && holders(verb).length === 0)
    expect(orphans).toEqual([])
  })

  it('give accounts and hats to administrators only', () => {
    const business = roles.filter(({ administers }) => !administers)
    for (const verb of [
      'account.create',
      'account.reset',
      'account.switch',
      'assignment.grant',
      'assignment.revoke',
    ])
      expect(business.filter((role) => holds(role, verb)).map(({ name }) => name)).toEqual([])
  })

  it('let the auditor read everything and change nothing', () => {
    const auditor = named('auditor')
    // What a reading door asks for as well gives no right to change by itself (an upload waits for somebody who commits it);
    // that nothing is written all the same is the fence's: the role writes no group.
    const reading = new Set(doorVerbs((audit) => audit !== 'write'))
    const writing = doorVerbs((audit) => audit === 'write').filter((verb) => !reading.has(verb))
    const changes = [...writing, ...stepVerbs, ...batchVerbs]
    expect(changes).toContain('person.write')
    expect(changes.filter((verb) => holds(auditor, verb))).toEqual([])
    expect(auditor.writes).toEqual([])
    expect(registers.filter(({ name }) => !holds(auditor, `${name}.read`)).map(({ name }) => name)).toEqual(
      [],
    )
  })

  it('keep claimant, verifier, approver and payer apart (GEN-13, catalogue section 8)', () => {
    const hands = [
      'ls.list',
      'ls.check',
      'ls.decide',
      'ls.approve',
      'ls.fund',
      'ls.open',
      'batch.appropriate',
    ]
    const of = hands.map((verb) => holders(verb))
    expect(of.map((names) => names.length)).toEqual(hands.map(() => 1))
    expect(new Set(of.flat()).size).toBe(hands.length)
    // Deciding a county by policy is deciding: the same hand as one by one.
    expect(holders('policy.decideCounty')).toEqual(holders('ls.decide'))
  })

  it('can take every step after those it must differ from: some other role holds the verb', () => {
    for (const [name, action] of Object.entries(protectionProcedure.actions)) {
      const barred = action.separation.flatMap((one) => holders(protectionProcedure.actions[one]?.by ?? ''))
      expect([name, holders(action.by).filter((role) => !barred.includes(role))]).not.toEqual([name, []])
    }
  })

  it('let finance see amounts and payees but change no eligibility', () => {
    for (const role of ['financeAuditor', 'financePayer'].map(named)) {
      expect(role.sees).toEqual([])
      expect(role.verbs.filter((verb) => /\.(write|import)$/.test(verb))).toEqual([])
      expect(['ls.decide', 'ls.check', 'ls.approve'].some((verb) => holds(role, verb))).toBe(false)
    }
  })

  it('show the leading-group office masked persons only', () => {
    const office = named('leadingGroup')
    expect([office.sees, office.writes, office.verbs.filter((verb) => verb.endsWith('.reveal'))]).toEqual([
      [],
      [],
      [],
    ])
  })
})
