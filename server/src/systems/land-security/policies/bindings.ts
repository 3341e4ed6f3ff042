/** Which registers give the policies of land security their facts. The subject is the person on the list of a taking. */
import type { Binding } from '#policy'
import { dayOfDecision, defineBinding, from, list, resultOf } from '#policy'
import { combinedPension } from './combined-pension.ts'
import { livingAllowance } from './living-allowance.ts'
import { pension } from './pension.ts'
import { protection } from './protection.ts'

const subject = 'protectedPerson'
const sex = from('person.sex')
const birthDate = from('person.birthDate')
const notYet = { empty: 'notApplicable' } as const

export const landSecurityBindings: readonly Binding[] = [
  defineBinding({
    policy: protection,
    subject,
    facts: { sex, birthDate, takenOn: from('landTake.takenOn'), base: from('landTake.basePerPerson') },
    // AMB-08: a project may fix higher shares of its own.
    parameters: {
      government: from('landTake.governmentPercent'),
      collective: from('landTake.collectivePercent'),
      reserve: from('landTake.reservePercent'),
    },
  }),
  defineBinding({
    policy: pension,
    subject,
    facts: {
      category: resultOf(protection, 'category'),
      sex,
      birthDate,
      payMonth: dayOfDecision(),
      diedOn: from('person.diedOn', notYet),
    },
  }),
  defineBinding({
    policy: combinedPension,
    subject,
    facts: {
      benefit: resultOf(pension, 'monthly'),
      others: list('person.otherPension', {
        kind: 'kind',
        monthly: 'monthly',
        until: from('validTo', notYet),
      }),
      payMonth: dayOfDecision(),
    },
  }),
  // unemployedFrom, paidBefore and meetsDibao are stated in the act of claiming.
  defineBinding({
    policy: livingAllowance,
    subject,
    facts: {
      category: resultOf(protection, 'category'),
      takenOn: from('landTake.takenOn'),
      claimMonth: dayOfDecision(),
      jobs: list('person.employmentSpell', {
        kind: 'kind',
        from: 'validFrom',
        until: from('validTo', notYet),
      }),
    },
    parameters: { monthly: from('landTake.livingAllowance') },
  }),
]
