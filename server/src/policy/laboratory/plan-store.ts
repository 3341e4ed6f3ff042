/** SQL of plans. */
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Citation } from '#kernel'
import type { Ctx, Tx } from '#platform'
import { policyProblems } from '../problems.ts'
import type { Stated } from '../stated.ts'
import type { PolicyTables } from '../tables.ts'
import type { YearAhead } from './ahead.ts'
import type { LabAsk, Simulation } from './laboratory.ts'

/** In wire form; `was`: what held on the day of the trial, null where nothing did. */
export type Change = { readonly key: string; readonly value: unknown; readonly was: unknown }

export type Plan = {
  readonly id: number
  readonly area: string
  readonly policy: string
  readonly title: string
  readonly changes: readonly Change[]
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly citation: Citation | null
  readonly reason: string
  readonly trial: LabAsk
  /** `ahead`: whole years, where the benefit is monthly. */
  readonly effect: Simulation & { readonly ahead?: readonly YearAhead[] }
  readonly ruleHash: string
  readonly parameterVersion: string
  /** Stated with the plan: what comes out under it, by hand. */
  readonly examples: readonly Stated[]
  readonly madeBy: number
  readonly madeByName: string
  readonly madeAt: string
  readonly sentAt: string | null
  readonly outcome: 'approved' | 'refused' | null
  readonly decidedBy: number | null
  readonly decidedByName: string | null
  readonly decidedAt: string | null
}
type Written =
  | 'policy'
  | 'title'
  | 'changes'
  | 'validFrom'
  | 'validUntil'
  | 'citation'
  | 'reason'
  | 'trial'
  | 'effect'
  | 'ruleHash'
  | 'parameterVersion'
  | 'examples'
export type NewPlan = Pick<Plan, Written>

function rowOf(plan: NewPlan) {
  const { changes, citation, trial, effect, examples, ...plain } = plan
  return {
    ...plain,
    changes: JSON.stringify(changes),
    citation: citation && JSON.stringify(citation),
    trial: JSON.stringify(trial),
    effect: JSON.stringify(effect),
    examples: JSON.stringify(examples),
  }
}

export async function insertPlan({ tx, actor }: Ctx, plan: NewPlan): Promise<number> {
  const { id } = await tx
    .withTables<PolicyTables>()
    .insertInto('policyPlan')
    .values({ ...rowOf(plan), area: actor.area, madeBy: actor.accountId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Throws `policy.planSent` where it is no longer a draft. */
export async function rewritePlan({ tx }: Ctx, id: number, plan: NewPlan): Promise<void> {
  const { numUpdatedRows } = await tx
    .withTables<PolicyTables>()
    .updateTable('policyPlan')
    .set(rowOf(plan))
    .where('id', '=', id)
    .where('sentAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw policyProblems.planSent()
}

export async function sendPlan({ tx, now }: Ctx, id: number): Promise<void> {
  await tx
    .withTables<PolicyTables>()
    .updateTable('policyPlan')
    .set({ sentAt: now })
    .where('id', '=', id)
    .execute()
}

export async function closePlan(
  { tx, now, actor }: Ctx,
  id: number,
  outcome: 'approved' | 'refused',
): Promise<void> {
  await tx
    .withTables<PolicyTables>()
    .updateTable('policyPlan')
    .set({ outcome, decidedBy: actor.accountId, decidedAt: now })
    .where('id', '=', id)
    .execute()
}

function nameOf(column: 'made_by' | 'decided_by') {
  const id = sql.ref(column)
  return sql<string>`case ${id} when 0 then '系统' else (select a.name from public.account a where a.id = ${id}) end`
}

/** Plans of a policy, or of all, newest first; those within the actor's area. */
export async function listPlans({ tx }: Ctx, policy: string | undefined): Promise<readonly Plan[]> {
  const all = tx
    .withTables<PolicyTables>()
    .selectFrom('policyPlan')
    .selectAll()
    .select([nameOf('made_by').as('madeByName'), nameOf('decided_by').as('decidedByName')])
    .orderBy('id', 'desc')
    .limit(100)
  return read(await (policy ? all.where('policy', '=', policy) : all).execute())
}

/** One plan. Throws `policy.planAbsent`. */
export async function findPlan({ tx }: Ctx, id: number): Promise<Plan> {
  return only(await planRow(tx, id).executeTakeFirst())
}

/** The same, locked until commit. */
export async function lockPlan({ tx }: Ctx, id: number): Promise<Plan> {
  return only(await planRow(tx, id).forUpdate().executeTakeFirst())
}

function planRow(tx: Tx, id: number) {
  return tx
    .withTables<PolicyTables>()
    .selectFrom('policyPlan')
    .selectAll()
    .select([nameOf('made_by').as('madeByName'), nameOf('decided_by').as('decidedByName')])
    .where('id', '=', id)
}

function only(row: Selectable<PolicyTables['policyPlan']> | undefined): Plan {
  if (!row) throw policyProblems.planAbsent()
  return read([row])[0] as Plan
}

/** `as`: json columns hold what `rowOf` wrote. */
function read(rows: readonly Selectable<PolicyTables['policyPlan']>[]): readonly Plan[] {
  return rows as unknown as readonly Plan[]
}
