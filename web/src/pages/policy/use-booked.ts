// The decisions about a record, and about the records that point to it, with what was booked for them.
import { useMemo } from 'react'
import { useCall } from '../../api.ts'
import { useMay } from '../../app/session.tsx'
import { useSubjects } from '../register/subjects.ts'
import type { Booked, Decision, Entitlement } from './policy-types.ts'
import { amountsOf } from './verdict.tsx'

type Asked = {
  register: string
  id: number
  day: string
  entitlements: readonly Entitlement[] | undefined
}

/** Empty lists until they are there, and for those who do not read the books. */
export function useBookedDecisions({ register, id, day, entitlements }: Asked) {
  const mayRead = useMay()('ledger.read')
  const subjects = useSubjects({ register, id })
  const decided = useCall(
    'policy.decisions',
    { subjects: subjects ?? [{ register, id }], on: day },
    { enabled: subjects !== undefined },
  )
  const decisions = decided.data?.decisions
  const asked = (decisions ?? []).map((one) => ({
    id: one.id,
    subject: { register: one.subjectRegister, id: one.subjectId },
    amounts: amountsOf(entitlements?.find(({ policy }) => policy === one.policy)?.trace ?? []),
  }))
  const found = useCall(
    'ledger.ofDecisions',
    { decisions: asked },
    { enabled: mayRead && asked.length > 0 && entitlements !== undefined },
  )
  const booked = found.data?.entries
  return useMemo(
    (): { decisions: readonly Decision[]; booked: readonly Booked[] } => ({
      decisions: decisions ?? [],
      booked: booked ?? [],
    }),
    [decisions, booked],
  )
}
