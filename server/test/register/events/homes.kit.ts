/** Households of a test and the doors of events on them. */
import { sql } from 'kysely'
import type { Actor, AnyOperation, Ctx } from '#platform'
import { type AnyRow, eventOperations, insertRow } from '#register'
import { systems } from '#systems'
import { household, person } from '../../../src/systems/population/registers/index.ts'
import type { Books } from '../books.ts'
import { freshId, group, problemOf, registry } from '../books.ts'

const doors: ReadonlyMap<string, AnyOperation> = new Map(
  eventOperations({
    registry,
    events: systems.flatMap((system) => system.events ?? []),
    spells: systems.flatMap((system) => system.spells ?? []),
  }).map((op) => [op.name, op as AnyOperation]),
)

export type Enter = {
  register: string
  id: number
  event: string
  on: string
  values?: object
  picks?: object
  answers?: object
  paper?: string
  seen?: string
}

export type Preview = {
  issues: { field: string; text: { zh: string } }[]
  asks: { key: string; title: string; before: { zh: string } | null }[]
  changes: {
    register: string
    id: number | null
    title: string
    act: string
    fields: { field: string; before: { zh: string } | null; after: { zh: string } | null }[]
  }[]
  entrants: { register: string; title: string; values: Record<string, unknown> }[]
  seen: string
}

export const doorsOf = (books: Pick<Books, 'call' | 'clerk'>) => ({
  preview: (given: Enter, actor: Actor = books.clerk) =>
    books.call(actor, doors.get('event.preview') as AnyOperation, given) as Promise<Preview>,
  record: (given: Enter, actor: Actor = books.clerk) =>
    books.call(actor, doors.get('event.record') as AnyOperation, { paper: '户口簿', ...given }) as Promise<{
      id: number
    }>,
  undo: (id: number, actor: Actor = books.clerk) =>
    books.call(actor, doors.get('event.undo') as AnyOperation, { id, reason: '记错了' }),
  of: (register: string, id: number, actor: Actor = books.clerk) =>
    books.call(actor, doors.get('event.of') as AnyOperation, { register, id }) as Promise<{
      acts: { name: string; picks: { name: string; rows: { id: number; title: string }[] }[] }[]
      timeline: {
        id: number
        name: string
        on: string
        last: boolean
        undone: object | null
        changes: Preview['changes']
      }[]
      spells: {
        from: string | null
        to: string | null
        fields: { field: string; value: { zh: string } | null }[]
      }[]
    }>,
})

let seq = 0

export type Home = { id: number; people: Record<string, number> }

/** A household with its members by name, grown up but for grandchildren: `{ 韦明贵: 'head', 周桂枝: 'spouse' }`. */
export async function addHome(
  ctx: Ctx,
  people: Record<string, string>,
  more: { area?: string; birth?: string } = {},
): Promise<Home> {
  const area = more.area ?? group
  const home = await insertRow(ctx, household, {
    number: `H${++seq}`,
    headName: Object.keys(people)[0] ?? '',
    area,
    members: Object.keys(people).length,
  })
  const ids: Record<string, number> = {}
  for (const [name, relation] of Object.entries(people)) {
    const row = await insertRow(ctx, person, {
      name,
      area,
      household: home.id,
      relation: relation as never,
      idNumber: freshId(more.birth ?? (relation === 'grandchild' ? '2015-03-03' : undefined)),
    })
    ids[name] = row.id
  }
  return { id: home.id, people: ids }
}

const facts = `to_jsonb(t) - 'version' - 'updated_at' - 'updated_by' - 'change_reason'`

/** Everything that the two registers say, but who wrote it when. */
export async function everything(ctx: Ctx): Promise<string> {
  const { rows } = await sql<{ all: string }>`
    select coalesce(jsonb_agg(x order by x ->> 'k'), '[]')::text as all from (
      select ${sql.raw(facts)} || jsonb_build_object('k', 'h' || id) as x from household t where deleted_at is null
      union all select ${sql.raw(facts)} || jsonb_build_object('k', 'p' || id) from person t where deleted_at is null) s`.execute(
    ctx.tx,
  )
  return rows[0]?.all ?? ''
}

export async function rowOf(ctx: Ctx, table: 'person' | 'household', id: number): Promise<AnyRow> {
  const { findRow } = await import('#register')
  return (await findRow(ctx, (table === 'person' ? person : household) as never, id)) as unknown as AnyRow
}

/** Where it is refused, and with what; nothing was entered. */
export async function refusal(doors: ReturnType<typeof doorsOf>, given: Enter): Promise<[string, string]> {
  const { issues } = await doors.preview(given)
  const thrown = await problemOf(doors.record(given))
  if (thrown.code !== 'event.refused') throw thrown
  return [issues[0]?.field ?? 'none', issues[0]?.text.zh ?? '']
}

/** A form of a day that means nothing. */
export const onPerson = (
  id: number,
  event: string,
  values: object = {},
  more: Partial<Enter> = {},
): Enter => ({ register: 'person', id, event, on: '2024-05-01', values, ...more })

export const onHome = (id: number, event: string, values: object = {}, more: Partial<Enter> = {}): Enter => ({
  ...onPerson(id, event, values, more),
  register: 'household',
})
