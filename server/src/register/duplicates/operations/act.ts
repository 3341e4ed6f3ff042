/** Doors that act: search a whole register, say that two are not one, merge, confirm, withdraw, undo. */
import { z } from 'zod'
import { t } from '#kernel'
import { operation } from '#platform'
import { reason, registerName, rowId, verb } from '../../operations/shapes.ts'
import { findRows } from '../../read-store.ts'
import type { Registry } from '../../registry.ts'
import type { AnyRow } from '../../row.ts'
import type { DuplicatePorts } from '../merge.ts'
import { askMerge, confirmMerge, withdrawMerge } from '../merge.ts'
import type { MergeRow } from '../merge-store.ts'
import { markPair, reopenApart } from '../pair-store.ts'
import { commonArea } from '../pass.ts'
import { duplicateProblems } from '../problems.ts'
import { comparedRegister } from '../room.ts'
import { undoMerge } from '../undo.ts'

export const searchDoor = (registry: Registry) =>
  operation({
    name: 'duplicate.search',
    text: t('全册查重', 'Search a register for duplicates'),
    can: verb('merge'),
    audit: 'write',
    input: z.object({ register: registerName }),
    output: z.object({ jobId: z.number() }),
    run: async (ctx, { register: name }) => {
      const register = comparedRegister(registry, name)
      const key = `${name} ${ctx.actor.area} ${ctx.now}`
      const jobId = await ctx.enqueue({ kind: 'duplicate.search', input: { register: register.name }, key })
      ctx.note({ subject: `job:${jobId}` })
      return { jobId }
    },
  })

export const apartDoor = (registry: Registry) =>
  operation({
    name: 'duplicate.apart',
    text: t('认定不是同一个', 'Say that two are not one'),
    can: verb('merge'),
    audit: 'write',
    input: z.object({ register: registerName, a: rowId, b: rowId, reason, back: z.boolean().default(false) }),
    output: z.object({ state: z.enum(['apart', 'open']) }),
    run: async (ctx, { register: name, a, b, reason: why, back }) => {
      const register = comparedRegister(registry, name)
      const rows = (await findRows(ctx, register, [a, b])) as unknown as AnyRow[]
      const [first, second] = rows
      if (!first || !second) throw duplicateProblems.notPair()
      const area = commonArea(first.area, second.area) ?? ctx.actor.area
      const state = back ? ('open' as const) : ('apart' as const)
      if (back) await reopenApart(ctx, register, [a, b])
      await markPair(ctx, register, { ids: [a, b], state, reason: why, area })
      for (const id of [a, b])
        ctx.note({
          subject: `${name}:${id}`,
          text: back
            ? t(`改回待核对：${why}`, `open again: ${why}`)
            : t(`与编号 ${id === a ? b : a} 不是同一个：${why}`, `not one with ${id === a ? b : a}: ${why}`),
        })
      return { state }
    },
  })

const mergeOutput = z.object({ mergeId: z.number(), state: z.enum(['proposed', 'done']), moved: z.number() })

function answer(merge: MergeRow) {
  const moved = merge.moved.reduce((sum, { ids }) => sum + ids.length, 0)
  return {
    mergeId: merge.id,
    state: merge.state === 'done' ? ('done' as const) : ('proposed' as const),
    moved,
  }
}

type Room = { registry: Registry; ports: DuplicatePorts }

export const mergeDoor = (room: Room) =>
  operation({
    name: 'duplicate.merge',
    text: t('合并两条记录', 'Merge two records'),
    can: verb('merge'),
    audit: 'write',
    input: z.object({
      register: registerName,
      keptId: rowId,
      goneId: rowId,
      keptVersion: z.int().positive(),
      goneVersion: z.int().positive(),
      /** Fields whose value of the record that goes is taken. */
      taken: z.array(z.string().max(60)).max(100),
      reason,
    }),
    output: mergeOutput,
    run: async (ctx, { register: name, ...asked }) => {
      const merge = await askMerge(ctx, room, { register: comparedRegister(room.registry, name), asked })
      const { keptId, goneId } = merge
      const done = merge.state === 'done'
      ctx.note({
        subject: `${name}:${keptId}`,
        text: done
          ? t(`并入编号 ${goneId}：${asked.reason}`, `${goneId} merged into it: ${asked.reason}`)
          : t(`提出并入编号 ${goneId}：${asked.reason}`, `merge of ${goneId} proposed: ${asked.reason}`),
      })
      ctx.note({ subject: `${name}:${goneId}`, after: { mergedInto: keptId, done } })
      return answer(merge)
    },
  })

export const confirmDoor = (room: Room) =>
  operation({
    name: 'duplicate.confirm',
    text: t('确认合并', 'Confirm a merge'),
    can: verb('confirmMerge'),
    audit: 'write',
    input: z.object({ register: registerName, mergeId: rowId }),
    output: mergeOutput,
    run: async (ctx, { register: name, mergeId }) => {
      const merge = await confirmMerge(ctx, room, {
        register: comparedRegister(room.registry, name),
        id: mergeId,
      })
      for (const id of [merge.keptId, merge.goneId])
        ctx.note({
          subject: `${name}:${id}`,
          text: t(`确认合并 ${mergeId} 号`, `merge ${mergeId} confirmed`),
        })
      return answer(merge)
    },
  })

export const withdrawDoor = (registry: Registry) =>
  operation({
    name: 'duplicate.withdraw',
    text: t('收回合并提议', 'Withdraw a proposed merge'),
    can: verb('merge'),
    audit: 'write',
    input: z.object({ register: registerName, mergeId: rowId, reason }),
    output: z.object({ withdrawn: z.literal(true) }),
    run: async (ctx, { register: name, mergeId, reason: why }) => {
      await withdrawMerge(ctx, comparedRegister(registry, name), { id: mergeId, reason: why })
      ctx.note({ subject: `merge:${mergeId}`, text: t(why, why) })
      return { withdrawn: true as const }
    },
  })

export const undoDoor = (registry: Registry) =>
  operation({
    name: 'duplicate.undo',
    text: t('撤回合并', 'Undo a merge'),
    can: verb('merge'),
    audit: 'write',
    input: z.object({ register: registerName, mergeId: rowId, reason }),
    output: z.object({
      keptId: z.number(),
      goneId: z.number(),
      /** Fields that somebody has changed since: they keep the later value. */
      left: z.array(z.string()),
      /** What came under the one that stayed while they were one, and is there still: somebody looks whose it is. */
      rests: z.object({ decisions: z.number(), vouchers: z.number(), rows: z.number() }),
    }),
    run: async (ctx, { register: name, mergeId, reason: why }) => {
      const register = comparedRegister(registry, name)
      const { merge, left, rests } = await undoMerge(ctx, registry, { register, id: mergeId, reason: why })
      for (const id of [merge.keptId, merge.goneId])
        ctx.note({ subject: `${name}:${id}`, text: t(`撤回合并：${why}`, `merge undone: ${why}`) })
      return { keptId: merge.keptId, goneId: merge.goneId, left, rests }
    },
  })
