/** What the sampling needs of the house. */
import type { Ctx } from '#platform'
import type { Register, Registry } from '#register'
import type { SampleDesign } from './define.ts'
import { sampleProblems } from './problems.ts'

export type SamplingRoom = {
  registry: Registry
  samples?: readonly SampleDesign[]
  /** Names of the roles that look at records in the field. */
  visitors?: readonly string[]
}

/** The design of that id, or the Problem `sample.noDesign`. */
export function designOf({ samples = [] }: SamplingRoom, id: string): SampleDesign {
  const design = samples.find((one) => one.id === id)
  if (!design) throw sampleProblems.noDesign({ design: id })
  return design
}

/** The register that is drawn from, if the actor sees all of it in his area; else the Problem `sample.notSeen`. */
export function drawnFrom({ actor }: Ctx, { registry }: SamplingRoom, { on }: SampleDesign): Register {
  const register = registry.get(on)
  const reads = [...actor.reads, ...actor.writes]
  if (actor.party !== null || !(reads.includes('*') || reads.includes(on)))
    throw sampleProblems.notSeen({ label: register.label })
  return register
}
