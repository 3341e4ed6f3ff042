/** Comparisons as the pages read them: the list of them, one with its columns and counts, its rows, who is not on the list. */
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { may, operation } from '#platform'
import type { VerifyRoom } from '../../run.ts'
import { getCompared, listCompared } from '../compare-store.ts'
import { kindsOf, workOf } from '../room.ts'
import { listRowsOf, missingRows } from '../row-store.ts'
import { hereRows, hereShape, listRowShape, showListRows, text } from '../show.ts'
import type { Compared } from '../tables.ts'
import { rowClasses } from '../tables.ts'

const brief = {
  id: z.number(),
  kind: z.string(),
  label: text,
  register: z.string(),
  registerLabel: text,
  fileName: z.string(),
  sender: z.string(),
  listDate: z.string(),
  basis: z.string().nullable(),
  state: z.enum(['mapping', 'running', 'done']),
  read: z.number(),
  /** Rows by class; `onlyHere`, `isNew`, `gone` (of the sender's last list), `findings`. */
  counts: z.record(z.string(), z.number()),
  maker: z.string(),
  office: z.string(),
  madeAt: z.string(),
  doneAt: z.string().nullable(),
  jobId: z.number().nullable(),
}

function briefOf(room: VerifyRoom, one: Compared) {
  const {
    id,
    kind,
    register,
    fileName,
    sender,
    listDate,
    basis,
    read,
    counts,
    maker,
    office,
    madeAt,
    doneAt,
    jobId,
  } = one
  const label = kindsOf(room).find((known) => known.id === kind)?.label ?? t(kind, kind)
  const state: 'mapping' | 'running' | 'done' = one.state === 'dropped' ? 'done' : one.state
  const registerLabel = room.registry.get(register).label
  return {
    id,
    kind,
    label,
    register,
    registerLabel,
    fileName,
    sender,
    listDate,
    basis,
    state,
    read,
    counts,
    maker,
    office,
    madeAt,
    doneAt,
    jobId,
  }
}

export function listDoor(room: VerifyRoom) {
  return operation({
    name: 'compare.list',
    text: t('查看比过的名单', 'List comparisons'),
    can: 'verify.read',
    audit: 'none',
    input: z.object({ limit: z.int().min(1).max(200).default(50) }),
    output: z.object({ comparisons: z.array(z.object(brief)) }),
    run: async (ctx, { limit }) => ({
      comparisons: (await listCompared(ctx, limit)).map((one) => briefOf(room, one)),
    }),
  })
}

const detail = z.object({
  ...brief,
  sha256: z.string(),
  note: text,
  /** Rows of the register that are not expected on the list. */
  rest: z.number(),
  previous: z.object({ id: z.number(), listDate: z.string(), fileName: z.string() }).nullable(),
  sheets: z.array(
    z.object({
      name: z.string(),
      hidden: z.boolean(),
      use: z.boolean(),
      head: z.object({ top: z.number(), bottom: z.number() }).nullable(),
      titles: z.array(z.string()),
      columns: z.array(
        z.object({
          letters: z.string(),
          head: z.string(),
          target: z.string(),
          how: z.string(),
          samples: z.array(z.string()),
        }),
      ),
    }),
  ),
  targets: z.array(z.object({ target: z.string(), label: text })),
  /** Ways to match, as they are or would be used; columns of the list. */
  keys: z.array(z.array(z.object({ name: z.string(), label: text }))),
  finds: z.array(z.object({ id: z.string(), label: text })),
  adopts: z.array(z.object({ name: z.string(), label: text })),
  can: z.object({ run: z.boolean(), decide: z.boolean(), export: z.boolean() }),
})

export function getDoor(room: VerifyRoom) {
  return operation({
    name: 'compare.get',
    text: t('查看一次比对', 'Show a comparison'),
    can: 'verify.read',
    audit: 'read',
    input: z.object({ comparisonId: z.int().positive() }),
    output: detail,
    run: async (ctx, given) => {
      const compared = await getCompared(ctx, given.comparisonId)
      const { kind, keys } = workOf(ctx, room, compared)
      const labelOf = (name: string) => kind.fields[name]?.label ?? t(name, name)
      ctx.note({ subject: `comparison:${compared.id}` })
      return {
        ...briefOf(room, compared),
        sha256: compared.sha256,
        note: kind.note,
        rest: compared.rest,
        previous: await previousOf(ctx, compared),
        sheets: compared.sheets.map((plan) => ({
          ...plan,
          titles: [...plan.titles],
          columns: plan.columns.map(({ letters, path, target, how, samples }) => ({
            letters,
            head: path.join('·'),
            target,
            how,
            samples: samplesFor(ctx, target in kind.fields ? kind.fields[target]?.sensitive : 'id', samples),
          })),
        })),
        targets: Object.entries(kind.fields).map(([target, { label }]) => ({ target, label })),
        keys: keys.map((key) => key.map(({ list }) => ({ name: list, label: labelOf(list) }))),
        finds: (kind.finds ?? []).map(({ id, label }) => ({ id, label })),
        adopts: (kind.adopts ?? []).map(({ list, here }) => ({ name: here, label: labelOf(list) })),
        can: {
          run: may(ctx.actor, 'verify.run'),
          decide: may(ctx.actor, 'verify.act'),
          export: may(ctx.actor, `${kind.register}.export`),
        },
      }
    },
  })
}

async function previousOf(ctx: Ctx, { previousId }: Compared) {
  if (previousId === null) return null
  const { id, listDate, fileName } = await getCompared(ctx, previousId)
  return { id, listDate, fileName }
}

/** Who may not see such values gets no samples of them; a column that nobody has mapped may hold numbers. */
function samplesFor({ actor }: Ctx, sensitive: string | undefined, samples: readonly string[]): string[] {
  return sensitive === undefined || actor.sees.includes(sensitive) ? [...samples] : []
}

export function rowsDoor(room: VerifyRoom) {
  return operation({
    name: 'compare.rows',
    text: t('查看名单的行', 'Show rows of a list'),
    can: 'verify.read',
    audit: 'read',
    input: z.object({
      comparisonId: z.int().positive(),
      classes: z.array(z.enum(rowClasses)).optional(),
      /** Only what was not on the sender's last list. */
      onlyNew: z.boolean().default(false),
      after: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(50),
    }),
    output: z.object({ rows: z.array(listRowShape), next: z.number().nullable() }),
    run: async (ctx, { comparisonId: id, classes, onlyNew, after, limit }) => {
      const work = workOf(ctx, room, await getCompared(ctx, id))
      ctx.note({ subject: `comparison:${id}` })
      const rows = await listRowsOf(ctx, {
        id,
        onlyNew,
        after,
        limit: limit + 1,
        ...(classes ? { classes } : {}),
      })
      const page = rows.slice(0, limit)
      return {
        rows: await showListRows(ctx, work, page),
        next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
      }
    },
  })
}

export function missingDoor(room: VerifyRoom) {
  return operation({
    name: 'compare.missing',
    text: t('查看名单上没有的', 'Show who is not on a list'),
    can: 'verify.read',
    audit: 'read',
    input: z.object({
      comparisonId: z.int().positive(),
      after: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(50),
    }),
    output: z.object({ rows: z.array(hereShape), next: z.number().nullable() }),
    run: async (ctx, { comparisonId: id, after, limit }) => {
      const work = workOf(ctx, room, await getCompared(ctx, id))
      ctx.note({ subject: `comparison:${id}` })
      const found = await missingRows(ctx, { id, after, limit: limit + 1 })
      const page = found.slice(0, limit)
      const here = await hereRows(
        ctx,
        work,
        page.map(({ rowId }) => rowId),
      )
      return {
        rows: page.flatMap(({ rowId }) => here.get(rowId) ?? []),
        next: found.length > limit ? (page.at(-1)?.id ?? null) : null,
      }
    },
  })
}
