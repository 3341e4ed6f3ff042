/** What the pages see of an import: its steps, columns, counts, and its rows as the actor may see them. */
import { z } from 'zod'
import type { Text } from '#kernel'
import { placeText, t } from '#kernel'
import type { Actor, Ctx } from '#platform'
import type { Register } from '../../define.ts'
import { isMasked, maskedText } from '../../mask.ts'
import type { Registry } from '../../registry.ts'
import { areaNames } from '../../sql-store.ts'
import { titlesOf } from '../../title-store.ts'
import type { SheetPlan } from '../mapping/target.ts'
import { decodeField, fieldsOf } from '../stage/classify.ts'
import { rowsBeside } from '../staged-store.ts'
import type { StagedRow } from '../tables.ts'
import { classes, text } from './shapes.ts'

export const rowShape = z.object({
  id: z.number(),
  sheet: z.string(),
  row: z.number(),
  class: z.enum(classes),
  merged: z.boolean(),
  accepted: z.boolean(),
  targetId: z.number().nullable(),
  /** What will stand, by field, as text; hidden values hidden. */
  shown: z.record(z.string(), z.string()),
  /** What stands now, for the fields that change. */
  before: z.record(z.string(), z.string()),
  changed: z.array(z.string()),
  /** The row of the file that it may be the same as, side by side with it. */
  beside: z
    .object({ sheet: z.string(), row: z.number(), shown: z.record(z.string(), z.string()) })
    .nullable(),
  issues: z.array(
    z.object({
      code: z.string(),
      level: z.enum(['wrong', 'doubt']),
      field: z.string().nullable(),
      column: z.string().nullable(),
      place: text,
      text,
      proposals: z.array(z.object({ field: z.string(), value: z.string(), text })),
    }),
  ),
})
export type ImportRow = z.infer<typeof rowShape>

type Showing = { registry: Registry; register: Register; sheets: readonly SheetPlan[] }

export async function showRows(
  ctx: Ctx,
  { registry, register, sheets }: Showing,
  rows: readonly StagedRow[],
): Promise<ImportRow[]> {
  const besides = await rowsBeside(ctx, rows.flatMap(othersOf))
  const say = await speaker(ctx, { registry, register, rows: [...rows, ...besides] })
  const shown = (row: StagedRow) => shownOf(ctx.actor, { register, plan: sheets[row.sheet], row, say })
  const beside = (row: StagedRow) => {
    const other = besides.find(({ id }) => id === othersOf(row)[0])
    return other
      ? { sheet: sheets[other.sheet]?.name ?? '', row: other.rowNumber, shown: shown(other) }
      : null
  }
  return rows.map((row) => ({
    id: row.id,
    sheet: sheets[row.sheet]?.name ?? '',
    row: row.rowNumber,
    class: row.class,
    merged: row.state === 'merged',
    accepted: row.accepted,
    targetId: row.targetId,
    shown: shown(row),
    beside: beside(row),
    before: Object.fromEntries(fieldsOf(register, row).flatMap((name) => entry(name, say(name, row.before)))),
    changed: fieldsOf(register, row),
    issues: row.issues.map((issue) => ({
      code: issue.code,
      level: issue.level,
      field: issue.field ?? null,
      column: issue.column ?? null,
      place: placeText({
        sheet: sheets[row.sheet]?.name ?? '',
        row: row.rowNumber,
        ...(issue.column ? { column: issue.column } : {}),
      }),
      proposals: [...(issue.proposals ?? [])],
      text: hideIn(ctx.actor, register, { issue: issue.text, field: issue.field }),
    })),
  }))
}

/** Only while somebody is asked. */
function othersOf({ class: is, issues }: StagedRow): number[] {
  return is === 'doubtful' ? issues.flatMap(({ other }) => other?.id ?? []) : []
}

function entry(name: string, said: string | null): [string, string][] {
  return said === null ? [] : [[name, said]]
}

type Say = (field: string, cells: Readonly<Record<string, unknown>>) => string | null

/** Values in words: places and references by their names, hidden ones as far as they may be seen. */
async function speaker(
  ctx: Ctx,
  { registry, register, rows }: { registry: Registry; register: Register; rows: readonly StagedRow[] },
): Promise<Say> {
  const values = (name: string) =>
    rows.flatMap((row) => [decodeField(register, name, row.encoded), decodeField(register, name, row.before)])
  const names = Object.keys(register.fields)
  const codes = names
    .filter((name) => isPlace(register, name))
    .flatMap(values)
    .filter((v): v is string => typeof v === 'string')
  const areas = await areaNames(ctx, codes)
  const titles = new Map<string, Map<number, string>>()
  for (const name of names) {
    const field = register.fields[name]
    const target = field?.kind.target?.(field)
    const ids = target === undefined ? [] : values(name).filter((v): v is number => typeof v === 'number')
    if (target !== undefined)
      titles.set(name, await titlesOf(ctx, registry, { register: registry.get(target), ids }))
  }
  return (name, cells) => {
    const [field, value] = [register.fields[name], decodeField(register, name, cells)]
    if (!field || value === null || value === undefined) return null
    if (isMasked(ctx.actor, field)) return maskedText(field, value) ?? '••••'
    if (isPlace(register, name)) return areas.get(String(value)) ?? String(value)
    return titles.get(name)?.get(Number(value)) ?? field.kind.format(value, field, ctx.locale)
  }
}

function isPlace(register: Register, name: string): boolean {
  return register.fields[name]?.kind.place === true
}

type Shown = { register: Register; plan: SheetPlan | undefined; row: StagedRow; say: Say }

/** A value that could not be read is shown as it stood. */
function shownOf(actor: Actor, { register, plan, row, say }: Shown): Record<string, string> {
  const shown = Object.fromEntries(
    Object.keys(register.fields).flatMap((name) => entry(name, row.links[name] ?? say(name, row.encoded))),
  )
  const texts: Record<string, string> = {}
  for (const { letters, target } of plan?.columns ?? []) {
    const cell = row.fixes[letters] ?? row.cells[letters]
    const field = register.fields[target]
    if (!field || cell === undefined || target in shown) continue
    texts[target] = [
      ...(texts[target] ? [texts[target]] : []),
      isMasked(actor, field) ? hideText(cell) : cell,
    ].join(' ')
  }
  return { ...texts, ...shown }
}

/** The readable rest of a number that is no valid one. */
export function hideText(cell: string): string {
  const bare = cell.trim()
  return bare.length > 10
    ? `${bare.slice(0, 6)}${'*'.repeat(bare.length - 10)}${bare.slice(-4)}`
    : '*'.repeat(bare.length)
}

/** The text of an issue may quote the cell: who may not see the value gets what is to be done without it. */
function hideIn(
  actor: Actor,
  register: Register,
  { issue, field }: { issue: Text; field: string | undefined },
): Text {
  const declared = field === undefined ? undefined : register.fields[field]
  if (!declared || !isMasked(actor, declared)) return issue
  return t(issue.zh.replace(/“[^”]*”/g, '所填内容'), issue.en.replace(/"[^"]*"/g, 'what is written'))
}
