/** Which items an actor may take into an act today, and for each of the others what hinders it. */
import type { Day, HolidayTable, Text } from '#kernel'
import { addDays, daysBetween, t } from '#kernel'
import { dayText } from './day-text.ts'
import type { Action } from './define.ts'
import { openAfter } from './limit.ts'
import type { CaseState, ItemNow } from './state.ts'
import { openObjections, waitsFor } from './state.ts'

/** Who asks, and on which day. */
export type Asker = {
  readonly accountId: number
  readonly may: (verb: string) => boolean
  readonly area: string
}

/** What surrounds a case besides its acts. */
export type Around = {
  readonly today: Day
  readonly holidays: HolidayTable
  readonly name: (item: number) => string
  /** Objections that have come in and that nobody has taken up yet: those that name a row, and the others. */
  readonly waitingOn: ReadonlySet<number>
  readonly waitingUnnamed: number
  /** The day on which the oldest of them came in: from then on the days of the answer run. */
  readonly waitingSince?: Day | undefined
  /** Open findings, by item. */
  readonly findings: ReadonlyMap<number, Text>
}

export type HeldItem = { readonly item: number; readonly reasons: readonly Text[]; readonly until?: Day }

export type Sorted = { readonly eligible: readonly number[]; readonly held: readonly HeldItem[] }

/** Sorts the items that wait for this action into those that may be taken and those that are held, with reasons. */
export function sortItems(action: Action, state: CaseState, asker: Asker, around: Around): Sorted {
  const eligible: number[] = []
  const held: HeldItem[] = []
  for (const item of state.items.values()) {
    if (!waitsFor(action, item)) continue
    const one = hindrance(action, state, item, asker, around)
    if (one.reasons.length === 0) eligible.push(item.id)
    else held.push(one)
  }
  return { eligible, held }
}

function hindrance(action: Action, state: CaseState, item: ItemNow, asker: Asker, around: Around): HeldItem {
  const reasons: Text[] = []
  const name = around.name(item.id)
  if (!action.objection && !action.back && isObjected(state, item.id, around))
    reasons.push(t(`${name}：有异议还没有答复，暂缓。`, `${name}: an objection is not answered yet; held.`))
  if (!action.objection && action.items?.take !== 'all' && state.relatives.get(asker.accountId)?.has(item.id))
    reasons.push(
      t(
        `${name}：您申报过与他有亲属关系，请由别人办。`,
        `${name}: you declared to be a relative; somebody else must do this.`,
      ),
    )
  const finding = needsClear(action) ? around.findings.get(item.id) : undefined
  if (finding) reasons.push(t(`${name}：${finding.zh}`, `${name}: ${finding.en}`))
  const until = action.stays ? openAfter(action.stays, item.since, around.holidays) : undefined
  if (until === undefined || until <= around.today) return { item: item.id, reasons }
  return { item: item.id, reasons: [...reasons, stayText(until, around.today)], until }
}

function isObjected(state: CaseState, item: number, around: Around): boolean {
  return around.waitingOn.has(item) || openObjections(state, item).length > 0
}

function needsClear(action: Action): boolean {
  return (action.effects ?? []).some((one) => one.kind === 'findingsClear')
}

/** `公示还有 3 天` counts the days through the last one; on that day itself it ends at midnight (AMB-38). */
export function stayText(until: Day, today: Day): Text {
  const last = addDays(until, -1)
  const left = daysBetween(today, last)
  if (left === 0)
    return t(
      '公示到今天 24 时期满，明天起可以办。',
      'The notice ends tonight at 24:00; possible from tomorrow.',
    )
  return t(
    `公示还有 ${left} 天，到 ${dayText(last).zh} 24 时期满。`,
    `The notice runs ${left} more day(s), through ${dayText(last).en}.`,
  )
}
