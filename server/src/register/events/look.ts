/** What an event may look at: rows, who points to them, what happened to them before. */
import type { Ctx } from '#platform'
import { withNames } from '#platform'
import { mainColumn } from '../columns.ts'
import { pointingRows, standingRow } from '../read-store.ts'
import type { AnyRow } from '../row.ts'
import type { Look } from './define.ts'
import { eventsOf, rowsOfEvents } from './event-store.ts'

export function lookFor(ctx: Ctx): Look {
  return {
    row: async (register, id) => (await standingRow(ctx, register, id)) as unknown as AnyRow | undefined,
    pointing: (register, field, id) =>
      pointingRows(ctx, register, { column: mainColumn(register, field), ids: [id] }),
    events: async (register, id) => {
      const own = register.duplicates ? await withNames(ctx.tx, register.name, [id]) : [id]
      const refs = own.map((one) => ({ register: register.name, id: one }))
      const found = (await eventsOf(ctx, refs)).filter(({ undoneAt }) => undoneAt === null)
      const rows = await rowsOfEvents(
        ctx,
        found.map((one) => one.id),
      )
      return found.reverse().map(({ id: event, kind, validOn }) => ({
        name: kind,
        on: validOn,
        own,
        rows: rows.flatMap((row) =>
          row.eventId === event ? [{ register: row.register, id: row.rowId }] : [],
        ),
      }))
    },
  }
}
