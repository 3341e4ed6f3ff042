/** A finding as the pages see it: in words, hidden values hidden. */
import { z } from 'zod'
import type { Text } from '#kernel'
import { daysBetween, t, yuanText } from '#kernel'
import type { Ctx } from '#platform'
import { dayAt, goneTo, samePerson } from '#platform'
import { areaNames } from '#register'
import { findOfLists } from '../compare/finds.ts'
import type { Finding } from '../finding-store.ts'
import { findingStates } from '../finding-store.ts'
import type { VerifyRoom } from '../run.ts'
import { designOfCheck } from '../sampling/still.ts'
import { ruleOfCheck } from '../sheet.ts'
import { verdictTexts } from '../verdict.ts'

export const text = z.object({ zh: z.string(), en: z.string() })

export const findingShape = z.object({
  id: z.number(),
  check: z.string(),
  label: text,
  register: z.string(),
  /** Where the doubted rows stand now. */
  rowIds: z.array(z.number()),
  /** Numbers of doubted rows that were merged since, and into which. */
  merged: z.array(z.object({ id: z.number(), into: z.number() })),
  level: z.enum(['hard', 'doubt']),
  verdict: z.string(),
  verdictText: text,
  place: text,
  area: z.string(),
  areaName: z.string(),
  stated: text,
  computed: text,
  difference: z.string().nullable(),
  people: z.number(),
  amount: z.string().nullable(),
  state: z.enum(findingStates),
  advice: text,
  foundAt: z.string(),
  /** Its age; of a closed one, how long it was open. */
  days: z.number(),
  handler: z.string().nullable(),
  handledAt: z.string().nullable(),
  /** The last words of a person, with what the house added when a check no longer found it. */
  note: text.nullable(),
  /** Why this actor may not close it: he reported the figure. */
  mine: z.boolean(),
})

export type FindingWire = z.infer<typeof findingShape>

export function labelOf(room: VerifyRoom, id: string) {
  return (
    room.checks.find((one) => one.id === id)?.label ??
    ruleOfCheck(id)?.label ??
    findOfLists(room.lists ?? [], id)?.find.label ??
    sampledLabel(room, id) ??
    t(id, id)
  )
}

function sampledLabel(room: VerifyRoom, id: string) {
  const label = designOfCheck(room, id)?.label
  return label && t(`现场复核：${label.zh}`, `Field re-check: ${label.en}`)
}

function adviceOf(room: VerifyRoom, id: string) {
  return (
    room.checks.find((one) => one.id === id)?.advice ??
    ruleOfCheck(id)?.advice ??
    findOfLists(room.lists ?? [], id)?.find.advice ??
    designOfCheck(room, id)?.advice ??
    t('', '')
  )
}

export async function showFindings(
  ctx: Ctx,
  room: VerifyRoom,
  findings: readonly Finding[],
): Promise<FindingWire[]> {
  const names = await areaNames(
    ctx,
    findings.map(({ area }) => area),
  )
  const gone = await goneOf(ctx, findings)
  return findings.map((one) => ({
    ...plain(one),
    ...standing(one, gone.get(one.register) ?? new Map()),
    ...worded(ctx, room, one),
    areaName: names.get(one.area) ?? one.area,
  }))
}

type Gone = ReadonlyMap<number, number>

/** Rows that were merged since, by register. */
async function goneOf({ tx }: Ctx, findings: readonly Finding[]): Promise<Map<string, Gone>> {
  const gone = new Map<string, Gone>()
  for (const [register, of] of Map.groupBy(findings, (one) => one.register))
    gone.set(
      register,
      await goneTo(
        tx,
        register,
        of.flatMap(({ rowIds }) => rowIds),
      ),
    )
  return gone
}

function standing({ rowIds }: Finding, gone: Gone) {
  return {
    rowIds: [...new Set(rowIds.map((id) => gone.get(Number(id)) ?? id))],
    merged: rowIds.flatMap((id) => {
      const into = gone.get(Number(id))
      return into === undefined ? [] : [{ id: Number(id), into }]
    }),
  }
}

function plain({
  id,
  register,
  level,
  verdict,
  place,
  area,
  difference,
  people,
  state,
  foundAt,
  handler,
  handledAt,
  note,
}: Finding) {
  return {
    id,
    register,
    level,
    verdict,
    place,
    area,
    difference,
    people,
    state,
    foundAt,
    handler,
    handledAt,
    note,
  }
}

function worded(ctx: Ctx, room: VerifyRoom, one: Finding) {
  return {
    check: one.checkId,
    label: labelOf(room, one.checkId),
    verdictText: verdictTexts[one.verdict],
    stated: hidden(ctx, one, one.stated),
    computed: hidden(ctx, one, one.computed),
    amount: one.amount === null ? null : yuanText(one.amount),
    days: daysOf(ctx, one),
    advice: adviceOf(room, one.checkId),
    mine: reportedBy(ctx, one),
  }
}

function daysOf(ctx: Ctx, { foundAt, state, handledAt }: Finding): number {
  const closed = state === 'explained' || state === 'corrected' ? handledAt : null
  return Math.max(0, daysBetween(dayAt(foundAt), closed === null ? ctx.today : dayAt(closed)))
}

/** Values of a class that the actor may not see keep their first six and last four characters. */
export function hidden({ actor }: Ctx, { sensitive }: Finding, { zh, en }: Text): Text {
  return sensitive === null || actor.sees.includes(sensitive) ? t(zh, en) : t(starred(zh), starred(en))
}

function starred(value: string): string {
  return value.replace(
    /[0-9A-Za-z]{11,}/g,
    (run) => `${run.slice(0, 6)}${'*'.repeat(run.length - 10)}${run.slice(-4)}`,
  )
}

/** Deputies count as the one whom they stand for (OF-22). The house itself reports nothing. */
export function reportedBy({ actor }: Ctx, { reporters }: Finding): boolean {
  return reporters.some((accountId) => accountId !== 0 && samePerson(actor, { accountId }))
}
