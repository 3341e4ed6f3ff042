/** An answer from the field: checked against the record as it stands, kept, and told as findings where something differs. */

import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { samePerson, shareFile } from '#platform'
import type { AnyRow, Field, Register, Wire } from '#register'
import { areaNames, findRows, isMasked, readEntry } from '#register'
import { addHits, closeUnder } from '../finding-store.ts'
import type { Hit } from '../finds/hit.ts'
import { both, valueWords } from '../words.ts'
import type { SampleDesign } from './define.ts'
import { sampleProblems } from './problems.ts'
import type { SamplingRoom } from './room.ts'
import { designOf } from './room.ts'
import type { Answer, Result, Task } from './task-store.ts'
import { getTask, isFor, keepAnswer } from './task-store.ts'

export type VisitAsk = {
  taskId: number
  /** The version of the record that was on the screen. */
  version: number
  result: Result
  /** By field, what it really is. */
  found: Readonly<Record<string, Wire>>
  note: string | null
  fileId: number | null
}

/** Problems: not this person's, closed, gone, changed meanwhile, written by himself, nothing differs, no word of explanation. */
export async function keepVisit(ctx: Ctx, room: SamplingRoom, ask: VisitAsk): Promise<Task> {
  const task = await getTask(ctx, ask.taskId)
  if (!isFor(ctx.actor, task)) throw sampleProblems.notYours({ name: task.assigneeName ?? '' })
  if (task.closedAt !== null) throw sampleProblems.closed()
  const design = designOf(room, task.design)
  const register = room.registry.get(design.on)
  const row = await rowOf(ctx, register, task)
  if (samePerson(ctx.actor, { accountId: row.updatedBy })) throw sampleProblems.ownRecord()
  if (row.version !== ask.version) throw sampleProblems.changed()
  if ((ask.result === 'notFound' || ask.result === 'notMet') && !ask.note) throw sampleProblems.noteMissing()
  const { answer, differing } = answerOf(ctx, { design, register, row, ask })
  if (ask.fileId !== null) await shareFile(ctx.tx, ask.fileId)
  await keepAnswer(ctx, task, answer)
  await tell(ctx, { design, register, task, row, answer, differing })
  return task
}

async function rowOf(ctx: Ctx, register: Register, { rowId, part, called }: Task): Promise<AnyRow> {
  const [row] = (await findRows(ctx, register, [rowId])) as unknown as AnyRow[]
  if (!row?.area.startsWith(part)) throw sampleProblems.gone({ called })
  return row
}

/** The fields that this actor can compare: what is hidden from him is not asked. */
export function askedOf({ actor }: Ctx, register: Register, { fields }: SampleDesign): string[] {
  return fields.filter((name) => {
    const field = register.fields[name]
    return field !== undefined && !isMasked(actor, field)
  })
}

type Given = { design: SampleDesign; register: Register; row: AnyRow; ask: VisitAsk }

type Differing = readonly (readonly [name: string, value: unknown])[]

function answerOf(ctx: Ctx, { design, register, row, ask }: Given): { answer: Answer; differing: Differing } {
  const asked = askedOf(ctx, register, design)
  const differing = ask.result === 'differs' ? foundOf(ctx, { register, row, ask, asked }) : []
  const answer = {
    result: ask.result,
    asked: ask.result === 'confirmed' || ask.result === 'differs' ? asked : [],
    seen: Object.fromEntries(asked.map((name) => [name, inWords(register, name, row[name])])),
    found: Object.fromEntries(differing.map(([name, value]) => [name, inWords(register, name, value)])),
    note: ask.note,
    fileId: ask.fileId,
  }
  return { answer, differing }
}

/** What differs; a value that cannot be read is a Problem at its field. */
function foundOf(
  { actor, today }: Ctx,
  { register, row, ask, asked }: { register: Register; row: AnyRow; ask: VisitAsk; asked: readonly string[] },
): Differing {
  const strange = Object.keys(ask.found).find((name) => !asked.includes(name))
  if (strange !== undefined)
    throw sampleProblems.notAsked({ field: register.fields[strange]?.label.zh ?? strange })
  const { values } = readEntry(register, { values: ask.found, actor, today })
  const differing = Object.entries(values).filter(
    ([name, value]) => !isSame(register, name, value, row[name]),
  )
  if (differing.length === 0) throw sampleProblems.nothingDiffers()
  return differing
}

function isSame(register: Register, name: string, a: unknown, b: unknown): boolean {
  const field = register.fields[name]
  const [none, other] = [a === null || a === undefined, b === null || b === undefined]
  if (none || other || !field) return none && other
  return field.kind.compare(a, b) === 0
}

/** A value as an answer keeps it. */
export function inWords(register: Register, name: string, value: unknown): string {
  return foundWords(register.fields[name], value).zh
}

/** A value as a finding quotes it. */
export function foundWords(field: Field | undefined, value: unknown): Text {
  return field && value !== null && value !== undefined ? valueWords(field, value) : t('（空）', '(empty)')
}

/** The id under which the findings of a design stand. */
export function checkIdOf({ id }: SampleDesign): string {
  return `sample.${id}`
}

type Told = {
  design: SampleDesign
  register: Register
  task: Task
  row: AnyRow
  answer: Answer
  differing: Differing
}

/** One finding for each field that differs, or one that nobody was found; what a later answer takes back is closed. */
async function tell(ctx: Ctx, { design, register, task, row, answer, differing }: Told): Promise<void> {
  const check = { id: checkIdOf(design), on: design.on, level: 'doubt' as const }
  const name = (await areaNames(ctx, [row.area])).get(row.area) ?? row.area
  const place = t(`${name} ${task.called}`, `${name} ${task.called}`)
  const common = { rowIds: [row.id], area: row.area, place, difference: null, people: 1, amount: null }
  const reporters = [row.updatedBy, ctx.actor.accountId]
  const hits = differing.map(
    ([field, value]): Hit => ({
      ...common,
      reporters,
      key: keyOf(row.id, field),
      verdict: 'mismatch',
      stated: both`${register.fields[field]?.label ?? field} ${foundWords(register.fields[field], row[field])}`,
      computed: foundWords(register.fields[field], value),
      sensitive: register.fields[field]?.sensitive ?? null,
    }),
  )
  if (answer.result === 'notFound')
    hits.push({
      ...common,
      reporters,
      key: keyOf(row.id, ''),
      verdict: 'contradiction',
      stated: t('在册', 'registered'),
      computed: both`${t('现场找不到：', 'not found there: ')}${answer.note ?? ''}`,
      sensitive: null,
    })
  await addHits(ctx, check, hits)
  await closeUnder(ctx, { check: check.id, begin: keyOf(row.id, ''), keys: hits.map(({ key }) => key) })
}

/** `12:phone`; the record as a whole is `12:`. */
export function keyOf(rowId: number, field: string): string {
  return `${rowId}:${field}`
}
