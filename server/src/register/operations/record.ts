/** Doors to one row: the row with what belongs to it, its history, one hidden value for a reason. */
import { z } from 'zod'
import type { Day } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { operation } from '#platform'
import { mainColumn } from '../columns.ts'
import type { Register } from '../define.ts'
import { mergesOfRows } from '../duplicates/merge-store.ts'
import { mergedProblem } from '../duplicates/went.ts'
import { writtenAt } from '../history.ts'
import { registerProblems } from '../problems.ts'
import { type AsOf, asOf, getRow, isValid, ownedRowsOf, pointingRows, versionsOf } from '../read-store.ts'
import type { Registry } from '../registry.ts'
import type { AnyRow } from '../row.ts'
import { accountNames } from '../sql-store.ts'
import { countTold, toldHistory, toldShape } from '../told-history.ts'
import { rowShape, wireRows } from '../wire.ts'
import { dayText, readable, reason, registerName, rowId, verb } from './shapes.ts'

const shownRows = 100
const rowsShape = z.object({ rows: z.array(rowShape), count: z.number() })

export const getDoor = (registry: Registry) =>
  operation({
    name: 'register.get',
    text: t('查看档案', 'Read a record'),
    can: verb('read'),
    audit: 'read',
    input: z.object({
      register: registerName,
      id: rowId,
      valid: dayText.optional(),
      known: dayText.optional(),
    }),
    output: z.object({
      row: rowShape,
      /** Rows that it owns, by register; at most 100 each, `count` says how many there are. */
      children: z.record(z.string(), rowsShape),
      /** Rows of other registers that point to it. */
      pointers: z.array(z.object({ register: z.string(), field: z.string() }).and(rowsShape)),
      /** When each value was last written, and by whom; `recordId`: of a record that was merged into this one. */
      written: z.record(
        z.string(),
        z.object({ at: z.string(), by: z.number(), byName: z.string(), recordId: z.number() }),
      ),
      historyCount: z.number(),
    }),
    run: async (ctx, { register: name, id, valid, known }) => {
      const register = registry.get(name)
      const when = { valid: valid as Day | undefined, known: known as Day | undefined }
      const row = (await asOf(ctx, register, id, when)) as unknown as AnyRow | undefined
      if (!row) throw await missing(ctx, register, id)
      const versions = (await versionsOf(ctx, register, id)).filter((one) => one.version <= row.version)
      ctx.note({ subject: `${name}:${id}` })
      const [wired] = await wireRows(ctx, registry, { register, rows: [row] })
      return {
        row: wired as NonNullable<typeof wired>,
        children: await childrenOf(ctx, registry, { name, id, when }),
        pointers: await pointersTo(ctx, registry, { name, id, when }),
        written: await writtenNames(ctx, register, { id, versions }),
        historyCount: await countTold(ctx, register, { id, versions: versions.length }),
      }
    },
  })

/** Where it went, if it was merged into another. */
async function missing(ctx: Ctx, register: Register, id: number) {
  return (await mergedProblem(ctx, register, id)) ?? registerProblems.notFound()
}

type Wanted = { name: string; id: number; when: AsOf }

async function childrenOf(ctx: Ctx, registry: Registry, { name, id, when }: Wanted) {
  const may = new Set(readable(ctx, registry))
  const children: Record<string, z.infer<typeof rowsShape>> = {}
  for (const register of registry.childrenOf(name).filter((one) => may.has(one))) {
    const rows = (await ownedRowsOf(ctx, register, [id], when.known)).filter((row) =>
      isValid(row, when.valid),
    )
    children[register.name] = {
      rows: await wireRows(ctx, registry, { register, rows: rows.slice(0, shownRows) }),
      count: rows.length,
    }
  }
  return children
}

async function pointersTo(ctx: Ctx, registry: Registry, { name, id, when }: Wanted) {
  const may = new Set(readable(ctx, registry))
  const found = []
  for (const { register, field } of registry.pointersTo(name).filter((one) => may.has(one.register))) {
    const rows = await pointingRows(ctx, register, {
      column: mainColumn(register, field),
      ids: [id],
      known: when.known,
    })
    found.push({
      register: register.name,
      field,
      rows: await wireRows(ctx, registry, { register, rows: rows.slice(0, shownRows) }),
      count: rows.length,
    })
  }
  return found
}

type Versions = { id: number; versions: readonly AnyRow[] }

async function writtenNames(ctx: Ctx, register: Register, { id, versions }: Versions) {
  const written = writtenAt(register, versions)
  const merges = register.duplicates ? await mergesOfRows(ctx, register, [id]) : []
  const fromMerge = (field: string, at: string) =>
    merges.find((one) => one.keptId === id && one.doneAt === at && one.taken.includes(field))?.goneId
  const names = await accountNames(
    ctx,
    Object.values(written).map((one) => one.by),
  )
  return Object.fromEntries(
    Object.entries(written).map(([field, one]) => [
      field,
      { ...one, byName: names.get(one.by) ?? '', recordId: fromMerge(field, one.at) ?? id },
    ]),
  )
}

export const historyDoor = (registry: Registry) =>
  operation({
    name: 'register.history',
    text: t('查看变更记录', 'Read the changes of a record'),
    can: verb('read'),
    audit: 'read',
    input: z.object({ register: registerName, id: rowId }),
    output: z.object({
      entries: z.array(toldShape),
      /** Records merged into this one of which the actor sees nothing. */
      unseen: z.array(z.number()),
    }),
    run: async (ctx, { register: name, id }) => {
      const told = await toldHistory(ctx, registry.get(name), id)
      if (told.entries.length === 0) throw registerProblems.notFound()
      for (const one of new Set([id, ...told.entries.map((entry) => entry.id)]))
        ctx.note({ subject: `${name}:${one}` })
      return told
    },
  })

/** Why a hidden value was asked for. */
const revealReason = z.object({
  code: z.enum(['card', 'present', 'other']),
  text: z.string().trim().max(300).default(''),
})
const reasonWords = {
  card: t('核对证件', 'checking the card'),
  present: t('本人在场', 'the person is present'),
  other: t('其他', 'other'),
}

/** The value goes out in full once, and the log says to whom and why. Needs the verb of its own (GEN-10). */
export const revealDoor = (registry: Registry) =>
  operation({
    name: 'register.reveal',
    text: t('显示遮住的内容', 'Show a hidden value'),
    can: verb('reveal'),
    audit: 'read',
    input: z.object({ register: registerName, id: rowId, field: z.string().max(60), reason: revealReason }),
    output: z.object({ value: z.json(), seconds: z.number() }),
    run: async (ctx, { register: name, id, field: fieldName, reason: why }) => {
      const register = registry.get(name)
      const field = register.fields[fieldName]
      if (!field?.sensitive) throw registerProblems.filter({ field: fieldName, op: 'reveal' })
      if (why.code === 'other' && why.text === '') throw registerProblems.reasonNeeded()
      const row = (await getRow(ctx, register, id)) as unknown as AnyRow
      const value = row[fieldName]
      const words = reasonWords[why.code]
      ctx.note({
        subject: `${name}:${id}`,
        text: t(
          `显示“${field.label.zh}”：${words.zh} ${why.text}`.trim(),
          `${field.label.en} shown: ${words.en} ${why.text}`.trim(),
        ),
      })
      return { value: value === null || value === undefined ? null : field.kind.toWire(value), seconds: 60 }
    },
  })

export { reason }
