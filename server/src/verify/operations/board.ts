/** How much there is to do: by township (in one, by village), and over the weeks. */
import { z } from 'zod'
import { t } from '#kernel'
import { operation } from '#platform'
import { areaNames } from '#register'
import { boardOf } from '../board-store.ts'
import type { Verdict } from '../verdict.ts'
import { isFault, verdictTexts } from '../verdict.ts'

const faults = (Object.keys(verdictTexts) as Verdict[]).filter(isFault)

/** What rounding explains is not counted. */
export const boardDoor = operation({
  name: 'verify.board',
  text: t('查看疑点去向', 'Findings by township and week'),
  can: 'verify.read',
  audit: 'read',
  input: z.object({}),
  output: z.object({
    /** Open at the end of the week that begins on that Monday; found and closed in it. */
    weeks: z.array(z.object({ week: z.string(), open: z.number(), found: z.number(), closed: z.number() })),
    /** `days`: age of the oldest. */
    places: z.array(
      z.object({
        area: z.string(),
        areaName: z.string(),
        open: z.number(),
        checking: z.number(),
        oldest: z.string(),
        days: z.number(),
      }),
    ),
  }),
  run: async (ctx) => {
    const digits = ctx.actor.area.length < 9 ? 9 : 12
    const { weeks, places } = await boardOf(ctx, { verdicts: faults, digits })
    const names = await areaNames(
      ctx,
      places.map(({ area }) => area),
    )
    return { weeks, places: places.map((one) => ({ ...one, areaName: names.get(one.area) ?? one.area })) }
  },
})
