/** The doors of frozen reports. There is none to undo a freeze: a figure that was given out stays; a new one gets a new number. */
import { z } from 'zod'
import { t } from '#kernel'
import { type Ctx, may, operation, saveFile } from '#platform'
import { reportProblems } from '../problems.ts'
import type { Report } from '../table/define.ts'
import { readReport } from '../table/read.ts'
import { changesSince, digestOf, freeze } from './freeze.ts'
import { printFrozen } from './print.ts'
import { type Frozen, findFrozen, listFrozen } from './store.ts'

const id = z.number().int().positive()
const text = z.object({ zh: z.string(), en: z.string() })
const figure = z.object({ value: z.string().nullable(), shown: z.string(), unknown: z.number() })
const table = z.object({
  heads: z.array(z.object({ name: z.string(), label: text })),
  measures: z.array(z.object({ name: z.string(), label: text, unit: text.optional() })),
  rows: z.array(
    z.object({
      keys: z.array(z.object({ key: z.string().nullable(), text })),
      figures: z.array(figure),
    }),
  ),
  total: z.array(figure),
})
const head = z.object({
  id,
  area: z.string(),
  number: z.string(),
  report: z.string(),
  digest: z.string(),
  actorName: z.string(),
  office: z.string(),
  frozenOn: z.string(),
})
const change = z.object({
  row: z.array(text),
  measure: text,
  frozen: z.string().nullable(),
  now: z.string().nullable(),
})

export function frozenOperations(reports: readonly Report[]) {
  return [freezeDoor(reports), listDoor(reports), getDoor(reports), printDoor(reports)] as const
}

/** A report that the actor may read, else as if there were none. */
function readable(ctx: Ctx, reports: readonly Report[], id: string): Report {
  const report = reports.find((one) => one.id === id && may(ctx.actor, one.can))
  if (!report) throw reportProblems.unknownReport({ report: id })
  return report
}

async function frozenOf(ctx: Ctx, reports: readonly Report[], id: number) {
  const frozen = await findFrozen(ctx.tx, id)
  if (!frozen) throw reportProblems.unknownFrozen({ id })
  return { frozen, report: readable(ctx, reports, frozen.report) }
}

function freezeDoor(reports: readonly Report[]) {
  return operation({
    name: 'report.freeze',
    text: t('定稿报表', 'Freeze a report'),
    can: 'report.freeze',
    audit: 'write',
    input: z.object({
      report: z.string(),
      rows: z.array(z.string()).min(1).max(2),
      measures: z.array(z.string()).min(1),
    }),
    output: z.object({ id, number: z.string(), digest: z.string() }),
    run: async (ctx, { report: name, ...cut }) => {
      const report = readable(ctx, reports, name)
      const made = await freeze(ctx, report, cut)
      const words = t(`${report.label.zh}定稿 ${made.number}`, `${report.label.en} frozen as ${made.number}`)
      ctx.note({ subject: `frozen:${made.id}`, text: words, after: { digest: made.digest } })
      return made
    },
  })
}

function listDoor(reports: readonly Report[]) {
  return operation({
    name: 'report.frozenList',
    text: t('看定稿清单', 'List frozen reports'),
    can: 'report.read',
    audit: 'none',
    input: z.object({
      report: z.string(),
      before: id.optional(),
      limit: z.int().min(1).max(100).default(20),
    }),
    output: z.object({ frozen: z.array(head), next: id.nullable() }),
    run: async (ctx, { limit, report, before }) => {
      readable(ctx, reports, report)
      const found = await listFrozen(ctx.tx, { report, before, limit: limit + 1 })
      const frozen = found.slice(0, limit)
      return { frozen, next: found.length > limit ? (frozen.at(-1)?.id ?? null) : null }
    },
  })
}

function getDoor(reports: readonly Report[]) {
  return operation({
    name: 'report.frozen',
    text: t('看定稿和定稿后变动', 'Read a frozen report and what changed since'),
    can: 'report.read',
    audit: 'read',
    input: z.object({ id }),
    output: head.extend({
      figures: table,
      /** The digest still fits what is stored. */
      intact: z.boolean(),
      /** Null where the reader's area is another than that of the figures: nothing comparable can be counted. */
      changes: z.array(change).nullable(),
    }),
    run: async (ctx, input) => {
      const { frozen, report } = await frozenOf(ctx, reports, input.id)
      ctx.note({ subject: `frozen:${frozen.id}` })
      return {
        ...frozen,
        intact: digestOf(frozen) === frozen.digest,
        changes: await compared(ctx, report, frozen),
      }
    },
  })
}

async function compared(ctx: Ctx, report: Report, { area, cut, figures }: Frozen) {
  if (ctx.actor.area !== area) return null
  const gone =
    cut.rows.some((name) => !report.dimensions[name]) || cut.measures.some((name) => !report.measures[name])
  if (gone) return null
  return changesSince(figures, await readReport(ctx, report, cut), t('合计', 'Total'))
}

function printDoor(reports: readonly Report[]) {
  return operation({
    name: 'report.printFrozen',
    text: t('打印定稿', 'Print a frozen report'),
    can: 'report.read',
    audit: 'export',
    input: z.object({ id }),
    output: z.object({ fileId: z.number(), name: z.string() }),
    run: async (ctx, input) => {
      const { frozen, report } = await frozenOf(ctx, reports, input.id)
      const name = `${report.label.zh} ${frozen.number}.pdf`
      const bytes = printFrozen(ctx, { frozen, label: report.label })
      const file = await saveFile(ctx.tx, { name, mime: 'application/pdf', bytes })
      ctx.note({ subject: `frozen:${frozen.id}`, after: { name } })
      return { fileId: file.id, name }
    },
  })
}
