/** A list arrives, its columns are shown, and it is compared: at once if it is small, else as a job. */
import { z } from 'zod'
import { isDay, t } from '#kernel'
import type { Ctx } from '#platform'
import { operation, readFile, shareFile } from '#platform'
import { corrected, planList, rememberColumns } from '#register'
import type { VerifyRoom } from '../../run.ts'
import { changeCompared, getCompared, insertCompared, sameList } from '../compare-store.ts'
import type { Comparison, Pair } from '../define.ts'
import { compareJobKind } from '../jobs.ts'
import { compareProblems } from '../problems.ts'
import { openKind } from '../room.ts'
import { clearRows, resetRows } from '../row-store.ts'
import { listOf, nearPairs, rulesOf } from '../sides.ts'
import type { StepState } from '../steps.ts'
import { againStep, firstStep, takeStep } from '../steps.ts'
import type { Compared } from '../tables.ts'

const comparisonId = z.int().positive()
const day = z.string().refine(isDay)

export function uploadDoor(room: VerifyRoom) {
  return operation({
    name: 'compare.upload',
    text: t('上传要比的名单', 'Upload a list to compare'),
    can: 'verify.run',
    audit: 'write',
    input: z.object({
      fileId: z.int().positive(),
      kind: z.string().max(80),
      /** Whose list it is; the uploading office unless said. */
      sender: z.string().trim().min(1).max(100).optional(),
      /** The day that the list speaks of; today unless said. */
      listDate: day.optional(),
      /** The letter that it came with, or why it may be used. */
      basis: z.string().trim().max(200).optional(),
    }),
    output: z.object({
      comparisonId: z.number(),
      /** The same file was compared as this kind before: that comparison is opened. */
      same: z.boolean(),
    }),
    run: async (ctx, given) => {
      const kind = openKind(ctx, room, given.kind)
      const file = await readFile(ctx.tx, given.fileId)
      const same = await sameList(ctx, { sha256: file.sha256, kind: kind.id })
      if (same) return { comparisonId: same.id, same: true }
      const list = listOf(kind, room.registry)
      const sender = given.sender ?? ctx.actor.office
      const reading = { registry: room.registry, list, rules: rulesOf(kind), area: ctx.actor.area, sender }
      const sheets = await planList(ctx, reading, file)
      if (!sheets.some(({ head }) => head)) throw compareProblems.noTable({ file: file.name })
      await shareFile(ctx.tx, file.id) // who goes on must be able to read it
      const id = await insertCompared(ctx, {
        kind: kind.id,
        register: kind.register,
        fileId: file.id,
        fileName: file.name,
        sha256: file.sha256,
        sender,
        listDate: given.listDate ?? ctx.today,
        basis: given.basis || null,
        sheets,
        keys: [],
      })
      ctx.note({
        subject: `comparison:${id}`,
        after: { kind: kind.id, file: file.name, sha256: file.sha256, sender },
      })
      return { comparisonId: id, same: false }
    },
  })
}

const runInput = z.object({
  comparisonId,
  sheets: z
    .array(
      z.object({
        name: z.string(),
        use: z.boolean().optional(),
        /** Column letters -> column of the list. What is not named stays as proposed. */
        columns: z.record(z.string().regex(/^[A-Z]{1,3}$/), z.string().max(60)).optional(),
      }),
    )
    .default([]),
  /** Ways to match by columns of the list, the surest first; those of the kind unless said. */
  by: z.array(z.array(z.string().max(60)).min(1)).optional(),
  listDate: day.optional(),
})

/** A list that was compared before is compared again with the register as it is now. */
export function runDoor(room: VerifyRoom) {
  return operation({
    name: 'compare.run',
    text: t('比对', 'Compare'),
    can: 'verify.run',
    audit: 'write',
    input: runInput,
    output: z.object({ jobId: z.number().nullable() }),
    run: async (ctx, given) => {
      const compared = await getCompared(ctx, given.comparisonId, true)
      if (compared.state === 'running') throw compareProblems.notNow({ state: compared.state })
      ctx.note({
        subject: `comparison:${compared.id}`,
        after: { by: given.by ?? null, listDate: given.listDate ?? compared.listDate },
      })
      return compared.state === 'done' ? again(ctx, room, compared) : begin(ctx, room, compared, given)
    },
  })
}

async function again(ctx: Ctx, room: VerifyRoom, { id, read }: Compared) {
  await resetRows(ctx, id)
  await changeCompared(ctx, id, { state: 'running' })
  return steps(ctx, room, { id, state: againStep(read), read })
}

async function begin(ctx: Ctx, room: VerifyRoom, compared: Compared, given: z.output<typeof runInput>) {
  const kind = openKind(ctx, room, compared.kind)
  const { id } = compared
  const sheets = compared.sheets.map((plan) =>
    corrected(
      plan,
      given.sheets.find(({ name }) => name === plan.name),
    ),
  )
  const keys = given.by
    ? given.by.map((names) => names.map((name) => pairOf(kind, name)))
    : kind.keys.map((key) => [...key])
  checkPlans(kind, sheets, keys)
  const mayRemember = ['*', 'import'].some((group) => ctx.actor.writes.includes(group))
  if (mayRemember)
    await rememberColumns(ctx, { list: listOf(kind, room.registry), sender: compared.sender }, sheets)
  await clearRows(ctx, id)
  const { listDate } = given
  await changeCompared(ctx, id, { state: 'running', sheets, keys, ...(listDate ? { listDate } : {}) })
  return steps(ctx, room, { id, state: firstStep, read: 0 })
}

/** The field of the register that a column of the list is matched with. */
function pairOf({ keys, near, compare = [], adopts = [] }: Comparison, name: string): Pair {
  const all = [...keys.flat(), ...nearPairs(near), ...compare, ...adopts]
  const pair = all.find(({ list }) => list === name)
  if (!pair) throw compareProblems.noColumn({ column: name })
  return pair
}

/** Every target exists, none is meant twice, and one way to match is there on every sheet that is used. */
function checkPlans(
  { fields, near }: Comparison,
  sheets: Compared['sheets'],
  keys: readonly (readonly Pair[])[],
): void {
  for (const { columns } of sheets.filter(({ use }) => use)) {
    const meant = new Map<string, string[]>()
    for (const { target, letters } of columns) {
      if (target.startsWith(':')) continue
      if (!(target in fields)) throw compareProblems.noColumn({ column: target })
      meant.set(target, [...(meant.get(target) ?? []), letters])
    }
    for (const [name, letters] of meant)
      if (letters.length > 1 && !fields[name]?.kind.place)
        throw compareProblems.twoColumns({ label: fields[name]?.label ?? t(name, name), columns: letters })
    const told = keys.some((key) => key.every(({ list }) => meant.has(list)))
    if (!told && !(near && meant.has(near.name.list)))
      throw compareProblems.noKey({ labels: labelsOf(fields, keys) })
  }
}

function labelsOf(fields: Comparison['fields'], [first = []]: readonly (readonly Pair[])[]) {
  return first.flatMap(({ list }) => fields[list]?.label ?? [])
}

/** Rows that are compared within the request; a longer list goes on as a job. */
const AT_ONCE = 3000

async function steps(ctx: Ctx, room: VerifyRoom, given: { id: number; state: StepState; read: number }) {
  const { id } = given
  let { state } = given
  if (given.read <= AT_ONCE) {
    let step = await takeStep(ctx, room, { id, state, most: AT_ONCE + 1 })
    while (!step.done && step.state.phase !== 'read')
      step = await takeStep(ctx, room, { id, state: step.state })
    if (step.done) return { jobId: null }
    state = step.state
  }
  const jobId = await ctx.enqueue({ kind: compareJobKind, input: { comparisonId: id, state } })
  await changeCompared(ctx, id, { jobId })
  return { jobId }
}
