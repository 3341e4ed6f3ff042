/** Documents that were checked, as the county keeps them. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { verifyProblems } from './problems.ts'

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
