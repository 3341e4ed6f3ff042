/** SQL of keeping a page of decisions: columns go in as arrays, rows are made inside. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'

export type SharedCells = {
  readonly policyVersionId: number
  readonly policy: string
  readonly parameterVersion: string
  readonly subjectRegister: string
  readonly valid: string
  readonly known: string
  readonly decidedBy: number
}

export type PageRows = {
  readonly area: readonly string[]
  readonly subjectId: readonly number[]
  readonly onDay: readonly (string | null)[]
  readonly status: readonly string[]
  /** JSON texts. */
  readonly result: readonly string[]
  readonly given: readonly string[]
  readonly branches: readonly string[]
  readonly factsDigest: readonly string[]
}

const PART = '\u001e'

/** One statement; the fence of the transaction holds for every row. */
export async function storePage(ctx: Ctx, shared: SharedCells, rows: PageRows): Promise<void> {
  if (rows.subjectId.length === 0) return
  const cells = (column: readonly unknown[]) =>
    sql`string_to_array(${column.map((cell) => cell ?? '').join(PART)}, ${sql.lit(PART)})`
  await sql`
    insert into decision (area, policy_version_id, policy, parameter_version, subject_register, subject_id, on_day,
      valid, known, status, result, branches, given, facts_digest, decided_at, decided_by)
    select r.area, ${shared.policyVersionId}::bigint, ${shared.policy}::text, ${shared.parameterVersion}::text, ${shared.subjectRegister}::text,
      r.subject_id::bigint, nullif(r.on_day, '')::date, ${shared.valid}::date, ${shared.known}::timestamptz, r.status,
      r.result::json, coalesce(r.branches, ''), r.given::json, r.facts_digest, (select clock_now()), ${shared.decidedBy}::bigint
    from unnest(${cells(rows.area)}, ${cells(rows.subjectId)}, ${cells(rows.onDay)}, ${cells(rows.status)}, ${cells(rows.result)},
      ${cells(rows.branches)}, ${cells(rows.given)}, ${cells(rows.factsDigest)})
      as r(area, subject_id, on_day, status, result, branches, given, facts_digest)`.execute(ctx.tx)
}
