/** Working days of this county: the years that the package knows, and those that an administrator entered since. */
import { sql } from 'kysely'
import type { Day, HolidayTable } from '#kernel'
import type { Tx } from './db.ts'
import { knownHolidays } from './holidays.ts'

export type EnteredYear = {
  year: number
  document: string
  days: { day: Day; kind: 'holiday' | 'workday'; name: string }[]
}

/** Read once: the package's book is a thousand days. */
const announced = knownHolidays()

/** The table for `dueDate` and `addWorkingDays`; what was entered for a year replaces the package's reading of it. */
export async function holidaysOf(tx: Tx): Promise<HolidayTable> {
  const entered = (await enteredYears(tx)).map(({ year, days }) => [
    String(year),
    { off: of(days, 'holiday'), work: of(days, 'workday') },
  ])
  return { ...announced, ...Object.fromEntries(entered) }
}

/** A table that the rooms hold while it grows: `refresh` brings what was entered since, by this process or another. */
export type Calendar = { readonly table: HolidayTable; refresh(tx: Tx): Promise<void> }

export function openCalendar(): Calendar {
  const table = { ...announced }
  return {
    table,
    refresh: async (tx) => {
      Object.assign(table, await holidaysOf(tx))
    },
  }
}

/** The years entered here, with the document that they rest on. */
export async function enteredYears(tx: Tx): Promise<EnteredYear[]> {
  const found = await sql<EnteredYear>`
    select y.year, y.document, coalesce((select jsonb_agg(jsonb_build_object('day', h.day, 'kind', h.kind, 'name', h.name) order by h.day)
      from holiday h where extract(year from h.day) = y.year), '[]') as days
    from holiday_year y order by y.year`.execute(tx)
  return found.rows
}

/** Replaces a year as a whole. */
export async function enterYear(tx: Tx, entered: EnteredYear): Promise<void> {
  await sql`insert into holiday_year (year, document) values (${entered.year}, ${entered.document})
    on conflict (year) do update set document = excluded.document`.execute(tx)
  await sql`delete from holiday where extract(year from day) = ${entered.year}`.execute(tx)
  await sql`insert into holiday (day, kind, name)
    select d.day, d.kind, d.name from jsonb_to_recordset(${JSON.stringify(entered.days)}::jsonb) as d (day date, kind text, name text)`.execute(
    tx,
  )
}

function of(days: EnteredYear['days'], kind: string): Day[] {
  return days.filter((one) => one.kind === kind).map((one) => one.day)
}
