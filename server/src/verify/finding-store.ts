/** Findings and what was done with them. */
import { sql } from 'kysely'
import type { Fen, Text } from '#kernel'
import type { Ctx } from '#platform'
import { withNames } from '#platform'
import type { Check } from './define.ts'
import type { Hit } from './finds/hit.ts'
import { fingerprintOf } from './finds/hit.ts'
import type { Written } from './merged-store.ts'
import { howWritten, keepWords, noLonger, noted, notFoundAgain, touchedByMerges } from './merged-store.ts'
import { verifyProblems } from './problems.ts'
import type { Verdict } from './verdict.ts'

export const findingStates = ['open', 'checking', 'explained', 'corrected'] as const
export type FindingState = (typeof findingStates)[number]

export type Finding = {
  id: number
  area: string
  checkId: string
  key: string
  register: string
  rowIds: number[]
  level: 'hard' | 'doubt'
  verdict: Verdict
  place: Text
  stated: Text
  computed: Text
  difference: string | null
  sensitive: string | null
  people: number
  amount: Fen | null
  reporters: number[]
  fingerprint: string
  state: FindingState
  foundAt: string
  seenAt: string
  handlerId: number | null
  handler: string | null
  handledAt: string | null
  note: Text | null
}

/** English is kept where it is other than Chinese; a finding from before it was kept reads the same in both (0395). */
const bothOf = (name: string) =>
  sql`json_build_object('zh', ${sql.ref(name)}, 'en', coalesce(${sql.ref(`${name}_en`)}, ${sql.ref(name)}))`

export const findingColumns = sql`id, area, check_id, key, register, row_ids, level, verdict, place, ${bothOf('stated')} as stated,
  ${bothOf('computed')} as computed, difference, sensitive, people, amount, reporters, fingerprint, state, found_at, seen_at, handler_id,
  handler, handled_at, case when note is not null then ${bothOf('note')} end as note`

/**
 * Writes what a check found. A finding that is there already keeps its state while the check sees the same; once the data
 * is other, it is open again. What is no longer found in the actor's area is corrected.
 */
export async function keepHits(ctx: Ctx, check: Check, hits: readonly Hit[]): Promise<void> {
  await addHits(ctx, check, hits)
  const [keys, areas] = [hits.map(({ key }) => key), hits.map(({ area }) => area)]
  await sql`with ${touchedByMerges(check.on, sql`o.check_id = ${check.id}`)}
    update finding f set ${noLonger}
    where check_id = ${check.id} and state in ('open', 'checking') and area >= ${ctx.actor.area} and area < ${`${ctx.actor.area}~`}
      and (key, area) not in (select * from unnest(${keys}::text[], ${areas}::text[]))`.execute(ctx.tx)
}

/** Corrects what a document no longer shows: findings of the check whose key begins so and is not among these. */
export async function closeUnder(
  ctx: Ctx,
  { check, begin, keys }: { check: string; begin: string; keys: readonly string[] },
): Promise<void> {
  await sql`update finding set state = 'corrected', handled_at = clock_now(), handler = null, handler_id = null,
      ${noted(notFoundAgain)}
    where check_id = ${check} and state in ('open', 'checking') and starts_with(key, ${begin})
      and not (key = any(${keys}::text[]))`.execute(ctx.tx)
}

/** What the store asks of a check. */
export type StoredCheck = Pick<Check, 'id' | 'on' | 'level'>

/**
 * Writes what a check found, and closes nothing. Returns the ids of what is new or other than before: what is as it was is not
 * written again (`seen_at` is the moment from which it is so), for a check that runs every night finds a hundred thousand.
 */
export async function addHits(ctx: Ctx, check: StoredCheck, hits: readonly Hit[]): Promise<number[]> {
  if (hits.length === 0) return []
  const rows = hits.map(rowOf)
  const done = await sql<Written>`
    insert into finding as f (area, check_id, key, register, row_ids, level, verdict, place, stated, stated_en, computed, computed_en,
      difference, sensitive, people, amount, reporters, fingerprint)
    select area, ${check.id}, key, ${check.on}, row_ids, ${check.level}, verdict, place, stated, stated_en, computed, computed_en,
      difference, sensitive, people, amount, reporters, fingerprint
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(area text, key text, row_ids bigint[], verdict text, place jsonb,
      stated text, stated_en text, computed text, computed_en text, difference text, sensitive text, people int, amount bigint, reporters bigint[], fingerprint text)
    on conflict on constraint finding_once do update set seen_at = clock_now(), row_ids = excluded.row_ids, verdict = excluded.verdict,
      place = excluded.place, stated = excluded.stated, stated_en = excluded.stated_en, computed = excluded.computed,
      computed_en = excluded.computed_en, difference = excluded.difference,
      people = excluded.people, amount = excluded.amount, reporters = excluded.reporters, level = excluded.level,
      state = case when f.fingerprint = excluded.fingerprint and f.state <> 'corrected' then f.state else 'open' end,
      fingerprint = excluded.fingerprint
    where f.state = 'corrected' or (${seen(sql`f`)}) is distinct from (${seen(sql`excluded`)})
    returning f.id, f.row_ids, ${howWritten}`.execute(ctx.tx)
  await keepWords(ctx, check, done.rows)
  return done.rows.map(({ id }) => id)
}

/** As the statement takes it: English where it is other than Chinese. */
function rowOf({ stated, computed, rowIds, ...hit }: Hit) {
  return {
    ...hit,
    row_ids: rowIds,
    stated: stated.zh,
    stated_en: otherEnglish(stated),
    computed: computed.zh,
    computed_en: otherEnglish(computed),
    fingerprint: fingerprintOf({ stated, computed, rowIds }),
  }
}

const otherEnglish = ({ zh, en }: Text): string | null => (en === zh ? null : en)

/** What a check sees, of a row of that name. One that was kept in Chinese only is written once more, with its English. */
const seen = (of: ReturnType<typeof sql>) =>
  sql`${of}.fingerprint, ${of}.row_ids, ${of}.verdict, ${of}.level, ${of}.place, ${of}.stated, ${of}.stated_en, ${of}.computed,
    ${of}.computed_en, ${of}.difference, ${of}.people, ${of}.amount, ${of}.reporters`

export async function keepRun(
  { tx, actor }: Ctx,
  given: { check: string; looked: number; found: number },
): Promise<void> {
  await sql`insert into check_run (area, check_id, looked, found)
    values (${actor.area}, ${given.check}, ${given.looked}, ${given.found})`.execute(tx)
}

export async function getFinding({ tx }: Ctx, id: number): Promise<Finding> {
  const found = await sql<Finding>`select ${findingColumns} from finding where id = ${id}`.execute(tx)
  const [finding] = found.rows
  if (!finding) throw verifyProblems.notFound()
  return finding
}

/** Those of the findings that the actor sees, by id, held until the end of the transaction: nobody else settles them meanwhile. */
export async function takeFindings({ tx }: Ctx, ids: readonly number[]): Promise<Finding[]> {
  const found = await sql<Finding>`
    select ${findingColumns} from finding where id = any(${ids}::bigint[]) order by id for update`.execute(tx)
  return found.rows
}

/** Ids of findings that were taken. The act is told of each. */
export async function settleFindings(
  { tx, actor }: Ctx,
  { ids, state, note }: { ids: readonly number[]; state: FindingState; note: string },
): Promise<void> {
  if (ids.length === 0) return
  await sql`insert into finding_act (finding_id, area, name, from_state, to_state, note)
    select id, area, ${actor.name}, state, ${state}, ${note} from finding where id = any(${ids}::bigint[]) order by id`.execute(
    tx,
  )
  await sql`update finding set state = ${state}, note = ${note}, note_en = null, handler = ${actor.name}, handler_id = ${actor.accountId},
    handled_at = clock_now(), merge_id = null, before_merge = null where id = any(${ids}::bigint[])`.execute(
    tx,
  )
}

export type FindingAct = { at: string; name: string; fromState: string; toState: string; note: string }

/** How it was handled, the newest first. */
export async function actsOf({ tx }: Ctx, findingId: number): Promise<FindingAct[]> {
  const found = await sql<FindingAct>`
    select at, name, from_state, to_state, note from finding_act where finding_id = ${findingId} order by id desc`.execute(
    tx,
  )
  return found.rows
}

/** Findings that are not closed and doubt one of these rows, under whatever id of theirs. */
export async function openFindings(
  { tx }: Ctx,
  { register, rowIds }: { register: string; rowIds: readonly number[] },
): Promise<Finding[]> {
  const found = await sql<Finding>`
    select ${findingColumns} from finding
    where register = ${register} and state in ('open', 'checking') and row_ids && ${await withNames(tx, register, rowIds)}::bigint[] order by id`.execute(
    tx,
  )
  return found.rows
}
