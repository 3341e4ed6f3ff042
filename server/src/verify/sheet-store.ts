/** Documents that were checked, as the county keeps them; and what findings come to over weeks and townships. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { verifyProblems } from './problems.ts'
import type { Verdict } from './verdict.ts'

export type KeptSheet = {
  id: number
  area: string
  title: string
  content: unknown
  version: number
  madeBy: number
  maker: string
  madeAt: string
  changedAt: string
}

const columns = sql`id, area, title, content, version, made_by, maker, made_at, changed_at`

export async function addSheet(
  { tx, actor }: Ctx,
  { title, content }: { title: string; content: unknown },
): Promise<KeptSheet> {
  const made = await sql<KeptSheet>`insert into figure_sheet (area, title, content, maker)
    values (${actor.area}, ${title}, ${JSON.stringify(content)}::json, ${actor.name}) returning ${columns}`.execute(
    tx,
  )
  return made.rows[0] as KeptSheet
}

/** Of the version that the officer saw; another one is the Problem `verify.sheetChanged`. */
export async function changeSheet(
  { tx }: Ctx,
  given: { id: number; version: number; title: string; content: unknown },
): Promise<KeptSheet> {
  const changed = await sql<KeptSheet>`update figure_sheet set title = ${given.title}, version = version + 1,
      content = ${JSON.stringify(given.content)}::json, changed_at = clock_now()
    where id = ${given.id} and version = ${given.version} returning ${columns}`.execute(tx)
  const [sheet] = changed.rows
  if (!sheet) throw verifyProblems.sheetChanged()
  return sheet
}

export async function getSheet({ tx }: Ctx, id: number): Promise<KeptSheet> {
  const found = await sql<KeptSheet>`select ${columns} from figure_sheet where id = ${id}`.execute(tx)
  const [sheet] = found.rows
  if (!sheet) throw verifyProblems.noSheet()
  return sheet
}

export type SheetLine = Omit<KeptSheet, 'content'> & { open: number; closed: number }

/** The newest first, with how many findings are open and closed. */
export async function listSheets(
  { tx }: Ctx,
  { after, limit }: { after?: number; limit: number },
): Promise<SheetLine[]> {
  const found = await sql<SheetLine>`
    select s.id, s.area, s.title, s.version, s.made_by, s.maker, s.made_at, s.changed_at,
      count(f.id) filter (where f.state in ('open', 'checking')) as open,
      count(f.id) filter (where f.state not in ('open', 'checking')) as closed
    from figure_sheet s left join finding f on f.register = 'figureSheet' and f.row_ids && array[s.id]
    where ${after === undefined ? sql`true` : sql`s.id < ${after}`}
    group by s.id order by s.id desc limit ${limit}`.execute(tx)
  return found.rows
}

export type WeekLine = { week: string; open: number; found: number; closed: number }

/** The last twelve weeks: open at the end of each (Monday to Sunday), found and closed in it. `verdicts`: which count. */
export async function weeksOf({ tx }: Ctx, verdicts: readonly Verdict[]): Promise<WeekLine[]> {
  const found = await sql<WeekLine>`
    select to_char(w, 'YYYY-MM-DD') as week,
      count(f.id) filter (where f.found_at < w + interval '7 days'
        and (f.state in ('open', 'checking') or f.handled_at >= w + interval '7 days')) as open,
      count(f.id) filter (where f.found_at >= w and f.found_at < w + interval '7 days') as found,
      count(f.id) filter (where f.state not in ('open', 'checking')
        and f.handled_at >= w and f.handled_at < w + interval '7 days') as closed
    from generate_series(date_trunc('week', clock_now()) - interval '77 days', date_trunc('week', clock_now()), interval '7 days') w
      left join finding f on f.verdict = any(${verdicts}::text[])
    group by w order by w`.execute(tx)
  return found.rows
}

export type PlaceLine = { area: string; open: number; checking: number; oldest: string; days: number }

/** Who has how much to do: findings that are not closed, by township; the oldest, and its age in days. */
export async function placesOf({ tx }: Ctx, verdicts: readonly Verdict[]): Promise<PlaceLine[]> {
  const found = await sql<PlaceLine>`
    select left(area, 9) as area, count(*) filter (where state = 'open') as open,
      count(*) filter (where state = 'checking') as checking, min(found_at) as oldest,
      (clock_now()::date - min(found_at)::date) as days
    from finding where state in ('open', 'checking') and verdict = any(${verdicts}::text[])
    group by left(area, 9) order by count(*) desc, left(area, 9)`.execute(tx)
  return found.rows
}
