/** SQL of the policy room. Rows are only ever added. */
import { sql } from 'kysely'
import type { StoredTree, Wire } from '#expression'
import { store } from '#expression'
import type { Citation, Text } from '#kernel'
import type { Tx } from '#platform'
import type { Policy } from './define.ts'
import type { CountyValue, ParameterBook } from './lookup.ts'
import type { Subject } from './port.ts'
import type { PolicyTables } from './tables.ts'

export type StoredVersion = {
  readonly id: number
  readonly policy: string
  readonly hash: string
  readonly label: Text
  readonly tree: StoredTree
}

/** Facts and parameters that who asked has stated, kept with the decision. */
export type Given = {
  readonly facts: Readonly<Record<string, unknown>>
  readonly parameters: Readonly<Record<string, unknown>>
  /** Nothing else was read: the subject is no row of a register, such as a run. */
  readonly alone?: true
}

export type Decision = {
  readonly id: number
  readonly area: string
  readonly policyVersionId: number
  readonly policy: string
  readonly parameterVersion: string
  readonly subjectRegister: string
  readonly subjectId: number
  readonly onDay: string | null
  readonly valid: string
  readonly known: string
  readonly status: 'known' | 'unknown' | 'problem'
  readonly result: Readonly<Record<string, Wire>>
  readonly branches: string
  readonly given: Given
  readonly factsDigest: string
  readonly decidedAt: string
  readonly decidedBy: number
}
export type NewDecision = Omit<Decision, 'id' | 'decidedAt'>

/** The stored tree of a policy; put there on first use. Returns its id. */
export async function storeVersion(tx: Tx, policy: Policy): Promise<number> {
  const db = tx.withTables<PolicyTables>()
  const { id, hash, version } = policy
  const find = () =>
    db
      .selectFrom('policyVersion')
      .select('id')
      .where('policy', '=', id)
      .where('hash', '=', hash)
      .executeTakeFirst()
  const found = await find()
  if (found) return found.id
  const row = {
    policy: id,
    hash,
    version,
    label: JSON.stringify(policy.label),
    tree: JSON.stringify(store(policy.tree)),
  }
  await db
    .insertInto('policyVersion')
    .values(row)
    .onConflict((c) => c.columns(['policy', 'hash']).doNothing())
    .execute()
  return ((await find()) as { id: number }).id
}

export async function findVersion(tx: Tx, id: number): Promise<StoredVersion | undefined> {
  const row = await tx
    .withTables<PolicyTables>()
    .selectFrom('policyVersion')
    .select(['id', 'policy', 'hash', 'label', 'tree'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, label: row.label as Text, tree: row.tree as StoredTree }
}

/** The county's values of a policy as they were known at a moment, in the order of entry. */
export async function countyValues(tx: Tx, policy: string, known: string): Promise<readonly CountyValue[]> {
  const rows = await tx
    .withTables<PolicyTables>()
    .selectFrom('parameterValue')
    .select(['key', 'value', 'validFrom', 'validUntil', 'citation'])
    .where('policy', '=', policy)
    .where('knownFrom', '<=', known)
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    key: r.key,
    value: r.value ?? null,
    from: r.validFrom,
    until: r.validUntil,
    citation: r.citation as Citation,
  }))
}

/** How many values of a policy the county entered after a moment. */
export async function valuesSince(tx: Tx, policy: string, since: string): Promise<number> {
  const rows = await tx
    .withTables<PolicyTables>()
    .selectFrom('parameterValue')
    .select('id')
    .where('policy', '=', policy)
    .where('knownFrom', '>=', since)
    .execute()
  return rows.length
}

export async function insertValue(
  tx: Tx,
  value: CountyValue & { policy: string; source: string; setBy: number },
): Promise<number> {
  const row = {
    policy: value.policy,
    key: value.key,
    value: value.value === null ? null : JSON.stringify(value.value),
    validFrom: value.from,
    validUntil: value.until,
    citation: JSON.stringify(value.citation),
    source: value.source,
    setBy: value.setBy,
  }
  const { id } = await tx
    .withTables<PolicyTables>()
    .insertInto('parameterValue')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Keeps a book under its version; the same values are the same snapshot. */
export async function storeBook(tx: Tx, policy: string, book: ParameterBook): Promise<void> {
  const row = { policy, version: book.version, book: JSON.stringify(book) }
  await tx
    .withTables<PolicyTables>()
    .insertInto('parameterSnapshot')
    .values(row)
    .onConflict((c) => c.columns(['policy', 'version']).doNothing())
    .execute()
}

export async function findBook(tx: Tx, policy: string, version: string): Promise<ParameterBook | undefined> {
  const row = await tx
    .withTables<PolicyTables>()
    .selectFrom('parameterSnapshot')
    .select('book')
    .where('policy', '=', policy)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.book as ParameterBook | undefined
}

/** Rows of one statement: far below the 65,535 values that PostgreSQL takes. */
const AT_ONCE = 500

/** Keeps decisions, many in one statement; their ids in the order given. */
export async function insertDecisions(tx: Tx, decisions: readonly NewDecision[]): Promise<number[]> {
  const ids: number[] = []
  for (let from = 0; from < decisions.length; from += AT_ONCE) {
    const made = await tx
      .withTables<PolicyTables>()
      .insertInto('decision')
      .values(decisions.slice(from, from + AT_ONCE).map(storedDecision))
      .returning('id')
      .execute()
    ids.push(...made.map(({ id }) => id))
  }
  return ids
}

function storedDecision(decision: NewDecision) {
  return { ...decision, result: JSON.stringify(decision.result), given: JSON.stringify(decision.given) }
}

export async function findDecision(tx: Tx, id: number): Promise<Decision | undefined> {
  const row = await tx
    .withTables<PolicyTables>()
    .selectFrom('decision')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row as Decision | undefined // `as`: json columns hold what insertDecisions wrote
}

/** Many decisions by id; those that the actor does not see are absent. */
export async function findDecisions(tx: Tx, ids: readonly number[]): Promise<readonly Decision[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .withTables<PolicyTables>()
    .selectFrom('decision')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return rows as unknown as readonly Decision[] // `as`: json columns hold what insertDecisions wrote
}

/** Decisions about a subject, newest first. */
export async function decisionsOf(tx: Tx, subject: Subject, limit = 50): Promise<readonly Decision[]> {
  const rows = await tx
    .withTables<PolicyTables>()
    .selectFrom('decision')
    .selectAll()
    .where('subjectRegister', '=', subject.register)
    .where('subjectId', '=', sql<number>`any(known_as(${subject.register}, ${subject.id}))`)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows as unknown as readonly Decision[] // `as`: json columns hold what insertDecisions wrote
}
