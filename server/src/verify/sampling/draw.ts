/** Draws a sample: the list as it stands, the records by chance, and who looks at which. */
import type { Day } from '#kernel'
import type { Ctx } from '#platform'
import { holdersWithin } from '#platform'
import type { AnyRow, Register } from '#register'
import { findRows, titlesOf } from '#register'
import type { SampleDesign } from './define.ts'
import { layerOf, planOf, seenBy } from './layers.ts'
import { sampleProblems } from './problems.ts'
import { drawIds, listDigest } from './random.ts'
import type { SamplingRoom } from './room.ts'
import { designOf, drawnFrom } from './room.ts'
import type { Rule } from './rule.ts'
import type { FramePart, Sample } from './sample-store.ts'
import { addParts, addSample, frameOf, framesOf, getSample } from './sample-store.ts'
import type { NewTask } from './task-store.ts'
import { addTasks, tasksOf } from './task-store.ts'

export type DrawAsk = { design: string; title: string; rule: Rule; seed: string; due: Day }

/** Everything in one go; an empty list and a day that is past are Problems. */
export async function drawSample(ctx: Ctx, room: SamplingRoom, ask: DrawAsk): Promise<Sample> {
  const design = designOf(room, ask.design)
  const register = drawnFrom(ctx, room, design)
  if (ask.due < ctx.today) throw sampleProblems.duePast({ due: ask.due })
  await checkBefore(ctx, ask)
  const frame = await frameOf(ctx, register, design.without ?? [])
  if (frame.length === 0) throw sampleProblems.empty({ label: register.label })
  const chosen = await choose(ctx, frame, ask)
  const digest = listDigest(frame.flatMap(({ ids }) => ids))
  const sample = await addSample(ctx, { ...ask, register: design.on, digest })
  await addParts(
    ctx,
    sample.id,
    frame.map(({ area, ids }) => ({
      area,
      layer: layerOf(area, ask.rule.layers),
      frame: ids,
      drawn: ids.filter((id) => chosen.has(id)).length,
    })),
  )
  await addTasks(ctx, await tasksFrom(ctx, room, { design, register, sample, ids: [...chosen] }))
  return sample
}

/** The earlier round must be there and of the same design. */
export async function checkBefore(
  ctx: Ctx,
  { design, rule }: Pick<DrawAsk, 'design' | 'rule'>,
): Promise<void> {
  if (rule.after === null) return
  const before = await getSample(ctx, rule.after)
  if (before.design !== design) throw sampleProblems.otherDesign()
}

async function choose(ctx: Ctx, frame: readonly FramePart[], { rule, seed }: DrawAsk): Promise<Set<number>> {
  const counts = frame.map(({ area, ids }) => ({ area, all: ids.length }))
  const { layers } = planOf(counts, rule, await seenBy(ctx, rule.after))
  return new Set(
    layers.flatMap(({ code, size }) => drawIds({ seed, ids: idsIn(frame, rule.layers, code), size })),
  )
}

function idsIn(frame: readonly FramePart[], layers: Rule['layers'], code: string): number[] {
  return frame.filter(({ area }) => layerOf(area, layers) === code).flatMap(({ ids }) => ids)
}

/** Draws again from the kept list with the kept seed: whether the same records come out. */
export async function drawnAgain(ctx: Ctx, sample: Sample): Promise<{ same: boolean; size: number }> {
  const parts = await framesOf(ctx, sample.id)
  const layers = [...new Set(parts.map(({ layer }) => layer))]
  const again = layers.flatMap((layer) => {
    const own = parts.filter((part) => part.layer === layer)
    const size = own.reduce((sum, { drawn }) => sum + drawn, 0)
    return drawIds({ seed: sample.seed, ids: own.flatMap(({ frame }) => [...frame]), size })
  })
  const kept = new Set((await tasksOf(ctx, sample.id)).map(({ rowId }) => rowId))
  const digest = listDigest(parts.flatMap(({ frame }) => [...frame]))
  const same = digest === sample.digest && kept.size === again.length && again.every((id) => kept.has(id))
  return { same, size: again.length }
}

type Given = { design: SampleDesign; register: Register; sample: Sample; ids: readonly number[] }

async function tasksFrom(
  ctx: Ctx,
  room: SamplingRoom,
  { design, register, sample, ids }: Given,
): Promise<NewTask[]> {
  const rows = (await findRows(ctx, register, ids)) as unknown as AnyRow[]
  const titles = await titlesOf(ctx, room.registry, { register, ids })
  const assign = await assigner(ctx, room)
  return [...rows]
    .sort((a, b) => (a.area < b.area ? -1 : a.area > b.area ? 1 : a.id - b.id))
    .map((row) => {
      const who = assign(row)
      return {
        sampleId: sample.id,
        area: row.area,
        part: row.area.slice(0, 12),
        layer: layerOf(row.area, sample.rule.layers),
        design: design.id,
        title: sample.title,
        due: sample.due,
        rowId: row.id,
        rowVersion: row.version,
        called: titles.get(row.id) ?? `#${row.id}`,
        assignee: who?.accountId ?? null,
        assigneeName: who?.name ?? null,
      }
    })
}

type Holder = { accountId: number; name: string; area: string }

/**
 * Whose turn it is: the members of the team nearest to the record, one after the other, never who wrote it. Nobody
 * where there is none: then whoever of the team signs in later may look.
 */
async function assigner({ tx, actor, today }: Ctx, { visitors = [] }: SamplingRoom) {
  const holders: readonly Holder[] = await holdersWithin(tx, { area: actor.area, roles: visitors, on: today })
  const turns = new Map<string, number>()
  return (row: AnyRow): Holder | undefined => {
    const able = holders.filter(
      ({ area, accountId }) => row.area.startsWith(area) && accountId !== row.updatedBy,
    )
    const nearest = Math.max(0, ...able.map(({ area }) => area.length))
    const team = able.filter(({ area }) => area.length === nearest)
    if (team.length === 0) return undefined
    const key = team.map(({ accountId }) => accountId).join()
    const turn = turns.get(key) ?? 0
    turns.set(key, turn + 1)
    return team[turn % team.length]
  }
}
