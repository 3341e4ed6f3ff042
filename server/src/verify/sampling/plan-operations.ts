/** The doors of who draws: try, draw, follow, close. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Day } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { operation } from '#platform'
import { areaNames } from '#register'
import { checkBefore, drawnAgain, drawSample } from './draw.ts'
import { planOf, seenBy } from './layers.ts'
import { sampleProblems } from './problems.ts'
import type { SamplingRoom } from './room.ts'
import { designOf, drawnFrom } from './room.ts'
import { ruleShape } from './rule.ts'
import { closeSample, frameCounts, getSample, listSamples } from './sample-store.ts'
import { freeTasks } from './task-store.ts'

const sampleId = z.int().positive()
const seen = z.object({ looked: z.number(), faults: z.number() })

export function planDoor(room: SamplingRoom) {
  return operation({
    name: 'sample.plan',
    text: t('算抽多少', 'Work out a sample'),
    can: 'sample.plan',
    audit: 'none',
    input: z.object({ design: z.string().max(60), rule: ruleShape }),
    /** Rates and `half` are fractions. */
    output: z.object({
      all: z.number(),
      size: z.number(),
      bySize: z.number(),
      half: z.number(),
      layers: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          all: z.number(),
          rate: z.number(),
          before: seen,
          size: z.number(),
        }),
      ),
    }),
    run: async (ctx, ask) => {
      const design = designOf(room, ask.design)
      const register = drawnFrom(ctx, room, design)
      await checkBefore(ctx, ask)
      const counts = await frameCounts(ctx, register, design.without ?? [])
      if (counts.length === 0) throw sampleProblems.empty({ label: register.label })
      const plan = planOf(counts, ask.rule, await seenBy(ctx, ask.rule.after))
      const names = await areaNames(
        ctx,
        plan.layers.map(({ code }) => code),
      )
      return {
        ...plan,
        layers: plan.layers.map((one) => ({ ...one, name: names.get(one.code) ?? one.code })),
      }
    },
  })
}

export function drawDoor(room: SamplingRoom) {
  return operation({
    name: 'sample.draw',
    text: t('抽样并派给工作队', 'Draw a sample and give it to the teams'),
    can: 'sample.plan',
    audit: 'write',
    input: z.object({
      design: z.string().max(60),
      title: z.string().trim().min(1).max(80),
      rule: ruleShape,
      /** Given where it was drawn in public; else by chance. */
      seed: z.string().trim().min(1).max(60).optional(),
      due: z.iso.date(),
    }),
    output: z.object({ sampleId: z.number() }),
    run: async (ctx, ask) => {
      const seed = ask.seed ?? randomBytes(6).toString('hex')
      const sample = await drawSample(ctx, room, { ...ask, seed, due: ask.due as Day })
      const { id, title, digest } = sample
      const { layers, precision, confidence } = ask.rule
      ctx.note({
        subject: `sample:${id}`,
        after: { name: title, design: ask.design, seed, digest, layers, precision, confidence },
      })
      return { sampleId: id }
    },
  })
}

export const samplesDoor = operation({
  name: 'sample.list',
  text: t('查看抽查', 'List samples'),
  can: 'sample.read',
  audit: 'read',
  input: z.object({ after: z.int().positive().optional(), limit: z.int().min(1).max(100).default(20) }),
  output: z.object({
    samples: z.array(
      z.object({
        id: z.number(),
        area: z.string(),
        design: z.string(),
        title: z.string(),
        due: z.string(),
        drawnAt: z.string(),
        maker: z.string(),
        closedAt: z.string().nullable(),
        size: z.number(),
        looked: z.number(),
        faulty: z.number(),
      }),
    ),
    next: z.number().nullable(),
  }),
  run: async (ctx, { after, limit }) => {
    const found = await listSamples(ctx, { after, limit: limit + 1 })
    const page = found.slice(0, limit)
    return {
      samples: page.map(
        ({ id, area, design, title, due, drawnAt, maker, closedAt, size, looked, faulty }) => ({
          ...{ id, area, design, title, due, drawnAt, maker, closedAt, size, looked, faulty },
        }),
      ),
      next: found.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  },
})

export const closeDoor = operation({
  name: 'sample.close',
  text: t('抽查收尾', 'Close a sample'),
  can: 'sample.plan',
  audit: 'write',
  input: z.object({ sampleId }),
  output: z.object({}),
  run: async (ctx, ask) => {
    await openSample(ctx, ask.sampleId)
    await closeSample(ctx, ask.sampleId)
    ctx.note({ subject: `sample:${ask.sampleId}`, after: { closed: true } })
    return {}
  },
})

export const freeDoor = operation({
  name: 'sample.free',
  text: t('把抽查任务交回全队', 'Hand records back to the whole team'),
  can: 'sample.plan',
  audit: 'write',
  input: z.object({ sampleId, part: z.string().max(12) }),
  output: z.object({ freed: z.number() }),
  run: async (ctx, ask) => {
    await openSample(ctx, ask.sampleId)
    const freed = await freeTasks(ctx, ask)
    ctx.note({ subject: `sample:${ask.sampleId}`, after: { area: ask.part, freed } })
    return { freed }
  },
})

export const againDoor = operation({
  name: 'sample.again',
  text: t('按种子重抽核对', 'Draw again from the seed and compare'),
  can: 'sample.read',
  audit: 'read',
  input: z.object({ sampleId }),
  output: z.object({ same: z.boolean(), size: z.number() }),
  run: async (ctx, ask) => {
    const sample = await getSample(ctx, ask.sampleId)
    ctx.note({ subject: `sample:${sample.id}` })
    return drawnAgain(ctx, sample)
  },
})

async function openSample(ctx: Ctx, id: number): Promise<void> {
  const sample = await getSample(ctx, id)
  if (sample.closedAt !== null) throw sampleProblems.closed()
}
