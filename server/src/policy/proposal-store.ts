/** SQL of proposed parameters. */
import { sql } from 'kysely'
import type { Citation } from '#kernel'
import type { Tx } from '#platform'
import type { Stated } from './stated.ts'
import type { PolicyTables } from './tables.ts'

export type Proposal = {
  readonly id: number
  readonly policy: string
  readonly key: string
  /** In wire form; null takes the county's value back. */
  readonly value: unknown
  readonly validFrom: string
  readonly validUntil: string | null
  readonly citation: Citation
  readonly reason: string
  /** Stated with the change: what comes out under it, by hand. */
  readonly examples: readonly Stated[]
  readonly proposedBy: number
  readonly proposedByName?: string
  readonly proposedAt: string
  readonly outcome: 'approved' | 'refused' | null
  readonly decidedBy: number | null
  readonly decidedByName?: string | null
  readonly decidedAt: string | null
}
export type NewProposal = Pick<
  Proposal,
  'policy' | 'key' | 'value' | 'validFrom' | 'validUntil' | 'citation' | 'reason' | 'examples' | 'proposedBy'
>

export async function insertProposal(tx: Tx, proposal: NewProposal): Promise<number> {
  const value = proposal.value === null ? null : JSON.stringify(proposal.value)
  const row = {
    ...proposal,
    value,
    citation: JSON.stringify(proposal.citation),
    examples: JSON.stringify(proposal.examples),
  }
  const { id } = await tx
    .withTables<PolicyTables>()
    .insertInto('parameterProposal')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The house itself (0) is 系统. */
function nameOf(column: 'proposed_by' | 'decided_by') {
  const id = sql.ref(column)
  return sql<string>`case ${id} when 0 then '系统' else (select a.name from public.account a where a.id = ${id}) end`
}

/** Proposals of a policy, or of all, newest first. */
export async function listProposals(tx: Tx, policy: string | undefined): Promise<readonly Proposal[]> {
  const all = tx
    .withTables<PolicyTables>()
    .selectFrom('parameterProposal')
    .selectAll()
    .select([nameOf('proposed_by').as('proposedByName'), nameOf('decided_by').as('decidedByName')])
    .orderBy('id', 'desc')
    .limit(200)
  const rows = await (policy ? all.where('policy', '=', policy) : all).execute()
  return rows as unknown as readonly Proposal[] // `as`: json columns hold what insertProposal wrote
}

/** One proposal, locked until commit so that it is decided once. */
export async function lockProposal(tx: Tx, id: number): Promise<Proposal | undefined> {
  const row = await tx
    .withTables<PolicyTables>()
    .selectFrom('parameterProposal')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row as Proposal | undefined // `as`: json columns hold what insertProposal wrote
}

export async function closeProposal(
  tx: Tx,
  id: number,
  by: { outcome: 'approved' | 'refused'; decidedBy: number; decidedAt: string },
): Promise<void> {
  await tx.withTables<PolicyTables>().updateTable('parameterProposal').set(by).where('id', '=', id).execute()
}
