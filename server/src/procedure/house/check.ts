/** What a procedure needs of the rest of the house, checked where the house is composed: nothing is found missing by a clerk. */
import type { Funds } from '#ledger'
import type { Role } from '#platform'
import { may } from '#platform'
import type { PolicyRoom } from '#policy'
import type { Registry } from '#register'
import type { Procedure } from '../define.ts'
import type { Effect } from '../effects/effect.ts'
import { procedureProblems } from '../problems.ts'

export type Surroundings = {
  readonly roles: readonly Role[]
  readonly registers: Registry
  readonly policies: PolicyRoom['policies']
  readonly funds: Funds
}

/** Throws `procedure.declaration` for the first procedure with faults: a verb that no role holds, an unknown register, policy or fund. */
export function checkProcedures(procedures: readonly Procedure[], house: Surroundings): void {
  for (const procedure of procedures) {
    const faults = [
      ...verbFaults(procedure, house),
      ...registerFaults(procedure, house),
      ...effectFaults(procedure, house),
    ]
    if (faults.length > 0) throw procedureProblems.declaration({ procedure: procedure.id, faults })
  }
}

function verbFaults({ open, actions }: Procedure, { roles }: Surroundings): string[] {
  const verbs = new Set([open.by, ...Object.values(actions).map((one) => one.by)])
  const held = (verb: string): boolean => roles.some((role) => may({ verbs: new Set(role.verbs) }, verb))
  return [...verbs].filter((verb) => !held(verb)).map((verb) => `no role holds the verb ${verb}`)
}

function registerFaults({ subject, items }: Procedure, { registers }: Surroundings): string[] {
  const faults = [subject, items.register]
    .filter((name) => !registers.find(name))
    .map((name) => `no register ${name}`)
  const owner = registers.find(items.register)?.owner
  return owner === undefined || owner === subject
    ? faults
    : [...faults, `${items.register} belongs to ${owner}, not to ${subject}`]
}

function effectFaults({ actions }: Procedure, house: Surroundings): string[] {
  const policies = new Set(house.policies.all.map((one) => one.id))
  const funds = new Set(house.funds.all.map((one) => one.id))
  const effects: Effect[] = Object.values(actions).flatMap((one) => one.effects ?? [])
  return effects.flatMap((one) => {
    if ('policy' in one && !policies.has(one.policy)) return [`no policy ${one.policy}`]
    return 'fund' in one && !funds.has(one.fund) ? [`no fund ${one.fund}`] : []
  })
}
