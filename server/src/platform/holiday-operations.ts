/** The yearly notice of the State Council, where the package does not hold it yet (from 2027 on). */
import { z } from 'zod'
import { isDay, t, weekday } from '#kernel'
import { enteredYears, enterYear, holidaysOf } from './holiday-store.ts'
import { operation } from './operation.ts'
import { platformProblems } from './problems.ts'

const day = z.string().refine(isDay)
const entry = z.object({ day, kind: z.enum(['holiday', 'workday']), name: z.string().trim().min(1).max(20) })

export const holidayList = operation({
  name: 'holiday.list',
  text: t('查看节假日与调休', 'List holidays'),
  can: 'signedIn',
  audit: 'none',
  input: z.object({ year: z.number().int() }),
  output: z.object({
    known: z.boolean(),
    document: z.string().nullable(),
    off: z.array(z.string()),
    work: z.array(z.string()),
    years: z.array(z.number()),
  }),
  run: async ({ tx }, { year }) => {
    const table = await holidaysOf(tx)
    const entered = (await enteredYears(tx)).find((one) => one.year === year)
    const { off, work } = table[String(year)] ?? { off: [], work: [] }
    return {
      known: String(year) in table,
      document: entered?.document ?? null,
      off: [...off],
      work: [...work],
      years: Object.keys(table).map(Number),
    }
  },
})

export const holidayEnter = operation({
  name: 'holiday.enter',
  text: t('录入一年的节假日安排', 'Enter the holidays of a year'),
  can: 'holiday.enter',
  audit: 'write',
  input: z.object({
    year: z.number().int().min(2000).max(2100),
    document: z.string().trim().min(4),
    days: z.array(entry).min(1),
  }),
  output: z.object({}),
  run: async ({ tx, note }, { year, document, days }) => {
    // A notice names the weekend days of a holiday too; only a make-up day must be one.
    const wrong = days.filter(
      (one) => !one.day.startsWith(`${year}-`) || (one.kind === 'workday' && weekday(one.day) <= 5),
    )
    if (wrong.length > 0) throw platformProblems.holidayDay({ days: wrong.map((one) => one.day) })
    await enterYear(tx, { year, document, days })
    note({
      subject: `holiday:${year}`,
      after: { document, days: days.map((one) => `${one.day} ${one.kind}`) },
    })
    return {}
  },
})
