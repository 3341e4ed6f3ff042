/** Which registers give the policies of land security their facts: for the person on the list of a taking, and for the person's own page. */
import type { Binding } from '#policy'
import { dayOfDecision, defineBinding, from, inHousehold, list, resultOf } from '#policy'
import { combinedPension } from './combined-pension.ts'
import { inheritance } from './inheritance.ts'
import { livingAllowance } from './living-allowance.ts'
import { pension } from './pension.ts'
import { protection } from './protection.ts'
import { reemployment } from './reemployment.ts'

/** How the registers are reached from the subject. */
type Way = { readonly subject: string; readonly person: string; readonly landTake: string }

const listed: Way = { subject: 'protectedPerson', person: 'person.', landTake: 'landTake.' }
const onOwnPage: Way = { subject: 'person', person: '', landTake: 'protectedPerson.landTake.' }

const notYet = { empty: 'notApplicable' } as const

function protectionOf({ subject, person, landTake }: Way): Binding {
  return defineBinding({
    policy: protection,
    subject,
    facts: {
      sex: from(`${person}sex`),
      birthDate: from(`${person}birthDate`),
      takenOn: from(`${landTake}takenOn`),
      base: from(`${landTake}basePerPerson`),
    },
    // AMB-08: a project may fix higher shares of its own.
    parameters: {
      government: from(`${landTake}governmentPercent`),
      collective: from(`${landTake}collectivePercent`),
      reserve: from(`${landTake}reservePercent`),
    },
  })
}

function pensionOf({ subject, person }: Way): Binding {
  return defineBinding({
    policy: pension,
    subject,
    facts: {
      category: resultOf(protection, 'category'),
      sex: from(`${person}sex`),
      birthDate: from(`${person}birthDate`),
      payMonth: dayOfDecision(),
      diedOn: from(`${person}diedOn`, notYet),
    },
  })
}

function combinedOf({ subject, person }: Way): Binding {
  return defineBinding({
    policy: combinedPension,
    subject,
    facts: {
      benefit: resultOf(pension, 'monthly'),
      others: list(`${person}otherPension`, {
        kind: 'kind',
        monthly: 'monthly',
        until: from('validTo', notYet),
      }),
      payMonth: dayOfDecision(),
    },
  })
}

/** unemployedFrom, paidBefore and meetsDibao are stated in the act of claiming. */
function allowanceOf({ subject, person, landTake }: Way): Binding {
  return defineBinding({
    policy: livingAllowance,
    subject,
    facts: {
      category: resultOf(protection, 'category'),
      takenOn: from(`${landTake}takenOn`),
      claimMonth: dayOfDecision(),
      jobs: list(`${person}employmentSpell`, {
        kind: 'kind',
        from: 'validFrom',
        until: from('validTo', notYet),
      }),
    },
    parameters: { monthly: from(`${landTake}livingAllowance`) },
  })
}

/** landless, jobless and selfEmployed are stated in the act of applying. */
function reemploymentOf({ subject, person }: Way): Binding {
  return defineBinding({
    policy: reemployment,
    subject,
    facts: { sex: from(`${person}sex`), birthDate: from(`${person}birthDate`), onDay: dayOfDecision() },
  })
}

/** The sums of the account are the ledger's; they are stated in the act of taking up the inheritance. */
function inheritanceOf({ subject, person }: Way): Binding {
  return defineBinding({
    policy: inheritance,
    subject,
    inActOnly: true, // the living have nothing to inherit, and a death is taken up at the account
    facts: {
      category: resultOf(protection, 'category'),
      sex: from(`${person}sex`),
      birthDate: from(`${person}birthDate`),
      diedOn: from(`${person}diedOn`, notYet),
    },
  })
}

const bound = [protectionOf, pensionOf, combinedOf, allowanceOf, reemploymentOf]

/** An account is opened for a row of a list, so only there is something inherited. */
export const landSecurityBindings: readonly Binding[] = [
  ...[listed, onOwnPage].flatMap((way) =>
    bound.map((bind) => inHousehold(bind(way), { register: 'household', path: `${way.person}household` })),
  ),
  inheritanceOf(listed),
]
