/** Runs checks and keeps what they find. */
import type { Ctx } from '#platform'
import type { EventDeclaration, Registry } from '#register'
import type { Comparison } from './compare/define.ts'
import type { Check } from './define.ts'
import type { CheckSet } from './figures/shape.ts'
import { keepHits, keepRun } from './finding-store.ts'
import type { Looked } from './finds/hit.ts'
import { lookFor, together } from './finds/look.ts'
import { verifyProblems } from './problems.ts'
import type { RegisterFigure } from './registered/define.ts'
import { registerFigure, registersOfFigure } from './registered/look.ts'
import type { SampleDesign } from './sampling/index.ts'

/** `sets`: declared figures of documents, which officers can open and check. */
export type VerifyRoom = {
  registry: Registry
  checks: readonly Check[]
  sets?: readonly CheckSet[]
  /** Figures that are counted in registers. */
  registerFigures?: readonly RegisterFigure[]
  /** Kinds of lists from outside that are laid beside registers. */
  lists?: readonly Comparison[]
  /** What can happen to rows: facts from lists are adopted by them where a kind says so. */
  events?: readonly EventDeclaration[]
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
function registersOf(room: VerifyRoom, { on, find }: Check): string[] {
  if (find.kind === 'figures')
    return Object.values(find.figures).flatMap((id) => registersOfFigure(room, registerFigure(room, id)))
  const { fields } = room.registry.get(on)
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

/** Checks that go through the same rows stand together, in the order of the first of them. */
export function inPasses(checks: readonly Check[]): Check[][] {
  const passes: Check[][] = []
  for (const check of checks) {
    const pass = passes.find(([first]) => first && together(first, check))
    if (pass) pass.push(check)
    else passes.push([check])
  }
  return passes
}

/**
 * One pass of checks over the actor's area: found anew, kept, closed. Who may not see all of it gets the Problem
 * `verify.notSeen`.
 */
export async function runPass(ctx: Ctx, room: VerifyRoom, checks: readonly Check[]): Promise<Looked[]> {
  for (const check of checks)
    if (!canLook(ctx, room, check)) throw verifyProblems.notSeen({ label: check.label })
  const found = await lookFor(ctx, room, checks)
  for (const [i, looked] of found.entries()) {
    const check = checks[i] as Check // `as`: one answer a check
    await keepHits(ctx, check, looked.hits)
    await keepRun(ctx, { check: check.id, looked: looked.looked, found: looked.hits.length })
  }
  return found
}

/** A pass of one check. */
export async function runCheck(ctx: Ctx, room: VerifyRoom, check: Check): Promise<Looked> {
  const [looked] = await runPass(ctx, room, [check])
  return looked as Looked // `as`: one answer a check
}
