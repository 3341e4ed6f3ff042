/** The door of the desk: one reading for the whole page. */
import { z } from 'zod'
import { type HolidayTable, t } from '#kernel'
import { type Ctx, operation } from '#platform'
import { areaNames } from '#register'
import { threeWeeks } from './calendar.ts'
import type { DeskSource, DeskTask } from './define.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const task = z.object({
  key: z.string(),
  title: text,
  business: text,
  area: z.string().nullable(),
  place: z.string(),
  situation: text,
  verb: text,
  to: z.string(),
  due: z.string().nullable(),
  daysLeft: z.number().nullable(),
})
const alert = z.object({
  key: z.string(),
  mark: z.enum(['late', 'soon', 'doubt']),
  title: text,
  text,
  verb: text,
  to: z.string(),
})
const payment = z.object({
  key: z.string(),
  title: text,
  count: z.number(),
  total: z.string(),
  state: text,
  mark: z.enum(['open', 'doing', 'done', 'returned']),
  to: z.string(),
})
const day = z.object({ day: z.string(), off: z.boolean(), instead: z.boolean(), holiday: z.boolean() })

/** `holidays`: the announced years. */
export function deskOperations({
  sources,
  holidays,
}: {
  sources: readonly DeskSource[]
  holidays: HolidayTable
}) {
  const read = operation({
    name: 'desk.read',
    text: t('打开工作台', 'Open the desk'),
    can: 'signedIn',
    audit: 'none',
    input: z.object({}),
    output: z.object({
      tasks: z.array(task),
      alerts: z.array(alert),
      payments: z.array(payment),
      calendar: z.array(day),
    }),
    run: async (ctx) => ({
      tasks: await placed(ctx, (await gather(ctx, sources, 'tasks')).sort(byDue)),
      alerts: await gather(ctx, sources, 'alerts'),
      payments: await gather(ctx, sources, 'payments'),
      calendar: threeWeeks(ctx.today, holidays),
    }),
  })
  return [read] as const
}

/** One after the other: they share the transaction's connection. */
async function gather<K extends keyof DeskSource>(ctx: Ctx, sources: readonly DeskSource[], part: K) {
  const found: Awaited<ReturnType<NonNullable<DeskSource[K]>>>[number][] = []
  for (const source of sources) found.push(...((await source[part]?.(ctx)) ?? []))
  return found
}

function byDue(a: DeskTask, b: DeskTask): number {
  const left = (task: DeskTask) => task.daysLeft ?? Number.MAX_SAFE_INTEGER
  return left(a) - left(b)
}

async function placed(ctx: Ctx, tasks: readonly DeskTask[]) {
  const names = await areaNames(ctx, [...new Set(tasks.flatMap(({ area }) => (area ? [area] : [])))])
  return tasks.map((one) => ({
    ...one,
    place: one.area && one.area.length > 6 ? (names.get(one.area) ?? '') : '全县',
  }))
}
