/** Door: the cases that a row of a register has to do with, as what the case is about or as one of its items. */
import { z } from 'zod'
import { t } from '#kernel'
import { operation } from '#platform'
import { casesAbout } from '../case-about-store.ts'
import type { Room } from '../room.ts'
import { procedureOf } from '../room.ts'
import { caseHead } from '../view.ts'
import { caseHeadWire, textWire } from '../wire.ts'

const rows = z
  .array(z.object({ register: z.string(), id: z.number().int().positive() }))
  .min(1)
  .max(50)

export function aboutOperation(room: Room) {
  return operation({
    name: 'case.about',
    text: t('看与一条记录有关的案件', 'See the cases of a record'),
    can: 'case.read',
    audit: 'none',
    input: z.object({ rows }),
    output: z.object({
      cases: z.array(
        caseHeadWire.extend({
          /** Where the record itself stands; null where the case is about it as a whole. */
          item: z.object({ stateLabel: textWire, since: z.string(), objected: z.boolean() }).nullable(),
        }),
      ),
    }),
    run: async (ctx, input) => {
      const items = room.procedures.map(({ id, items: { register } }) => ({ procedure: id, register }))
      const found = await casesAbout(ctx.tx, { rows: input.rows, items })
      return { cases: found.map((row) => withItem(room, row)) }
    },
  })
}

type Found = Awaited<ReturnType<typeof casesAbout>>[number]

function withItem(room: Room, { item, ...row }: Found) {
  const procedure = procedureOf(room, row.procedure)
  const label = (state: string) => procedure.itemStates[state]?.label ?? t(state, state)
  return {
    ...caseHead(procedure, row),
    item: item && { stateLabel: label(item.state), since: item.since, objected: item.objected },
  }
}
