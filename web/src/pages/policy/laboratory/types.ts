// The shapes of the laboratory, as the server declares them.
import type { Output } from '../../../api-types.ts'

export type Simulation = Output<'policy.simulate'>
export type Tally = Simulation['total']
export type ExampleUnder = Simulation['examples'][number]
export type Cliff = Output<'policy.cliffs'>['cliffs'][number]
export type PersonRow = Output<'laboratory.persons'>['rows'][number]
export type Plan = Output<'policy.plans'>['plans'][number]
export type Overrides = Readonly<Record<string, unknown>>
export type ClassName = PersonRow['kind']

/** What is tried, as every door of the laboratory takes it. */
export type Ask = {
  policy: string
  register?: string
  result?: string
  on?: string
  known?: string
  from?: string
  overrides: Record<string, unknown>
}
