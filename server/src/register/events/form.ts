/** Reading what was filled in: fields by their kinds, chosen rows among those that there are, answers by the row's own field. */
import type { Day, Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import type { Cell, Field, Wire } from '../kinds/index.ts'
import type { AnyRow } from '../row.ts'
import type { Ask, Asked, EventDeclaration, EventIssue, Look } from './define.ts'

/** What came from the page: `answers` by `register:id.field`. */
export type Filled = {
  on: Day
  values: Readonly<Record<string, Wire>>
  picks: Readonly<Record<string, readonly number[]>>
  answers: Readonly<Record<string, Wire>>
}

export type ReadForm = Pick<Asked, 'values' | 'picks' | 'answer'> & { issues: EventIssue[] }

export const askKey = ({ register, row, field }: Ask) => `${register.name}:${row.id}.${field}`

/** Everything that was filled in, and what is wrong with it; nothing is thrown. */
export async function readForm(
  ctx: Ctx,
  event: EventDeclaration,
  { filled, look, subject }: { filled: Filled; look: Look; subject: AnyRow },
): Promise<ReadForm> {
  const issues: EventIssue[] = []
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(event.form)) {
    const read = readValue(ctx, field, filled.values[name] ?? null)
    if ('text' in read)
      issues.push({
        field: name,
        text: t(`${field.label.zh}：${read.text.zh}`, `${field.label.en}: ${read.text.en}`),
      })
    else values[name] = read.value
    if (field.required && 'value' in read && read.value === null) issues.push(missing(name, field.label))
  }
  const picks = await readPicks(event, { filled, look, subject, issues })
  const answer = (ask: Ask) => answered(ctx, ask, filled.answers)
  return { values, picks, answer, issues }
}

function readValue(ctx: Ctx, field: Field, wire: Wire): { value: unknown } | { text: Text } {
  if (wire === null || wire === '') return { value: null }
  const read = field.kind.parse(cellOf(field, wire), field, { today: ctx.today })
  return read.ok ? { value: read.value } : { text: read.text }
}

function cellOf(field: Field, wire: Wire): Cell {
  if (wire === null || typeof wire !== 'object') return wire
  return field.kind.cellOf ? field.kind.cellOf(wire) : JSON.stringify(wire)
}

type Picking = { filled: Filled; look: Look; subject: AnyRow; issues: EventIssue[] }

async function readPicks(
  { picks = {} }: EventDeclaration,
  { filled, look, subject, issues }: Picking,
): Promise<Record<string, readonly AnyRow[]>> {
  const out: Record<string, readonly AnyRow[]> = {}
  for (const [name, choosing] of Object.entries(picks)) {
    const rows = await choosing.from({ look, subject })
    const ids = filled.picks[name] ?? []
    out[name] = rows.filter((row) => ids.includes(row.id))
    if (out[name].length < new Set(ids).size)
      issues.push({
        field: name,
        text: t(
          `${choosing.label.zh}：选的人已经不在这里。请刷新页面再选。`,
          `${choosing.label.en}: somebody chosen is no longer here. Reload the page and choose again.`,
        ),
      })
    if (choosing.required && ids.length === 0) issues.push(missing(name, choosing.label))
  }
  return out
}

function missing(field: string, label: { zh: string; en: string }): EventIssue {
  return { field, text: t(`${label.zh}还没有填，必须填。`, `${label.en} must be given.`) }
}

/** An answer that is no value of the field counts as none. */
function answered(ctx: Ctx, ask: Ask, answers: Filled['answers']): unknown {
  const field = ask.register.fields[ask.field]
  const read = field && readValue(ctx, field, answers[askKey(ask)] ?? null)
  return read && 'value' in read && read.value !== null ? read.value : undefined
}
