/** What adopting a row would do where an event does it: what the proposer has to say, and all that would change. */
import { z } from 'zod'
import { t } from '#kernel'
import { operation } from '#platform'
import type { AnyRow } from '#register'
import {
  eventActOf,
  eventActShape,
  eventAskShape,
  eventChangeShape,
  eventIssueShape,
  findRows,
  foreseeEvent,
  shownEventPlan,
} from '#register'
import type { VerifyRoom } from '../../run.ts'
import { saidOtherwise } from '../adopt.ts'
import type { Through } from '../adopt-event.ts'
import { throughOf } from '../adopt-event.ts'
import { getCompared } from '../compare-store.ts'
import { compareProblems } from '../problems.ts'
import { workOf } from '../room.ts'
import { getRows } from '../row-store.ts'

/** The form of an event beside what the list says: fields, chosen rows, answers to what was asked. */
export const said = z.object({
  values: z.record(z.string().max(60), z.json()).default({}),
  picks: z.record(z.string().max(60), z.array(z.int().positive()).max(200)).default({}),
  answers: z.record(z.string().max(120), z.json()).default({}),
})

const foreseen = z.object({
  /** The fields of the event that the list does not say. */
  act: eventActShape,
  on: z.string(),
  issues: z.array(eventIssueShape),
  asks: z.array(eventAskShape),
  changes: z.array(eventChangeShape),
})

export function foreseeDoor(room: VerifyRoom) {
  return operation({
    name: 'compare.foresee',
    text: t('看采信会改什么', 'See what an adoption would change'),
    can: 'verify.act',
    audit: 'none',
    input: z.object({
      rowId: z.int().positive(),
      said: said.default({ values: {}, picks: {}, answers: {} }),
    }),
    /** Null: adopted as plain fields. */
    output: z.object({ event: foreseen.nullable() }),
    run: async (ctx, { rowId, said: answered }) => {
      const [row] = await getRows(ctx, [rowId])
      if (!row) throw compareProblems.notFound()
      const work = workOf(ctx, room, await getCompared(ctx, row.comparisonId))
      const [target] = (await findRows(ctx, work.register, row.targets)) as unknown as AnyRow[]
      if (!target || row.targets.length > 1) return { event: null }
      const { encoded } = saidOtherwise(ctx, work, { row, target, fields: undefined })
      const names = Object.keys(encoded)
      const through = throughOf(room, work, { row, target, names, said: answered })
      if (!through) return { event: null }
      const given = { ...through.filled, id: target.id }
      const { plan } = await foreseeEvent(ctx, through.event, given)
      const shown = await shownEventPlan(ctx, { registry: room.registry, event: () => through.event }, plan)
      const { issues, asks, changes } = shown
      const act = leftToSay(await eventActOf(ctx, through.event, target), through, answered.values)
      return { event: { act, on: through.filled.on, issues, asks, changes } }
    },
  })
}

type Act = z.infer<typeof eventActShape>

/** What the list says is not asked again. */
function leftToSay(act: Act, { way, filled }: Through, values: z.infer<typeof said>['values']): Act {
  const listed = Object.keys(way.values ?? {}).filter((name) => name in filled.values && !(name in values))
  return { ...act, fields: act.fields.filter(({ name }) => !listed.includes(name)) }
}
