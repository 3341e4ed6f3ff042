/** The registers of land-take social security. */
import { employmentSpell } from './employment-spell.ts'
import { landTake } from './land-take.ts'
import { otherPension } from './other-pension.ts'
import { protectedPerson } from './protected-person.ts'
import { villageWelfare } from './village-welfare.ts'

export { employmentSpell, landTake, otherPension, protectedPerson, villageWelfare }

export const landSecurityRegisters = [
  landTake,
  protectedPerson,
  employmentSpell,
  otherPension,
  villageWelfare,
] as const
