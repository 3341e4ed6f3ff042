// The lines of 待遇: each policy with its standing, the decision that stands and what was booked for it.
import { useMemo } from 'react'
import { useCall } from '../../api.ts'
import { useSession } from '../../app/session.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import type { PanelProps } from '../register/panels.ts'
import { putsTogether, type Standing, standingOf } from './entitlement.ts'
import type { Booked, Decision, Entitlement, PolicyMeta } from './policy-types.ts'
import { useBookedDecisions } from './use-booked.ts'

export type Line = {
  entitlement: Entitlement
  meta: PolicyMeta
  standing: Standing
  decision: Decision | undefined
  booked: Booked | undefined
}

/** Empty until it is there; the drawn ones first. */
export function useEntitlementLines({ register, id, day }: { register: string; id: number; day: string }) {
  const { meta } = useSession()
  const got = useCall('policy.entitlements', { register, id, on: day })
  const known = useBookedDecisions({ register, id, day, entitlements: got.data?.entitlements })
  const lines = useMemo(
    () => linesOf(got.data?.entitlements ?? [], meta.policies, { ...known, day }),
    [got.data, meta.policies, known, day],
  )
  return { got, lines }
}

/** Marks beside the name: what is drawn, what is decided. */
export function EntitlementMarks({ register, id, on }: PanelProps) {
  const { meta } = useSession()
  const { lines } = useEntitlementLines({ register, id, day: on ?? meta.today })
  const marks = Map.groupBy(
    lines.filter(({ standing }) => standing.order < 2),
    ({ standing }) => standing.mark,
  )
  return [...marks].map(([mark, [first]]) => (
    <StateMark key={mark} mark={mark} word={first?.standing.word} boxed />
  ))
}

function linesOf(
  entitlements: readonly Entitlement[],
  policies: readonly PolicyMeta[],
  known: { decisions: readonly Decision[]; booked: readonly Booked[]; day: string },
): Line[] {
  const since = monthBefore(known.day)
  const lines = entitlements.flatMap((entitlement): Line[] => {
    const meta = policies.find(({ id }) => id === entitlement.policy)
    if (!meta) return []
    const decisions = known.decisions.filter(({ policy }) => policy === entitlement.policy)
    const decision = [...decisions].sort((a, b) => (a.valid < b.valid ? 1 : -1))[0]
    const booked = known.booked.find(({ decisionId }) => decisionId === decision?.id)
    const standing = standingOf(entitlement, meta, { booked, decision, since })
    return [{ entitlement, meta, standing, decision, booked }]
  })
  return lines.map((line) => together(line, lines)).sort((a, b) => a.standing.order - b.standing.order)
}

/** What puts a drawn amount together with others is itself drawn, and stands first. */
function together(line: Line, lines: readonly Line[]): Line {
  const parts = putsTogether(line.entitlement.trace)
  const drawn = lines.find(
    ({ entitlement, standing }) => standing.order === 0 && parts.includes(entitlement.policy),
  )
  if (!drawn || line.standing.order > 2) return line
  const { mark, word } = drawn.standing
  return { ...line, booked: drawn.booked, standing: { ...line.standing, order: -1, mark, word } }
}

/** The first day of the month before: a payment of last month is still being drawn. */
function monthBefore(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const before = month === 1 ? [year - 1, 12] : [year, month - 1]
  return `${before[0]}-${String(before[1]).padStart(2, '0')}-01`
}
