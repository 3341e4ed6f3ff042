/** What the laboratory tells of persons and on paper: lists with names, Excel, the memo in Word. Nothing here is in force. */
import { z } from 'zod'
import { t } from '#kernel'
import { type Ctx, may, operation, platformProblems, saveFile } from '#platform'
import type { Changed, ChangedRow, Cliff, PolicyRoom } from '#policy'
import { checkKnown, findPlan, trialShape } from '#policy'
import { areaNames, type Registry } from '#register'
import { reportProblems } from '../problems.ts'
import { memoBlocks, memoTitle } from './memo.ts'
import { inHouseholds, type Named, named } from './persons.ts'
import { wordFile } from './word-file.ts'
import { changedWorkbook } from './workbook.ts'

/** Rows of one workbook; beyond, the county is taken out township by township, and the refusal says so. */
const MOST_ROWS = 100_000

const listShape = {
  ...trialShape,
  classes: z
    .array(z.enum(['up', 'down', 'open']))
    .min(1)
    .optional(),
  area: z.string().optional(),
  year: z.number().int().optional(),
}
const file = z.object({ fileId: z.number(), name: z.string() })

export type LaboratoryReports = { readonly policy: PolicyRoom; readonly registry: Registry }

/** `laboratory.persons`, `laboratory.edge`, `laboratory.export`, `laboratory.memo`. */
export function laboratoryReports(given: LaboratoryReports) {
  return [persons(given), edge(given), exported(given), memo(given)] as const
}

function persons({ policy, registry }: LaboratoryReports) {
  return operation({
    name: 'laboratory.persons',
    text: t('看试算影响到谁', 'See whom a trial changes'),
    can: 'policy.simulate',
    audit: 'read',
    input: z.object({
      ...listShape,
      skip: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      register: z.string(),
      count: z.number(),
      rows: z.custom<readonly Named<ChangedRow>[]>(),
    }),
    run: async (ctx, ask) => {
      checkKnown(ctx, ask.known)
      const changed: Changed = await policy.laboratory.changed(ctx, ask)
      return { ...changed, rows: await named(ctx, registry, changed) }
    },
  })
}

function edge({ policy, registry }: LaboratoryReports) {
  return operation({
    name: 'laboratory.edge',
    text: t('看临界的人', 'See who stands at an edge'),
    can: 'policy.simulate',
    audit: 'read',
    input: z.object({
      ...trialShape,
      fact: z.string(),
      by: z.number(),
      days: z.number().int().min(1).max(366).default(30),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({
      persons: z.number(),
      /** Null where the subject of the rule belongs to none. */
      households: z.number().nullable(),
      householdRegister: z.string().nullable(),
      near: z.custom<Cliff['near']>(),
      register: z.string(),
      rows: z.custom<readonly (Named<Cliff['rows'][number]> & { readonly householdTitle: string })[]>(),
    }),
    run: async (ctx, ask) => {
      checkKnown(ctx, ask.known)
      const { register } = await policy.laboratory.simulate(ctx, ask)
      const [found] = await policy.laboratory.cliffs(ctx, ask)
      const persons = await named(ctx, registry, { register, rows: found?.rows ?? [] })
      const homes = policy.laboratory.householdRegister(ask.policy, register)
      const rows = await inHouseholds(ctx, registry, { register: homes, rows: persons })
      const { persons: count = 0, households = null, near = [] } = found ?? {}
      return { persons: count, households, householdRegister: homes ?? null, near, register, rows }
    },
  })
}

function exported({ policy: room, registry }: LaboratoryReports) {
  return operation({
    name: 'laboratory.export',
    text: t('导出试算影响到的人', 'Export whom a trial changes'),
    can: 'policy.simulate',
    audit: 'export',
    input: z.object(listShape),
    output: file,
    run: async (ctx, ask) => {
      checkKnown(ctx, ask.known)
      const changed = await room.laboratory.changed(ctx, { ...ask, limit: MOST_ROWS })
      const verb = `${changed.register}.export`
      if (!may(ctx.actor, verb))
        throw platformProblems.notAllowed({ verb, text: t('导出名册', 'Export the register') })
      if (changed.count > MOST_ROWS)
        throw reportProblems.tooManyRows({ count: changed.count, most: MOST_ROWS })
      const { result } = await room.laboratory.simulate(ctx, ask)
      const policy = room.policies.get(ask.policy)
      const rows = await named(ctx, registry, changed)
      const bytes = await changedWorkbook(policy, rows, { taken: takenBy(ctx), result })
      return kept(ctx, `${policy.label.zh} 试算影响的人 ${ctx.today}.xlsx`, { bytes, mime: EXCEL })
    },
  })
}

function memo({ policy: room }: LaboratoryReports) {
  return operation({
    name: 'laboratory.memo',
    text: t('取方案说明', 'Take the memo of a plan'),
    can: 'policy.simulate',
    audit: 'export',
    input: z.object({ plan: z.number().int().positive() }),
    output: file,
    run: async (ctx, { plan: id }) => {
      const plan = await findPlan(ctx, id)
      const policy = room.policies.get(plan.policy)
      const places = await areaNames(
        ctx,
        plan.effect.townships.map(({ code }) => code),
      )
      const title = memoTitle({ plan, policy })
      const bytes = await wordFile({
        title,
        author: plan.madeByName,
        blocks: memoBlocks({ plan, policy, places }),
      })
      return kept(ctx, `${title}.docx`, { bytes, mime: WORD })
    },
  })
}

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function kept({ tx }: Ctx, name: string, { bytes, mime }: { bytes: Buffer; mime: string }) {
  const { id } = await saveFile(tx, { name, mime, bytes })
  return { fileId: id, name }
}

function takenBy({ actor, now }: Ctx): string {
  return `${actor.office} ${actor.name}　管辖 ${actor.area}　${now.slice(0, 16).replace('T', ' ')} 试算，未生效`
}
