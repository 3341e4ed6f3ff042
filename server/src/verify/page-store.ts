/** Pages of the board of findings, by key: as quick in a village as in a county, however many findings are closed (0351). */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import type { Finding, FindingState } from './finding-store.ts'
import { findingColumns, getFinding } from './finding-store.ts'

export const findingOrders = ['area', 'check', 'amount', 'age'] as const
/** `amount`: the largest first, those without money last. `age`: the oldest first. Ties by area and id. */
export type FindingOrder = (typeof findingOrders)[number]

export type FindingFilter = {
  states: readonly FindingState[]
  check?: string | undefined
  area?: string | undefined
  /** Of the account that handled it last; `none`: nobody did. */
  handler?: number | 'none' | undefined
  /** Found so many days ago or earlier. */
  days?: number | undefined
}

const keys: Record<FindingOrder, RawBuilder<unknown>> = {
  area: sql`area, id`,
  check: sql`check_id, area, id`,
  age: sql`found_at, area, id`,
  amount: sql`amount desc nulls last, area, id`,
}

/** `after`: id of the last row of the page before; one that the actor does not see is the Problem `verify.notFound`. */
export async function listFindings(
  ctx: Ctx,
  ask: FindingFilter & { order: FindingOrder; after?: number | undefined; limit: number },
): Promise<Finding[]> {
  const { order, after, limit } = ask
  if (after !== undefined) await getFinding(ctx, after)
  const ids = sql`select finding_page(${askJson(ask)}::jsonb, ${order}, ${after ?? null}::bigint, ${limit})`
  const found = await sql<Finding>`
    select ${findingColumns} from finding where id = any(array(${ids})) order by ${keys[order]}`.execute(
    ctx.tx,
  )
  return found.rows
}

/** A filter as the functions of 0351 take it. */
export function askJson({ handler, ...ask }: FindingFilter): string {
  return JSON.stringify({ ...ask, ...(handler === 'none' ? { unhandled: true } : { handler }) })
}
