/** What people do with a comparison: say who is meant, propose what to take over, confirm it, give the list up. */
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { operation } from '#platform'
import { eventChangeShape } from '#register'
import type { VerifyRoom } from '../../run.ts'
import { decideAdoption, proposeAdoptions, showAdoptions } from '../adopt.ts'
import { listAdoptions } from '../adoption-store.ts'
import { changeCompared, getCompared } from '../compare-store.ts'
import { judged } from '../differ.ts'
import { keepRowFinds } from '../hits.ts'
import { compareProblems } from '../problems.ts'
import type { Work } from '../room.ts'
import { workOf } from '../room.ts'
import { countClasses, getRows, keepDecision, keepResults } from '../row-store.ts'
import { text } from '../show.ts'
import type { Compared, ComparedRow } from '../tables.ts'
import { said } from './foresee.ts'

export function decideDoor(room: VerifyRoom) {
  return operation({
    name: 'compare.decide',
    text: t('认定名单上的人', 'Say who is meant'),
    can: 'verify.act',
    audit: 'write',
    input: z.object({
      rowId: z.int().positive(),
      /** The record that is meant; null: none of the candidates. */
      targetId: z.int().positive().nullable(),
    }),
    output: z.object({ class: z.string() }),
    run: async (ctx, { rowId, targetId }) => {
      const { work, row } = await rowOf(ctx, room, rowId)
      if (targetId !== null && !row.candidates.some(({ id }) => id === targetId))
        throw compareProblems.noCandidate()
      await keepDecision(ctx, { id: rowId, decision: targetId === null ? 'none' : 'same' })
      const done = await settled(ctx, work, row, targetId)
      ctx.note({ subject: `comparison:${row.comparisonId}`, after: { row: rowId, targetId } })
      await recount(ctx, work, rowId)
      return { class: done }
    },
  })
}

async function settled(ctx: Ctx, work: Work, row: ComparedRow, targetId: number | null): Promise<string> {
  const { id, candidates } = row
  const found =
    targetId === null
      ? { id, class: 'onlyThere' as const, targets: [], differs: [], candidates }
      : (await judged(ctx, work, [{ ...row, targets: [targetId] }])).map((one) => ({ ...one, candidates }))[0]
  if (found) await keepResults(ctx, [found])
  return found?.class ?? 'onlyThere'
}

/** The counts and the findings follow what was decided. */
async function recount(ctx: Ctx, work: Work, rowId: number): Promise<void> {
  const { compared } = work
  const [row] = await getRows(ctx, [rowId])
  if (!row) return
  const findings = await keepRowFinds(ctx, work, row)
  const counts = { ...compared.counts, ...noClasses, ...(await countClasses(ctx, compared.id)), findings }
  await changeCompared(ctx, compared.id, { counts })
}

const noClasses = { same: 0, differs: 0, candidate: 0, onlyThere: 0 }

async function rowOf(ctx: Ctx, room: VerifyRoom, rowId: number): Promise<{ work: Work; row: ComparedRow }> {
  const [row] = await getRows(ctx, [rowId])
  if (!row) throw compareProblems.notFound()
  return { row, work: workOf(ctx, room, doneOnly(await getCompared(ctx, row.comparisonId, true))) }
}

function doneOnly(compared: Compared): Compared {
  if (compared.state !== 'done') throw compareProblems.notNow({ state: compared.state })
  return compared
}

export function proposeDoor(room: VerifyRoom) {
  return operation({
    name: 'compare.propose',
    text: t('提出采信', 'Propose to adopt'),
    can: 'verify.act',
    audit: 'write',
    input: z.object({
      comparisonId: z.int().positive(),
      rowIds: z.array(z.int().positive()).min(1).max(200),
      /** Only these fields of the register. */
      fields: z.array(z.string().max(60)).optional(),
      note: z.string().trim().max(300).default(''),
      /** What an event that adopts the fact asks beside the list; of one row only. */
      said: said.optional(),
    }),
    output: z.object({ adoptions: z.array(z.number()) }),
    run: async (ctx, { comparisonId, rowIds, fields, note, said: answered }) => {
      if (answered && rowIds.length > 1) throw compareProblems.saidOfMany()
      const compared = doneOnly(await getCompared(ctx, comparisonId))
      const rows = (await getRows(ctx, rowIds)).filter((row) => row.comparisonId === comparisonId)
      if (rows.length !== new Set(rowIds).size) throw compareProblems.notFound()
      const work = workOf(ctx, room, compared)
      const more = { ...(fields ? { fields } : {}), ...(answered ? { said: answered } : {}) }
      const adoptions = await proposeAdoptions(ctx, room, { work, rows, note, ...more })
      ctx.note({ subject: `comparison:${comparisonId}`, after: { rows: rowIds, adoptions } })
      return { adoptions }
    },
  })
}

export function adoptDoor(room: VerifyRoom) {
  return operation({
    name: 'compare.adopt',
    text: t('确认采信', 'Confirm an adoption'),
    can: 'verify.adopt',
    audit: 'write',
    input: z.object({
      adoptionIds: z.array(z.int().positive()).min(1).max(200),
      as: z.enum(['adopted', 'refused']),
      /** Why it is refused. */
      answer: z.string().trim().min(1).max(300).optional(),
    }),
    output: z.object({ decided: z.number() }),
    run: async (ctx, { adoptionIds, as, answer }) => {
      for (const id of [...new Set(adoptionIds)].sort((a, b) => a - b))
        await decideAdoption(ctx, room, { id, as, answer })
      ctx.note({ after: { adoptions: adoptionIds, as, ...(answer ? { answer } : {}) } })
      return { decided: adoptionIds.length }
    },
  })
}

const change = z.object({
  name: z.string(),
  label: text,
  before: z.string().nullable(),
  after: z.string().nullable(),
})

const adoptionShape = z.object({
  id: z.number(),
  register: z.string(),
  targetId: z.number(),
  title: z.string(),
  areaName: z.string(),
  comparisonId: z.number(),
  rowId: z.number(),
  source: text,
  fields: z.array(change),
  /** The event that takes it over, and all that it changes. */
  event: text.nullable(),
  follows: z.array(eventChangeShape),
  note: z.string(),
  state: z.enum(['proposed', 'adopted', 'refused']),
  proposer: z.string(),
  proposedAt: z.string(),
  decider: z.string().nullable(),
  decidedAt: z.string().nullable(),
  /** Why it was refused. */
  answer: z.string().nullable(),
  /** Proposed by the actor or whom he stands for: another one confirms. */
  mine: z.boolean(),
})

export function adoptionsDoor(room: VerifyRoom) {
  return operation({
    name: 'compare.adoptions',
    text: t('查看采信', 'List adoptions'),
    can: 'verify.read',
    audit: 'read',
    input: z.object({
      state: z.enum(['proposed', 'adopted', 'refused']).optional(),
      comparisonId: z.int().positive().optional(),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.object({
      adoptions: z.array(adoptionShape),
    }),
    run: async (ctx, { state, comparisonId, limit }) => ({
      adoptions: await showAdoptions(
        ctx,
        room,
        await listAdoptions(ctx, {
          limit,
          ...(state ? { state } : {}),
          ...(comparisonId ? { comparisonId } : {}),
        }),
      ),
    }),
  })
}

export function dropDoor() {
  return operation({
    name: 'compare.drop',
    text: t('放弃比对', 'Give up a comparison'),
    can: 'verify.run',
    audit: 'write',
    input: z.object({ comparisonId: z.int().positive() }),
    output: z.object({ dropped: z.literal(true) }),
    run: async (ctx, { comparisonId }) => {
      const { state } = await getCompared(ctx, comparisonId, true)
      if (state !== 'mapping') throw compareProblems.notNow({ state: 'running' })
      await changeCompared(ctx, comparisonId, { state: 'dropped' })
      ctx.note({ subject: `comparison:${comparisonId}` })
      return { dropped: true as const }
    },
  })
}
