// The shapes of the policy room, as the server declares them.
import type { Output } from '../../api-types.ts'

export type Policy = Output<'policy.get'>
export type PolicyMeta = Policy['meta']
export type FactMeta = PolicyMeta['facts'][number]
export type ParameterMeta = PolicyMeta['parameters'][number]
export type TimelineEntry = Policy['timeline'][string][number]
export type Example = Policy['examples'][number]
export type OutlineLine = Policy['outline'][number]
export type Assessment = Output<'policy.assess'>
export type Line = Assessment['trace'][number]
export type Entitlement = Output<'policy.entitlements'>['entitlements'][number]
export type Decision = Output<'policy.decisions'>['decisions'][number]
export type Explained = Output<'policy.explain'>
export type Booked = Output<'ledger.ofDecisions'>['entries'][number]
export type Proposal = Output<'policy.proposals'>['proposals'][number]
export type Recheck = NonNullable<Output<'policy.compared'>['latest']>
