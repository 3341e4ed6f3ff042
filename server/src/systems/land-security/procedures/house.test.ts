import { expect, it } from 'vitest'
import { fundsOf } from '#ledger'
import { openPolicyRoom } from '#policy'
import { checkProcedures } from '#procedure'
import { registerFactSource, registryOf } from '#register'
import { populationRegisters } from '../../population/registers/index.ts'
import { roles } from '../../roles.ts'
import { funds } from '../funds/index.ts'
import { landSecurityPolicies } from '../policies/index.ts'
import { landSecurityRegisters } from '../registers/index.ts'
import { protectionProcedure } from './protection.ts'

const registers = [...populationRegisters, ...landSecurityRegisters]
const policy = openPolicyRoom({
  policies: landSecurityPolicies,
  bindings: [],
  source: registerFactSource(registers),
})
const house = {
  roles,
  registers: registryOf(registers),
  policies: policy.policies,
  funds: fundsOf([...funds]),
}

it('finds every verb, register, policy and fund of the procedure in the house', () => {
  expect(() => checkProcedures([protectionProcedure], house)).not.toThrow()
})

it('names what is missing', () => {
  const { check } = protectionProcedure.actions
  const lost = {
    ...protectionProcedure,
    subject: 'landTaken',
    actions: { ...protectionProcedure.actions, check: { ...check, by: 'ls.nobody' } },
  }
  expect(() =>
    checkProcedures([lost as typeof protectionProcedure], { ...house, funds: fundsOf([]) }),
  ).toThrow(
    expect.objectContaining({
      details: expect.objectContaining({
        faults: expect.arrayContaining([
          'no role holds the verb ls.nobody',
          'no register landTaken',
          'protectedPerson belongs to landTake, not to landTaken',
          'no fund land-security.protection',
        ]),
      }),
    }),
  )
})
