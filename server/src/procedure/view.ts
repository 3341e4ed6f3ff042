/** A case as its page needs it: the next act first, the reasons, the clocks, the people, the past. */
import type { Text } from '#kernel'
import { daysBetween, fen, sumFen, t, yuanText } from '#kernel'
import type { Ctx } from '#platform'
import { actLabel, DECLARE, UNDO } from './built-in.ts'
import type { ItemRow } from './case-store.ts'
import { clocksOf } from './clock.ts'
import type { Procedure } from './define.ts'
import { historyOf } from './history.ts'
import type { Loaded } from './load.ts'
import { askerOf } from './load.ts'
import { nextActs } from './next.ts'
import { nextView } from './next-view.ts'
import type { NoticeRow, ObjectionCard, WaitingObjection } from './notice-store.ts'
import { listNotices, listObjections, listWaitingObjections } from './notice-store.ts'
import type { Room } from './room.ts'
import type { CaseState, ItemNow } from './state.ts'
import { undoable } from './undo.ts'
import type { CaseWire } from './wire.ts'

export async function caseView(room: Room, ctx: Ctx, loaded: Loaded): Promise<CaseWire> {
  const { procedure, row, state, around } = loaded
  const next = nextActs(procedure, state, askerOf(ctx), around)
  return {
    ...caseHead(procedure, { ...row, items: state.items.size }),
    purpose: procedure.purpose,
    counter: procedure.items.counter,
    subject: { register: row.subjectRegister, id: row.subjectId },
    version: state.version,
    steps: stepsOf(procedure, state),
    next: next.map((one) => nextView(ctx, loaded, one)),
    clocks: clocksOf({
      procedure,
      state,
      today: ctx.today,
      holidays: room.holidays,
      waitingSince: around.waitingSince,
    }),
    itemRows: [...state.items.values()].map((item) =>
      itemView(procedure, state, item, loaded.items.get(item.id)),
    ),
    history: historyOf(procedure, state, room.holidays),
    acted: actedOf(procedure, state, ctx.actor.accountId),
    objections: (await listObjections(ctx.tx, row.id)).map((one) => objectionView(ctx, one)),
    waiting: (await listWaitingObjections(ctx.tx, row.id)).map((one) => waitingView(ctx, one)),
    notices: (await listNotices(ctx.tx, { caseId: row.id, limit: 50 })).map((one) => noticeView(ctx, one)),
    relatives: state.relatives.has(ctx.actor.accountId)
      ? [...(state.relatives.get(ctx.actor.accountId) ?? [])]
      : null,
    undo: undoView(procedure, state, ctx.actor.accountId),
    totals: totalsOf(procedure, state),
  }
}

type HeadRow = Loaded['row'] & { items: number }

export function caseHead(procedure: Procedure, row: HeadRow) {
  const { id, number, title, area, state, openedOn, endedOn, due, items } = row
  const stateLabel = procedure.states[state]?.label ?? t(state, state)
  return {
    id,
    number,
    procedure: procedure.id,
    label: procedure.label,
    title,
    area,
    state,
    stateLabel,
    openedOn,
    endedOn,
    due,
    items,
  }
}

/** The path of the case: what is behind it, where it stands, what is to come. */
function stepsOf(procedure: Procedure, state: CaseState): CaseWire['steps'] {
  const order = Object.keys(procedure.states)
  const at = order.indexOf(state.state)
  const left = new Map<string, string>()
  for (const act of state.acts) {
    if (state.undone.has(act.sequence)) continue
    const action = procedure.actions[act.action]
    if (action?.to) for (const from of action.from) left.set(from, act.on)
  }
  return order.flatMap((name, i) => {
    const label = procedure.states[name]?.step
    if (!label) return []
    const status = state.state === procedure.done || i < at ? 'done' : i === at ? 'now' : 'todo'
    return [
      {
        state: name,
        label,
        status,
        on: status === 'done' ? (left.get(name) ?? null) : status === 'now' ? state.since : null,
      } as const,
    ]
  })
}

function itemView(
  procedure: Procedure,
  state: CaseState,
  item: ItemNow,
  row: ItemRow | undefined,
): CaseWire['itemRows'][number] {
  const spec = procedure.itemStates[item.state]
  const { amount, category, decisionId } = item.values
  return {
    id: item.id,
    rowId: row?.rowId ?? 0,
    name: row?.name ?? '',
    groupName: row?.groupName ?? '',
    state: item.state,
    label: spec?.label ?? t(item.state, item.state),
    mark: spec?.mark ?? 'todo',
    since: item.since,
    batch: item.batch ?? null,
    objected: state.objections.some((one) => one.item === item.id && !one.answered),
    category: wordsOf(procedure, 'category', category),
    amount: typeof amount === 'number' ? yuanText(fen(amount)) : null,
    decisionId: typeof decisionId === 'number' ? decisionId : null,
  }
}

function wordsOf(procedure: Procedure, name: string, code: string | number | null | undefined): Text | null {
  if (code === null || code === undefined) return null
  return procedure.values?.[name]?.[String(code)] ?? t(String(code), String(code))
}

/** Acts that were taken back bind nobody. */
function actedOf(procedure: Procedure, state: CaseState, me: number): CaseWire['acted'] {
  return state.acts
    .filter((act) => act.action !== DECLARE && act.action !== UNDO && !state.undone.has(act.sequence))
    .map((act) => ({
      action: act.action,
      label: actLabel(procedure, act.action),
      actorName: act.actorName,
      office: act.office,
      on: act.on,
      you: act.accountId === me,
    }))
}

function undoView(procedure: Procedure, state: CaseState, me: number): CaseWire['undo'] {
  const last = undoable(procedure, state, me)
  return last ? { sequence: last.sequence, label: actLabel(procedure, last.action) } : null
}

/** The sum of what was decided, over the items that were not refused or removed. */
function totalsOf(procedure: Procedure, state: CaseState): CaseWire['totals'] {
  const counted = [...state.items.values()].filter(
    (item) => typeof item.values.amount === 'number' && procedure.itemStates[item.state]?.mark !== 'refused',
  )
  return {
    amount: yuanText(sumFen(counted.map((item) => fen(Number(item.values.amount))))),
    counted: counted.length,
  }
}

/** Who objected stays between him and those who may see telephones. */
export function objectionView(ctx: Pick<Ctx, 'actor'>, one: ObjectionCard): CaseWire['objections'][number] {
  return { ...one, ...senderOf(ctx, one) }
}

export function waitingView(ctx: Pick<Ctx, 'actor'>, one: WaitingObjection): CaseWire['waiting'][number] {
  return { ...one, inboxId: one.id, ...senderOf(ctx, { by: one.name, phone: one.phone }) }
}

function senderOf({ actor }: Pick<Ctx, 'actor'>, one: { by: string | null; phone: string | null }) {
  return actor.sees.includes('phone') ? { by: one.by, phone: one.phone } : { by: null, phone: null }
}

export function noticeView(ctx: Pick<Ctx, 'today'>, one: NoticeRow): CaseWire['notices'][number] {
  return { ...one, left: daysBetween(ctx.today, one.until), path: `/gs/${one.id}` }
}
