/** Layouts of senders' tables: how a sheet is known, where its head stands, what its columns mean. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import type { Layout, LayoutColumn } from './mapping/layout.ts'
import type { SheetPlan } from './mapping/target.ts'

export type KeptLayout = Layout & {
  register: string
  sender: string
  madeBy: string
  madeAt: string
  used: number
  usedAt: string | null
}

const columns = sql`id, register, sender, name, lines, use, columns, made_by, made_at, used, used_at`

/** Of a register, of all senders within the actor's area. */
export async function layoutsOf({ tx }: Ctx, register: string): Promise<KeptLayout[]> {
  const found = await sql<KeptLayout>`
    select ${columns} from import_layout where register = ${register} order by sender, name, id`.execute(tx)
  return found.rows
}

/** Those by which the files of a sender are read here; the last used first. */
export async function layoutsFor(
  { tx, actor }: Ctx,
  { register, sender }: { register: string; sender: string },
): Promise<KeptLayout[]> {
  const found = await sql<KeptLayout>`
    select ${columns} from import_layout
    where area = ${actor.area} and register = ${register} and sender = ${sender}
    order by used_at desc nulls last, id desc`.execute(tx)
  return found.rows
}

export type NewLayout = Omit<Layout, 'id'> & { register: string; sender: string }

/** The layout's number; one of the same headings is there once and gets what is said now. */
export async function keepLayout({ tx, actor }: Ctx, given: NewLayout): Promise<number> {
  const made = await sql<{ id: number }>`
    insert into import_layout (area, register, sender, name, lines, use, columns, sign, made_by)
    values (${actor.area}, ${given.register}, ${given.sender}, ${given.name}, ${given.lines}, ${given.use},
      ${JSON.stringify(given.columns)}::jsonb, ${signOf(given.columns)}, ${actor.name})
    on conflict on constraint import_layout_once do update
      set name = excluded.name, lines = excluded.lines, use = excluded.use, columns = excluded.columns,
        made_by = excluded.made_by, made_at = clock_now()
    returning id`.execute(tx)
  return (made.rows[0] as { id: number }).id
}

function signOf(heads: readonly LayoutColumn[]): string {
  return createHash('sha256')
    .update(JSON.stringify(heads.map(({ head }) => head)))
    .digest('hex')
}

export async function findLayout({ tx }: Ctx, id: number): Promise<KeptLayout | undefined> {
  const found =
    await sql<KeptLayout>`select ${columns} from import_layout where id = ${id} for update`.execute(tx)
  return found.rows[0]
}

/** The name and the columns of a layout, as an officer puts them right. */
export async function changeLayout(
  { tx, actor }: Ctx,
  id: number,
  { name, use, columns: heads }: Pick<Layout, 'name' | 'use' | 'columns'>,
): Promise<void> {
  await sql`update import_layout set name = ${name}, use = ${use}, columns = ${JSON.stringify(heads)}::jsonb,
    made_by = ${actor.name}, made_at = clock_now() where id = ${id}`.execute(tx)
}

export async function dropLayout({ tx }: Ctx, id: number): Promise<void> {
  await sql`delete from import_layout where id = ${id}`.execute(tx)
}

/** Sheets of an uploaded file were read by these. */
export async function noteUsed({ tx }: Ctx, sheets: readonly Pick<SheetPlan, 'layout'>[]): Promise<void> {
  const ids = sheets.flatMap(({ layout }) => (layout ? [layout.id] : []))
  if (ids.length === 0) return
  await sql`update import_layout l set used = l.used + n.times, used_at = clock_now()
    from (select id, count(*)::int as times from unnest(${ids}::bigint[]) as id group by id) as n where n.id = l.id`.execute(
    tx,
  )
}
