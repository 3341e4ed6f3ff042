/** The past of a case, act by act, with the days that each used of its limit. Pure. */

import type { z } from 'zod'
import type { HolidayTable, Text } from '#kernel'
import { t } from '#kernel'
import { actLabel, DECLARE, UNDO } from './built-in.ts'
import { waitingSpan } from './clock.ts'
import type { Action, Procedure } from './define.ts'
import type { FormField } from './form.ts'
import { daysUsed, dueAfterStops } from './limit.ts'
import type { Act, CaseState } from './state.ts'
import { opened, step } from './state.ts'
import type { historyWire } from './wire.ts'

type Row = z.infer<typeof historyWire>

/** Newest last; declarations of relatives are shown with who they are by, not here. */
export function historyOf(procedure: Procedure, state: CaseState, holidays: HolidayTable): Row[] {
  const [first, ...rest] = state.acts
  if (!first) return []
  const rows: Row[] = [rowOf(procedure, state, first, null)]
  let before = opened(procedure, first)
  for (const act of rest) {
    const action = procedure.actions[act.action]
    const limit = action ? limitOf(procedure, before, { act, action, holidays }) : null
    if (act.action !== DECLARE) rows.push(rowOf(procedure, state, act, limit))
    before = step(procedure, before, act)
  }
  return rows
}

type Limited = { act: Act; action: Action; holidays: HolidayTable }

function limitOf(procedure: Procedure, before: CaseState, { act, action, holidays }: Limited): Row['limit'] {
  const limit = action.within
  const span =
    action.objection === 'answer'
      ? objectionSpan(before, act)
      : waitingSpan({ procedure, state: before }, action)
  if (!limit || !span) return null
  const earlier = span.stints.reduce((sum, one) => sum + daysUsed(limit, one, holidays), 0)
  const used = earlier + daysUsed(limit, { from: span.since, to: act.on }, holidays)
  return { days: limit.days, count: limit.count, used, late: act.on > dueAfterStops(limit, span, holidays) }
}

function objectionSpan(before: CaseState, act: Act) {
  const one = before.objections.find((x) => x.objection === act.form.objection)
  return one && { since: one.on, stints: [] }
}

function rowOf(procedure: Procedure, state: CaseState, act: Act, limit: Row['limit']): Row {
  const { sequence, action, on, at, actorName, office } = act
  const undone = state.undone.has(sequence)
  const form = action === UNDO ? reasonOf(act) : formOf(act, procedure.actions[action])
  const items = action === UNDO ? 0 : act.items.length
  return {
    sequence,
    action,
    label: actLabel(procedure, action),
    on,
    at,
    actorName,
    office,
    items,
    undone,
    limit,
    form,
  }
}

function reasonOf(act: Act): Row['form'] {
  return [{ name: 'reason', kind: 'note', label: t('理由', 'Reason'), value: act.form.reason ?? null }]
}

/** What was filled in, with its words; empty fields are left out. */
function formOf(act: Act, action: Action | undefined): Row['form'] {
  return Object.entries(action?.form ?? {}).flatMap(([name, field]) => {
    const value = act.form[name]
    if (value === null || value === undefined) return []
    return [{ name, kind: field.kind, label: labelOf(field), value, words: field.options?.[String(value)] }]
  })
}

function labelOf({ label, group }: FormField): Text {
  return group ? t(`${group.zh}：${label.zh}`, `${group.en}: ${label.en}`) : label
}
