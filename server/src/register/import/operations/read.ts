/** ②–④ as the pages read them. */
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { dayAt, operation } from '#platform'
import { isMasked } from '../../mask.ts'
import { findSame, listBatches } from '../batch-store.ts'
import type { Importer } from '../importer.ts'
import { countLinks } from '../link-store.ts'
import { noticeTexts, reasonText } from '../reasons.ts'
import { countStaged } from '../row-store.ts'
import { listStaged } from '../staged-store.ts'
import type { Batch } from '../tables.ts'
import { classes, importId, mayChange, mayMerge, maySee, openBatch, states, text } from './shapes.ts'
import { hideText, rowShape, showRows } from './show.ts'
import { stepToUndo } from './step-back.ts'
import { targetsOf } from './targets.ts'

const brief = {
  id: z.number(),
  register: z.string(),
  label: text,
  fileName: z.string(),
  state: z.enum(states),
  uploadedBy: z.string(),
  office: z.string(),
  /** Who sent the file, where it is another. */
  sender: z.string().nullable(),
  uploadedAt: z.string(),
  mergedBy: z.string().nullable(),
  mergedAt: z.string().nullable(),
  jobId: z.number().nullable(),
  mine: z.boolean(),
}

function briefOf(ctx: Ctx, importer: Importer, batch: Batch) {
  const { id, register, fileName, state, uploadedBy, office, sender, uploadedAt, mergedBy, mergedAt, jobId } =
    batch
  const label = importer.registry.get(register).label
  return {
    id,
    register,
    label,
    fileName,
    state,
    uploadedBy,
    office,
    sender,
    uploadedAt,
    mergedBy,
    mergedAt,
    jobId,
    mine: batch.accountId === ctx.actor.accountId,
  }
}

export function listDoor(importer: Importer) {
  return operation({
    name: 'import.list',
    text: t('查看导入', 'List imports'),
    can: 'signedIn',
    audit: 'none',
    input: z.object({ limit: z.int().min(1).max(200).default(50) }),
    output: z.object({ imports: z.array(z.object(brief)) }),
    run: async (ctx, { limit }) => {
      const registers = importer.registry.all.map(({ name }) => name)
      const batches = await listBatches(ctx, { registers, limit })
      const seen = batches.filter((batch) => maySee(ctx, batch))
      return { imports: seen.map((batch) => briefOf(ctx, importer, batch)) }
    },
  })
}

const column = z.object({
  letters: z.string(),
  head: z.string(),
  target: z.string(),
  how: z.enum(['layout', 'label', 'alias', 'word', 'taught', 'remembered', 'chosen', 'none']),
  samples: z.array(z.string()),
})

const detail = z.object({
  ...brief,
  format: z.string(),
  encoding: z.string().nullable(),
  sha256: z.string(),
  counter: text,
  sheets: z.array(
    z.object({
      name: z.string(),
      hidden: z.boolean(),
      use: z.boolean(),
      head: z.object({ top: z.number(), bottom: z.number() }).nullable(),
      /** By whom the head was found, where it was not by its words. */
      headBy: z.enum(['chosen', 'layout']).optional(),
      layout: z.object({ id: z.number(), name: z.string() }).optional(),
      titles: z.array(z.string()),
      within: z.string().nullable(),
      columns: z.array(column),
    }),
  ),
  /** What a column may mean, `:note` and `:ignore` aside. */
  targets: z.array(z.object({ target: z.string(), label: text, required: z.boolean() })),
  notices: z.array(z.object({ code: z.string(), text, count: z.number() })),
  counts: z.record(z.string(), z.number()),
  merged: z.number(),
  reasons: z.array(z.object({ code: z.string(), class: z.string(), text, count: z.number() })),
  /** Rows of other registers that come with it. */
  links: z.array(z.object({ register: z.string(), label: text, counter: text, count: z.number() })),
  same: z.object({ id: z.number(), day: z.string() }).nullable(),
  can: z.object({ edit: z.boolean(), merge: z.boolean(), undo: z.boolean() }),
  /** The actor's last step in ③, which he may take back. */
  step: z.object({ id: z.number(), text }).nullable(),
})

export function getDoor(importer: Importer) {
  return operation({
    name: 'import.get',
    text: t('查看一次导入', 'Show an import'),
    can: 'signedIn',
    audit: 'none',
    input: z.object({ importId }),
    output: detail,
    run: async (ctx, given) => {
      const batch = await openBatch(ctx, given.importId)
      const register = importer.registry.get(batch.register)
      const counted = await countStaged(ctx, batch.id)
      const same = await findSame(ctx, { sha256: batch.sha256, register: batch.register, but: batch.id })
      const merge = mayMerge(ctx, batch.register)
      return {
        ...briefOf(ctx, importer, batch),
        format: batch.format,
        encoding: batch.encoding,
        sha256: batch.sha256,
        counter: register.counter,
        sheets: sheetsOf(ctx, importer, batch),
        targets: targetsOf(importer, batch.register),
        notices: Object.entries(batch.notices).map(([code, count]) => ({
          code,
          text: noticeTexts[code] ?? t(code, code),
          count,
        })),
        counts: counted.classes,
        merged: counted.merged,
        reasons: counted.reasons.map((one) => ({ ...one, text: reasonText(register, one.code) })),
        links: (await countLinks(ctx, batch.id)).map(({ register: name, count }) => {
          const other = importer.registry.get(name)
          return { register: name, label: other.label, counter: other.counter, count }
        }),
        same: same ? { id: same.id, day: dayAt(same.mergedAt ?? same.uploadedAt) } : null,
        can: {
          edit: mayChange(ctx, batch) && (batch.state === 'mapping' || batch.state === 'review'),
          merge,
          undo: merge && batch.state === 'done',
        },
        step: await stepToUndo(ctx, importer, batch),
      }
    },
  })
}

/** Samples of hidden fields are hidden as their values are. */
function sheetsOf(ctx: Ctx, importer: Importer, batch: Batch) {
  const { fields } = importer.registry.get(batch.register)
  return batch.sheets.map(({ columns, titles, ...sheet }) => ({
    ...sheet,
    titles: [...titles],
    columns: columns.map(({ letters, path, target, how, samples }) => {
      const field = fields[target]
      const hidden = field !== undefined && isMasked(ctx.actor, field)
      return {
        letters,
        head: path.join('·'),
        target,
        how,
        samples: samples.map((s) => (hidden ? hideText(s) : s)),
      }
    }),
  }))
}

export function rowsDoor(importer: Importer) {
  return operation({
    name: 'import.rows',
    text: t('查看导入的行', 'Show rows of an import'),
    can: 'signedIn',
    audit: 'read',
    input: z.object({
      importId,
      /** `problem`: what a person has to look at, wrong or doubtful. */
      class: z.enum([...classes, 'problem']).optional(),
      reason: z.string().max(100).optional(),
      after: z.int().min(0).optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({ rows: z.array(rowShape), next: z.number().nullable() }),
    run: async (ctx, { importId: id, class: only, reason, after, limit }) => {
      const batch = await openBatch(ctx, id)
      const rows = await listStaged(ctx, {
        importId: id,
        ...(only ? { classes: only === 'problem' ? ['rejected', 'doubtful'] : [only] } : {}),
        reason,
        after,
        limit: limit + 1,
      })
      const page = rows.slice(0, limit)
      ctx.note({ subject: `import:${id}`, after: { rows: page.length } })
      const { registry } = importer
      const shown = await showRows(
        ctx,
        { registry, register: registry.get(batch.register), sheets: batch.sheets },
        page,
      )
      return { rows: shown, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
    },
  })
}
