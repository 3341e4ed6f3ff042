/** Tables of the policy room, as Kysely sees them. `json` goes in as text and comes out as data. */
import type { ColumnType, Generated } from 'kysely'

type Json<T> = ColumnType<T, string, never>

export type PolicyTables = {
  policyVersion: {
    id: Generated<number>
    policy: string
    hash: string
    version: number
    label: Json<unknown>
    tree: Json<unknown>
    storedAt: Generated<string>
  }
  parameterValue: {
    id: Generated<number>
    policy: string
    key: string
    value: ColumnType<unknown, string | null, never>
    validFrom: string
    validUntil: string | null
    citation: Json<unknown>
    source: string
    knownFrom: Generated<string>
    setBy: number
  }
  parameterSnapshot: { policy: string; version: string; book: Json<unknown>; madeAt: Generated<string> }
  parameterProposal: {
    id: Generated<number>
    policy: string
    key: string
    value: ColumnType<unknown, string | null, never>
    validFrom: string
    validUntil: string | null
    citation: Json<unknown>
    reason: string
    examples: ColumnType<unknown, string | undefined, never>
    proposedBy: number
    proposedAt: Generated<string>
    outcome: 'approved' | 'refused' | null
    decidedBy: number | null
    decidedAt: string | null
  }
  decision: {
    id: Generated<number>
    area: string
    policyVersionId: number
    policy: string
    parameterVersion: string
    subjectRegister: string
    subjectId: number
    onDay: string | null
    valid: string
    known: string
    status: 'known' | 'unknown' | 'problem'
    result: Json<unknown>
    branches: string
    given: Json<unknown>
    factsDigest: string
    decidedAt: Generated<string>
    decidedBy: number
  }
  policyComparison: {
    id: Generated<number>
    area: string
    policy: string
    ruleHash: string
    parameterVersion: string
    onDay: string
    known: string
    compared: number
    agreed: number
    differing: Json<unknown>
    madeAt: Generated<string>
    madeBy: number
  }
  policyPlan: {
    id: Generated<number>
    area: string
    policy: string
    title: string
    changes: ColumnType<unknown, string, string>
    validFrom: string | null
    validUntil: string | null
    citation: ColumnType<unknown, string | null, string | null>
    reason: string
    trial: ColumnType<unknown, string, string>
    effect: ColumnType<unknown, string, string>
    ruleHash: string
    parameterVersion: string
    /** Of plans sent before examples were stated with them. */
    namedExamples: ColumnType<unknown, string | undefined, never>
    examples: ColumnType<unknown, string, string>
    madeBy: number
    madeAt: Generated<string>
    sentAt: string | null
    outcome: 'approved' | 'refused' | null
    decidedBy: number | null
    decidedAt: string | null
  }
}
