/** Doors that change a row: save (new or with version), remove. */
import { z } from 'zod'
import { t } from '#kernel'
import { operation } from '#platform'
import { readEntry, readSpan } from '../entry.ts'
import { logPair } from '../log.ts'
import { registerProblems } from '../problems.ts'
import { findRow } from '../read-store.ts'
import type { Registry } from '../registry.ts'
import type { AnyRow } from '../row.ts'
import { rowShape, wireRows } from '../wire.ts'
import { deleteRow, insertRow, updateRow } from '../write-store.ts'
import { reason, registerName, rowId, verb } from './shapes.ts'

export const saveDoor = (registry: Registry) =>
  operation({
    name: 'register.save',
    text: t('登记', 'Save a record'),
    can: verb('write'),
    audit: 'write',
    input: z.object({
      register: registerName,
      /** Absent for a new row; else with the version that was opened. */
      id: rowId.optional(),
      version: z.int().positive().optional(),
      ownerId: rowId.optional(),
      validFrom: z.string().max(10).optional(),
      validTo: z.string().max(10).nullable().optional(),
      values: z.record(z.string().max(60), z.json()),
      reason: z.string().trim().max(300).default(''),
    }),
    output: z.object({ row: rowShape }),
    run: async (ctx, { register: name, id, version, ownerId, validFrom, validTo, values, reason: why }) => {
      const register = registry.get(name)
      const entry = readEntry(register, { values, actor: ctx.actor, today: ctx.today })
      const given = { ...entry.values, raw: entry.raw, ...readSpan({ validFrom, validTo }) }
      if (id === undefined) {
        const row = (await insertRow(ctx, register, {
          ...given,
          ...(ownerId ? { ownerId } : {}),
        } as never)) as unknown as AnyRow
        ctx.note({ subject: `${name}:${row.id}`, ...logPair(register, undefined, row) })
        const [wired] = await wireRows(ctx, registry, { register, rows: [row] })
        return { row: wired as NonNullable<typeof wired> }
      }
      if (why === '') throw registerProblems.reasonNeeded()
      const before = await findRow(ctx, register, id)
      const row = (await updateRow(ctx, register, {
        id,
        version: version ?? 0,
        values: given as never,
        reason: why,
      })) as unknown as AnyRow
      ctx.note({
        subject: `${name}:${id}`,
        ...logPair(register, before as unknown as AnyRow, row),
        text: t(why, why),
      })
      const [wired] = await wireRows(ctx, registry, { register, rows: [row] })
      return { row: wired as NonNullable<typeof wired> }
    },
  })

export const removeDoor = (registry: Registry) =>
  operation({
    name: 'register.remove',
    text: t('删除登记', 'Remove a record'),
    can: verb('write'),
    audit: 'write',
    input: z.object({ register: registerName, id: rowId, version: z.int().positive(), reason }),
    output: z.object({ removed: z.literal(true) }),
    run: async (ctx, { register: name, id, version, reason: why }) => {
      const register = registry.get(name)
      const before = await findRow(ctx, register, id)
      await deleteRow(ctx, registry, { register, id, version, reason: why })
      ctx.note({
        subject: `${name}:${id}`,
        ...logPair(register, before as unknown as AnyRow | undefined, undefined),
        text: t(why, why),
      })
      return { removed: true as const }
    },
  })
