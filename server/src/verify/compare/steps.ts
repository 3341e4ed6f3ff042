/** A comparison step by step, each in a transaction: what was killed goes on at its last step. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import type { VerifyRoom } from '../run.ts'
import { changeCompared, getCompared, listBefore } from './compare-store.ts'
import { judged } from './differ.ts'
import { closeFindPage, keepFindPage } from './hits.ts'
import { joinSets, keepMissing, markKnown, markRepeated, matchByKey } from './match-store.ts'
import { withCandidates } from './near.ts'
import { takeRows } from './read-rows.ts'
import type { Work } from './room.ts'
import { workOf } from './room.ts'
import { countClasses, insertListRows, keepResults, matchedRows, openRows } from './row-store.ts'

/** `at`: rows read, or the last row looked at, or the number of the finding. `found`: findings so far. */
export type StepState = {
  phase: 'read' | 'match' | 'near' | 'judge' | 'rest' | 'find'
  at: number
  /** While findings are written: the last row looked at; and whether all are written and old ones are looked at again. */
  after?: number
  closing?: boolean
  read: number
  found: number
  gone: number
}

export const firstStep: StepState = { phase: 'read', at: 0, read: 0, found: 0, gone: 0 }

/** A list that is compared again with the register as it is now. */
export const againStep = (read: number): StepState => ({ ...firstStep, phase: 'match', read })

const READ = 20_000
const PAGE = 5000

export type Step = { state: StepState; done: boolean; text: Text }

/** `most`: rows to read in this step. */
export async function takeStep(
  ctx: Ctx,
  room: VerifyRoom,
  { id, state, most = READ }: { id: number; state: StepState; most?: number },
): Promise<Step> {
  const work = workOf(ctx, room, await getCompared(ctx, id))
  if (state.phase !== 'find') await joinSets(ctx)
  if (state.phase === 'read') return read(ctx, work, { state, most })
  if (state.phase === 'match') return match(ctx, work, state)
  if (state.phase === 'near') return paged(ctx, work, { state, next: 'judge' })
  if (state.phase === 'judge') return paged(ctx, work, { state, next: 'rest' })
  if (state.phase === 'rest') return rest(ctx, work, state)
  return find(ctx, work, state)
}

async function read(
  ctx: Ctx,
  work: Work,
  { state, most }: { state: StepState; most: number },
): Promise<Step> {
  const { id, area } = work.compared
  const rows = await takeRows(ctx, work, { from: state.at, most })
  await insertListRows(ctx, { id, area, rows })
  const at = state.at + rows.length
  const text = t(`已读 ${at} 行`, `${at} rows read`)
  if (rows.length === most) return { state: { ...state, at, read: at }, done: false, text }
  await changeCompared(ctx, id, { read: at })
  return { state: { ...state, phase: 'match', at: 0, read: at }, done: false, text }
}

async function match(ctx: Ctx, work: Work, state: StepState): Promise<Step> {
  const { compared, register, keys, sideAt, kind } = work
  await markRepeated(ctx, compared.id)
  for (const [at, key] of keys.entries())
    await matchByKey(
      ctx,
      { compared, register },
      {
        at,
        sides: key.map(({ here }) => sideAt(here)),
        many: kind.many ?? false,
      },
    )
  return { state: { ...state, phase: 'near', at: 0 }, done: false, text: t('已按键对上', 'matched by key') }
}

/** Likely ones of the rows that no key fits, then what differs in those that are matched. */
async function paged(
  ctx: Ctx,
  work: Work,
  { state, next }: { state: StepState; next: 'judge' | 'rest' },
): Promise<Step> {
  const asked = { id: work.compared.id, after: state.at, limit: PAGE }
  const rows = await (state.phase === 'near' ? openRows(ctx, asked) : matchedRows(ctx, asked))
  await keepResults(ctx, await (state.phase === 'near' ? withCandidates : judged)(ctx, work, rows))
  const text =
    state.phase === 'near' ? t('在找可能是谁', 'looking for likely ones') : t('在看差异', 'comparing')
  const more = rows.length === PAGE
  return {
    state: { ...state, ...(more ? { at: rows.at(-1)?.id ?? 0 } : { phase: next, at: 0 }) },
    done: false,
    text,
  }
}

async function rest(ctx: Ctx, work: Work, state: StepState): Promise<Step> {
  const { compared, register, kind, sides, sideAt } = work
  const others = await keepMissing(ctx, { compared, register }, { expects: kind.expects, sides, sideAt })
  const before = await listBefore(ctx, compared)
  const gone = before ? await markKnown(ctx, { id: compared.id, before: before.id }) : 0
  await changeCompared(ctx, compared.id, { rest: others, ...(before ? { previousId: before.id } : {}) })
  return {
    state: { ...state, phase: 'find', at: 0, gone },
    done: false,
    text: t('已看名册这边', 'register looked at'),
  }
}

/** A page of findings, or a page of those that may be gone; then the next kind of finding. */
async function find(ctx: Ctx, work: Work, state: StepState): Promise<Step> {
  const one = work.kind.finds?.[state.at]
  if (!one) return finish(ctx, work, state)
  const asked = { find: one, after: state.after ?? 0 }
  if (state.closing) {
    const next = await closeFindPage(ctx, work, asked)
    const on = next === null ? { at: state.at + 1, after: 0, closing: false } : { after: next }
    return { state: { ...state, ...on }, done: false, text: one.label }
  }
  const page = await keepFindPage(ctx, work, asked)
  const found = state.found + page.found
  const on = page.next === null ? { after: 0, closing: true } : { after: page.next }
  const text = t(`${one.label.zh}：疑点已记 ${found} 条`, `${one.label.en}: ${found} findings written`)
  return { state: { ...state, ...on, found }, done: false, text }
}

async function finish(ctx: Ctx, { compared }: Work, state: StepState): Promise<Step> {
  const { found, gone, read } = state
  const counts = { ...(await countClasses(ctx, compared.id)), findings: found, gone }
  await changeCompared(ctx, compared.id, { state: 'done', counts, doneAt: ctx.now })
  const text = t(`比完 ${read} 行，疑点 ${found} 条。`, `${read} rows compared, ${found} findings.`)
  return { state, done: true, text }
}
