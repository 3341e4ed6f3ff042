/** Runs checks and keeps what they find. */
import type { Ctx } from '#platform'
import type { Registry } from '#register'
import type { Comparison } from './compare/define.ts'
import type { Check } from './define.ts'
import type { CheckSet } from './figures/shape.ts'
import { keepHits, keepRun } from './finding-store.ts'
import type { Looked } from './finds/hit.ts'
import { lookFor } from './finds/look.ts'
import { verifyProblems } from './problems.ts'
import type { SampleDesign } from './sampling/index.ts'

/** `sets`: declared figures of documents, which officers can open and check. */
export type VerifyRoom = {
  registry: Registry
  checks: readonly Check[]
  sets?: readonly CheckSet[]
  /** Kinds of lists from outside that are laid beside registers. */
  lists?: readonly Comparison[]
  samples?: readonly SampleDesign[]
  /** Names of the roles that look at sampled records in the field. */
  visitors?: readonly string[]
}

/** The check of that id, or the Problem `verify.noCheck`. */
export function checkOf({ checks }: VerifyRoom, id: string): Check {
  const check = checks.find((one) => one.id === id)
  if (!check) throw verifyProblems.noCheck({ check: id })
  return check
}

/** The registers that a check looks into. */
function registersOf({ registry }: VerifyRoom, { on, find }: Check): string[] {
  const { fields } = registry.get(on)
  const linked =
    find.kind === 'listedTwice' ? find.by : find.kind === 'listedThough' ? find.through : undefined
  const field = linked === undefined ? undefined : fields[linked]
  return [
    on,
    ...(find.kind === 'countAgainst' ? [find.counted] : []),
    ...(field?.kind.target ? [field.kind.target(field)] : []),
  ]
}

/** Whether the actor sees all that the check looks into. Who sees less would find nothing, and nothing found closes findings. */
export function canLook({ actor }: Ctx, room: VerifyRoom, check: Check): boolean {
  const read = [...actor.reads, ...actor.writes]
  return (
    actor.party === null &&
    registersOf(room, check).every((name) => read.includes('*') || read.includes(name))
  )
}

/** One check over the actor's area: found anew, kept, closed. Who may not see all of it gets the Problem `verify.notSeen`. */
export async function runCheck(ctx: Ctx, room: VerifyRoom, check: Check): Promise<Looked> {
  if (!canLook(ctx, room, check)) throw verifyProblems.notSeen({ label: check.label })
  const looked = await lookFor(ctx, room.registry, check)
  await keepHits(ctx, check, looked.hits)
  await keepRun(ctx, { check: check.id, looked: looked.looked, found: looked.hits.length })
  return looked
}
