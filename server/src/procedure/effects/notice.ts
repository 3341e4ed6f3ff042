/** A public notice: masked rows written in the transaction of the act (OF-13, design 7). */
import type { Day } from '#kernel'
import { addDays, civil } from '#kernel'
import { nextNumber } from '#platform'
import { noticeId } from '../notice-id.ts'
import type { NewRow } from '../notice-store.ts'
import { insertNotice, withdrawNotices } from '../notice-store.ts'
import type { CaseState } from '../state.ts'
import type { CategoryLine } from '../tables.ts'
import type { CloseNotice, OpenNotice } from './effect.ts'
import type { EffectRun, Outcomes, Runner } from './runner.ts'

export const openNoticeRunner: Runner<OpenNotice> = { apply: post }
export const closeNoticeRunner: Runner<CloseNotice> = { apply: takeDown }

async function post(run: EffectRun, effect: OpenNotice, after: CaseState): Promise<Outcomes> {
  const { ctx, row } = run
  const rows = noticeRows(run, effect, after)
  const id = noticeId(ctx.actor.county)
  const { kind: _, purpose, categories, title, ...words } = effect
  await insertNotice(ctx.tx, {
    ...words,
    id,
    title,
    area: row.area,
    caseId: row.id,
    sequence: run.sequence,
    number: await noticeNumber(run),
    place: row.title,
    purpose: purpose({ subject: row.title, count: rows.length }),
    postedOn: ctx.today,
    until: addDays(ctx.today, effect.days),
    categories: counted(categories, rows),
    ...answerLimit(run),
    rows,
  })
  return Object.fromEntries(rows.map((one) => [one.itemId, { notice: id, noticeRow: one.rowNo }]))
}

/** What the reader of the notice is told when he objects. */
function answerLimit({ procedure }: EffectRun): { answerDays: number; answerCount: 'calendar' | 'working' } {
  const limit = Object.values(procedure.actions).find((one) => one.objection === 'answer')?.within
  return { answerDays: limit?.days ?? 3, answerCount: limit?.count ?? 'calendar' }
}

async function noticeNumber({ ctx }: EffectRun): Promise<string> {
  const { year } = civil(ctx.today)
  return `公示〔${year}〕${await nextNumber(ctx.tx, `notice:${year}`)} 号`
}

/** Name, group, category, amount, and nothing else of a person; two of one name and group get their last two digits. */
function noticeRows(run: EffectRun, effect: OpenNotice, after: CaseState): NewRow[] {
  const cards = run.taken.flatMap((id) => run.items.get(id) ?? [])
  const seen = new Map<string, number>()
  for (const card of cards)
    seen.set(`${card.name}|${card.groupName}`, (seen.get(`${card.name}|${card.groupName}`) ?? 0) + 1)
  const categories = new Map(effect.categories.map((one) => [one.code, one.name]))
  return cards.map((card, i) => {
    const values = after.items.get(card.id)?.values ?? {}
    const twin = (seen.get(`${card.name}|${card.groupName}`) ?? 0) > 1
    return {
      rowNo: i + 1,
      area: run.row.area,
      itemId: card.id,
      name: card.name,
      groupName: card.groupName,
      suffix: twin ? card.suffix : '',
      category: categories.get(String(values.category)) ?? '',
      amount: typeof values.amount === 'number' ? values.amount : null,
    }
  })
}

function counted(categories: OpenNotice['categories'], rows: readonly NewRow[]): CategoryLine[] {
  return categories.map((one) => ({ ...one, count: rows.filter((row) => row.category === one.name).length }))
}

async function takeDown(run: EffectRun): Promise<Outcomes> {
  const on: Day = run.ctx.today
  await withdrawNotices(run.ctx.tx, run.row.id, on)
  return {}
}
