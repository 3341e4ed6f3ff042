/** SQL of keeping a page of decisions: what subjects share goes in once, the rows are made inside. */
import { Buffer } from 'node:buffer'
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { bigintArray, intArray } from './binary-array.ts'

export type SharedCells = {
  readonly policyVersionId: number
  readonly policy: string
  readonly parameterVersion: string
  readonly subjectRegister: string
  readonly valid: string
  readonly known: string
  readonly decidedBy: number
}

/** What many subjects have in common. */
export type Shared = {
  readonly onDay: string | null
  readonly status: string
  /** JSON texts. */
  readonly result: string
  readonly given: string
  readonly branches: string
}

export type PageRows = {
  readonly subjectId: readonly number[]
  /** By subject: the place of its area in `areas` and of what was decided in `outcomes`. */
  readonly areaAt: ArrayLike<number>
  readonly outcomeAt: ArrayLike<number>
  /** By subject: 64 hexadecimal digits. */
  readonly factsDigest: readonly string[]
  readonly areas: readonly string[]
  readonly outcomes: readonly Shared[]
}

const PART = '\u001e'

/** Texts of any content but the character that parts them. */
function texts(cells: readonly string[]) {
  return sql`string_to_array(${cells.join(PART)}, ${sql.lit(PART)})`
}

/** One statement; the fence of the transaction holds for every row. */
export async function storePage(ctx: Ctx, shared: SharedCells, rows: PageRows): Promise<void> {
  if (rows.subjectId.length === 0) return
  const digests = Buffer.from(rows.factsDigest.join(''), 'hex')
  const column = (name: keyof Shared) => texts(rows.outcomes.map((one) => one[name] ?? ''))
  await sql`
    with area as materialized (
      select a.at - 1 as at, a.area from unnest(${texts(rows.areas)}) with ordinality as a(area, at)
    ), outcome as materialized (
      select o.at - 1 as at, nullif(o.on_day, '')::date as on_day, o.status, o.result::json as result,
        coalesce(o.branches, '') as branches, o.given::json as given
      from unnest(${column('onDay')}, ${column('status')}, ${column('result')}, ${column('branches')}, ${column('given')})
        with ordinality as o(on_day, status, result, branches, given, at)
    )
    insert into decision (area, policy_version_id, policy, parameter_version, subject_register, subject_id, on_day,
      valid, known, status, result, branches, given, facts_digest, decided_at, decided_by)
    select a.area, ${shared.policyVersionId}::bigint, ${shared.policy}::text, ${shared.parameterVersion}::text, ${shared.subjectRegister}::text,
      r.subject_id, o.on_day, ${shared.valid}::date, ${shared.known}::timestamptz, o.status,
      o.result, o.branches, o.given, encode(substr(${digests}::bytea, (r.place::int - 1) * 32 + 1, 32), 'hex'),
      (select clock_now()), ${shared.decidedBy}::bigint
    from unnest(${bigintArray(rows.subjectId)}::bigint[], ${intArray(rows.areaAt)}::int[], ${intArray(rows.outcomeAt)}::int[])
        with ordinality as r(subject_id, area_at, outcome_at, place)
      join area a on a.at = r.area_at join outcome o on o.at = r.outcome_at`.execute(ctx.tx)
}
